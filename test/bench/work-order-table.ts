import type { Shape } from './shapes/shape.ts'

/**
 * Work orders for a portal that has `deals` of them or more: every second one has its number on a deal already, every fourth is
 * known by the phone of its client alone, the rest are new.
 */
export function workOrderTable(): Shape {
  return {
    name: 'work-orders',
    extension: 'csv',
    kind: 'workOrder',
    element: null,
    head: () => 'Номер;Дата;Состояние;Организация;Заказчик;Телефон;Автомобиль;Сумма\r\n',
    record: (_random, number) =>
      `${[
        numberOf(number),
        '05.03.2026 9:05:07',
        number % 3 === 0 ? 'закрыт' : 'в работе',
        'ИП Захаров А.Ю.',
        `Клиентов Пётр ${number}`,
        phoneOf(number),
        `Машина ${number}`,
        `${1000 + number},50`,
      ].join(';')}\r\n`,
    tail: '',
  }
}

/** Number of a work order as the deal of it has it, where it has one. */
export function numberOf(number: number): string {
  return `30${String(number).padStart(8, '0')}`
}

/** The only phone of the client of a work order. */
export function phoneOf(number: number): string {
  return `+7900${String(number).padStart(7, '0')}`
}
