import type { Price, Product } from '../../../records/catalogue.ts'
import { currencyCode } from '../../../values/currency.ts'
import { parseDecimal } from '../../../values/decimal.ts'
import { filledId } from '../../../values/reference.ts'
import { oneLine } from '../../../values/text.ts'
import { parseVat, type VatRate } from '../../../values/vat.ts'
import { isService } from './is-service.ts'
import { type BoundRow, extraOf, flag, idOf, isDeleted, originOf, readField, textOf } from './row-fields.ts'

const own = new Set(
  'id code article name fullName groupId group unit unitCode price currency vat barcode description quantity manufacturer service deleted'.split(
    ' ',
  ),
)

/** A row of a table of номенклатура as a record. A path of groups may be parted by ` / `, ` > ` or `\\`. */
export function toProduct(row: BoundRow): Product {
  const fullName = oneLine(textOf(row, 'fullName'))
  const groupId = filledId(textOf(row, 'groupId'))
  const unit = { code: textOf(row, 'unitCode'), name: textOf(row, 'unit'), fullName: '' }
  return {
    kind: 'product',
    id: idOf(row),
    deleted: isDeleted(row),
    service: isService(textOf(row, 'service')),
    name: oneLine(textOf(row, 'name')) || fullName,
    fullName,
    article: textOf(row, 'article'),
    code: textOf(row, 'code'),
    barcode: textOf(row, 'barcode'),
    description: textOf(row, 'description'),
    groupIds: groupId === '' ? [] : [groupId],
    groupNames: oneLine(textOf(row, 'group'))
      .split(/\s+[/>]\s+|\s*\\\s*/)
      .filter((name) => name !== ''),
    unit: unit.code === '' && unit.name === '' ? null : unit,
    vat: vatOf(row),
    manufacturer: oneLine(textOf(row, 'manufacturer')),
    images: [],
    properties: [],
    variant: [],
    prices: pricesOf(row),
    quantity: readField(row, 'quantity', parseDecimal),
    catalogueId: '',
    extra: extraOf(row, own),
    problems: row.problems,
    origin: originOf(row),
  }
}

/** One price without a type: a table has no list of price types. */
function pricesOf(row: BoundRow): readonly Price[] | null {
  const value = readField(row, 'price', parseDecimal)
  if (value === null) return null
  const currency = textOf(row, 'currency')
  return [{ priceTypeId: '', value, currency: currencyCode(currency) ?? currency, unit: '', ratio: '1' }]
}

function vatOf(row: BoundRow): VatRate | null {
  const text = textOf(row, 'vat')
  const rate = parseVat(text)
  if (rate === null && text !== '') flag(row, 'vat', 'vat.unknown', text)
  return rate
}
