import type { DocumentRow } from '../../../records/document-row.ts'
import { compare, parseDecimal } from '../../../values/decimal.ts'
import { filledId } from '../../../values/reference.ts'
import { oneLine } from '../../../values/text.ts'
import { parseVat, type VatRate } from '../../../values/vat.ts'
import { documentNumber } from './document-number.ts'
import { documentRowFields } from './fields-document-row.ts'
import { isService } from './is-service.ts'
import { type BoundRow, extraOf, flag, headingOf, originOf, readField, textOf } from './row-fields.ts'

const own = new Set(documentRowFields.map(({ name }) => name))

/** A row of a table of goods and works of documents. Its id is its document, which it shares with the others of it. */
export function toDocumentRow(row: BoundRow): DocumentRow {
  const document = filledId(documentNumber(textOf(row, 'document')))
  return {
    kind: 'documentRow',
    id: document,
    deleted: false,
    document,
    productId: filledId(textOf(row, 'productId')),
    name: oneLine(textOf(row, 'name')),
    article: textOf(row, 'article'),
    service: serviceOf(row),
    unitCode: textOf(row, 'unitCode'),
    unit: textOf(row, 'unit'),
    price: readField(row, 'price', parseDecimal),
    quantity: readField(row, 'quantity', parseDecimal),
    amount: readField(row, 'amount', parseDecimal),
    discountPercent: saysPercent(row)
      ? readField(row, 'discountPercent', (text) => parseDecimal(text.replace(/\s*%$/, '')))
      : null,
    discountAmount: readField(row, 'discountAmount', parseDecimal),
    vat: vatOf(row),
    extra: { ...unclearDiscount(row), ...extraOf(row, own) },
    problems: row.problems,
    origin: originOf(row),
  }
}

/** Where no column says it, a table whose products stand under `Работа` or `Услуга` is one of services. */
function serviceOf(row: BoundRow): boolean {
  const said = textOf(row, 'service')
  return said === '' ? /^(?:работ|услуг|вид работ|наименование работ)/i.test(headingOf(row, 'name')) : isService(said)
}

/** `Скидка` alone may be a percent or a sum: only a sign of percent, over the column or in the cell, makes it one. */
function saysPercent(row: BoundRow): boolean {
  return /%|процент|percent/i.test(headingOf(row, 'discountPercent')) || textOf(row, 'discountPercent').endsWith('%')
}

function unclearDiscount(row: BoundRow): Readonly<Record<string, string>> {
  const text = textOf(row, 'discountPercent')
  return text === '' || saysPercent(row) ? {} : { [headingOf(row, 'discountPercent')]: text }
}

/** Under `НДС` 1C programmers write the rate, or its sum: a figure that is no usual rate is not taken for one. */
function vatOf(row: BoundRow): VatRate | null {
  const text = textOf(row, 'vat')
  const rate = parseVat(text)
  const isBare = !/ставка|rate|%/i.test(headingOf(row, 'vat')) && !text.includes('%')
  const isSum = isBare && rate?.percent != null && (rate.percent.includes('.') || compare(rate.percent, highestRate) > 0)
  if (text === '' || (rate !== null && !isSum)) return rate
  flag(row, 'vat', 'vat.unknown', text)
  return null
}

/** Of the countries where 1C is at home: 22 % in Russia. */
const highestRate = '25'
