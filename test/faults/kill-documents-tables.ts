import { innOf } from '../exchange/portal/inns.ts'
import type { Booking, Contract, Goods, Invoice, Order } from './kill-documents-papers.ts'
import { amountOf, firmOf, guestOf, kopecks } from './kill-documents-papers.ts'

// The tables that 1C writes of the papers of this world.

export function guestsCsv(guests: readonly number[]): string {
  return table(
    'Код;ФИО;Телефон;E-mail;Пол',
    guests.map((at) => {
      const { id, name, phone } = guestOf(at)
      return [id, name, phone, `gost${at}@example.ru`, 'Ж']
    }),
  )
}

export function firmsCsv(firms: readonly number[]): string {
  return table(
    'Код;Наименование;ИНН;КПП;Телефон',
    firms.map((at) => [firmOf(at), nameOfFirm(at), innOf(at + 500), '770101001', `+7495700${String(1000 + at)}`]),
  )
}

export function ordersCsv(orders: readonly Order[]): string {
  return table(
    'Номер;Дата;Состояние;Заказчик;Телефон;Автомобиль;Сумма',
    orders.map((order) => [
      order.number,
      '05.03.2026 9:05:07',
      order.state,
      order.client,
      order.phone,
      order.car,
      money(amountOf(order)),
    ]),
  )
}

export function orderRowsCsv(orders: readonly Order[]): string {
  return table(
    'Заказ-наряд;Тип;Номенклатура;Количество;Ед.;Цена;% скидки;Сумма',
    orders.flatMap(({ number, rows }) =>
      rows.map((row) => [
        number,
        'Работа',
        row.name,
        figure(row.quantity),
        'шт',
        money(row.price),
        String(row.discount),
        money(kopecks(row)),
      ]),
    ),
  )
}

/** A booking has a line for each of its rooms, with the guests who sleep there. */
export function bookingsCsv(bookings: readonly Booking[]): string {
  return table(
    'Ид;Номер брони;Статус;Гость ИД;Гость;Компания ИД;Плательщик ИД;Гости;Номер комнаты;Дата заезда;Дата выезда;Сумма;Удален',
    bookings.flatMap(({ id, number, state, rooms, company, payer, end, amount }) =>
      rooms.map((room, place) => {
        const [main] = rooms[0]!
        const people = room.map((at) => guestOf(at).id).join(',')
        const firms = [company, payer].map((at) => (at === null ? '' : firmOf(at)))
        const guest = [guestOf(main!).id, guestOf(main!).name]
        return [id, number, state, ...guest, ...firms, people, String(place + 1), '10.03.2026', end, money(amount), 'Нет']
      }),
    ),
  )
}

export function contractsCsv(contracts: readonly Contract[]): string {
  return table(
    'Ид;Номер договора;Дата;Контрагент ИД;Контрагент;Сумма;Состояние',
    contracts.map(({ id, number, firm, amount, state }) => [
      id,
      number,
      '01.02.2026',
      firmOf(firm),
      nameOfFirm(firm),
      money(amount),
      state,
    ]),
  )
}

export function invoicesCsv(invoices: readonly Invoice[]): string {
  return table(
    'Ид;Номер счета;Дата;Контрагент ИД;Контрагент;Основание;Договор;Сумма;Состояние;Организация',
    invoices.map((invoice) => {
      const { id, number, firm, order, contract, state } = invoice
      const client = [firmOf(firm), nameOfFirm(firm)]
      return [id, number, '06.03.2026', ...client, order, contract, money(amountOf(invoice)), state, 'ООО Маяк']
    }),
  )
}

export function invoiceRowsCsv(invoices: readonly Invoice[]): string {
  return table(
    'Номер счета;Номенклатура;Количество;Ед.;Цена;Сумма;НДС',
    invoices.flatMap(({ number, rows }) =>
      rows.map((row) => [number, row.name, figure(row.quantity), 'шт', money(row.price), money(kopecks(row)), '20%']),
    ),
  )
}

export function pdfOf({ number }: Pick<Invoice, 'number'>): string {
  return `%PDF-1.4\n% ${number}\n%%EOF\n`
}

function nameOfFirm(at: number): string {
  return `ООО Ромашка ${at}`
}

function table(header: string, lines: readonly (readonly string[])[]): string {
  return [header, ...lines.map((cells) => cells.join(';')), ''].join('\r\n')
}

/** Kopecks as 1C writes roubles: `1234,50`. */
function money(amount: number): string {
  return `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`
}

function figure(quantity: Goods['quantity']): string {
  return String(quantity).replace('.', ',')
}
