import { type Problem, problem } from '../../problems/problem.ts'
import { cellText, cut } from './cell.ts'
import { longestTitle } from './company-rows.ts'

/** Gives every company a title of its own: contacts and deals are linked by it alone (`bitrix24-csv-import.md §16`). */
export interface TitleRegister {
  /**
   * The title of the company `key`, the same at every call. `suffixes` are tried in order where the wanted title belongs to another
   * company already. An empty `wanted` stays empty.
   */
  titleFor(key: string, wanted: string, suffixes: readonly string[]): Promise<RegisteredTitle>
}

export interface RegisteredTitle {
  readonly title: string
  readonly problems: readonly Problem[]
}

/** Where the register keeps what it gave out: a map here, a table where a million titles must not stay in memory. */
export interface TitleStore {
  titleOf(key: string): Perhaps<string | undefined>
  hasName(name: string): Perhaps<boolean>
  /** A title with the same likeness, put earlier. */
  titleLike(likeness: string): Perhaps<string | undefined>
  put(entry: { readonly key: string; readonly title: string; readonly name: string; readonly likeness: string }): Perhaps<void>
}

/** At once from memory, later from a database. */
type Perhaps<T> = T | Promise<T>

export function createTitleRegister(store: TitleStore): TitleRegister {
  return {
    async titleFor(key, wanted, suffixes) {
      const known = await store.titleOf(key)
      if (known !== undefined) return { title: known, problems: [] }
      const text = cellText(wanted)
      if (text === '') return { title: '', problems: [] }
      const title = await freeTitle(text, suffixes, store)
      const problems = await problemsOf(text, title, store)
      await store.put({ key, title, name: linkedName(title), likeness: likeness(title) })
      return { title, problems }
    },
  }
}

export function memoryTitleStore(): TitleStore {
  const titles = new Map<string, string>()
  const names = new Set<string>()
  const likenesses = new Map<string, string>()
  return {
    titleOf: (key) => titles.get(key),
    hasName: (name) => names.has(name),
    titleLike: (like) => likenesses.get(like),
    put({ key, title, name, likeness: like }) {
      titles.set(key, title)
      names.add(name)
      if (!likenesses.has(like)) likenesses.set(like, title)
    },
  }
}

/** ` (ИНН 7700000000)`, ` (ИНН 7700000000, КПП 770001001)`, ` (1С: 00-000123)`: what tells two companies of one name apart, best first. */
export function titleSuffixes(ids: { readonly inn: string; readonly kpp: string; readonly code: string }): readonly string[] {
  const { inn, kpp, code } = ids
  return [inn && ` (ИНН ${inn})`, inn && kpp && ` (ИНН ${inn}, КПП ${kpp})`, code && ` (1С: ${code})`].filter(Boolean)
}

async function freeTitle(text: string, suffixes: readonly string[], store: TitleStore): Promise<string> {
  for (const suffix of ['', ...suffixes]) {
    const title = withSuffix(text, cellText(suffix))
    if (!(await store.hasName(linkedName(title)))) return title
  }
  for (let number = 2; ; number += 1) {
    const title = withSuffix(text, `(${number})`)
    if (!(await store.hasName(linkedName(title)))) return title
  }
}

function withSuffix(text: string, suffix: string): string {
  const room = Math.max(0, longestTitle - suffix.length - 1)
  return suffix === '' ? cut(text, longestTitle) : cut(`${cut(text, room)} ${suffix}`.trimStart(), longestTitle)
}

async function problemsOf(wanted: string, title: string, store: TitleStore): Promise<Problem[]> {
  const length = Array.from(wanted).length
  const found: Problem[] = []
  const about = { record: title, field: 'Название компании' }
  if (length > longestTitle) found.push(problem('import.text-cut', { ...about, length, max: longestTitle, value: wanted }))
  if (title !== cut(wanted, longestTitle)) found.push(problem('import.title-made-unique', { ...about, value: wanted, title }))
  const other = await store.titleLike(likeness(title))
  if (other !== undefined) found.push(problem('import.title-similar', { ...about, title, other }))
  return found
}

/** Titles with one such name are one for the portal's link: its database compares without case and takes ё for е. */
function linkedName(title: string): string {
  return title.toLowerCase().replaceAll('ё', 'е')
}

/** What duplicate control compares: no legal form, quotes, marks, spaces or case (`§10`). */
function likeness(title: string): string {
  const words = linkedName(title).match(/[\p{L}\p{N}]+/gu) ?? []
  const kept = words.filter((word) => !legalForms.has(word))
  return (kept.length > 0 ? kept : words).join('')
}

const legalForms = new Set(['ооо', 'оао', 'зао', 'пао', 'нао', 'ао', 'ип', 'чп', 'нко', 'ано', 'фгуп', 'муп', 'гуп', 'тоо'])
