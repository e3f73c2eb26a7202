import Big from 'big.js'
import { spoiltByExcel } from './excel.ts'
import { notFilled, type Parsed } from './parsed.ts'
import { tidy } from './text.ts'

/** Exact decimal in plain notation: `-1234.5`, never an exponent, never a trailing zero after the point. */
export type Decimal = string

// A constructor of our own: division places are set on it, and nobody else's Big is touched.
const Exact = Big()

/**
 * Reads a number as 1C, Excel or a person wrote it (`1c-side.md §7`). Groups of three may be parted by any space, an
 * apostrophe, or by whichever of `,` and `.` is not the decimal sign; a single `,` or `.` is always the decimal sign
 * (`1,234` is one and a bit, as in Russia). A currency after the number is no part of it and makes it unreadable.
 */
export function parseDecimal(text: string): Parsed<Decimal> {
  const written = tidy(text)
  if (written === '') return notFilled
  if (canonicalAlready.test(written)) return { value: written, code: null }
  const plain = plainNotation(written)
  if (plain !== null) return { value: canonical(new Exact(plain)), code: null }
  return { value: null, code: spoiltByExcel(written) ? 'number.excel' : 'number.unreadable' }
}

export function sum(values: readonly Decimal[]): Decimal {
  return canonical(values.reduce((total, value) => total.plus(value), new Exact(0)))
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return canonical(new Exact(a).times(b))
}

/** The quotient, rounded half up to so many places. Throws on division by zero: the caller knows what zero means to it. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal {
  Exact.DP = places
  return canonical(new Exact(a).div(b))
}

/** Half up, away from zero for negatives, as 1C's `Окр` does. */
export function round(a: Decimal, places: number): Decimal {
  return canonical(new Exact(a).round(places))
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return new Exact(a).cmp(b)
}

/** For output: `toFixed('1234.5', 2)` is `1234.50`; rounded as `round` does; zero has no sign. */
export function toFixed(a: Decimal, places: number): string {
  return unsignedZero(new Exact(a).toFixed(places))
}

const canonicalAlready = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/
const spaceGroups = /^\d{1,3}(?:[ \u00A0\u2007\u2009\u202F'’]\d{3})+(?:[.,]\d+)?$/
const dotGroups = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/
const commaGroups = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/
const noGroups = /^\d+(?:[.,]\d+)?$|^[.,]\d+$/

function plainNotation(written: string): string | null {
  const [, sign = '', digits = ''] = /^([-+\u2212\u2012\u2013]?)\s*(.*)$/s.exec(written) ?? []
  const plain = ungroup(digits)
  if (plain === null) return null
  const point = plain.startsWith('.') ? `0${plain}` : plain
  return sign === '' || sign === '+' ? point : `-${point}`
}

function ungroup(digits: string): string | null {
  if (noGroups.test(digits)) return digits.replace(',', '.')
  if (spaceGroups.test(digits)) return digits.replaceAll(/[^\d.,]/g, '').replace(',', '.')
  if (dotGroups.test(digits)) return digits.replaceAll('.', '').replace(',', '.')
  if (commaGroups.test(digits)) return digits.replaceAll(',', '')
  return null
}

function canonical(value: Big): Decimal {
  return unsignedZero(value.toFixed())
}

function unsignedZero(text: string): string {
  return /^-0(?:\.0*)?$/.test(text) ? text.slice(1) : text
}
