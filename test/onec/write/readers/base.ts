/** As much of a 1C base as the reading of orders touches; all models share it, each uses what its configuration has. */
export interface Base {
  readonly counterparties: Counterparty[]
  readonly goods: Item[]
  readonly orders: Order[]
  /** `Наименование` in the list of currencies; the first is the base one. */
  readonly currencies: string[]
  readonly organizations: string[]
  readonly warehouses: string[]
  /** Contact persons that were made, by the name of their counterparty. */
  readonly contactPersons: string[]
}

export interface Counterparty {
  readonly ref: string
  readonly name: string
  readonly fullName: string
  readonly isLegal: boolean
  readonly inn: string
  readonly kpp: string
  phone: string
  email: string
  address: string
  /** The id under which the site told of it, where the configuration keeps such. */
  readonly siteId: string
}

export interface Item {
  readonly ref: string
  readonly name: string
  readonly article: string
  readonly isService: boolean
  readonly characteristics: { readonly ref: string; readonly name: string }[]
}

export interface Order {
  /** `Номер заказа на сайте`. */
  readonly siteNumber: string
  date: string
  currency: string
  /** Ref of the counterparty; '' where the reading found none. */
  client: string
  rows: Row[]
  comment: string
  /** Status in 1C. */
  status: string
  isCancelled: boolean
  includesVat: boolean
  organization: string
  warehouse: string
  /** Requisites that have become properties of the order, or its categories in УТ 10.3. */
  properties: Record<string, string>
  categories: string[]
  /** Shipments or payments stand on it: somebody has begun to work. */
  isInWork: boolean
}

export interface Row {
  readonly item: string
  readonly characteristic: string
  readonly quantity: number
  readonly price: number
  amount: number
  /** Percent; null: without VAT. */
  readonly vat: number | null
}

/** What became of a file. */
export interface Reading {
  /** What the loading procedure answers. */
  readonly ok: boolean
  /** The base afterwards; the one before is untouched. */
  readonly base: Base
  /** Site numbers, in their order. */
  readonly created: readonly string[]
  readonly updated: readonly string[]
  readonly skipped: readonly string[]
  readonly messages: readonly string[]
}

/** A reading under way. */
export interface Work {
  readonly base: Base
  readonly created: string[]
  readonly updated: string[]
  readonly skipped: string[]
  readonly messages: string[]
}

export function work(base: Base): Work {
  return { base: structuredClone(base), created: [], updated: [], skipped: [], messages: [] }
}

export function emptyBase(over: Partial<Base> = {}): Base {
  return {
    counterparties: [],
    goods: [],
    orders: [],
    currencies: ['RUB', 'USD', 'KZT'],
    organizations: [],
    warehouses: [],
    contactPersons: [],
    ...over,
  }
}

/** The sum of the order, in kopecks: with the tax on top where its amounts do not include it. */
export function orderTotal({ rows, includesVat }: Order): number {
  const amounts = rows.reduce((total, { amount }) => total + Math.round(amount * 100), 0)
  return includesVat ? amounts : rows.reduce((total, { amount, vat }) => total + Math.round(amount * (vat ?? 0)), amounts)
}

/** 1C compares strings in queries without regard to case and to spaces at the end. */
export function isSame(a: string, b: string): boolean {
  return a.trimEnd().toLowerCase() === b.trimEnd().toLowerCase()
}

/** A field of the base takes so many letters and silently drops the rest. */
export function stored(value: string, length: number): string {
  return value.slice(0, length)
}

export function newRef(kind: 'counterparty' | 'item', { counterparties, goods }: Base): string {
  return `new-${kind}-${(kind === 'item' ? goods : counterparties).length + 1}`
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `Новый УникальныйИдентификатор(…)` raises for anything else. */
export function isGuid(text: string): boolean {
  return guid.test(text)
}

export function splitId(id: string): { readonly item: string; readonly characteristic: string } {
  const [item = '', characteristic = ''] = id.split('#')
  return { item, characteristic }
}

/** `Дата("20260305" + "101500")`; the empty date of 1C where that is none. */
export function dateOf(date: string, time: string): string {
  const digits = date.replaceAll('-', '') + (time === '' ? '000000' : time.replaceAll(':', ''))
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? []
  if (year === undefined) return emptyDate
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const moment = new Date(`${text}Z`)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 19) !== text ? emptyDate : text
}

export const emptyDate = '0001-01-01T00:00:00'

/** A plain number as `1c-side.md §5` wants it; null for `1 234,50` and the like. */
export function plainNumber(text: string): number | null {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null
}
