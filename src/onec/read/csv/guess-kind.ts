import { bindColumns } from './bind-columns.ts'
import { columnKey } from './column-key.ts'
import { fields, type TableKind } from './fields.ts'
import { checkInNames, checkOutNames, guestListNames, guestNames } from './fields-booking.ts'
import { contractNumbers } from './fields-document.ts'
import { documentNames } from './fields-document-row.ts'
import { invoiceNumbers } from './fields-invoice.ts'

/**
 * The kind of record that the header fits best; null where none does, or two do equally. Documents that are no work orders, and
 * rows of documents, are thought of only where some column is theirs beyond doubt: a table with `Номер`, `Дата`, `Контрагент` and
 * `Сумма` may be any document, and is one of work orders.
 */
export function guessKind(columns: readonly string[]): TableKind | null {
  const header = headerOf(columns)
  const kinds = [...usualKinds, ...tellKinds.filter((kind) => surely[kind](header))]
  const scores = kinds.map((kind) => ({ kind, score: fitness(header, kind) }))
  const best = scores.reduce((leader, next) => (next.score > leader.score ? next : leader))
  return best.score > 0 && scores.filter(({ score }) => score === best.score).length === 1 ? best.kind : null
}

const usualKinds = ['counterparty', 'contactPerson', 'workOrder', 'product'] as const
const tellKinds = ['booking', 'contract', 'invoice', 'documentRow'] as const

interface Header {
  readonly columns: readonly string[]
  /** Is one of these names there? */
  has(...names: readonly (readonly string[])[]): boolean
  /** Would a table of that kind have a column for all these fields? */
  binds(kind: TableKind, ...names: readonly string[]): boolean
}

const surely: Readonly<Record<(typeof tellKinds)[number], (header: Header) => boolean>> = {
  // A list of guests may tell of their stays as well.
  booking: ({ has, binds }) =>
    has(checkInNames, checkOutNames) &&
    has(guestNames, guestListNames) &&
    ['number', 'amount', 'state'].some((name) => binds('booking', name)),
  contract(header) {
    const { has, binds } = header
    const lasts = binds('contract', 'beginDate') || binds('contract', 'endDate') || binds('contract', 'type')
    // Beside the number of another document it is only what that one refers to.
    return has(contractNumbers) && lasts && !has(invoiceNumbers) && !binds('workOrder', 'number') && !hasGoods(header)
  },
  invoice(header) {
    const { has, binds } = header
    const isDemand = binds('invoice', 'amount', 'endDate') || binds('invoice', 'amount', 'client')
    // With a due date the other number is that of the order; without one either may be the other's.
    const other = binds('invoice', 'endDate') ? has(plainNumbers) : binds('workOrder', 'number')
    const isAccount = binds('counterparty', 'bik') || binds('counterparty', 'correspondentAccount')
    return has(invoiceNumbers) && isDemand && !isAccount && !other && !hasGoods(header)
  },
  // A state or a phone is the document's own: the table is one of documents, of one product each.
  documentRow: (header) =>
    header.has(documentNames) && hasGoods(header) && !header.binds('workOrder', 'state') && !header.binds('workOrder', 'phone'),
}

const plainNumbers = ['Номер', '№', 'Номер документа', '№ документа']

function hasGoods({ binds }: Header): boolean {
  return binds('documentRow', 'name', 'quantity') || binds('documentRow', 'name', 'price')
}

function headerOf(columns: readonly string[]): Header {
  const keys = new Set(columns.map(columnKey))
  return {
    columns,
    has: (...names) => names.flat().some((name) => keys.has(columnKey(name))),
    binds(kind, ...names) {
      const bound = bindColumns(columns, kind).fields
      return names.every((name) => name in bound)
    },
  }
}

/** 0: not of this kind. Columns that only this kind has count double. */
function fitness({ columns, binds }: Header, kind: TableKind): number {
  const binding = bindColumns(columns, kind)
  const found = fields[kind].filter((field) => field.name in binding.fields && field.quiet !== true)
  const telling = found.filter((field) => field.telling === true).length
  // Every table may have an id: without a number nothing says that it is one of documents.
  const lacksNumber = kind === 'workOrder' && !binds(kind, 'number')
  return binding.problems.length > 0 || lacksNumber || telling === 0 || found.length < 2 ? 0 : found.length + telling
}
