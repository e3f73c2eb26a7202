import { type Base, dateOf, isGuid, isSame, newRef, type Order, type Reading, splitId, stored, type Work, work } from './base.ts'
import { schemaFaults } from './cml208.ts'
import { contactsOf, newOrder, wellFormed } from './ut11.ts'
import { rowsOf, spreadDiscounts } from './ut11-rows.ts'
import { listOf, need, objectOf, property, Raised, textOf, type Xdto } from './xdto.ts'

type SearchField = 'id' | 'inn' | 'innKpp' | 'phone' | 'email' | 'name'

export interface UnfOptions {
  /** By what a client is looked for, in this order, until one is found. */
  readonly search: readonly SearchField[]
  /** Status on the site → state here; `Завершен` ends the reading of an order. */
  readonly statuses?: ReadonlyMap<string, string>
}

/** УНФ 3.0 reads its «файл загрузки» (`1c-side.md §5`): what the base is then. Null: there is no file. */
export function readByUnf(file: Uint8Array | null, base: Base, options: UnfOptions): Reading {
  const done = work(base)
  if (file === null) return refused(base, 'Файл загрузки не найден')
  const root = wellFormed(decoded(file).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''))
  const known = ['205', '208', '210'].map((version) => `urn:1C.ru:commerceml_${version}`)
  if (root === null || (schemaFaults(root, known) ?? []).length > 0) return refused(base, 'Не удалось прочитать XML')
  try {
    return { ok: loadOrders(listOf(property(objectOf(root), 'Документ')), done, options), ...done }
  } catch (fault) {
    if (fault instanceof Raised) return refused(base, fault.message)
    throw fault
  }
}

function refused(base: Base, message: string): Reading {
  return { ok: false, base, created: [], updated: [], skipped: [], messages: [message] }
}

/** In the encoding that the declaration names; UTF-8 where it names none. */
function decoded(file: Uint8Array): string {
  const head = Buffer.from(file.subarray(0, 200)).toString('latin1')
  const [, encoding = 'utf-8'] = /^(?:ï»¿)?<\?xml[^>]*encoding="([^"]+)"/.exec(head) ?? []
  return new TextDecoder(encoding).decode(file)
}

function loadOrders(documents: readonly Xdto[], done: Work, options: UnfOptions): boolean {
  const known = [...done.base.orders]
  for (const document of documents) {
    const number = textOf(need(document, 'Номер'))
    if (textOf(property(document, 'ХозОперация')).toLowerCase() !== 'заказ товара') return stopped(done, 'ХозОперация')
    if (textOf(property(document, 'Валюта')) === '') return stopped(done, 'Валюта')
    const found = known.find(({ siteNumber }) => siteNumber === number)
    if (found?.status === 'Завершен') {
      done.skipped.push(number)
      continue
    }
    const order = found ?? { ...newOrder, siteNumber: number, status: 'Открыт', properties: {}, categories: [] }
    const requisites = requisitesOf(document)
    order.properties = { ...order.properties, ...requisites }
    order.status = options.statuses?.get(requisites['Статус заказа'] ?? '') ?? order.status
    if (order.isInWork) {
      done.skipped.push(number)
      continue
    }
    fill(order, document, requisites, done, options)
    if (found === undefined) done.base.orders.push(order)
    const list = found === undefined ? done.created : done.updated
    list.push(number)
  }
  return true
}

function stopped({ messages }: Work, node: string): boolean {
  messages.push(`Ошибка в значении узла <Документ>.<${node}> документа XML`)
  return false
}

function requisitesOf(document: Xdto): Record<string, string> {
  const list = listOf(property(property(document, 'ЗначенияРеквизитов'), 'ЗначениеРеквизита'))
  return Object.fromEntries(list.map((each) => [textOf(need(each, 'Наименование')), textOf(property(each, 'Значение'))]))
}

function fill(order: Order, document: Xdto, requisites: Record<string, string>, done: Work, { search }: UnfOptions): void {
  const { base } = done
  order.date = dateOf(textOf(need(document, 'Дата')), textOf(property(document, 'Время')))
  order.currency = base.currencies.find((name) => isSame(name, textOf(property(document, 'Валюта')))) ?? ''
  order.organization = base.organizations.find((name) => isSame(name, requisites['Организация'] ?? '')) ?? ''
  order.warehouse = base.warehouses.find((name) => isSame(name, requisites['Склад'] ?? '')) ?? ''
  order.comment = textOf(property(document, 'Комментарий'))
  order.client = clientOf(listOf(property(property(document, 'Контрагенты'), 'Контрагент'))[0], done, search)
  const taxes = listOf(property(property(document, 'Налоги'), 'Налог'))
  order.includesVat = textOf(property(taxes[0], 'УчтеноВСумме')).toLowerCase() === 'true'
  // Without taxes of its own the order is one that is not taxed, whatever its rows say.
  const rows = spreadDiscounts(document, rowsOf(document, done, true, itemOf))
  order.rows = taxes.length === 0 ? rows.map((row) => ({ ...row, vat: null })) : rows
}

function clientOf(party: Xdto | undefined, { base, messages }: Work, search: readonly SearchField[]): string {
  const told = {
    id: textOf(property(party, 'Ид')),
    name: textOf(property(party, 'Наименование')),
    inn: textOf(property(party, 'ИНН')),
    kpp: textOf(property(party, 'КПП')),
    ...contactsOf(party),
  }
  if (told.name === '') {
    messages.push('Не удалось идентифицировать контрагента')
    return ''
  }
  const found = search
    .map((field) => base.counterparties.find((each) => meets(each, told, field)))
    .find((each) => each !== undefined)
  const client = found ?? newClient(party, told, base)
  // A person to speak to, named as the client is, wherever the order has contacts.
  if (told.phone + told.email !== '' && !base.contactPersons.includes(client.name)) base.contactPersons.push(client.name)
  return client.ref
}

type Told = Readonly<Record<'id' | 'name' | 'inn' | 'kpp' | 'phone' | 'email' | 'address', string>>

function meets(each: Base['counterparties'][number], told: Told, field: SearchField): boolean {
  switch (field) {
    case 'id':
      return told.id.length === 36 && each.ref === told.id
    case 'inn':
      return told.inn !== '' && each.inn === told.inn
    case 'innKpp':
      return told.inn !== '' && each.inn === told.inn && each.kpp === told.kpp
    case 'phone':
      return told.phone !== '' && digits(each.phone) === digits(told.phone)
    case 'email':
      return told.email !== '' && isSame(each.email, told.email)
    case 'name':
      return isSame(each.name, told.name)
  }
}

function digits(phone: string): string {
  return phone.replaceAll(/\D/g, '').slice(-10)
}

function newClient(party: Xdto | undefined, told: Told, base: Base): Base['counterparties'][number] {
  const isLegal = property(party, 'ОфициальноеНаименование') !== undefined
  const made = {
    ref: newRef('counterparty', base),
    name: stored(told.name.trim(), 100),
    fullName: textOf(property(party, isLegal ? 'ОфициальноеНаименование' : 'ПолноеНаименование')),
    isLegal,
    inn: stored(told.inn, 12),
    kpp: stored(told.kpp, 9),
    phone: told.phone,
    email: told.email,
    address: told.address,
    siteId: '',
  }
  base.counterparties.push(made)
  return made
}

/** By the GUID before `#`; by the article where there is one, else by the name; else a new one. */
function itemOf(row: Xdto, isService: boolean, { base }: Work): string {
  const id = splitId(textOf(property(row, 'Ид'))).item
  const article = textOf(property(row, 'Артикул'))
  const [name = ''] = textOf(property(row, 'Наименование')).split('#')
  const found =
    base.goods.find(({ ref }) => isGuid(id) && ref === id) ??
    base.goods.find((item) => (article === '' ? isSame(item.name, name) : isSame(item.article, article)))
  if (found !== undefined) return found.ref
  const made = {
    ref: newRef('item', base),
    name: stored(name, 100),
    article: stored(article, 50),
    isService,
    characteristics: [],
  }
  base.goods.push(made)
  return made.ref
}
