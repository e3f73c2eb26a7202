import type { ProblemCode } from '../problems/table.ts'
import { spoiltByExcel } from './excel.ts'
import { notFilled, type Parsed } from './parsed.ts'
import { tidy } from './text.ts'

/**
 * ИНН as text. A wrong one is kept and flagged, because 1C holds tax numbers of other countries in the same field
 * (УНП of Belarus has 9 digits, БИН and ИИН of Kazakhstan have 12 and other check digits) and a lost leading zero is for
 * a person to put back. Only what Excel rounded (`7,70E+11`) has no value: its digits are gone.
 */
export function parseInn(text: string): Parsed<string> {
  const written = tidy(text).replace(/^ИНН[\s:№]*/i, '')
  if (written === '') return notFilled
  if (spoiltByExcel(written)) return { value: null, code: 'inn.excel' }
  const compact = written.replaceAll(/[\s'’`-]/g, '')
  return { value: compact, code: flaw(compact) }
}

/** Whose ИНН it is by its length, right or wrong: 10 digits a company, 12 a person or a sole proprietor. */
export function innKind(inn: string): 'company' | 'individual' | null {
  if (/^\d{10}$/.test(inn)) return 'company'
  if (/^\d{12}$/.test(inn)) return 'individual'
  return null
}

function flaw(inn: string): ProblemCode | null {
  if (!/^\d+$/.test(inn)) return 'inn.characters'
  if (innKind(inn) === null) return 'inn.length'
  return checkDigitsMatch(inn) ? null : 'inn.check-digit'
}

const weights10 = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const weights11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const weights12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]

// A row of zeros meets the formula, and is what people type where they know no ИНН.
function checkDigitsMatch(inn: string): boolean {
  if (/^0+$/.test(inn)) return false
  if (inn.length === 10) return inn.endsWith(checkDigit(inn, weights10))
  return inn.slice(10) === checkDigit(inn, weights11) + checkDigit(inn, weights12)
}

function checkDigit(inn: string, weights: readonly number[]): string {
  const total = weights.reduce((subtotal, weight, place) => subtotal + weight * Number(inn[place]), 0)
  return String((total % 11) % 10)
}
