import { type Problem, problem } from '../../../problems/problem.ts'
import { compareKey, squeeze } from '../../../values/text.ts'
import { messageNumber, numberNames } from './message-number.ts'
import type { ReadNumber } from './read-confirmation.ts'

/** A line is the number alone, or `Сообщение;12` with `;`, `=`, `:` or a tab between. Other lines (`Дата;…`) say nothing. */
export function numberInLines(text: string): ReadNumber | Problem {
  const lines = text.split(/\r\n|\r|\n/).map((line, place) => ({ text: bare(line), line: place + 1 }))
  const filled = lines.filter((line) => line.text !== '')
  const numbers: number[] = []
  for (const { text: written, line } of filled) {
    const said = numberSaid(written, filled.length)
    if (said === null) continue
    const number = messageNumber(said)
    if (number === null) return problem('confirmation.bad-number', { value: said }, { line })
    numbers.push(number)
  }
  if (numbers.length > 0) return { message: Math.max(...numbers) }
  const [first = { text: '', line: 1 }] = filled
  return problem('confirmation.no-number', { found: squeeze(first.text).slice(0, 60) }, { line: first.line })
}

/** Without the quotes that some put around every cell, and without the `;` that some put behind the last. */
function bare(line: string): string {
  return line
    .replaceAll('"', '')
    .replace(/[\s;]+$/, '')
    .trim()
}

/** What the line says that the number is; null where it speaks of something else. */
function numberSaid(line: string, lines: number): string | null {
  const [, name, value = ''] = /^([^;=:\t]+)[;=:\t](.*)$/.exec(line) ?? []
  if (name === undefined) return messageNumber(line) !== null || (lines === 1 && /^\d/.test(line)) ? line : null
  return numberNames.has(compareKey(name)) ? value.trim() : null
}
