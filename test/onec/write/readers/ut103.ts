import {
  type Base,
  type Counterparty,
  dateOf,
  emptyDate,
  isSame,
  newRef,
  type Order,
  type Reading,
  stored,
  type Work,
  work,
} from './base.ts'
import { newOrder, wellFormed } from './ut11.ts'
import { type CmlDocument, readDocuments } from './ut103-cml.ts'
import { itemOf, rowsOf } from './ut103-rows.ts'

export interface Ut103Options {
  readonly identifyBy: 'name' | 'inn'
  /** How it reads a file without a BOM: that is left to the platform. */
  readonly withoutBom?: 'utf-8' | 'windows-1251'
}

/**
 * УТ 10.3 reads its orders (`1c-side.md §5`): what the base is then. Null: there is no file, which is nothing to speak of. The file is read
 * from the top, element by element; what it does not like anywhere stops the whole file.
 */
export function readByUt103(file: Uint8Array | null, base: Base, { identifyBy, withoutBom = 'utf-8' }: Ut103Options): Reading {
  const done = work(base)
  if (file === null) return { ok: true, ...done }
  const hasBom = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf
  const root = wellFormed(new TextDecoder(hasBom ? 'utf-8' : withoutBom).decode(file))
  const documents = root === null ? null : readDocuments(root, base.currencies, done.messages)
  if (documents === null) return { ok: false, ...work(base), base, messages: [...done.messages, 'Не удалось прочитать данные'] }
  if (documents.some(({ party }) => party.name === '')) {
    return { ok: false, ...work(base), base, messages: ['Не обнаружено наименование контрагента'] }
  }
  const known = [...done.base.orders]
  for (const document of documents) loadOrder(document, known, done, identifyBy)
  return { ok: true, ...done }
}

function loadOrder(document: CmlDocument, known: readonly Order[], done: Work, identifyBy: Ut103Options['identifyBy']): void {
  const { base, created, updated, skipped } = done
  const found = known.find(({ siteNumber }) => isSame(siteNumber, document.number))
  if (found?.isInWork) {
    skipped.push(document.number)
    return
  }
  const order = found ?? { ...newOrder, siteNumber: document.number, properties: {}, categories: [] }
  order.date = document.date === null ? emptyDate : dateOf(document.date, document.time)
  order.currency = document.currency
  order.comment = document.comment
  order.includesVat = document.includesVat
  order.client = clientOf(document, base, identifyBy)
  order.rows = rowsOf(document, base, itemOf)
  tell(order, document.requisites)
  if (found === undefined) base.orders.push(order)
  const list = found === undefined ? created : updated
  list.push(document.number)
}

/** Some requisites are categories of the order, put on and taken off; all others become properties. */
function tell(order: Order, requisites: CmlDocument['requisites']): void {
  for (const { name, value } of requisites) {
    const category = categories.get(name)
    if (category === undefined) {
      if (name !== '' && value !== '') order.properties = { ...order.properties, [name]: value }
      continue
    }
    const others = order.categories.filter((each) => each !== category)
    order.categories = value === 'true' || value === 'да' ? [...others, category] : others
  }
  order.isCancelled = order.categories.includes('Отменен')
}

const categories: ReadonlyMap<string, string> = new Map([
  ['Заказ оплачен', 'Оплачен'],
  ['Доставка разрешена', 'Доставка разрешена'],
  ['Финальный статус', 'Завершен'],
  ['Отменен', 'Отменен'],
])

/** By ИНН or by the name; contacts and the address of the order replace those of the client, also of one that was there. */
function clientOf({ party }: CmlDocument, base: Base, identifyBy: Ut103Options['identifyBy']): string {
  const { name, inn, kpp, fullName, isLegal, contacts, address } = party
  const byInn = identifyBy === 'inn' && inn !== ''
  const found = base.counterparties.find((each) => (byInn ? each.inn === inn : isSame(each.name, name)))
  const client = found ?? newClient({ name, inn, kpp, fullName, isLegal }, base)
  for (const { type, value } of contacts) {
    // Types are compared as they are written.
    if (type === 'ТелефонРабочий') client.phone = value
    if (type === 'Почта') client.email = value
  }
  if (address !== null) client.address = address
  return client.ref
}

function newClient(told: Pick<Counterparty, 'name' | 'inn' | 'kpp' | 'fullName' | 'isLegal'>, base: Base): Counterparty {
  const made: Counterparty = {
    ...told,
    ref: newRef('counterparty', base),
    name: stored(told.name, 100),
    inn: stored(told.inn, 12),
    kpp: stored(told.kpp, 9),
    phone: '',
    email: '',
    address: '',
    siteId: '',
  }
  base.counterparties.push(made)
  return made
}
