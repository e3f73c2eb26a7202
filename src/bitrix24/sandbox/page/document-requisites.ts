import { type Html, type HtmlValue, html } from '../../import-csv/html.ts'
import { textOf } from '../methods/params.ts'
import { linkOf } from '../methods/requisite/link-client.ts'
import { tableOf } from '../methods/store/store.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState, Row } from '../state.ts'
import { cardLink } from './entity.ts'

/** By which requisites and accounts a document goes, those of its client and those of the own company. Null: nothing is said of it. */
export function documentRequisites(state: PortalState, entityTypeId: number, row: Row): Html | null {
  const link = linkOf(state, entityTypeId, idOf(row))
  if (link === undefined) return null
  const lines = [
    ['Клиент', requisite(state, link['REQUISITE_ID'])],
    ['Счёт клиента', account(state, link['BANK_DETAIL_ID'])],
    ['Ваша компания', requisite(state, link['MC_REQUISITE_ID'])],
    ['Ваш счёт', account(state, link['MC_BANK_DETAIL_ID'])],
  ] as const
  const told = lines.filter(([, value]) => value !== null)
  if (told.length === 0) return null
  return html`<section><h2>Реквизиты документа</h2><dl>
${told.map(([title, value]) => html`<dt>${title}</dt><dd>${value}</dd>\n`)}</dl></section>`
}

function requisite(state: PortalState, id: unknown): HtmlValue {
  if (Number(id ?? 0) === 0) return null
  const row = tableOf(state, 'requisite').get(Number(id))
  if (row === undefined) return `№ ${textOf(id)} (реквизитов нет)`
  const inn = textOf(row['RQ_INN'])
  const owner = cardLink(state, Number(row['ENTITY_TYPE_ID']), Number(row['ENTITY_ID']))
  return html`${textOf(row['NAME'])}${inn === '' ? null : `, ИНН ${inn}`} <span class="soft">${owner}</span>`
}

function account(state: PortalState, id: unknown): HtmlValue {
  if (Number(id ?? 0) === 0) return null
  const row = tableOf(state, 'bankDetail').get(Number(id))
  if (row === undefined) return `№ ${textOf(id)} (счёта нет)`
  return [row['NAME'], row['RQ_ACC_NUM'], row['RQ_BANK_NAME']].map(textOf).filter(Boolean).join(', ')
}
