import Big from 'big.js'
import { type Html, html } from '../../import-csv/html.ts'
import type { EntityType } from '../methods/item/entity-type.ts'
import { isEmpty, textOf } from '../methods/params.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState, Row } from '../state.ts'
import { moneyText } from './words.ts'

/** What a deal is about, row by row. Null: it has no rows. */
export function productRows(state: PortalState, type: EntityType, owner: Row): Html | null {
  const rows = state.productRows[`${type.code}:${idOf(owner)}`] ?? []
  if (rows.length === 0) return null
  const money = (amount: unknown) => moneyText(state, amount, owner['currencyId'])
  const sums = rows.map((row) => big(row['price']).times(big(row['quantity'])).round(2))
  const total = sums.reduce((sum, one) => sum.plus(one), new Big(0))
  return html`<section><h2>Товары</h2>
<table>
<thead><tr><th scope="col">Название</th><th scope="col" class="number">Цена</th><th scope="col" class="number">Количество</th>
<th scope="col" class="number">Скидка</th><th scope="col" class="number">НДС</th><th scope="col" class="number">Сумма</th></tr></thead>
<tbody>
${rows.map(
  (
    row,
    place,
  ) => html`<tr><td class="name">${textOf(row['productName'])}</td><td class="number" data-title="Цена">${money(row['price'])}</td>
<td class="number" data-title="Количество">${decimal(row['quantity'])} ${textOf(row['measureName'])}</td>
<td class="number" data-title="Скидка">${percent(row['discountRate'])}</td><td class="number" data-title="НДС">${vat(row['taxRate'])}</td>
<td class="number" data-title="Сумма">${money(sums[place]!.toNumber())}</td></tr>\n`,
)}</tbody>
<tfoot><tr><th scope="row" colspan="5">Итого</th><td class="number">${money(total.toNumber())}</td></tr></tfoot>
</table></section>`
}

function big(value: unknown): Big {
  const number = Number(value ?? 0)
  return new Big(Number.isFinite(number) ? number : 0)
}

function decimal(value: unknown): string {
  return textOf(value).replace('.', ',')
}

function percent(value: unknown): string {
  return Number(value ?? 0) === 0 ? '' : `${decimal(value)} %`
}

/** Nothing is no VAT, 0 is the rate of zero. */
function vat(rate: unknown): string {
  return isEmpty(rate) ? 'без НДС' : `${decimal(rate)} %`
}
