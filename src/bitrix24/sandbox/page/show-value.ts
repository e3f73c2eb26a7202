import { type Html, type HtmlValue, html } from '../../import-csv/html.ts'
import type { EntityType } from '../methods/item/entity-type.ts'
import type { ItemField } from '../methods/item/field.ts'
import { integerOf, isEmpty, recordOf, textOf } from '../methods/params.ts'
import type { PortalState, Row } from '../state.ts'
import { cardLink } from './entity.ts'
import { dateText, momentText, moneyText, userName } from './words.ts'

/** A value of a card in words: codes of directories by their names, ids by whom they mean. Null: there is nothing. */
export function showValue(state: PortalState, type: EntityType, field: ItemField, row: Row, value: unknown): Html | null {
  const values = (Array.isArray(value) ? value : [value]).filter((one) => !isEmpty(one))
  const shown = values.map((one) => showOne(state, type, field, row, one)).filter((one) => one !== null)
  if (shown.length === 0) return null
  return html`${shown.map((one, place) => (place === 0 ? one : html`, ${one}`))}`
}

/** A code of a directory by its name; a code that the directory does not have stays, so that it is seen. */
export function statusName(state: PortalState, directory: string | null | undefined, code: unknown): string {
  const found = state.statuses.find((row) => row['ENTITY_ID'] === directory && row['STATUS_ID'] === code)
  return textOf(found?.['NAME']) || textOf(code)
}

/** Stages belong to the pipeline of the record. */
export function stageName(state: PortalState, type: EntityType, row: Row, code: unknown): string {
  return statusName(state, type.stageDirectory(integerOf(row['categoryId'])), code)
}

export function categoryName(state: PortalState, type: EntityType, id: unknown): string {
  const isIt = (row: Row) => Number(row['entityTypeId']) === type.id && Number(row['id']) === Number(id)
  return textOf(state.categories.find(isIt)?.['name']) || textOf(id)
}

function showOne(state: PortalState, type: EntityType, field: ItemField, row: Row, value: unknown): HtmlValue {
  switch (field.type) {
    case 'crm_status':
      return field.statusType === 'STAGES' ? stageName(state, type, row, value) : statusName(state, field.statusType, value)
    case 'crm_category':
      return categoryName(state, type, value)
    case 'user':
    case 'employee':
      return userName(state, value)
    case 'crm_company':
      return linked(state, 4, value)
    case 'crm_contact':
      return linked(state, 3, value)
    case 'crm_deal':
      return linked(state, 2, value)
    case 'crm_entity':
      return linked(state, field.parentTypeId ?? 0, value)
    case 'enumeration':
      return field.items?.find(({ ID }) => ID === String(value))?.VALUE ?? textOf(value)
    case 'boolean':
      return value === 'Y' ? 'да' : 'нет'
    case 'date':
      return dateText(value)
    case 'datetime':
      return momentText(value)
    case 'money': {
      const [amount, currency] = String(value).split('|')
      return moneyText(state, amount, currency)
    }
    case 'double':
      return moneyFields.includes(field.name) ? moneyText(state, value, row['currencyId']) : decimal(value)
    case 'file':
      return textOf(recordOf(value)?.['name'])
    case 'url':
      return webLink(String(value))
    default:
      return textOf(value)
  }
}

const moneyFields: readonly string[] = ['opportunity', 'taxValue', 'revenue']

function linked(state: PortalState, entityTypeId: number, id: unknown): HtmlValue {
  return Number(id) === 0 ? null : cardLink(state, entityTypeId, Number(id))
}

function decimal(value: unknown): string {
  return textOf(value).replace('.', ',')
}

/** Only what leads to the web is a link: an address with a script in it stays a text. */
export function webLink(address: string): HtmlValue {
  const url = /^https?:\/\//i.test(address) ? address : /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `http://${address}` : null
  return url === null ? address : html`<a href="${url}" rel="noreferrer">${address}</a>`
}
