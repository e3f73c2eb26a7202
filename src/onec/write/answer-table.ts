import type { AnswerHead, AnswerLine } from './answer.ts'
import { answerActions } from './answer.ts'
import { localTime, zoneOf } from './answer-time.ts'
import { actionWords, kindWord, totalWords, verdictWords } from './answer-words.ts'

/** Version of the answer files; a reader may refuse a higher one. New columns and head fields come at the end. */
export const answerVersion = 1

/** Columns of a line, in the order of the table; the same words name the attributes of the XML and the keys of the JSON. */
export const answerColumns = ['Вид', 'Ид1С', 'ИдБ24', 'Действие', 'Код', 'Текст', 'Хеш', 'ДатаВремя', 'НомерСтроки'] as const

export type AnswerColumn = (typeof answerColumns)[number]

export type HeadField = readonly [name: string, value: string | number | null]

/** The head under the names that all three formats use, in one order, every name always there. Null: does not apply. */
export function headFields(head: AnswerHead): readonly HeadField[] {
  return [
    ['Формат', 'obmen24'],
    ['Версия', answerVersion],
    ['Сообщение', head.message],
    ['Файл', head.input],
    ['Хеш', head.sha256],
    ['Байт', head.bytes],
    ['Начало', localTime(head.startedAt)],
    ['Окончание', localTime(head.finishedAt)],
    ['ЧасовойПояс', zoneOf(head.finishedAt)],
    ['Итог', verdictWords[head.verdict]],
    ['ПовторСообщения', head.repeatOf],
    ['КодОшибки', head.problem?.code ?? ''],
    ['ТекстОшибки', head.problem?.text ?? ''],
    ['Строк', head.rows],
    ...answerActions.map((action): HeadField => [totalWords[action], head.counts[action]]),
  ]
}

/** The cells of a line, one for each of `answerColumns`. Not cleaned: what a format cannot hold is its own matter. */
export function lineCells(line: AnswerLine): Readonly<Record<AnswerColumn, string | number>> {
  return {
    Вид: kindWord(line.kind),
    Ид1С: line.id,
    ИдБ24: line.bitrixId,
    Действие: actionWords[line.action],
    Код: line.code,
    Текст: line.text,
    Хеш: line.hash,
    ДатаВремя: localTime(line.at),
    НомерСтроки: line.row,
  }
}
