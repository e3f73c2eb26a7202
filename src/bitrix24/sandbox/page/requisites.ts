import { type Html, html } from '../../import-csv/html.ts'
import { integerOf, textOf } from '../methods/params.ts'
import { addressTypes } from '../methods/requisite/address-methods.ts'
import { addressesOf, bankDetailsOf, requisitesOf } from '../methods/requisite/cascade.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState, Row } from '../state.ts'
import { requisiteTitles } from './requisite-titles.ts'

/** Requisites of a company or contact with their preset, addresses and bank accounts. Null: it has none. */
export function showRequisites(state: PortalState, entityTypeId: number, row: Row): Html | null {
  const requisites = requisitesOf(state, entityTypeId, idOf(row))
  if (requisites.length === 0) return null
  return html`<section><h2>Реквизиты</h2>
${requisites.map((requisite) => showRequisite(state, requisite))}</section>`
}

function showRequisite(state: PortalState, requisite: Row): Html {
  const id = idOf(requisite)
  const preset = state.presets.find((row) => integerOf(row['ID']) === integerOf(requisite['PRESET_ID']))
  return html`<div class="requisite">
<p><strong>${textOf(requisite['NAME'])}</strong>
<span class="preset">${textOf(preset?.['NAME']) || `шаблона № ${textOf(requisite['PRESET_ID'])} нет`}</span>
${requisite['ACTIVE'] === 'N' ? html`<span class="soft">не действует</span>` : null}</p>
<dl>
${titled(requisite)}
${addressesOf(state, id).map((address) => html`<dt>${addressTitle(address)}</dt><dd>${addressText(address)}</dd>\n`)}</dl>
${bankDetailsOf(state, id).map(showBankDetail)}
</div>
`
}

function showBankDetail(row: Row): Html {
  return html`<h3>Счёт: ${textOf(row['NAME'])}</h3>
<dl>
${titled(row)}</dl>`
}

/** Filled fields, what a person asks for first in front. */
function titled(row: Row): readonly Html[] {
  return Object.entries(requisiteTitles).flatMap(([name, title]) => {
    const value = textOf(row[name])
    return value === '' ? [] : [html`<dt>${title}</dt><dd>${value}</dd>\n`]
  })
}

function addressTitle(row: Row): string {
  const type = addressTypes.find(({ ID }) => ID === integerOf(row['TYPE_ID']))
  return type?.NAME ?? `Адрес, тип ${textOf(row['TYPE_ID'])}`
}

function addressText(row: Row): string {
  const parts = ['POSTAL_CODE', 'COUNTRY', 'PROVINCE', 'REGION', 'CITY', 'ADDRESS_1', 'ADDRESS_2']
  return parts
    .map((name) => textOf(row[name]))
    .filter(Boolean)
    .join(', ')
}
