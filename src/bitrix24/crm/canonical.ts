import { parseDecimal } from '../../values/decimal.ts'
import { squeeze } from '../../values/text.ts'
import type { FieldMeta } from './directories.ts'
import { idOf, listOf, textOf } from './rest-value.ts'
import { type ValueKind, valueKind } from './value-kind.ts'

export { pointKey } from './point-key.ts'

/**
 * What a value read from the portal says, in one form for every way the portal has to say it: '' for nothing
 * (`bitrix24-rest.md §12`), numbers without needless zeros, `1234.5|RUB`, `Y` and `N` (an unset boolean is N), a calendar date,
 * ids as digits. Several values are a JSON array of such texts. Text stays as it is, so that it can be put back.
 */
export function canonicalValue(meta: Pick<FieldMeta, 'type' | 'isMultiple'>, value: unknown): string {
  const kind = valueKind(meta)
  if (!meta.isMultiple) return single(kind, value)
  return severalText(listOf(value).map((each) => single(kind, each)))
}

/** Several canonical texts as one; '' for none. */
export function severalText(values: readonly string[]): string {
  const filled = values.filter((value) => value !== '')
  return filled.length === 0 ? '' : JSON.stringify(filled)
}

/** Canonical texts out of one made by `severalText`; a text that is none is a single value. */
export function severalOf(text: string): readonly string[] {
  return asSeveral(text) ?? (text === '' ? [] : [text])
}

/**
 * Do two canonical texts mean the same value of a field? The portal reshapes what it stores: tags go from `comments`, spaces
 * collapse, a zero is nothing, moments come back in the zone of the server (`bitrix24-rest.md §2.7, §12`).
 */
export function sameValue(name: string, one: string, other: string): boolean {
  if (one === other) return true
  const [first, second] = [asSeveral(one), asSeveral(other)]
  if (first !== null && second !== null) return comparable(name, first) === comparable(name, second)
  return sameSingle(name, one, other)
}

function single(kind: ValueKind, value: unknown): string {
  const text = value === false && kind !== 'boolean' ? '' : textOf(value)
  switch (kind) {
    case 'none':
      return ''
    case 'boolean':
      return value === true || /^(?:y|1|true)$/i.test(text) ? 'Y' : 'N'
    case 'number':
      return text === '0' ? '' : (parseDecimal(text).value ?? text)
    case 'money':
      return moneyText(text)
    case 'date':
      return isNothing(text) ? '' : text.slice(0, 10)
    case 'datetime':
      return isNothing(text) ? '' : text
    case 'id':
    case 'user':
    case 'item':
      return idOf(value) === 0 ? '' : String(idOf(value))
    default:
      return text
  }
}

function moneyText(text: string): string {
  const [amount = '', currency = ''] = text.split('|')
  const number = parseDecimal(amount).value
  return number === null || (number === '0' && currency === '') ? '' : `${number}|${currency}`
}

function asSeveral(text: string): readonly string[] | null {
  if (!text.startsWith('["')) return null
  try {
    const values: unknown = JSON.parse(text)
    return Array.isArray(values) && values.every((value) => typeof value === 'string') ? values : null
  } catch {
    return null
  }
}

// The portal keeps several values in an order of its own.
function comparable(name: string, values: readonly string[]): string {
  return JSON.stringify(values.map((value) => plainText(name, value)).sort())
}

function sameSingle(name: string, one: string, other: string): boolean {
  const [a, b] = [plainText(name, one), plainText(name, other)]
  if (a === b || (isNothing(a) && isNothing(b))) return true
  return isMoment(a) && isMoment(b) && sameMoment(a, b)
}

function plainText(name: string, text: string): string {
  return squeeze(name === 'comments' ? withoutMarkup(text) : text)
}

// Only the codes of the portal's own editor: «[VIP]» is text that somebody wrote.
const bbCode =
  /\[\/?(?:b|i|u|s|p|br|hr|url|img|list|\*|color|size|font|quote|code|user|email|table|tr|td|th|left|center|right|justify|spoiler)(?:=[^\]]*)?\]/gi

/** Text without the codes and tags of the portal’s editor. */
export function withoutMarkup(text: string): string {
  return text
    .replaceAll(/<br\s*\/?>|\[br\]/gi, ' ')
    .replaceAll(/<\/?[a-z][^>]*>/gi, '')
    .replaceAll(bbCode, '')
    .replaceAll(/&(nbsp|amp|lt|gt|quot|#0?39);/g, (_, name: string) => entities[name] ?? '')
}

const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#039': "'" }

function isNothing(text: string): boolean {
  return text === '' || text === '0'
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)
}

// A moment without a zone is one of the portal's own clock.
function sameMoment(one: string, other: string): boolean {
  const zoned = (text: string) => /(?:Z|[+-]\d\d:\d\d)$/.test(text)
  if (zoned(one) && zoned(other)) return Date.parse(one) === Date.parse(other)
  return one.slice(0, 19) === other.slice(0, 19)
}
