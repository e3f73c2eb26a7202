import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { tidy } from './text.ts'

/** A phone number out of a cell that may have held several. */
export interface Phone {
  readonly use: 'work' | 'mobile' | 'home' | 'fax' | 'other'
  /** As the file had it. */
  readonly text: string
  /** `+79161234567`, or null when the text is no valid number. */
  readonly e164: string | null
  /** `12` of «доб. 12», or empty. */
  readonly extension: string
}

/**
 * Every phone of a cell, in its order and with the words that stand beside it; the same number twice stays twice. `use` is
 * what the column says; without it fax and mobile numbers are told by their look, all others are `work`.
 */
export function parsePhones(text: string, use?: Phone['use'], country = 'RU'): readonly Phone[] {
  const plain = country === 'RU' ? plainRussian.exec(text) : null
  if (plain !== null) {
    const e164 = `+7${plain.slice(1).join('')}`
    return [Object.freeze({ use: use ?? guessUse(text, e164), text, e164, extension: '' })]
  }
  const home = country as CountryCode
  return splitCell(text, home).map((entry) => readPhone(entry, use, home))
}

/** One Russian number as most are written: nothing to search for, and the library says of each of these that it is valid. */
const plainRussian = /^(?:\+7|8)[ -]?\(?((?:[489]\d|3[0-24-9])\d)\)?[ -]?(\d{3})[ -]?(\d\d)[ -]?(\d\d)$/

const extensionWord =
  /[\s,;(]*(?<!\p{L})(?:доб(?:авочный)?|доп|вн(?:утр(?:енний)?)?|ext(?:ension)?|[xх]|#)(?!\p{L})[.:\s№#]*(?<digits>\d{1,7})(?!\d)/iu

function readPhone(entry: string, use: Phone['use'] | undefined, country: CountryCode): Phone {
  const extension = extensionWord.exec(entry)
  const number = validNumber(numberPart(extension === null ? entry : entry.slice(0, extension.index)), country)
  const digits = extension?.groups?.['digits'] ?? ''
  return Object.freeze({ use: use ?? guessUse(entry, number), text: entry, e164: number, extension: digits })
}

const mobileNumber = /^\+(?:79|77[047]|375(?:25|29|33|44))/

function guessUse(entry: string, number: string | null): Phone['use'] {
  if (/факс|fax/i.test(entry) && !/тел/i.test(entry)) return 'fax'
  return number !== null && mobileNumber.test(number) ? 'mobile' : 'work'
}

/** The run of digits and punctuation in the entry that is long enough for a phone; names and hours stand around it. */
function numberPart(entry: string): string {
  const runs = entry.match(/\+?\s*[\d(][\d\s()\-‐‑–—−.]*/gu) ?? []
  return runs.find((run) => countDigits(run) >= 5) ?? ''
}

function validNumber(written: string, country: CountryCode): string | null {
  const number = written.trim()
  return valid(plusEight.test(number) ? number.slice(1) : number, country) ?? valid(mended(number), country)
}

// `+8 (495) …` is the Russian 8 after a plus, not East Asia.
const plusEight = /^\+8[\s(-]/

/** A plus too many before the Russian 8 (`+8916…`: no country has that code), or none before a neighbour's code. */
function mended(number: string): string {
  const digits = number.replaceAll(/\D/g, '')
  if (/^\+\s*8\d{10}$/.test(`${number[0]}${digits}`)) return digits
  return /^(?:37[0-5]|380|99[2-68])\d{8,9}$/.test(digits) ? `+${digits}` : ''
}

function valid(number: string, country: CountryCode): string | null {
  const parsed = parsePhoneNumberFromString(number, country)
  return parsed?.isValid() ? parsed.number : null
}

/** The cell cut into entries of one number each. Words and short figures stay with the number that they follow. */
function splitCell(text: string, country: CountryCode): readonly string[] {
  const entries: string[] = []
  let waiting = ''
  // Odd places hold the separators.
  const pieces = text.split(/(\s*(?:[;,/|\r\n\t]|\sи\s)\s*)/u)
  for (let place = 0; place < pieces.length; place += 2) {
    const piece = pieces[place]!
    const separator = place === 0 ? '' : pieces[place - 1]!
    const last = entries.at(-1)
    if (startsEntry(piece, separator, last)) {
      entries.push(waiting + piece)
      waiting = ''
    } else if (last === undefined) waiting += piece + (pieces[place + 1] ?? '')
    else entries[entries.length - 1] = last + separator + piece
  }
  if (entries.length === 0 && waiting !== '') entries.push(waiting)
  return entries
    .flatMap((entry) => splitRun(tidy(entry), country))
    .map((entry) => entry.replace(/[\s,;/|]+$/u, ''))
    .filter((entry) => entry !== '')
}

function startsEntry(piece: string, separator: string, before: string | undefined): boolean {
  const extension = extensionWord.exec(piece)
  const digits = countDigits(extension === null ? piece : piece.slice(0, extension.index))
  if (/[;\r\n]/.test(separator)) return digits > 0
  // «доб. 12345, 12346»: after an extension a short figure is one more extension.
  const enough = before !== undefined && extensionWord.test(before) ? 7 : 5
  return digits >= enough
}

/** Cuts numbers that nothing but a space parts: where a plus begins the next one, or where valid numbers meet. */
function splitRun(entry: string, country: CountryCode): readonly string[] {
  const parts: string[] = []
  let rest = entry
  for (let cut = nextCut(rest, country); cut !== null; cut = nextCut(rest, country)) {
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut).trimStart()
  }
  return [...parts, rest]
}

function nextCut(entry: string, country: CountryCode): number | null {
  const cuts: number[] = []
  for (const { index } of entry.matchAll(/\s+(?=\(?[+\d])/g)) {
    const digits = countDigits(entry.slice(0, index))
    if (digits > longest) break
    if (digits < 5) continue
    if (isCleanCut(entry.slice(0, index), entry.slice(index).trimStart(), country)) return index
    cuts.push(index)
  }
  if (cuts.length === 0 || validNumber(numberPart(entry), country) !== null) return null
  return cuts.find((cut) => isWholeNumber(entry.slice(cut).trimStart(), country)) ?? null
}

function isCleanCut(head: string, tail: string, country: CountryCode): boolean {
  const number = numberPart(head)
  if (number === '' || numberPart(tail.slice(0, longest)) === '') return false
  if (tail.startsWith('+')) return true
  return (
    countDigits(head) + countDigits(tail.slice(0, longest)) >= 16 &&
    validNumber(number, country) !== null &&
    startsValid(tail, country)
  )
}

// No written number is longer; it keeps a cell of thousands of figures from taking minutes.
const longest = 40

// The tail may hold further numbers of its own; the first of them counts.
function startsValid(tail: string, country: CountryCode): boolean {
  const ends = [...tail.slice(0, longest).matchAll(/\s+|$/g)].map((gap) => gap.index)
  return ends.some((end) => validNumber(numberPart(tail.slice(0, end)), country) !== null)
}

// «2-34-56 89161234567»: the first has no area code, the second is beyond doubt.
function isWholeNumber(tail: string, country: CountryCode): boolean {
  const number = numberPart(tail)
  return /^[78]/.test(number) && countDigits(number) === 11 && validNumber(number, country) !== null
}

function countDigits(text: string): number {
  return text.replaceAll(/\D/g, '').length
}
