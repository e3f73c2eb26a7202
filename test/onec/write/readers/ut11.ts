import { type Base, dateOf, emptyDate, isSame, newRef, type Order, type Reading, stored, type Work, work } from './base.ts'
import { schemaFaults } from './cml208.ts'
import { itemOf, rowsOf, spreadDiscounts } from './ut11-rows.ts'
import { listOf, need, objectOf, property, Raised, textOf, type Xdto } from './xdto.ts'
import { readXml, type XmlElement } from './xml.ts'

/** How the node of the exchange is set. */
export interface Ut11Options {
  /** «Способ поиска существующих элементов справочника Контрагенты». */
  readonly identifyBy: 'name' | 'innKpp'
  /** «Соответствие статусов заказов»: status on the site → status here. What is missing is «Не согласован». */
  readonly statuses?: ReadonlyMap<string, string>
  /** Functional option «Характеристики номенклатуры». */
  readonly characteristics?: boolean
}

/**
 * УТ 11.5 reads its «файл загрузки заказов» (`1c-side.md §5`): what the base is then. Null: there is no file. Everything is one transaction
 * but for the posting; a document that it does not like ends the reading, and those before it stay.
 */
export function readByUt11(file: Uint8Array | null, base: Base, options: Ut11Options): Reading {
  const begun = work(base)
  if (file === null) return refused(base, 'Файл загрузки не найден')
  // `ТекстовыйДокумент.Прочитать(…, UTF8)`, whatever the declaration says; it takes a BOM away.
  const text = new TextDecoder('utf-8').decode(file)
  const root = wellFormed(text)
  const faults = root === null ? [] : schemaFaults(root, ['urn:1C.ru:commerceml_2'])
  if (root === null || (faults !== null && faults.length > 0)) return refused(base, 'Не удалось прочитать XML', ...(faults ?? []))
  try {
    return { ok: loadOrders(root, begun, options, faults !== null), ...begun }
  } catch (fault) {
    if (fault instanceof Raised) return refused(base, fault.message)
    throw fault
  }
}

function refused(base: Base, ...messages: readonly string[]): Reading {
  return { ok: false, base, created: [], updated: [], skipped: [], messages }
}

export function wellFormed(text: string): XmlElement | null {
  try {
    return readXml(text)
  } catch {
    return null
  }
}

function loadOrders(root: XmlElement, done: Work, options: Ut11Options, isTyped: boolean): boolean {
  const documents = listOf(property(objectOf(root), 'Документ'))
  if (documents.length === 0) {
    done.messages.push('Нет документов для обработки.')
    return true
  }
  // The column of numbers is `Строка(11)`, and what was loaded before is looked up once, before anything is made.
  const numbers = documents.map((document) => stored(textOf(need(document, 'Номер')), 11))
  const known = done.base.orders.filter(({ siteNumber }) => numbers.includes(siteNumber))
  const cancelled: Order[] = []
  for (const document of documents) {
    if (textOf(property(document, 'ХозОперация')).toLowerCase() !== 'заказ товара') return stopped(done, 'ХозОперация')
    if (textOf(need(document, 'Валюта')) === '') return stopped(done, 'Валюта')
    const requisites = requisitesOf(document)
    const order = loadOrder(document, requisites, known, done, options, isTyped)
    if (order !== null && requisites.get('Отменен')?.toLowerCase() === 'true') cancelled.push(order)
  }
  for (const order of cancelled) order.isCancelled = true
  return true
}

function stopped({ messages }: Work, node: string): boolean {
  messages.push(`Ошибка в значении узла <Документ>.<${node}> документа XML`)
  return false
}

/** A requisite whose `Значение` is empty keeps the value of the one before: the variable is not cleared. */
function requisitesOf(document: Xdto): ReadonlyMap<string, string> {
  const requisites = new Map<string, string>()
  let value = ''
  for (const requisite of listOf(property(property(document, 'ЗначенияРеквизитов'), 'ЗначениеРеквизита'))) {
    const [first] = listOf(need(requisite, 'Значение'))
    if (typeof first === 'string') value = first
    requisites.set(textOf(need(requisite, 'Наименование')), value)
  }
  return requisites
}

function loadOrder(
  document: Xdto,
  requisites: ReadonlyMap<string, string>,
  known: readonly Order[],
  done: Work,
  options: Ut11Options,
  isTyped: boolean,
): Order | null {
  const number = textOf(need(document, 'Номер'))
  // `<Номер/>` is an object: no string is equal to it.
  const found = known.find(({ siteNumber }) => number !== '' && siteNumber === number)
  if (found !== undefined && !isUpdatable(found)) {
    done.skipped.push(number)
    done.messages.push(`Заказ ${number} пропущен по причине: Статус заказа - "Закрыт".`)
    return null
  }
  const order = found ?? { ...newOrder, siteNumber: number.trim(), properties: {}, categories: [] }
  fill(order, document, requisites, done, options, isTyped)
  if (found === undefined) done.base.orders.push(order)
  const list = found === undefined ? done.created : done.updated
  list.push(number)
  return order
}

/** Only while «Ожидается согласование», and while a row is left that is not cancelled. */
function isUpdatable({ status, rows, isCancelled }: Order): boolean {
  return status === 'Не согласован' && rows.length > 0 && !isCancelled
}

export const newOrder: Order = {
  siteNumber: '',
  date: emptyDate,
  currency: '',
  client: '',
  rows: [],
  comment: '',
  status: 'Не согласован',
  isCancelled: false,
  includesVat: false,
  organization: '',
  warehouse: '',
  properties: {},
  categories: [],
  isInWork: false,
}

function fill(
  order: Order,
  document: Xdto,
  requisites: ReadonlyMap<string, string>,
  done: Work,
  { identifyBy, statuses = new Map(), characteristics = true }: Ut11Options,
  isTyped: boolean,
): void {
  const { base } = done
  order.date = dateOf(textOf(need(document, 'Дата')), textOf(property(document, 'Время')))
  order.client = clientOf(listOf(need(need(document, 'Контрагенты'), 'Контрагент'))[0], done, identifyBy)
  order.includesVat = includesVat(document)
  order.rows = spreadDiscounts(document, rowsOf(document, done, characteristics, itemOf))
  // It asks whether the type has `Склады`, not whether the document does.
  const warehouses = isTyped ? need(document, 'Склады') : property(document, 'Склады')
  if (warehouses !== undefined) warehouseOf(need(warehouses, 'Склад'))
  // A currency that is not in the list becomes the base one without a word.
  const currency = textOf(need(document, 'Валюта'))
  order.currency = base.currencies.find((name) => isSame(name, currency)) ?? base.currencies[0]!
  const comment = textOf(property(document, 'Комментарий'))
  order.comment = comment === '' ? '' : `Комментарий менеджера на сайте: ${comment}`
  order.status = statuses.get(requisites.get('Статус заказа') ?? '') ?? 'Не согласован'
}

function includesVat(document: Xdto): boolean {
  const taxes = listOf(property(property(document, 'Налоги'), 'Налог'))
  const vat = taxes.find((tax) => textOf(property(tax, 'Наименование')).toLowerCase() === 'ндс')
  return textOf(property(vat, 'УчтеноВСумме')).toLowerCase() === 'true'
}

// Every part of it is taken by name; one that is missing raises.
function warehouseOf(warehouse: Xdto): void {
  need(warehouse, 'Ид')
  need(need(need(warehouse, 'Адрес'), 'АдресноеПоле'), 'Тип')
  need(need(need(warehouse, 'Контакты'), 'Контакт'), 'Значение')
}

/** By the name, or by ИНН and КПП, never by the id; the first hit wins; who is not found is made. '': a client without a name. */
function clientOf(party: Xdto | undefined, { base, messages }: Work, identifyBy: Ut11Options['identifyBy']): string {
  const name = textOf(property(party, 'Наименование'))
  if (name === '') {
    messages.push('Наименование контрагента должно быть заполнено!')
    return ''
  }
  const isLegal = property(party, 'ОфициальноеНаименование') !== undefined
  const inn = property(party, 'ИНН') ?? ''
  const kpp = textOf(property(party, 'КПП'))
  // `<ИНН/>` is an object: not an empty text, so that all who have no ИНН are meant.
  const byName = identifyBy === 'name' || inn === ''
  const found = base.counterparties.find((each) =>
    byName ? isSame(each.name, name) : each.inn === textOf(inn) && (!isLegal || each.kpp === kpp),
  )
  if (found !== undefined) return found.ref
  const made = {
    ref: newRef('counterparty', base),
    name: stored(name, 100),
    fullName: textOf(property(party, isLegal ? 'ОфициальноеНаименование' : 'ПолноеНаименование')),
    isLegal,
    inn: stored(textOf(inn), 12),
    kpp: stored(kpp, 9),
    ...contactsOf(party),
    siteId: '',
  }
  base.counterparties.push(made)
  return made.ref
}

/** Types of contacts are compared without their spaces. */
export function contactsOf(party: Xdto | undefined): { phone: string; email: string; address: string } {
  const contacts = listOf(property(property(party, 'Контакты'), 'Контакт')).map((contact) => ({
    type: textOf(need(contact, 'Тип')).replaceAll(' ', '').toLowerCase(),
    value: textOf(need(contact, 'Значение')),
  }))
  const last = (type: string) => contacts.findLast((contact) => contact.type === type)?.value ?? ''
  const address = textOf(property(property(party, 'Адрес'), 'Представление'))
  return { phone: last('телефонрабочий'), email: last('почта'), address }
}
