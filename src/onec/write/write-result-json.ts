import type { AnswerHead, AnswerLines } from './answer.ts'
import { headFields, lineCells } from './answer-table.ts'
import { tallied } from './tally.ts'

/**
 * The answer as one JSON object: the head's fields, then `Строки`, an array of flat objects, one on each line of the
 * file. All keys are 1C identifiers, so `ПрочитатьJSON` makes a `Структура` of it. Values are exactly what they were.
 * To be written as UTF-8 without BOM.
 */
export async function* writeResultJson(head: AnswerHead, lines: AnswerLines): AsyncGenerator<string> {
  const opening = JSON.stringify(Object.fromEntries(headFields(head)))
  yield `${opening.slice(0, -1)},"Строки":[`
  let separator = '\n'
  for await (const batch of tallied(head, lines)) {
    yield separator + batch.map((line) => JSON.stringify(lineCells(line))).join(',\n')
    separator = ',\n'
  }
  yield '\n]}\n'
}
