import { notFilled, type Parsed } from './parsed.ts'
import { tidy } from './text.ts'

const yes = new Set(['да', 'true', '1', 'истина', 'yes', 'y', '+'])
const no = new Set(['нет', 'false', '0', 'ложь', 'no', 'n', '-', '\u2212', '\u2013'])

/** Every way a 1C file says yes and no (`1c-side.md §7`: several in one file), in any case. */
export function parseBoolean(text: string): Parsed<boolean> {
  const word = tidy(text).toLowerCase()
  if (word === '') return notFilled
  if (yes.has(word)) return { value: true, code: null }
  if (no.has(word)) return { value: false, code: null }
  return { value: null, code: 'boolean.unreadable' }
}
