import { type Html, type HtmlValue, html } from '../../import-csv/html.ts'
import { heldValue } from '../methods/item/columns.ts'
import { customFields } from '../methods/item/custom-fields.ts'
import type { EntityType } from '../methods/item/entity-type.ts'
import type { ItemField } from '../methods/item/field.ts'
import { integerOf, textOf } from '../methods/params.ts'
import type { PortalState, Row } from '../state.ts'
import { showValue } from './show-value.ts'
import { momentText, userName } from './words.ts'

/** What the portal knows by itself of such a card, filled fields only. */
export function fieldList(state: PortalState, type: EntityType, row: Row): Html | null {
  const shown = type.fields.flatMap((field) => {
    const value = elsewhere.has(field.name) || isBare(state, type, field, row) ? null : shownOf(state, type, field, row)
    return value === null ? [] : [line(field.title, value)]
  })
  return shown.length === 0 ? null : html`<section><h2>Сведения</h2><dl>\n${shown}</dl></section>`
}

/** Fields that somebody has added to this portal, the empty ones too: settings name them by the code. */
export function customFieldList(state: PortalState, type: EntityType, row: Row): Html | null {
  const fields = customFields(state, type)
  if (fields.length === 0) return null
  return html`<section><h2>Поля, добавленные на портале</h2><dl>
${fields.map((field) => html`<dt>${field.title}<code>${field.name}</code></dt><dd>${shownOf(state, type, field, row) ?? '—'}</dd>\n`)}</dl></section>`
}

/** Who is in charge, who made and changed it and when, and what it is called where it came from. */
export function detailList(state: PortalState, type: EntityType, row: Row): Html {
  const when = (at: unknown, by: unknown) => [momentText(at), userName(state, by)].filter(Boolean).join(', ')
  const lines: readonly (readonly [string, string])[] = [
    ['Номер', textOf(row['id'])],
    ['Ответственный', userName(state, row['assignedById'])],
    ['Создание', when(row['createdTime'], row['createdBy'])],
    ['Последнее изменение', when(row['updatedTime'], row['updatedBy'])],
    ['Последняя смена стадии', when(row['movedTime'], row['movedBy'])],
    ['Внешний код', textOf(row['xmlId'])],
    ['Внешний источник', textOf(row['originatorId'])],
    ['Код во внешнем источнике', textOf(row['originId'])],
    ['Версия из внешнего источника', textOf(row['originVersion'])],
    ['Доступ', type.fieldsByName.has('opened') ? (row['opened'] === 'Y' ? 'для всех' : 'не для всех') : ''],
  ]
  return html`<section><h2>О карточке</h2><dl>
${lines.filter(([, value]) => value !== '').map(([title, value]) => line(title, value))}</dl></section>`
}

/** Told in the heading, in a block of its own, beside, or of no use to a person. */
const elsewhere: ReadonlySet<string> = new Set([
  ...['id', 'title', 'name', 'secondName', 'lastName', 'comments', 'fm', 'hasPhone', 'hasEmail', 'hasImol'],
  ...['contactId', 'contactIds', 'companyId', 'companyIds', 'assignedById', 'opened', 'export', 'observers'],
  ...['createdBy', 'createdTime', 'updatedBy', 'updatedTime', 'movedBy', 'movedTime', 'lastActivityBy', 'lastActivityTime'],
  ...['originatorId', 'originId', 'originVersion', 'xmlId', 'webformId', 'stageSemanticId', 'previousStageId'],
])

/** A number that is 0, a mark that is not set and the only pipeline there is say nothing. */
function isBare(state: PortalState, type: EntityType, field: ItemField, row: Row): boolean {
  const value = heldValue(state, type, field, row)
  if (field.type === 'boolean') return value !== 'Y'
  if (field.type === 'crm_category')
    return state.categories.filter((one) => integerOf(one['entityTypeId']) === type.id).length < 2
  return value === 0 && field.name !== 'opportunity'
}

function shownOf(state: PortalState, type: EntityType, field: ItemField, row: Row): HtmlValue {
  return showValue(state, type, field, row, heldValue(state, type, field, row))
}

function line(title: string, value: HtmlValue): Html {
  return html`<dt>${title}</dt><dd>${value}</dd>\n`
}
