import type { RecordKind } from '../../records/record.ts'
import type { AnswerAction, AnswerVerdict } from './answer.ts'

/**
 * The words that a 1C programmer compares with. None has the letter «ё»: the 1C standard keeps it out of program texts,
 * so a comparison would be written without it. Once published they do not change: `schemas/` lists them.
 */
export const kindWords: Readonly<Record<RecordKind, string>> = {
  attachment: 'файл',
  booking: 'бронь',
  confirmation: 'подтверждение',
  contactPerson: 'контактное лицо',
  contract: 'договор',
  counterparty: 'контрагент',
  documentRow: 'строка документа',
  group: 'группа',
  invoice: 'счет',
  offer: 'предложение',
  order: 'заказ',
  priceType: 'вид цены',
  product: 'товар',
  property: 'свойство',
  row: 'строка',
  unit: 'единица',
  warehouse: 'склад',
  workOrder: 'заказ-наряд',
}

export const actionWords: Readonly<Record<AnswerAction, string>> = {
  created: 'создан',
  updated: 'обновлен',
  deleted: 'удален',
  prepared: 'подготовлен',
  remembered: 'принят',
  unchanged: 'без изменений',
  skipped: 'пропущен',
  waiting: 'ждет',
  review: 'на проверку',
  refused: 'ошибка',
}

/** Names of the totals in the head: fit to be keys of a 1C `Структура`, so without spaces. */
export const totalWords: Readonly<Record<AnswerAction, string>> = {
  created: 'Создано',
  updated: 'Обновлено',
  deleted: 'Удалено',
  prepared: 'Подготовлено',
  remembered: 'Принято',
  unchanged: 'БезИзменений',
  skipped: 'Пропущено',
  waiting: 'Ожидает',
  review: 'НаПроверку',
  refused: 'Ошибок',
}

export const verdictWords: Readonly<Record<AnswerVerdict, string>> = {
  done: 'выполнен',
  partly: 'частично',
  refused: 'отказ',
  repeat: 'повтор',
}

/** Throws for a kind that no record has: the caller made it up. */
export function kindWord(kind: string): string {
  const word = Object.hasOwn(kindWords, kind) ? kindWords[kind as RecordKind] : undefined
  if (word === undefined) throw new Error(`no such kind of record: ${kind}`)
  return word
}
