import { describe, describePlace, entryOf } from '../problems/describe.ts'
import type { Language } from '../problems/language.ts'
import type { Problem } from '../problems/problem.ts'
import type { Terminal } from './terminal.ts'

/** A problem as a person reads it: where, what, and what to do. */
export function problemLines(found: Problem, { language, colors }: Pick<Terminal, 'language' | 'colors'>): readonly string[] {
  const { message, cause, action } = describe(found, language)
  const place = describePlace(found.place, language)
  const { severity } = entryOf(found)
  const mark =
    severity === 'error'
      ? colors.red(words[language].error)
      : severity === 'warning'
        ? colors.yellow(words[language].warning)
        : words[language].notice
  const head = place === '' ? `${mark}: ${message}` : `${mark}: ${place}: ${message}`
  return severity === 'notice' ? [head] : [head, `    ${colors.dim(cause)}`, `    → ${action} ${colors.dim(`[${found.code}]`)}`]
}

/** Prints problems, those of one code after the first few only counted: a file of a million rows must not flood the screen. */
export function printProblems(problems: readonly Problem[], terminal: Terminal): void {
  const shown = new Map<string, number>()
  for (const found of problems) {
    if (entryOf(found).severity === 'notice' && !terminal.verbose) continue
    const count = (shown.get(found.code) ?? 0) + 1
    shown.set(found.code, count)
    if (count <= most || terminal.verbose) for (const line of problemLines(found, terminal)) terminal.warn(line)
  }
  for (const [code, count] of shown) {
    if (count > most && !terminal.verbose) terminal.warn(`    ${words[terminal.language].more(count - most, code)}`)
  }
}

/** The form that programs read. */
export function problemJson(found: Problem, language: Language) {
  const { message, cause, action } = describe(found, language)
  const { file, line = null, column = null, row = null, setting = null, field = setting } = found.place
  return { code: found.code, message, cause, action, ...(file === undefined ? {} : { file }), line, column, row, field }
}

const most = 5
const words = {
  ru: {
    error: 'Ошибка',
    warning: 'Внимание',
    notice: 'Заметка',
    more: (count: number, code: string) => `… и ещё ${count} таких же [${code}]`,
  },
  en: {
    error: 'Error',
    warning: 'Warning',
    notice: 'Note',
    more: (count: number, code: string) => `… and ${count} more of the same [${code}]`,
  },
}
