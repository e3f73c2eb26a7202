import type { ReadRow } from '../../onec/read/reading.ts'
import type { Product } from '../../records/catalogue.ts'
import type { ContactPerson, Counterparty } from '../../records/counterparty.ts'
import type { DocumentRow } from '../../records/document-row.ts'
import type { DocumentRecord } from './document-record.ts'
import { documentFields } from './document-scope.ts'
import type { Scope } from './template.ts'

/** Records that templates of the settings may speak of. */
export type ScopeRecord = Counterparty | ContactPerson | DocumentRecord | DocumentRow | Product

/**
 * What templates and field names of the settings can refer to: every cell of a table row and every unmapped element under
 * the name the file used, then the fields of the record by their English names and by the names 1C gives them. `rows`: what a table
 * of rows told of a document.
 */
export function scopeOf(row: Pick<ReadRow, 'cells'>, record: ScopeRecord, rows: readonly DocumentRow[] = []): Scope {
  const fields = fieldsOf(record, rows)
  const named = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (russianNames[name] ?? []).map((each) => [each, value])),
  )
  return { ...named, ...fields, ...record.extra, ...row.cells }
}

function fieldsOf(record: ScopeRecord, rows: readonly DocumentRow[]): Record<string, unknown> {
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
    case 'order':
    case 'workOrder':
    case 'booking':
    case 'contract':
    case 'invoice':
      return { ...common, ...documentFields(record, rows) }
    case 'documentRow':
      return {
        ...common,
        ...pick(record, ['document', 'productId', 'name', 'article', 'service', 'unit', 'price', 'quantity', 'amount']),
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
  clientInn: ['ИНН'],
  surname: ['Фамилия'],
  payer: ['Плательщик'],
  persons: ['Гости'],
  basis: ['Основание'],
  contract: ['Договор'],
  beginDate: ['Начало'],
  endDate: ['Конец'],
  dueDate: ['Срок платежа'],
  portalId: ['CRM_ID'],
  rows: ['Товары'],
  document: ['Документ'],
  price: ['Цена'],
  quantity: ['Количество'],
  article: ['Артикул'],
  code: ['Код'],
  barcode: ['Штрихкод'],
  description: ['Описание'],
  manufacturer: ['Изготовитель'],
  unit: ['Единица'],
}
