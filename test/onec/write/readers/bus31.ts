import { type Base, dateOf, isGuid, isSame, newRef, type Order, type Reading, stored, type Work, work } from './base.ts'
import { contactsOf, newOrder, wellFormed } from './ut11.ts'
import { itemOf, rowsOf, spreadDiscounts } from './ut11-rows.ts'
import { listOf, need, objectOf, property, Raised, textOf, type Xdto } from './xdto.ts'

/**
 * The extension of 1C-Bitrix on УТ 11 reads orders of CommerceML 3.1 (`1c-side.md §5`): only what stands in `Контейнер`; the organization
 * and the warehouse by requisites of exactly these names. How it finds a client is not in our sources: here by the id that it has seen
 * before, by ИНН and КПП, by the name.
 */
export function readByBus31(file: Uint8Array | null, base: Base): Reading {
  const done = work(base)
  const root = file === null ? null : wellFormed(new TextDecoder('utf-8').decode(file))
  if (root === null) return { ok: false, ...done, base, messages: ['Не удалось прочитать XML'] }
  const bare = listOf(property(objectOf(root), 'Документ'))
  if (bare.length > 0) done.messages.push(`Документы вне контейнера не видны: ${bare.length}`)
  try {
    for (const container of listOf(property(objectOf(root), 'Контейнер'))) {
      // Payments and shipments stand beside the order.
      for (const document of listOf(property(container, 'Документ'))) {
        if (textOf(property(document, 'ХозОперация')) === 'Заказ товара') loadOrder(document, done)
      }
    }
    return { ok: true, ...done }
  } catch (fault) {
    if (fault instanceof Raised) return { ok: false, ...work(base), base, messages: [fault.message] }
    throw fault
  }
}

function loadOrder(document: Xdto, done: Work): void {
  const number = textOf(need(document, 'Номер'))
  if (textOf(need(document, 'Валюта')) === '') throw new Raised('Не заполнена валюта документа')
  const found = done.base.orders.find(({ siteNumber }) => siteNumber === number)
  if (found !== undefined && found.status !== 'Не согласован') {
    done.skipped.push(number)
    return
  }
  const order = found ?? { ...newOrder, siteNumber: number, properties: {}, categories: [] }
  fill(order, document, done)
  if (found === undefined) done.base.orders.push(order)
  const list = found === undefined ? done.created : done.updated
  list.push(number)
}

function fill(order: Order, document: Xdto, done: Work): void {
  const { base } = done
  const requisites = Object.fromEntries(
    listOf(property(property(document, 'ЗначенияРеквизитов'), 'ЗначениеРеквизита')).map((requisite) => [
      textOf(need(requisite, 'Наименование')),
      textOf(need(requisite, 'Значение')),
    ]),
  )
  order.date = dateOf(textOf(need(document, 'Дата')), textOf(property(document, 'Время')))
  order.currency = base.currencies.find((name) => isSame(name, textOf(need(document, 'Валюта')))) ?? base.currencies[0]!
  order.organization = base.organizations.find((name) => name === requisites['Организация']) ?? ''
  order.warehouse = base.warehouses.find((name) => name === requisites['Склад']) ?? ''
  order.comment = textOf(property(document, 'Комментарий'))
  order.isCancelled = requisites['Отменен'] === 'true'
  order.properties = requisites
  order.client = clientOf(need(need(document, 'Контрагенты'), 'Контрагент'), done)
  const [vat] = listOf(property(property(document, 'Налоги'), 'Налог'))
  order.includesVat = textOf(property(vat, 'УчтеноВСумме')) === 'true'
  order.rows = spreadDiscounts(document, rowsOf(document, done, true, itemOf))
}

function clientOf(party: Xdto, { base }: Work): string {
  const id = textOf(property(party, 'Ид'))
  const name = textOf(property(party, 'Наименование'))
  if (name === '') throw new Raised('Не заполнено наименование контрагента')
  const inn = textOf(property(party, 'ИНН'))
  const kpp = textOf(property(party, 'КПП'))
  const found =
    base.counterparties.find((each) => id !== '' && (each.siteId === id || (isGuid(id) && each.ref === id))) ??
    base.counterparties.find((each) => (inn === '' ? isSame(each.name, name) : each.inn === inn && each.kpp === kpp))
  if (found !== undefined) return found.ref
  const isLegal = property(party, 'ОфициальноеНаименование') !== undefined
  const made = {
    ref: newRef('counterparty', base),
    name: stored(name, 100),
    fullName: textOf(property(party, isLegal ? 'ОфициальноеНаименование' : 'ПолноеНаименование')),
    isLegal,
    inn: stored(inn, 12),
    kpp: stored(kpp, 9),
    ...contactsOf(party),
    siteId: id,
  }
  base.counterparties.push(made)
  return made.ref
}
