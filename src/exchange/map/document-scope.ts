import type { DocumentRow } from '../../records/document-row.ts'
import type { Order, Settlement } from '../../records/order.ts'
import type { TableDocument } from '../../records/table-document.ts'
import { type DateText, russianDate } from '../../values/date.ts'
import { parsePersonName } from '../../values/person-name.ts'
import { buyerOf, type DocumentRecord, organisationOf } from './document-record.ts'
import { type RowFacts, rowsOf } from './document-rows.ts'

/** The fields of a document by their English names, for templates: `rows` to be gone through, days as people write them. */
export function documentFields(record: DocumentRecord, rows: readonly DocumentRow[]): Record<string, unknown> {
  const own = record.kind === 'order' ? orderFields(record) : tableFields(record)
  return { ...own, organisation: organisationOf(record), date: dateText(record.date), rows: rowsOf(record, rows).map(rowScope) }
}

function orderFields(record: Order): Record<string, unknown> {
  const { number, number1c, operation, role, currency, rate, amount, comment, container, state } = record
  const buyer = buyerOf(record)
  return {
    number,
    number1c,
    operation,
    role,
    currency,
    rate,
    amount,
    comment,
    container,
    date1c: dateText(record.date1c),
    dueDate: dateText(record.dueDate),
    ...state,
    state: state.status,
    client: buyer?.name ?? '',
    clientId: buyer?.id ?? '',
    clientInn: buyer?.inn ?? '',
    surname: buyer?.person?.last || (buyer?.name ?? ''),
    phone: textsOf(buyer?.phones ?? []),
    email: addressesOf(buyer?.emails ?? []),
    payments: record.payments.map(settlementScope),
    shipments: record.shipments.map(settlementScope),
    ...Object.fromEntries(record.requisites.map(({ name, value }) => [name, value])),
  }
}

function tableFields(record: TableDocument): Record<string, unknown> {
  const { number, state, amount, currency, clientId, client, clientInn, payerId, payer, persons, basis, contract } = record
  const { beginDate, endDate, portalId, comment, phones, emails } = record
  return {
    number,
    state,
    amount,
    currency,
    clientId,
    client,
    clientInn,
    payerId,
    payer,
    persons: persons.map(({ id, name }) => name || id),
    basis,
    contract,
    portalId,
    comment,
    surname: parsePersonName(client)?.last || client,
    beginDate: dateText(beginDate),
    endDate: dateText(endDate),
    beginDay: dayText(beginDate),
    endDay: dayText(endDate),
    phone: textsOf(phones),
    email: addressesOf(emails),
  }
}

function rowScope(row: RowFacts): Readonly<Record<string, unknown>> {
  const { productId, name, article, service, unit, price, quantity, amount, discount } = row
  const unitName = unit === null ? '' : unit.name || unit.fullName || unit.code
  const fields = { productId, name, product: name, article, service, unit: unitName, price, quantity, amount, discount }
  const named = { Наименование: name, Артикул: article, Единица: unitName, Цена: price, Количество: quantity, Сумма: amount }
  return { ...named, ...fields, ...row.extra }
}

function settlementScope({ number, date, amount, operation }: Settlement): Readonly<Record<string, unknown>> {
  return { number, date: dateText(date), amount, operation }
}

function textsOf(phones: TableDocument['phones']): readonly string[] {
  return phones.map(({ e164, text }) => e164 ?? text)
}

function addressesOf(emails: TableDocument['emails']): readonly string[] {
  return emails.map(({ address, text }) => address ?? text)
}

function dateText(date: DateText | null): string {
  return date === null ? '' : russianDate(date)
}

function dayText(date: DateText | null): string {
  return date === null ? '' : russianDate(date.slice(0, 10))
}
