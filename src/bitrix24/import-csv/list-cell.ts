import { type Cell, cellText, emptyCell } from './cell.ts'
import type { ListItem, ListItems } from './lists.ts'

/**
 * A value of a list of the portal, exactly as the list has it: found by the text, by the id (`CUSTOMER` → `Клиент`), else by a
 * loose likeness. An unknown value is lost or replaced by the portal without a word (`bitrix24-csv-import.md §1`), so it is
 * reported and the cell left empty. `form` `ids` writes the id, which holds in every language.
 */
export function listCell(value: string, list: ListItems, form: 'titles' | 'ids' = 'titles'): Cell {
  const text = cellText(value)
  if (text === '') return emptyCell
  if (list === null) return { text, findings: [] }
  const exact = list.find(({ name }) => name === text) ?? list.find(({ id }) => id !== '' && id === text)
  if (exact) return { text: written(exact, form), findings: [] }
  const like = onlyOne(
    list.filter((item) => loose(item.name) === loose(text) || (item.id !== '' && loose(item.id) === loose(text))),
  )
  if (like)
    return { text: written(like, form), findings: [{ code: 'import.list-mended', args: { value: text, item: like.name } }] }
  return { text: '', findings: [{ code: 'import.list-value', args: { value: text, list: namesOf(list) } }] }
}

function written({ id, name }: ListItem, form: 'titles' | 'ids'): string {
  return form === 'ids' && id !== '' ? id : name
}

function onlyOne(found: readonly ListItem[]): ListItem | null {
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Case, `ё`, spaces, dots and quotes do not count, nor does a Latin letter that looks Cyrillic (the portal's own «Cчёт»). */
export function loose(text: string): string {
  const folded = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[abcehkmoptxy]/g, (letter) => lookAlikes[letter] ?? letter)
  return folded.replaceAll(/[^\p{L}\p{N}%]/gu, '')
}

const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}

function namesOf(list: readonly ListItem[]): string {
  const names = list.slice(0, 12).map(({ name }) => name)
  return names.join(', ') + (list.length > names.length ? ' …' : '')
}
