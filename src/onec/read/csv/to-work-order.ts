import type { WorkOrder } from '../../../records/work-order.ts'
import { currencyCode } from '../../../values/currency.ts'
import { parseDate } from '../../../values/date.ts'
import { parseDecimal } from '../../../values/decimal.ts'
import { parseInn } from '../../../values/inn.ts'
import { oneLine } from '../../../values/text.ts'
import { emailsOf, phonesOf } from './contacts-of.ts'
import { type BoundRow, extraOf, flag, idOf, isDeleted, originOf, readField, textOf } from './row-fields.ts'

const own = new Set(
  'id number date state amount currency organisation client clientInn phone mobile email comment deleted'.split(' '),
)

/** A row of a table of заказ-наряды as a record. A document without an id is known by its number. */
export function toWorkOrder(row: BoundRow): WorkOrder {
  return {
    kind: 'workOrder',
    id: idOf(row),
    deleted: isDeleted(row),
    number: oneLine(textOf(row, 'number')),
    date: readField(row, 'date', parseDate),
    state: oneLine(textOf(row, 'state')),
    amount: readField(row, 'amount', parseDecimal),
    currency: currencyOf(row),
    organisation: oneLine(textOf(row, 'organisation')),
    client: oneLine(textOf(row, 'client')),
    clientInn: readField(row, 'clientInn', parseInn) ?? '',
    phones: phonesOf(row),
    emails: emailsOf(row),
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
