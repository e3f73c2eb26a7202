import { notFilled, type Parsed } from './parsed.ts'
import { tidy } from './text.ts'

/** `2026-03-05` or `2026-03-05T09:05:07`, as the 1C base meant it; with a zone only where the file wrote one. */
export type DateText = string

/**
 * Reads a date as 1C, a site or a person wrote it (`1c-side.md §4, §7`; CENSUS.md "Traits"). Nothing is reckoned: the
 * figures stay as they stand, a zone is kept beside them, fractions of a second (which 1C does not know) are dropped. The
 * empty dates of 1C (year 1, a bare `T`, `  .  .    `) are "not filled".
 */
export function parseDate(text: string): Parsed<DateText> {
  const written = tidy(text)
  if (isBlank(written)) return notFilled
  if (/^\d{1,2}\/\d{1,2}\/\d{2,4}(?!\d)/.test(written)) return { value: null, code: 'date.ambiguous' }
  const parts = takeApart(written)
  if (parts === null) return { value: null, code: 'date.unreadable' }
  if (parts.year <= 1) return notFilled
  return isPossible(parts) ? { value: write(parts), code: null } : { value: null, code: 'date.impossible' }
}

/** `05.03.2026` or `05.03.2026 09:05:07`; a zone is left out. */
export function russianDate(date: DateText): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d:\d\d))?/.exec(date) ?? []
  return time === undefined ? `${day}.${month}.${year}` : `${day}.${month}.${year} ${time}`
}

/**
 * One date of 1C's two elements `Дата` and `Время` (`1c-side.md §3.7`), both as written. The time of day that `Дата` brings
 * with it goes before `Время`, unless it is midnight. A time that cannot be read leaves the date alone, flagged.
 */
export function joinDateTime(date: string, time: string): Parsed<DateText> {
  const day = parseDate(date)
  // As a 1C value the time of day is a date of year 1: `0001-01-01T10:15:00`.
  const clock = tidy(time).replace(/^(?:0001-01-01T?|01\.01\.0001)\s*/i, '')
  if (day.value === null || clock === '') return day
  const [, head, midnight] = /^(\d{4}-\d\d-\d\d)(?:(T00:00:00)|T.*)?$/.exec(day.value) ?? []
  if (day.value !== head && midnight === undefined) return day
  const joined = parseDate(`${head} ${clock}`)
  return joined.value === null ? { value: day.value, code: 'date.time-unreadable' } : joined
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Hour, minute, second; empty for a date alone. */
  readonly time: readonly number[]
  readonly zone: string
}

function isBlank(written: string): boolean {
  return /^[T\s.:/-]*$/i.test(written) || /^0+[-.]0+[-.]0+(?:[T\s][0:.\s]*)?$/.test(written)
}

const clock = '(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,]\\d+)?)?'
const zone = '(?<zone>Z|[+-]\\d\\d:?(?:\\d\\d)?|UTC|GMT|MSK)'
// PHP's date('Y-m-dTH:i:s') writes the name of the zone in place of the T: `2022-10-31UTC02:25:50`.
const iso = new RegExp(
  `^(?<year>\\d{4})[-./](?<month>\\d{1,2})[-./](?<day>\\d{1,2})(?:T|(?:\\s*(?:T|(?<named>UTC|GMT|MSK)|\\s)\\s*${clock}\\s*${zone}?))?$`,
  'i',
)
const russian = new RegExp(
  `^(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4}|\\d{2})(?:\\s*г\\.?)?(?:,?[\\sT]\\s*${clock})?$`,
  'i',
)
const inWords = new RegExp(`^(?<day>\\d{1,2})\\s+(?<word>[а-я]+)\\s+(?<year>\\d{4})(?:\\s*г\\.?)?(?:,?\\s+${clock})?$`, 'i')
const digits = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?:(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d))?$/

function takeApart(written: string): Parts | null {
  const groups = (iso.exec(written) ?? russian.exec(written) ?? inWords.exec(written) ?? digits.exec(written))?.groups
  if (groups === undefined) return null
  const month = groups['month'] === undefined ? monthByName(groups['word'] ?? '') : Number(groups['month'])
  if (month === null) return null
  const time =
    groups['hour'] === undefined ? [] : [groups['hour'], groups['minute'], groups['second']].map((part) => Number(part ?? 0))
  return {
    year: fullYear(groups['year'] ?? ''),
    month,
    day: Number(groups['day']),
    time,
    zone: zoneText(groups['zone'] ?? groups['named']),
  }
}

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]

function monthByName(word: string): number | null {
  const found = months.indexOf(word.toLowerCase())
  return found < 0 ? null : found + 1
}

// Two digits: 1950 to 2049, as Windows and Excel read them.
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}

function zoneText(written: string | undefined): string {
  if (written === undefined) return ''
  if (/^(?:Z|UTC|GMT)$/i.test(written)) return 'Z'
  if (/^MSK$/i.test(written)) return '+03:00'
  const figures = written.slice(1).replace(':', '').padEnd(4, '0')
  return `${written[0]}${figures.slice(0, 2)}:${figures.slice(2)}`
}

function isPossible({ year, month, day, time: [hour = 0, minute = 0, second = 0] }: Parts): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 60
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function write({ year, month, day, time, zone }: Parts): DateText {
  const date = [String(year).padStart(4, '0'), two(month), two(day)].join('-')
  return time.length === 0 ? date : `${date}T${time.map(two).join(':')}${zone}`
}

function two(figure: number): string {
  return String(figure).padStart(2, '0')
}
