import type { ReadRow } from '../../onec/read/reading.ts'
import type { Product } from '../../records/catalogue.ts'
import type { ContactPerson, Counterparty } from '../../records/counterparty.ts'
import type { Order } from '../../records/order.ts'
import type { WorkOrder } from '../../records/work-order.ts'
import { russianDate } from '../../values/date.ts'
import type { Scope } from './template.ts'

/**
 * What templates and field names of the settings can refer to: every cell of a table row and every unmapped element under
 * the name the file used, then the fields of the record by their English names and by the names 1C gives them.
 */
export function scopeOf(row: Pick<ReadRow, 'cells'>, record: Counterparty | ContactPerson | Order | WorkOrder | Product): Scope {
  const fields = fieldsOf(record)
  const named = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (russianNames[name] ?? []).map((each) => [each, value])),
  )
  return { ...named, ...fields, ...record.extra, ...row.cells }
}

function fieldsOf(record: Counterparty | ContactPerson | Order | WorkOrder | Product): Record<string, unknown> {
  const common = { id: record.id, deleted: record.deleted }
  switch (record.kind) {
    case 'counterparty':
      return {
        ...common,
        ...pick(record, ['name', 'fullName', 'inn', 'kpp', 'ogrn', 'okpo', 'role', 'comment', 'legalForm']),
        phone: record.phones.map(({ e164, text }) => e164 ?? text),
        email: record.emails.map(({ address, text }) => address ?? text),
        address: record.addresses.map(({ text }) => text),
      }
    case 'contactPerson':
      return {
        ...common,
        ...pick(record, ['name', 'relation', 'post', 'comment']),
        phone: record.phones.map(({ e164, text }) => e164 ?? text),
        email: record.emails.map(({ address, text }) => address ?? text),
      }
    case 'order': {
      const buyer = record.counterparties[0]
      return {
        ...common,
        ...pick(record, ['number', 'number1c', 'operation', 'currency', 'amount', 'comment']),
        date: record.date === null ? '' : russianDate(record.date),
        state: record.state.status,
        client: buyer?.name ?? '',
        ...Object.fromEntries(record.requisites.map(({ name, value }) => [name, value])),
      }
    }
    case 'workOrder':
      return {
        ...common,
        ...pick(record, ['number', 'state', 'amount', 'currency', 'organisation', 'client', 'clientInn', 'comment']),
        date: record.date === null ? '' : russianDate(record.date),
        phone: record.phones.map(({ e164, text }) => e164 ?? text),
        email: record.emails.map(({ address, text }) => address ?? text),
      }
    case 'product':
      return {
        ...common,
        ...pick(record, ['name', 'fullName', 'article', 'code', 'barcode', 'description', 'manufacturer', 'service']),
        unit: record.unit?.name || record.unit?.code || '',
      }
  }
}

function pick<T extends object, K extends keyof T & string>(record: T, names: readonly K[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, record[name]]))
}

const russianNames: Readonly<Record<string, readonly string[]>> = {
  id: ['Ид'],
  name: ['Наименование'],
  fullName: ['Полное наименование', 'ПолноеНаименование'],
  inn: ['ИНН'],
  kpp: ['КПП'],
  ogrn: ['ОГРН'],
  okpo: ['ОКПО'],
  role: ['Роль'],
  comment: ['Комментарий'],
  phone: ['Телефон'],
  email: ['Почта'],
  address: ['Адрес'],
  post: ['Должность'],
  relation: ['Отношение'],
  number: ['Номер'],
  number1c: ['Номер по 1С'],
  date: ['Дата'],
  state: ['Состояние'],
  amount: ['Сумма'],
  currency: ['Валюта'],
  organisation: ['Организация'],
  client: ['Контрагент', 'Заказчик'],
  article: ['Артикул'],
  code: ['Код'],
  barcode: ['Штрихкод'],
  description: ['Описание'],
  manufacturer: ['Изготовитель'],
  unit: ['Единица'],
}
