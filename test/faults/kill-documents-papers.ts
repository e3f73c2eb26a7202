/** A row of goods or works. Its price is in kopecks, its discount in percent. */
export interface Goods {
  readonly name: string
  readonly quantity: number
  readonly price: number
  readonly discount: number
}

export interface Order {
  readonly number: string
  readonly client: string
  readonly phone: string
  readonly car: string
  /** Kopecks by which its amount is more than its rows. */
  readonly extra: number
  state: string
  rows: readonly Goods[]
  /** How the deal is to be found that somebody made before; null: there is none. */
  readonly handMade: 'phone' | 'number' | null
  /** What somebody made of it on the portal, and 1C has not told otherwise since. */
  byHand: { readonly stageId?: string; readonly rows?: readonly Goods[] }
}

export interface Booking {
  readonly id: string
  readonly number: string
  state: string
  /** Guests by room; the first of them has booked. */
  rooms: readonly (readonly number[])[]
  readonly company: number | null
  readonly payer: number | null
  end: string
  amount: number
}

export interface Contract {
  readonly id: string
  readonly number: string
  readonly firm: number
  readonly amount: number
  state: string
}

export interface Invoice {
  readonly id: string
  readonly number: string
  readonly firm: number
  /** Number of the work order that it was made for. */
  readonly order: string
  /** Number of its contract, or ''. */
  readonly contract: string
  readonly extra: number
  state: string
  rows: readonly Goods[]
}

/** What a row comes to, in kopecks. */
export function kopecks({ quantity, price, discount }: Goods): number {
  // Thousandths of a piece and whole percents: an integer until it is rounded.
  return Math.round((Math.round(quantity * 1000) * price * (100 - discount)) / 100_000)
}

export function amountOf({ rows, extra }: Pick<Order, 'rows' | 'extra'>): number {
  return rows.reduce((sum, row) => sum + kopecks(row), extra)
}

export function newOrder(at: number, random: () => number): Order {
  // Every third order is of a client who has one already.
  const client = at % 3 === 2 ? at - 2 : at
  const pick = random()
  return {
    number: `30000${4870 + at}`,
    client: `Рябова ${names[client % names.length]} Львовна`,
    phone: mobileOf(client),
    car: `Лада Веста А${100 + at}АА`,
    extra: at % 5 === 4 ? 1 : 0,
    state: orderStates[Math.floor(random() * 3)]!,
    rows: newRows(`Работа ${at}`, random),
    // Of a client with two open orders it would not be certain whose deal it is.
    handMade: at % 3 !== 1 ? null : pick < 0.4 ? 'phone' : pick < 0.8 ? 'number' : null,
    byHand: {},
  }
}

/** The portal keeps a price after its discount to the kopeck: only such discounts are given here. */
export function newRows(name: string, random: () => number): readonly Goods[] {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) => ({
    name: `${name}.${at + 1}`,
    quantity: [1, 2, 0.5, 1.25, 3][Math.floor(random() * 5)]!,
    price: 1000 + Math.floor(random() * 900_000) * (random() < 0.5 ? 1 : 100),
    discount: random() < 0.3 ? 10 : 0,
  })).map((row) => (row.discount === 0 ? row : { ...row, price: Math.round(row.price / 10) * 10 }))
}

export const orderStates = ['заявка', 'начать работу', 'выполнен', 'закрыт'] as const

/** State of an order in 1C → stage of its deal. */
export const orderStages: Readonly<Record<string, string>> = {
  заявка: 'C5:NEW',
  согласование: 'C5:AGREEMENT',
  'начать работу': 'C5:IN_WORK',
  выполнен: 'C5:DONE',
  закрыт: 'C5:WON',
}

export const bookingStages: Readonly<Record<string, string>> = {
  Временная: 'C7:NEW',
  Подтверждена: 'C7:EXECUTING',
  Выезд: 'C7:DEPARTED',
  Отменена: 'C7:LOSE',
}

export const contractStages: Readonly<Record<string, string>> = {
  Черновик: 'DT1032_7:NEW',
  Действует: 'DT1032_7:CLIENT',
  Завершён: 'DT1032_7:SUCCESS',
}

export const invoiceStages: Readonly<Record<string, string>> = { Выставлен: 'DT31_3:S', Оплачен: 'DT31_3:P' }

export function guestOf(at: number) {
  return {
    id: `Г-${String(at).padStart(4, '0')}`,
    name: `Осокина ${names[at % names.length]} Ильинична`,
    phone: `+7921300${String(1000 + at)}`,
  }
}

export function firmOf(at: number): string {
  return `К-${String(at).padStart(4, '0')}`
}

export function mobileOf(client: number): string {
  return `+7916300${String(1000 + client)}`
}

const names = ['Анна', 'Вера', 'Инна', 'Ольга', 'Мария', 'Юлия', 'Нина', 'Елена', 'Дарья', 'Лидия', 'Раиса', 'Тамара', 'Софья']
