import { type Html, html } from '../../import-csv/html.ts'
import { type EntityType, entityTypes, systemType } from '../methods/item/entity-type.ts'
import { textOf } from '../methods/params.ts'
import { tableOf } from '../methods/store/store.ts'
import { idOf } from '../methods/store/table.ts'
import type { PortalState, Row } from '../state.ts'

/** A kind of cards that has pages. */
export interface PageEntity {
  readonly kind: 'company' | 'contact' | 'deal' | 'invoice' | 'process'
  /** Its part of the address: `deal`, `type/1032`. */
  readonly path: string
  /** Its `ENTITY_TYPE` in the timeline. */
  readonly timeline: string
  readonly type: EntityType
  /** Компании */
  readonly plural: string
  /** Компания */
  readonly one: string
  /** What a list without any says. */
  readonly none: string
}

/** Every kind that this portal has, its smart processes last. */
export function pageEntities(state: PortalState): readonly PageEntity[] {
  return [
    ...systemKinds.map(({ typeId, ...kind }) => ({ ...kind, type: systemType(state, typeId) })),
    ...entityTypes(state)
      .filter(({ isProcess }) => isProcess)
      .map(processKind),
  ]
}

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
  const entity = pageEntities(state).find(({ type }) => type.id === entityTypeId)
  if (entity === undefined) return null
  const row = tableOf(state, `item:${entityTypeId}`).get(id)
  if (row === undefined) return html`№ ${id} (карточки нет)`
  return html`<a href="${cardPath(entity, id)}">${nameOf(entity, row)}</a>`
}

const systemKinds = [
  {
    kind: 'company',
    path: 'company',
    timeline: 'company',
    typeId: 4,
    plural: 'Компании',
    one: 'Компания',
    none: 'Ни одной компании пока нет.',
  },
  {
    kind: 'contact',
    path: 'contact',
    timeline: 'contact',
    typeId: 3,
    plural: 'Контакты',
    one: 'Контакт',
    none: 'Ни одного контакта пока нет.',
  },
  { kind: 'deal', path: 'deal', timeline: 'deal', typeId: 2, plural: 'Сделки', one: 'Сделка', none: 'Ни одной сделки пока нет.' },
  {
    kind: 'invoice',
    path: 'type/31',
    timeline: 'smart_invoice',
    typeId: 31,
    plural: 'Счета',
    one: 'Счёт',
    none: 'Ни одного счёта пока нет.',
  },
] as const

function processKind(type: EntityType): PageEntity {
  const names = { plural: type.word, one: type.word, none: 'Здесь пока пусто.' }
  return { kind: 'process', path: `type/${type.id}`, timeline: `dynamic_${type.id}`, type, ...names }
}
