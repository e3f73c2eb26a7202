import type { Readings } from './readings.ts'

/** Any row of the portal, by the names that the method which reads it gives. */
export type Row = Record<string, unknown>

export interface MultifieldRow {
  id: number
  typeId: string
  valueType: string
  value: string
}

/** A record of `crm.item.*`: system fields camelCase, custom ones by their original names (`UF_CRM_…`). */
export interface ItemRow extends Row {
  id: number
  fm: MultifieldRow[]
}

/** A custom field of an entity (`bitrix24-rest.md §5`). */
export interface UserFieldRow {
  id: number
  /** `CRM_COMPANY` … */
  entityId: string
  /** `UF_CRM_…` */
  fieldName: string
  userTypeId: string
  label: string
  multiple: boolean
  mandatory: boolean
  xmlId?: string
  /** Values of an enumeration. */
  list: { id: number; value: string; xmlId: string; sort: number; def: boolean }[]
}

/** The trade catalogue (`bitrix24-rest.md §6`). */
export interface CatalogRows {
  /** Information blocks: that of products, and that of variations, which names it. */
  catalogs: Row[]
  /** Products, services and variations, by id. */
  products: Record<number, Row>
  measures: Row[]
  vats: Row[]
}

/** The whole portal as plain JSON: it is kept in a file on request, and a test can lay hands on it. */
export interface PortalState {
  /** `Ромашка` … what its page is headed with. */
  name: string
  /** Offset of the server clock in minutes: +180 is Moscow. */
  zone: number
  /** ACTIVE webhooks: path `/rest/<user>/<code>/`. */
  webhooks: { user: number; code: string; scopes: string[]; expired?: boolean }[]
  /** By entityTypeId, then by id. */
  items: Record<number, Record<number, ItemRow>>
  /** Smart processes as `crm.type.get` tells them; a portal without any has none. */
  types?: Row[]
  users: Row[]
  statuses: Row[]
  categories: Row[]
  currencies: Row[]
  userFields: UserFieldRow[]
  presets: Row[]
  requisites: Record<number, Row>
  bankDetails: Record<number, Row>
  addresses: Row[]
  requisiteLinks: Row[]
  /** Absent: the portal has no trade catalogue. */
  catalog?: CatalogRows
  /** Rows of `crm.item.productrow.*` by `ownerType:ownerId`. */
  productRows: Record<string, Row[]>
  comments: Row[]
  /** Moves from stage to stage, as `crm.stagehistory.list` tells them. */
  stageHistory?: (Row & { entityTypeId: number })[]
  /** Setting «Проверка обязательных пользовательских полей» (`bitrix24-rest.md §16.15`): off unless true. */
  checksRequiredFields?: boolean
  readings?: Readings
  /** What automation rules would have been started by: add and update, never import. */
  automation: { at: string; entityTypeId: number; id: number; event: 'add' | 'update' }[]
  /** Last id given out, by kind: `item:4`, `requisite`, `multifield` … */
  lastIds: Record<string, number>
}
