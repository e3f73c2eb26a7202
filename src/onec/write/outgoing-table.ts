import type { OutDocument, OutRow } from '../../records/out-document.ts'
import { toFixed } from '../../values/decimal.ts'

const kinds = { deal: 'сделка', invoice: 'счет', process: 'элемент' } as const

/** What our own files say of a document, by the names of its columns and attributes; they never change once published. */
export function documentCells(document: OutDocument): Readonly<Record<string, string>> {
  const { client } = document
  return {
    Вид: kinds[document.kind],
    ИдБ24: String(document.portalId),
    Ид1С: document.id,
    Номер: document.number,
    Дата: document.date.slice(0, 19),
    Изменен: document.changedAt.slice(0, 19),
    Название: document.title,
    Стадия: document.stage,
    Статус: document.status,
    Отменен: yesNo(document.cancelled),
    Завершен: yesNo(document.completed),
    Сумма: toFixed(document.amount, 2),
    Валюта: document.currency,
    Клиент: client?.name ?? '',
    КлиентИд1С: client?.id ?? '',
    КлиентИдБ24: client === null ? '' : String(client.portalId),
    ИНН: client?.inn ?? '',
    КПП: client?.kpp ?? '',
    Телефон: client?.phones.join(', ') ?? '',
    Почта: client?.emails.join(', ') ?? '',
    Ответственный: document.responsible,
    Комментарий: document.comment,
    Реквизиты: document.requisites.map(({ name, value }) => `${name}=${value}`).join(', '),
  }
}

/** The same of one of its rows; `number` counts from 1. */
export function rowCells(row: OutRow, number: number): Readonly<Record<string, string>> {
  return {
    НомерСтроки: String(number),
    ТоварИд1С: row.productId,
    Товар: row.name,
    Артикул: row.article,
    Услуга: yesNo(row.service),
    Единица: row.unitName,
    КодЕдиницы: row.unitCode,
    Количество: row.quantity,
    Цена: toFixed(row.price, 2),
    СуммаСтроки: toFixed(row.amount, 2),
    Скидка: toFixed(row.discount, 2),
    СтавкаНДС: row.vat ?? 'Без НДС',
  }
}

function yesNo(value: boolean): string {
  return value ? '1' : '0'
}
