import { pointsOf } from '../methods/item/columns.ts'
import { textOf } from '../methods/params.ts'
import { tableOf } from '../methods/store/store.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState, Row } from '../state.ts'
import { nameOf, type PageEntity } from './entity.ts'
import { shownRows } from './shown-rows.ts'

/**
 * Cards that have every word of the text in their names, numbers, addresses, comments, custom fields, external id or
 * requisites; the newest first. A phone number may be written in any way.
 */
export function searchCards(state: PortalState, entity: PageEntity, text: string): readonly Row[] {
  const rows = [...shownRows(state, entity)].reverse()
  const words = wordsOf(text)
  if (words.length === 0) return rows
  const requisites = requisiteTexts(state, entity.type.id)
  return rows.filter((row) => {
    const hay = fold([...cardTexts(entity, row), requisites.get(idOf(row)) ?? ''].join('\n'))
    return words.every((word) => hay.includes(word))
  })
}

/** A text of nothing but digits and the marks between them is one number, wherever its spaces are; +7 and 8 are one. */
function wordsOf(text: string): readonly string[] {
  const digits = text.replace(/\D/g, '')
  if (/^[\d\s()+-]+$/.test(text) && digits.length === 11 && /^[78]/.test(digits)) return [digits.slice(1)]
  if (/^[\d\s()+-]+$/.test(text) && digits.length >= 7) return [digits]
  return fold(text).split(/\s+/).filter(Boolean)
}

function cardTexts(entity: PageEntity, row: Row): readonly string[] {
  const custom = Object.keys(row).filter((name) => name.startsWith('UF_'))
  return [
    nameOf(entity, row),
    ...['id', 'originId', 'xmlId', 'accountNumber', 'comments', ...custom].map((name) => textOf(row[name])),
    ...pointsOf(row).flatMap(({ typeId, value }) => (typeId === 'PHONE' ? [value, value.replace(/\D/g, '')] : [value])),
  ]
}

function requisiteTexts(state: PortalState, entityTypeId: number): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  for (const row of tableOf(state, 'requisite').rows()) {
    if (Number(row['ENTITY_TYPE_ID']) !== entityTypeId) continue
    const owner = Number(row['ENTITY_ID'])
    const own = ['NAME', 'RQ_INN', 'RQ_KPP', 'RQ_OGRN', 'RQ_OGRNIP', 'RQ_COMPANY_FULL_NAME'].map((name) => textOf(row[name]))
    texts.set(owner, [texts.get(owner) ?? '', ...own].join('\n'))
  }
  return texts
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
