import { type Problem, problem } from '../../problems/problem.ts'
import type { OutDocument, OutRow } from '../../records/out-document.ts'
import { compare, round } from '../../values/decimal.ts'
import type { OutgoingFormat } from './outgoing.ts'
import { countedRows, isItemId, totalOf } from './outgoing-goods.ts'
import { orderText } from './outgoing-text.ts'

export interface RefusalOptions {
  /** Rows without a 1C id may go: 1C makes new items of them. */
  readonly unknownGoods: 'refuse' | 'send'
}

/**
 * Why 1C would not take a document in that format, or would make a mess of it (`1c-side.md §5`); empty: it may go. The plain formats
 * leave the rules to the code that reads them, and only want something to know the document by.
 */
export function refusalsOf(format: OutgoingFormat, document: OutDocument, options: RefusalOptions): readonly Problem[] {
  const number = orderText(document.number)
  const nameless = number === '' ? [problem('outgoing.no-number', { card: document.portalId })] : []
  if (format === 'csv' || format === 'xml') return nameless
  return [
    ...nameless,
    // УТ 11 looks orders up in a table of `Строка(11)`: a longer number is never found again, and each run makes one more order.
    ...(number.length > longestNumber ? [problem('outgoing.number-long', { number, most: longestNumber })] : []),
    // Three letters of any alphabet: `руб` is what УТ 10.3 calls it.
    ...(/^\p{L}{3}$/u.test(document.currency) ? [] : [problem('outgoing.no-currency', { number, currency: document.currency })]),
    ...(isNamed(document) ? [] : [problem('outgoing.no-client', { number })]),
    ...rowRefusals(document, options),
  ]
}

const longestNumber = 11

function isNamed({ client }: OutDocument): boolean {
  return client !== null && orderText(client.name) !== ''
}

function rowRefusals(document: OutDocument, { unknownGoods }: RefusalOptions): readonly Problem[] {
  const { number, amount } = document
  const rows = countedRows(document)
  if (rows.length === 0) return [problem('outgoing.no-rows', { number })]
  const unknown = unknownGoods === 'refuse' ? rows.filter(({ productId }) => !isItemId(productId)) : []
  const total = totalOf(rows)
  return [
    ...(unknown.length === 0 ? [] : [problem('outgoing.unknown-goods', { number, goods: unknown.map(nameOf).join('; ') })]),
    // 1C counts the order from its rows: another total would be lost there without a word.
    ...(compare(total, round(amount, 2)) === 0 ? [] : [problem('outgoing.total-differs', { number, amount, total })]),
  ]
}

function nameOf({ name, article }: OutRow): string {
  return article === '' ? `«${name}»` : `«${name}» (${article})`
}
