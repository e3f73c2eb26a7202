import { seededRandom } from '../../src/bitrix24/sandbox/random.ts'
import { type ExpectedRound, expectedOf } from './kill-documents-expected.ts'
import {
  type Booking,
  type Contract,
  type Goods,
  type Invoice,
  mobileOf,
  newOrder,
  newRows,
  type Order,
} from './kill-documents-papers.ts'
import {
  bookingsCsv,
  contractsCsv,
  firmsCsv,
  guestsCsv,
  invoiceRowsCsv,
  invoicesCsv,
  orderRowsCsv,
  ordersCsv,
  pdfOf,
} from './kill-documents-tables.ts'

/** One exchange of documents from its first files to its last. */
export interface DocumentWorld {
  readonly settings: string
  readonly rounds: readonly DocumentRound[]
}

export interface DocumentRound {
  /** What people do on the portal before the files of the round come, in this order. */
  readonly deeds: readonly Deed[]
  /** Path inside the exchange folder → content. */
  readonly files: Readonly<Record<string, string>>
  /** Does 1C confirm the message that it finds, together with these files? */
  readonly confirms: boolean
  /** What must stand on the portal and in the answers when the round is over. */
  readonly expected: ExpectedRound
}

export type Deed =
  /** A contact whom somebody made, with a deal in the pipeline of the work orders. */
  | { readonly do: 'call'; readonly phone: string }
  /** A deal into which somebody wrote the number of its order. */
  | { readonly do: 'numbered'; readonly number: string }
  /** A request that 1C does not know, of the client with that phone. */
  | { readonly do: 'request'; readonly title: string; readonly phone: string; readonly rows: readonly Goods[] }
  | { readonly do: 'move'; readonly number: string; readonly stageId: string }
  | { readonly do: 'specify'; readonly number: string; readonly rows: readonly Goods[] }

/** All that 1C has in one world; the rounds change it. */
export interface Papers {
  readonly orders: readonly Order[]
  readonly bookings: readonly Booking[]
  readonly contracts: readonly Contract[]
  readonly invoices: readonly Invoice[]
  readonly guests: readonly number[]
  readonly firms: readonly number[]
  /** Requests of people, and the phone of each. */
  readonly requests: Map<string, { readonly phone: string; readonly rows: readonly Goods[] }>
  /** Invoices whose PDF has come. */
  readonly printed: Set<string>
}

/** Three rounds: first files, a later export after people have worked on the deals, and one that confirms what they did. */
export function documentWorldOf(number: number): DocumentWorld {
  const random = seededRandom(70_001 + number)
  const all = papersOf(5 + Math.floor(random() * 8), random)
  const early = { ...all, orders: all.orders.slice(0, Math.ceil(all.orders.length * 0.7)), invoices: [] }
  return { settings, rounds: [firstRound(early, all), laterRound(early, all, random), lastRound(all, random)] }
}

function papersOf(size: number, random: () => number): Papers {
  const some = (count: number) => Array.from({ length: count }, (_, at) => at)
  const orders = some(size).map((at) => newOrder(at, random))
  const firms = some(3)
  const contracts = firms.map((firm) => ({
    id: `дог-${firm}`,
    number: `СО-${firm + 1}`,
    firm,
    amount: 12_000_000 + firm,
    state: firm === 1 ? 'Черновик' : 'Действует',
  }))
  const bookings = some(2 + Math.floor(random() * 3)).map((at): Booking => {
    const rooms = at === 1 ? [[2, 3], [4], [0, 5]] : [[at, at + 1].slice(0, 1 + (at % 2))]
    const [company, payer] = [at % 3 === 0 ? 0 : null, at % 3 === 2 ? 1 : null]
    return {
      id: `Б-${at}`,
      number: String(100 + at),
      state: 'Временная',
      rooms,
      company,
      payer,
      end: '14.03.2026',
      amount: 3_200_050,
    }
  })
  const invoices = some(3).map(
    (at): Invoice => ({
      id: `счет-${at}`,
      number: `СЧ-${at + 1}`,
      firm: at,
      order: orders[at]!.number,
      contract: at === 2 ? '' : contracts[at]!.number,
      extra: 0,
      state: 'Выставлен',
      rows: newRows(`Товар ${at}`, random).map((row) => ({ ...row, discount: 0 })),
    }),
  )
  return { orders, bookings, contracts, invoices, guests: some(6), firms, requests: new Map(), printed: new Set() }
}

// The PDF of an invoice comes before it, and waits.
function firstRound(early: Papers, { invoices: [first] }: Papers): DocumentRound {
  const { orders, bookings, contracts, guests, firms } = early
  early.printed.add(first!.number)
  const told = { orders, orderRows: orders, bookings, contracts, invoices: [], invoiceRows: [] }
  return {
    deeds: orders.flatMap(({ handMade, phone, number }): Deed[] => {
      if (handMade === null) return []
      return [handMade === 'phone' ? { do: 'call', phone } : { do: 'numbered', number }]
    }),
    files: {
      'in/guests.csv': guestsCsv(guests),
      'in/firms.csv': firmsCsv(firms),
      ...filesOf(1, told),
      [`in/Счет ${first!.number}.pdf`]: pdfOf(first!),
    },
    confirms: false,
    expected: expectedOf(early, { round: 1, told, guests, firms, waits: 1, sent: [] }),
  }
}

// People have worked on some deals, 1C on others.
function laterRound(early: Papers, all: Papers, random: () => number): DocumentRound {
  const [moved, specified, ...others] = early.orders.filter(({ handMade }) => handMade !== 'phone')
  moved!.byHand = { stageId: 'C5:AGREEMENT' }
  specified!.byHand = { rows: [{ name: 'Подарочная мойка', quantity: 1, price: 50_050, discount: 0 }, ...specified!.rows] }
  const title = 'Просят позвонить'
  const request = { phone: mobileOf(0), rows: newRows('Запчасть', random).map((row) => ({ ...row, discount: 0 })) }
  all.requests.set(title, request)
  for (const [place, order] of others.entries()) {
    if (random() < 0.6) order.state = order.state === 'закрыт' ? 'закрыт' : 'выполнен'
    if (place === 0 || random() < 0.4) order.rows = newRows(`Новая ${order.number}`, random)
  }
  for (const booking of all.bookings) change(booking, random)
  all.contracts[1]!.state = 'Действует'
  const orders = all.orders.filter((order) => others.includes(order) || order === moved || !early.orders.includes(order))
  const told = {
    orders,
    orderRows: orders,
    bookings: all.bookings,
    contracts: all.contracts.slice(1),
    invoices: all.invoices,
    invoiceRows: all.invoices,
  }
  return {
    deeds: [
      { do: 'move', number: moved!.number, stageId: moved!.byHand.stageId! },
      { do: 'specify', number: specified!.number, rows: specified!.byHand.rows! },
      { do: 'request', title, ...request },
    ],
    files: filesOf(2, told),
    confirms: false,
    expected: expectedOf(all, { round: 2, told, waits: 0, sent: [moved!.number, specified!.number, title] }),
  }
}

// 1C has taken what people did: it tells back the stage, and goes on. Somebody has moved another deal meanwhile.
function lastRound(all: Papers, random: () => number): DocumentRound {
  const [moved, specified] = all.orders.filter(({ byHand }) => byHand.stageId !== undefined || byHand.rows !== undefined)
  moved!.byHand = {}
  moved!.state = 'согласование'
  specified!.rows = specified!.byHand.rows!
  specified!.byHand = {}
  const [next, ...others] = all.orders.filter((order) => order !== moved && order !== specified)
  const stageId = next!.state === 'выполнен' ? 'C5:IN_WORK' : 'C5:DONE'
  next!.byHand = { stageId }
  const changed = others.filter(() => random() < 0.5)
  for (const order of changed) order.state = 'закрыт'
  // The rows of an invoice come alone, and come to as much as before.
  const [first, paid] = all.invoices
  first!.rows = first!.rows.map((row) => ({ ...row, name: `${row.name} (замена)` }))
  paid!.state = 'Оплачен'
  all.printed.add(paid!.number)
  const told = {
    orders: [moved!, specified!, ...changed],
    orderRows: [specified!],
    bookings: [],
    contracts: [],
    invoices: [paid!],
    invoiceRows: [first!],
  }
  return {
    deeds: [{ do: 'move', number: next!.number, stageId }],
    files: { ...filesOf(3, told), [`in/Счет ${paid!.number}.pdf`]: pdfOf(paid!) },
    confirms: true,
    expected: expectedOf(all, { round: 3, told, waits: 0, sent: [next!.number] }),
  }
}

/** What the files of a round tell. */
export interface Told {
  readonly orders: readonly Order[]
  /** Orders and invoices whose rows are told. */
  readonly orderRows: readonly Order[]
  readonly bookings: readonly Booking[]
  readonly contracts: readonly Contract[]
  readonly invoices: readonly Invoice[]
  readonly invoiceRows: readonly Invoice[]
}

function filesOf(round: number, told: Told): Readonly<Record<string, string>> {
  const files = {
    zn: ordersCsv(told.orders),
    rz: orderRowsCsv(told.orderRows),
    b: bookingsCsv(told.bookings),
    d: contractsCsv(told.contracts),
    s: invoicesCsv(told.invoices),
    rs: invoiceRowsCsv(told.invoiceRows),
  }
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, text]) => (text.split('\r\n').length > 2 ? [[`in/${name} ${round}.csv`, text]] : [])),
  )
}

function change(booking: Booking, random: () => number): void {
  const pick = random()
  if (pick < 0.4) booking.state = 'Подтверждена'
  if (pick > 0.3 && pick < 0.6) booking.end = '16.03.2026'
  if (pick > 0.5) booking.amount += 150_025
  // Somebody more comes, in a room of their own.
  if (pick > 0.6) booking.rooms = [...booking.rooms, [5 - booking.rooms[0]![0]!]]
}

const settings = `
target: portal
portal: {rate: unlimited, unknownWait: 140s}
readiness: {settle: 2ms}
brake: {share: 100%, records: any}
bitrix24: {idFields: {company: UF_CRM_ID_1C, contact: UF_CRM_ID_1C}}
exchanges:
  - {name: Гости, preset: counterparties, files: guests*.csv, person: contact, columns: {name: ФИО}}
  - {name: Фирмы, preset: counterparties, files: firms*.csv}
  - name: Договоры
    preset: contracts
    files: d *.csv
    into: process
    process: 1032
    numberField: UF_CRM_7_NUMBER
    stages: {Черновик: Черновик, Действует: Действует, Завершён: Завершён}
  - name: Заказ-наряды
    preset: work-orders
    files: zn *.csv
    numberField: UF_CRM_ID_1C
    pipeline: Сервис
    title: ''
    stages: {заявка: Заявка, согласование: Согласование, начать работу: В работе, выполнен: Выполнен, закрыт: Закрыт}
    fields: {UF_CRM_CAR: Автомобиль}
  - {name: Строки заказ-нарядов, preset: document-rows, files: rz *.csv}
  - name: Брони
    preset: bookings
    files: b *.csv
    pipeline: Бронирования
    stages: {Временная: Новая, Подтверждена: В работе, Выезд: Выехал, Отменена: Отменена}
  - name: Счета
    preset: invoices
    files: s *.csv
    stages: {Выставлен: Отправлен клиенту, Оплачен: Оплачен}
    organisations: {ООО Маяк: Маяк}
    attachments: {files: 'Счет*.pdf', alsoParent: true}
  - {name: Строки счетов, preset: document-rows, of: invoices, files: rs *.csv}
outgoing:
  - {name: В 1С, format: csv, file: to1c/sdelki.csv, every: 1ms, stages: [Подготовка документов]}
`
