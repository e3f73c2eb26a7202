import { type HtmlValue, html } from '../../import-csv/html.ts'
import type { EntityType } from '../methods/item/entity-type.ts'
import { idsOf } from '../methods/item/links.ts'
import { textOf } from '../methods/params.ts'
import { requisitesOf } from '../methods/requisite/cascade.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState, Row } from '../state.ts'
import { cardLink, type PageEntity } from './entity.ts'
import { pointValues } from './points.ts'
import { categoryName, stageName, statusName } from './show-value.ts'
import { momentText, moneyText, userName } from './words.ts'

export interface ListColumn {
  readonly title: string
  /** Class of its cells. */
  readonly look?: 'plain' | 'name' | 'loose' | 'number' | 'time' | 'point'
  show(state: PortalState, row: Row): HtmlValue
}

/** What a person looks for in a list. */
export function listColumns({ kind, type }: PageEntity): readonly ListColumn[] {
  switch (kind) {
    case 'company':
      return companyColumns
    case 'contact':
      return contactColumns
    case 'deal':
      return documentColumns(type, 'Изменена')
    case 'invoice':
    case 'process':
      return documentColumns(type, 'Изменён')
  }
}

const number: ListColumn = { title: '№', look: 'point', show: (_state, row) => idOf(row) }
const phone: ListColumn = { title: 'Телефон', show: (_state, row) => pointValues(row, 'PHONE', 2) }
const email: ListColumn = { title: 'E-mail', look: 'loose', show: (_state, row) => pointValues(row, 'EMAIL', 1) }
const responsible: ListColumn = { title: 'Ответственный', show: (state, row) => userName(state, row['assignedById']) }
const updated: ListColumn = { title: 'Изменена', look: 'time', show: (_state, row) => momentText(row['updatedTime']) }

const companyColumns: readonly ListColumn[] = [
  number,
  { title: 'Название', look: 'name', show: (state, row) => cardLink(state, 4, idOf(row)) },
  { title: 'Тип', show: (state, row) => statusName(state, 'COMPANY_TYPE', row['typeId']) },
  { title: 'ИНН', show: (state, row) => inns(state, 4, idOf(row)) },
  phone,
  email,
  responsible,
  updated,
]

const contactColumns: readonly ListColumn[] = [
  number,
  { title: 'Имя', look: 'name', show: (state, row) => cardLink(state, 3, idOf(row)) },
  {
    title: 'Компания',
    show: (state, row) => idsOf(row['companyIds']).map((id, place) => [place === 0 ? '' : ', ', cardLink(state, 4, id)]),
  },
  phone,
  email,
  responsible,
  { ...updated, title: 'Изменён' },
]

/** Of an item of a process what its settings give it. */
function documentColumns(type: EntityType, updatedTitle: string): readonly ListColumn[] {
  const has = (name: string) => type.fieldsByName.has(name)
  const money: ListColumn = {
    title: 'Сумма',
    look: 'number',
    show: (state, row) => moneyText(state, row['opportunity'] ?? 0, row['currencyId']),
  }
  return [
    number,
    { title: 'Название', look: 'name', show: (state, row) => cardLink(state, type.id, idOf(row)) },
    ...(has('accountNumber') ? [{ title: 'Номер', show: (_state: PortalState, row: Row) => textOf(row['accountNumber']) }] : []),
    ...(has('stageId') ? [{ title: 'Стадия', show: (state: PortalState, row: Row) => stage(state, type, row) }] : []),
    ...(has('opportunity') ? [money] : []),
    ...(has('companyId') ? [{ title: 'Клиент', show: client }] : []),
    responsible,
    { ...updated, title: updatedTitle },
  ]
}

function inns(state: PortalState, entityTypeId: number, id: number): string {
  const all = requisitesOf(state, entityTypeId, id).map((row) => textOf(row['RQ_INN']))
  return [...new Set(all)].filter(Boolean).join(', ')
}

/** The only pipeline there is needs no name. */
function stage(state: PortalState, type: EntityType, row: Row): HtmlValue {
  const pipelines = state.categories.filter((one) => Number(one['entityTypeId']) === type.id)
  const pipeline = pipelines.length < 2 ? '' : categoryName(state, type, row['categoryId'] ?? 0)
  return html`${stageName(state, type, row, row['stageId'])} <span class="soft">${pipeline}</span>`
}

function client(state: PortalState, row: Row): HtmlValue {
  const company = Number(row['companyId'] ?? 0)
  const [contact] = idsOf(row['contactIds'])
  if (company !== 0) return cardLink(state, 4, company)
  return contact === undefined ? null : cardLink(state, 3, contact)
}
