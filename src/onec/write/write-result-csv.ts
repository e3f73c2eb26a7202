import type { AnswerHead, AnswerLine, AnswerLines } from './answer.ts'
import { answerColumns, answerVersion, headFields, lineCells } from './answer-table.ts'
import { cleanForTable } from './clean-value.ts'
import { tallied } from './tally.ts'

/**
 * The answer as lines of text: `#name;value` for the head, the header of the table, one line per row, and `#Конец;rows`
 * last, by which a reader knows that the file is whole. Lines end with CRLF; no value holds a separator or a quote, so
 * nothing is quoted (`1c-side.md §8`). A data line never begins with `#`.
 */
export async function* writeResultCsv(head: AnswerHead, lines: AnswerLines): AsyncGenerator<string> {
  yield headText(head)
  for await (const batch of tallied(head, lines)) yield batch.map(lineText).join('')
  yield `#Конец;${head.rows}${lineEnd}`
}

const lineEnd = '\r\n'

function headText(head: AnswerHead): string {
  const facts = headFields(head).filter(([name]) => name !== 'Формат' && name !== 'Версия')
  const lines = facts.map(([name, value]) => `#${name};${cleanForTable(String(value ?? ''))}`)
  return [`#obmen24;${answerVersion}`, ...lines, answerColumns.join(';'), ''].join(lineEnd)
}

function lineText(line: AnswerLine): string {
  const cells = lineCells(line)
  return answerColumns.map((column) => cleanForTable(String(cells[column]))).join(';') + lineEnd
}
