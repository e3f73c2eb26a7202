import { type Html, html } from '../../import-csv/html.ts'
import { type EntityType, typeById } from '../methods/item/entity-type.ts'
import { textOf } from '../methods/params.ts'
import { tableOf } from '../methods/store/store.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState, Row } from '../state.ts'

/** A kind of cards that has pages. */
export interface PageEntity {
  /** Its part of the address, and its `ENTITY_TYPE` in the timeline. */
  readonly path: 'company' | 'contact' | 'deal'
  readonly type: EntityType
  /** Компании */
  readonly plural: string
  /** Компания */
  readonly one: string
  /** What a list without any says. */
  readonly none: string
}

export const pageEntities: readonly PageEntity[] = [
  { path: 'company', type: typeById(4)!, plural: 'Компании', one: 'Компания', none: 'Ни одной компании пока нет.' },
  { path: 'contact', type: typeById(3)!, plural: 'Контакты', one: 'Контакт', none: 'Ни одного контакта пока нет.' },
  { path: 'deal', type: typeById(2)!, plural: 'Сделки', one: 'Сделка', none: 'Ни одной сделки пока нет.' },
]

export function listPath({ path }: PageEntity): string {
  return `/crm/${path}/`
}

export function cardPath({ path }: PageEntity, id: number): string {
  return `/crm/${path}/details/${id}/`
}

/** What a card is called: its title, or the names of a person. */
export function nameOf({ type, one }: PageEntity, row: Row): string {
  const names = type.id === 3 ? [row['lastName'], row['name'], row['secondName']] : [row['title']]
  return names.map(textOf).filter(Boolean).join(' ') || `${one} № ${idOf(row)}`
}

/** A link to a card by its name; a card that is gone is told by its number. Null: a kind without pages. */
export function cardLink(state: PortalState, entityTypeId: number, id: number): Html | null {
  const entity = pageEntities.find(({ type }) => type.id === entityTypeId)
  if (entity === undefined) return null
  const row = tableOf(state, `item:${entityTypeId}`).get(id)
  if (row === undefined) return html`№ ${id} (карточки нет)`
  return html`<a href="${cardPath(entity, id)}">${nameOf(entity, row)}</a>`
}
