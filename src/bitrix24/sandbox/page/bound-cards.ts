import { type Html, type HtmlValue, html } from '../../import-csv/html.ts'
import { contactsOfCompany, idsOf } from '../methods/item/links.ts'
import { textOf } from '../methods/params.ts'
import { tableOf } from '../methods/store/store.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState, Row } from '../state.ts'
import { cardLink, type PageEntity, pageEntities } from './entity.ts'
import { pointValues } from './points.ts'
import { moneyText } from './words.ts'

/** Contacts of a company, companies of a contact, the client of a document; and the documents that belong to the card. */
export function boundCards(state: PortalState, { kind, type }: PageEntity, row: Row): readonly (Html | null)[] {
  const id = idOf(row)
  switch (kind) {
    case 'company':
      return [
        boundList('Контакты', people(state, contactsOfCompany(state, id))),
        ...documents(state, (one) => Number(one['companyId'] ?? 0) === id || Number(one['mycompanyId'] ?? 0) === id),
      ]
    case 'contact':
      return [
        boundList('Компании', links(state, 4, idsOf(row['companyIds']))),
        ...documents(state, (one) => idsOf(one['contactIds']).includes(id)),
      ]
    default:
      return [
        boundList(
          'Компания',
          links(
            state,
            4,
            [Number(row['companyId'] ?? 0)].filter((company) => company !== 0),
          ),
        ),
        boundList('Контакты', people(state, idsOf(row['contactIds']))),
        ...documents(state, (one) => Number(one[`parentId${type.id}`] ?? 0) === id),
      ]
  }
}

/** More than that are counted. */
const limit = 50

function boundList(title: string, lines: readonly HtmlValue[]): Html | null {
  if (lines.length === 0) return null
  return html`<section><h2>${title}</h2>
<ul>
${lines.slice(0, limit).map((line) => html`<li>${line}</li>\n`)}</ul>
${lines.length > limit ? html`<p class="soft">и ещё ${lines.length - limit}</p>` : null}</section>`
}

function links(state: PortalState, entityTypeId: number, ids: readonly number[]): readonly HtmlValue[] {
  return ids.map((id) => cardLink(state, entityTypeId, id))
}

function people(state: PortalState, ids: readonly number[]): readonly HtmlValue[] {
  const contacts = tableOf(state, 'item:3')
  return ids.map((id) => {
    const row = contacts.get(id)
    const post = textOf(row?.['post'])
    return html`${cardLink(state, 3, id)}${post === '' ? null : `, ${post}`}${row === undefined ? null : html` <span class="soft">${pointValues(row, 'PHONE', 1)}</span>`}`
  })
}

/** Deals, invoices and items of processes, a list of each kind, the newest first. */
function documents(state: PortalState, isBound: (row: Row) => boolean): readonly (Html | null)[] {
  const kinds = pageEntities(state).filter(({ kind }) => kind !== 'company' && kind !== 'contact')
  return kinds.map(({ plural, type }) => {
    const rows = tableOf(state, `item:${type.id}`).rows().filter(isBound).reverse()
    const amount = (row: Row) =>
      type.fieldsByName.has('opportunity') ? `, ${moneyText(state, row['opportunity'] ?? 0, row['currencyId'])}` : ''
    return boundList(
      plural,
      rows.map((row) => html`${cardLink(state, type.id, idOf(row))}${amount(row)}`),
    )
  })
}
