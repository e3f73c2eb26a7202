import { type Problem, problem } from '../../../problems/problem.ts'
import type { TableDocument } from '../../../records/table-document.ts'
import { russianDate } from '../../../values/date.ts'
import type { DocumentExchange } from '../../map/document-record.ts'
import type { DocumentKind, DocumentRef } from '../told-document.ts'
import { entityOf, presetOf } from './document-entity.ts'
import { documentsNamed, type NumberedDocument } from './document-numbers.ts'
import { readNumberText } from './number-text.ts'
import type { StageShop } from './shop.ts'

/**
 * The documents that one was made for or falls under: of an invoice its basis and its contract, of others the contract. Or why a person
 * has to look.
 */
export async function parentsOf(
  shop: Pick<StageShop, 'ledger' | 'exchanges'>,
  record: TableDocument,
  exchange: DocumentExchange,
): Promise<readonly DocumentRef[] | { readonly doubt: Problem }> {
  const words: readonly ParentWord[] = [
    ...(record.kind === 'invoice' ? [{ text: record.basis, kinds: bases, isBinding: true }] : []),
    ...(record.kind === 'contract' ? [] : [{ text: record.contract, kinds: contracts, isBinding: record.kind === 'invoice' }]),
  ]
  const refs: DocumentRef[] = []
  for (const each of words.filter(({ text }) => text !== '')) {
    const found = await refOf(shop, each, exchange)
    if ('doubt' in found) return found
    refs.push(...found)
  }
  return refs
}

/** Kinds of documents that an invoice may be made for. */
const bases: readonly DocumentKind[] = ['order', 'workOrder', 'booking', 'contract']
const contracts: readonly DocumentKind[] = ['contract']

interface ParentWord {
  /** Id or number of the parent, or words that have its number in them. */
  readonly text: string
  readonly kinds: readonly DocumentKind[]
  /** One that has not come is waited for, where an exchange could tell of it; else it is only a text of the document. */
  readonly isBinding: boolean
}

async function refOf(
  { ledger, exchanges }: Pick<StageShop, 'ledger' | 'exchanges'>,
  { text, kinds, isBinding }: ParentWord,
  exchange: DocumentExchange,
): Promise<readonly DocumentRef[] | { readonly doubt: Problem }> {
  const portalId = portalIdIn(text, exchange)
  const start = { role: 'parent', name: text, ...(portalId === 0 ? {} : { portalId }) } as const
  const named = await documentsNamed(ledger, text, kinds)
  // A deal cannot belong to a deal, nor a card to one of its own kind.
  const fitting = named.filter(({ entity }) => entity !== entityOf(exchange))
  const [parent, second] = fitting
  if (second !== undefined && isBinding) return { doubt: several(text, fitting) }
  if (parent !== undefined) return second === undefined ? [{ ...start, entity: parent.entity, keys: [parent.key] }] : []
  if (named.length > 0) return []
  const isExpected = exchanges.some(({ enabled, preset }) => enabled && kinds.some((kind) => presetOf[kind] === preset))
  if (portalId === 0 && !(isBinding && isExpected)) return []
  return [{ ...start, entity: '', keys: keysOf(text, kinds) }]
}

function several(text: string, documents: readonly NumberedDocument[]): Problem {
  const told = documents.map(({ key, number, day }) => `${number}${day === '' ? '' : ` (${russianDate(day)})`} — 1С: ${key}`)
  return problem('exchange.parent-several', { parent: text, documents: told.join('; ') })
}

/** Keys that a parent may get which has not come yet (`documentKey`). */
function keysOf(text: string, kinds: readonly DocumentKind[]): readonly string[] {
  const numbers = [text, ...readNumberText(text).numbers]
  return [...new Set([text, ...kinds.flatMap((kind) => numbers.map((number) => `${kind}:${number}`))])]
}

// `B24-1045`: the number that the portal itself gave to its card (C4).
function portalIdIn(text: string, { numberPrefix }: DocumentExchange): number {
  if (numberPrefix === '') return 0
  const word = readNumberText(text).numbers.find((each) => each.toUpperCase().startsWith(numberPrefix.toUpperCase()))
  const [digits] = /^\d+$/.exec(word?.slice(numberPrefix.length) ?? '') ?? []
  return digits === undefined ? 0 : Number(digits)
}
