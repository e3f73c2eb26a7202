import { type DateText, parseDate } from '../../../values/date.ts'

/** What a text says that names a document: «Счет на оплату № 000123 от 05.03.2026», `invoice_000123`, «Заказ клиента УТ-000123». */
export interface NumberText {
  /** What may be the number, the likeliest first. */
  readonly numbers: readonly string[]
  /** The day that stands in it, or ''. */
  readonly day: DateText | ''
}

export function readNumberText(text: string): NumberText {
  const { rest, day } = takeDay(text.normalize('NFC'))
  const signed = [...rest.matchAll(afterSign)].map(([, word]) => word!)
  const words = signed.length > 0 ? signed : [...rest.matchAll(word)].map(([found]) => found)
  const numbers = words.filter((each) => /\d/.test(each)).flatMap((each) => [each, ...bareNumber(each)])
  return { numbers: [...new Set(numbers)], day }
}

/**
 * Do two words mean one number? `exact` but for case; `loose`: leading zeros and a prefix that only one of them has do not count, as
 * 1C prints `УТ00-000123` as `УТ-123` and people as `123`.
 */
export function sameNumber(one: string, other: string): 'exact' | 'loose' | null {
  if (fold(one) === fold(other)) return 'exact'
  const [a, b] = [partsOf(one), partsOf(other)]
  if (a.digits === '' || a.digits !== b.digits || a.suffix !== b.suffix) return null
  return a.prefix === b.prefix || a.prefix === '' || b.prefix === '' ? 'loose' : null
}

/** What all numbers that may be the same have in common. */
export function looseNumber(number: string): string {
  return partsOf(number).digits || fold(number)
}

const afterSign = /(?:№|#|(?<![\p{L}\d])N[oо]?\.?(?=\s*\d))\s*([\p{L}\d]+(?:[-/\\][\p{L}\d]+)*)/giu
const word = /[\p{L}\d]+(?:[-/][\p{L}\d]+)*/gu

// The digits of a word that is no number with a prefix of 1C: `invoice000123`, «Счет-000123».
function bareNumber(word: string): readonly string[] {
  const [, prefix = '', digits] = /^(.*?)-?(\d+)$/u.exec(word) ?? []
  if (digits === undefined || prefix === '' || prefix.endsWith('/')) return []
  const isPrefix = /^[\p{L}\d]{1,4}$/u.test(prefix) && !/^(?:сч[её]т|сч|акт|inv|doc|act)$/iu.test(prefix)
  return isPrefix ? [] : [digits]
}

const months = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря'
const days = [
  /(?<!\d)(\d{1,2})[._-](\d{1,2})[._-](\d{4})(?!\d)/u,
  /(?<!\d)(\d{4})[._-](\d{1,2})[._-](\d{1,2})(?!\d)/u,
  new RegExp(`(?<!\\d)(\\d{1,2})[\\s_]+(${months})[\\s_]+(\\d{4})(?!\\d)`, 'iu'),
] as const

function takeDay(text: string): { readonly rest: string; readonly day: DateText | '' } {
  for (const [place, pattern] of days.entries()) {
    const found = pattern.exec(text)
    if (found === null) continue
    const parts = found.slice(1)
    const day = parseDate(parts.join(place === 2 ? ' ' : place === 1 ? '-' : '.')).value
    if (day !== null) return { rest: text.replace(found[0], ' '), day }
  }
  return { rest: text, day: '' }
}

interface Parts {
  readonly prefix: string
  /** Without leading zeros. */
  readonly digits: string
  readonly suffix: string
}

function partsOf(number: string): Parts {
  const [, prefix = '', digits = '', suffix = ''] = /^(.*?)(\d+)(\D*)$/su.exec(fold(number)) ?? []
  return { prefix: prefix.replace(/[-0/]+$/, ''), digits: digits.replace(/^0+(?=\d)/, ''), suffix }
}

function fold(number: string): string {
  return number.toUpperCase().replaceAll(/\s+/g, '').replaceAll('Ё', 'Е')
}
