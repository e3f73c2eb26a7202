import type { TableDocument, TableDocumentKind } from '../../../records/table-document.ts'
import { currencyCode } from '../../../values/currency.ts'
import { type DateText, parseDate } from '../../../values/date.ts'
import { parseDecimal } from '../../../values/decimal.ts'
import { parseInn } from '../../../values/inn.ts'
import { oneLine } from '../../../values/text.ts'
import { emailsOf, phonesOf } from './contacts-of.ts'
import { documentNumber, documentReference } from './document-number.ts'
import { documentParties } from './document-parties.ts'
import { bookingFields } from './fields-booking.ts'
import { contractFields } from './fields-contract.ts'
import { type BoundRow, extraOf, flag, idOf, isDeleted, originOf, readField, textOf } from './row-fields.ts'

// Both have all the fields that the other kinds have.
const own = new Set([...bookingFields, ...contractFields].map(({ name }) => name))

/** A row of a table of documents as a record. A document without an id is known by its number. */
export function toTableDocument(kind: TableDocumentKind, row: BoundRow): TableDocument {
  return {
    kind,
    id: idOf(row),
    deleted: isDeleted(row),
    number: documentNumber(textOf(row, 'number')),
    date: readField(row, 'date', parseDate),
    state: oneLine(textOf(row, 'state')),
    amount: readField(row, 'amount', parseDecimal),
    currency: currencyOf(row),
    organisation: oneLine(textOf(row, 'organisation')),
    ...documentParties(row),
    clientInn: readField(row, 'clientInn', parseInn) ?? '',
    phones: phonesOf(row),
    emails: emailsOf(row),
    basis: documentReference(textOf(row, 'basis')),
    contract: documentReference(textOf(row, 'contract')),
    beginDate: dayOf(row, 'beginDate'),
    endDate: dayOf(row, 'endDate'),
    portalId: portalIdOf(row),
    comment: textOf(row, 'comment'),
    extra: extraOf(row, own),
    problems: row.problems,
    origin: originOf(row),
  }
}

function currencyOf(row: BoundRow): string {
  const text = textOf(row, 'currency')
  const code = currencyCode(text)
  if (code === null && text !== '') flag(row, 'currency', 'currency.unknown', text)
  return code ?? text
}

/** The days of a document are not worth the document: `5 дней` under `Срок оплаты` is told of, `бессрочно` says that there is none. */
function dayOf(row: BoundRow, field: 'beginDate' | 'endDate'): DateText | null {
  const text = textOf(row, field)
  const { value, code } = parseDate(text)
  if (code !== null && /\d/.test(text)) flag(row, field, 'csv.day-unread', text)
  return value
}

/** Digits, which 1C may have parted by spaces (`1 045`); zero is an empty number. */
function portalIdOf(row: BoundRow): string {
  const text = textOf(row, 'portalId')
  const { value } = parseDecimal(text)
  if (value === '0') return ''
  if (value !== null && /^\d+$/.test(value)) return value
  if (text !== '') flag(row, 'portalId', 'csv.portal-id', text)
  return ''
}
