import type { ProblemCode } from '../../problems/table.ts'

/** Something about a value that a person should know; the row adds the record and the field. */
export interface Finding {
  readonly code: ProblemCode
  readonly args: Readonly<Record<string, string | number>>
}

/** Text of one cell, ready to be quoted, and what was found on the way. */
export interface Cell {
  readonly text: string
  readonly findings: readonly Finding[]
}

export const emptyCell: Cell = Object.freeze({ text: '', findings: [] })

/**
 * One line of plain text: line breaks, tabs and every other kind of space become one space, ends are trimmed, control and
 * zero-width characters go. Line breaks may misalign the batches of the new wizard (`bitrix24-csv-import.md §2.5`), and names must
 * be alike to the character in all files, as links go by name.
 */
export function cellText(value: string): string {
  if (plainText.test(value)) return value
  return value
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u200b\u2060\ufeff]/g, '')
    .replaceAll(/[\s\u0085]+/g, ' ')
    .trim()
}

/** As `cellText`, but lines of a longer text stay apart: ` / ` stands between them. */
export function commentText(value: string): string {
  if (plainText.test(value)) return value
  return value
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .map(cellText)
    .filter(Boolean)
    .join(' / ')
}

/** Letters, digits and marks with single spaces between them: nothing to clean. Most values of a million rows are such. */
const plainText = /^(?:[!-~Ѐ-ӿ«»№–—]+(?: [!-~Ѐ-ӿ«»№–—]+)*)?$/

/** A text cell of at most `max` characters. What a spreadsheet would run as a formula is data here: written, and reported. */
export function textCell(value: string, max = Number.POSITIVE_INFINITY): Cell {
  return checkedText(cellText(value), max)
}

export function commentCell(value: string): Cell {
  return checkedText(commentText(value), Number.POSITIVE_INFINITY)
}

/** `ДД.ММ.ГГГГ` out of an ISO date or moment; the portal rejects a row with any other date (`§2.6`). */
export function dateCell(value: string): Cell {
  const text = cellText(value)
  if (text === '') return emptyCell
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? []
  if (!year || !month || !day || !exists(Number(year), Number(month), Number(day))) return refused('import.date-bad', text)
  return { text: `${day}.${month}.${year}`, findings: [] }
}

/** `1234.56`: no spaces, a point, no exponent. `least` and `most` bound it where the field has bounds. */
export function numberCell(value: string, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Cell {
  const text = cellText(value)
  if (text === '') return emptyCell
  const number = plainNumber.test(text) ? text : mendedNumber(text)
  if (number === null || Number(number) < least || Number(number) > most) return refused('import.number-bad', text)
  if (number === text) return { text, findings: [] }
  return { text: number, findings: [{ code: 'import.number-mended', args: { value: text, number } }] }
}

/**
 * Lower-case, as the old wizard takes `Да` for neither yes nor no (`§1`). `Y` and `N` where headers are ids: they hold in every
 * language of the portal.
 */
export function yesNoCell(value: boolean | null, form: 'titles' | 'ids'): Cell {
  if (value === null) return emptyCell
  const words = form === 'ids' ? { yes: 'Y', no: 'N' } : { yes: 'да', no: 'нет' }
  return { text: value ? words.yes : words.no, findings: [] }
}

/** Yes or no out of the text of a custom field. */
export function yesNoTextCell(value: string, form: 'titles' | 'ids'): Cell {
  const word = cellText(value).toLowerCase()
  if (word === '') return emptyCell
  if (yesWords.has(word)) return yesNoCell(true, form)
  if (noWords.has(word)) return yesNoCell(false, form)
  return refused('import.yes-no-bad', cellText(value))
}

/** Would a spreadsheet run this text as a formula? Phones with their `+` are so common that they are taken for granted. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@]./s.test(text) && !phones.test(text) && !plainNumber.test(text)
}

/** A cell left empty, and why. */
export function refused(code: ProblemCode, value: string): Cell {
  return { text: '', findings: [{ code, args: { value } }] }
}

const phones = /^\+\d[\d\s()\-.]*(?:(?:; \+?|(?:доб|доп|вн|ext)\.? ?)[\d\s()\-.]+)*$/i
const plainNumber = /^-?\d+(?:\.\d+)?$/
const yesWords = new Set(['да', 'y', 'yes', 'true', 'истина', '1'])
const noWords = new Set(['нет', 'n', 'no', 'false', 'ложь', '0'])

function checkedText(text: string, max: number): Cell {
  const findings: Finding[] = []
  const kept = cut(text, max)
  if (kept !== text) findings.push({ code: 'import.text-cut', args: { length: Array.from(text).length, max, value: text } })
  if (looksLikeFormula(kept)) findings.push({ code: 'import.formula', args: { value: kept } })
  return { text: kept, findings }
}

/** The first `max` characters (not UTF-16 units: a portal counts an emoji as one). */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const characters = Array.from(text)
  return characters.length <= max ? text : characters.slice(0, max).join('').trimEnd()
}

/** `1 234,50` and `1'234.50`; a text with both marks or with one mark twice says too little to be sure. */
function mendedNumber(text: string): string | null {
  const tight = text.replaceAll(/[\s'’]/g, '').replace(',', '.')
  return plainNumber.test(tight) ? tight : null
}

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
