import Big from 'big.js'
import { type Html, html } from '../../import-csv/html.ts'
import type { EntityType } from '../methods/item/entity-type.ts'
import { integerOf, isEmpty, textOf } from '../methods/params.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState, Row } from '../state.ts'
import { moneyText } from './words.ts'

/** What a document is about, row by row in their order, with its totals. Null: it has no rows. */
export function productRows(state: PortalState, type: EntityType, owner: Row): Html | null {
  const held = state.productRows[`${type.code}:${idOf(owner)}`] ?? []
  if (held.length === 0) return null
  const rows = [...held].sort((one, other) => integerOf(one['sort']) - integerOf(other['sort']))
  const money = (amount: Big) => moneyText(state, amount.toNumber(), owner['currencyId'])
  const total = sumOf(rows, sum)
  const isByHand = owner['isManualOpportunity'] === 'Y' && !total.eq(big(owner['opportunity']))
  return html`<section><h2>Товары</h2>
<table>
<thead><tr><th scope="col">Название</th><th scope="col" class="number">Цена</th><th scope="col" class="number">Количество</th>
<th scope="col" class="number">Скидка</th><th scope="col" class="number">НДС</th><th scope="col" class="number">Сумма</th></tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr><td class="name">${textOf(row['productName'])}</td><td class="number" data-title="Цена">${money(big(row['price']))}</td>
<td class="number" data-title="Количество">${decimal(row['quantity'])} ${textOf(row['measureName'])}</td>
<td class="number" data-title="Скидка">${percent(row['discountRate'])}</td><td class="number" data-title="НДС">${vat(row['taxRate'])}</td>
<td class="number" data-title="Сумма">${money(sum(row).round(2))}</td></tr>\n`,
)}</tbody>
<tfoot>${foot('Скидка', sumOf(rows, discount), money)}
${foot('В том числе НДС', sumOf(rows, tax), money)}
<tr><th scope="row" colspan="5">Итого</th><td class="number">${money(total)}</td></tr></tfoot>
</table>${isByHand ? html`<p class="soft">Сумма карточки, ${money(big(owner['opportunity']))}, вписана вручную.</p>` : null}</section>`
}

function foot(title: string, amount: Big, money: (amount: Big) => string): Html | null {
  return amount.eq(0)
    ? null
    : html`<tr class="soft"><th scope="row" colspan="5">${title}</th><td class="number">${money(amount)}</td></tr>`
}

function sumOf(rows: readonly Row[], one: (row: Row) => Big): Big {
  return rows.reduce((total, row) => total.plus(one(row)), new Big(0)).round(2)
}

function sum(row: Row): Big {
  return big(row['price']).times(big(row['quantity']))
}

function tax(row: Row): Big {
  return big(row['price']).minus(big(row['priceExclusive'])).times(big(row['quantity']))
}

/** As the client sees it, with the tax. */
function discount(row: Row): Big {
  return big(row['priceBrutto']).minus(big(row['price'])).times(big(row['quantity']))
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
