import {
  amountOf,
  bookingStages,
  contractStages,
  firmOf,
  type Goods,
  guestOf,
  invoiceStages,
  kopecks,
  type Order,
  orderStages,
} from './kill-documents-papers.ts'
import type { Papers, Told } from './kill-documents-world.ts'

export interface ExpectedRound {
  /** By what a card is known: number of an order, 1C id, title of a request. */
  readonly documents: ReadonlyMap<string, ExpectedDocument>
  /** Phones of all contacts. */
  readonly phones: ReadonlySet<string>
  readonly firms: readonly string[]
  /** Lines of each answer: 1C id, and by what the card is known ('' : the line has none yet). */
  readonly answers: Readonly<Record<string, readonly (readonly [id: string, card: string])[]>>
  /** Cards that wait. */
  readonly waits: number
  /** What stands in the message to 1C. */
  readonly sent: readonly string[]
}

export interface ExpectedDocument {
  readonly entityTypeId: 2 | 31 | 1032
  readonly stageId: string
  /** In kopecks. */
  readonly amount: number
  /** `name × quantity = kopecks`. */
  readonly rows: readonly string[]
  /** Phones of its contacts, in their order of text. */
  readonly contacts: readonly string[]
  /** 1C id of its company, or ''. */
  readonly company: string
  /** By what its deal and its contract are known, or ''. */
  readonly parents: { readonly deal: string; readonly contract: string }
  /** Files in its timeline. */
  readonly files: readonly string[]
}

export interface RoundFacts {
  readonly round: number
  readonly told: Told
  readonly guests?: readonly number[]
  readonly firms?: readonly number[]
  readonly waits: number
  readonly sent: readonly string[]
}

/** What all that 1C and people have told by now comes to. */
export function expectedOf(papers: Papers, facts: RoundFacts): ExpectedRound {
  const { orders, bookings, contracts, invoices, guests, firms } = papers
  return {
    documents: new Map([
      ...orders.map((order) => [order.number, expectedOrder(order, papers)] as const),
      ...[...papers.requests].map(([title, { phone, rows }]) => {
        const amount = rows.reduce((sum, row) => sum + kopecks(row), 0)
        return [title, { ...bare, stageId: 'PREPARATION', amount, rows: rows.map(rowText), contacts: [phone] }] as const
      }),
      ...bookings.map(({ id, state, rooms, company, payer, amount }) => {
        const phones = new Set(rooms.flat().map((at) => guestOf(at).phone))
        const firm = company ?? payer
        const bound = { contacts: [...phones].sort(), company: firm === null ? '' : firmOf(firm) }
        return [id, { ...bare, stageId: bookingStages[state]!, amount, ...bound }] as const
      }),
      ...contracts.map(({ id, firm, amount, state }) => {
        const item = { ...bare, entityTypeId: 1032 as const, stageId: contractStages[state]!, amount, company: firmOf(firm) }
        return [id, item] as const
      }),
      ...invoices.map((invoice) => {
        const contract = contracts.find(({ number }) => number === invoice.contract)?.id ?? ''
        const { id, number, firm, order, state, rows } = invoice
        const item = {
          ...bare,
          entityTypeId: 31 as const,
          stageId: invoiceStages[state]!,
          amount: amountOf(invoice),
          rows: rows.map(rowText),
          company: firmOf(firm),
          parents: { deal: order, contract },
          files: papers.printed.has(number) ? [fileOf(number)] : [],
        }
        return [id, item] as const
      }),
    ]),
    phones: new Set([...orders.map(({ phone }) => phone), ...guests.map((at) => guestOf(at).phone)]),
    firms: firms.map(firmOf),
    answers: answersOf(papers, facts),
    waits: facts.waits,
    sent: facts.sent,
  }
}

/** `name × quantity = kopecks`, as the rows of a card are compared. */
export function rowText(row: Goods): string {
  return `${row.name} × ${row.quantity} = ${kopecks(row)}`
}

function expectedOrder(order: Order, { invoices, printed }: Papers): ExpectedDocument {
  const { state, byHand, phone, number } = order
  const rows = byHand.rows ?? order.rows
  const files = invoices.filter((each) => each.order === number && printed.has(each.number)).map((each) => fileOf(each.number))
  return {
    ...bare,
    stageId: byHand.stageId ?? orderStages[state]!,
    amount: byHand.rows === undefined ? amountOf(order) : amountOf({ rows, extra: 0 }),
    rows: rows.map(rowText),
    contacts: [phone],
    files,
  }
}

const bare: Omit<ExpectedDocument, 'stageId' | 'amount'> = {
  entityTypeId: 2,
  rows: [],
  contacts: [],
  company: '',
  parents: { deal: '', contract: '' },
  files: [],
}

function fileOf(number: string): string {
  return `Счет ${number}.pdf`
}

function answersOf(
  { invoices, printed }: Papers,
  { round, told, guests = [], firms = [] }: RoundFacts,
): ExpectedRound['answers'] {
  const same = (id: string) => [id, id] as const
  const lines = {
    guests: guests.map((at) => same(guestOf(at).id)),
    firms: firms.map((at) => same(firmOf(at))),
    [`zn ${round}`]: told.orders.map(({ number }) => same(number)),
    [`rz ${round}`]: told.orderRows.flatMap(({ number, rows }) => rows.map(() => same(number))),
    [`b ${round}`]: told.bookings.flatMap(({ id, rooms }) => rooms.map(() => same(id))),
    [`d ${round}`]: told.contracts.map(({ id }) => same(id)),
    [`s ${round}`]: told.invoices.map(({ id }) => same(id)),
    [`rs ${round}`]: told.invoiceRows.flatMap(({ id, number, rows }) => rows.map(() => [number, id] as const)),
  }
  const tables = Object.entries(lines).flatMap(([name, each]) => (each.length > 0 ? [[`${name}.csv`, each] as const] : []))
  // The answer of a PDF that waited tells of its invoice when that has come.
  const files = [...printed].map((number) => {
    const card = invoices.find((each) => each.number === number)?.id ?? ''
    return [fileOf(number), [[fileOf(number), card] as const]] as const
  })
  return Object.fromEntries([...tables, ...files])
}
