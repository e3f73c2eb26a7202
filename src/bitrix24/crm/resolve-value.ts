import { parseBoolean } from '../../values/boolean.ts'
import { currencyCode } from '../../values/currency.ts'
import { parseDate } from '../../values/date.ts'
import { parseDecimal } from '../../values/decimal.ts'
import { tidy } from '../../values/text.ts'
import { severalText } from './canonical.ts'
import type { Directories, FieldItem, FieldMeta } from './directories.ts'
import { findStatus } from './find-status.ts'
import { type FoundUser, findUser } from './find-user.ts'
import { fold, onlyOne } from './fold.ts'
import { valueKind } from './value-kind.ts'

export type ResolvedValue =
  | { readonly kind: 'value'; readonly text: string }
  /** Not in the directory or the list, which has `known`. */
  | { readonly kind: 'unknown'; readonly value: string; readonly known: readonly string[] }
  | { readonly kind: 'user'; readonly value: string; readonly found: Exclude<FoundUser, { kind: 'found' }> }
  /** No such thing as the field keeps: letters for a number. */
  | { readonly kind: 'unreadable'; readonly value: string }
  /** Files and the like. */
  | { readonly kind: 'unsupported' }

/**
 * A value as 1C tells it, in the words of the portal and in canonical text (`canonicalValue`). Where a field holds several
 * values, they stand in the text parted by `;` or by line breaks, and become a JSON array. '' stays ''.
 */
export function resolveValue(field: FieldMeta, told: string, directories: Directories): ResolvedValue {
  if (valueKind(field) === 'none') return { kind: 'unsupported' }
  const text = tidy(told)
  if (text === '') return value('')
  if (!field.isMultiple) return single(field, text, directories)
  const parts = text
    .split(/[;\r\n]+/)
    .map(tidy)
    .filter((part) => part !== '')
  const texts: string[] = []
  for (const part of parts) {
    const resolved = single(field, part, directories)
    if (resolved.kind !== 'value') return resolved
    if (!texts.includes(resolved.text)) texts.push(resolved.text)
  }
  return value(severalText(texts))
}

function single(field: FieldMeta, text: string, directories: Directories): ResolvedValue {
  switch (valueKind(field)) {
    case 'number':
      return numberValue(text, field.type === 'integer')
    case 'money':
      return moneyValue(text, directories.baseCurrency)
    case 'boolean': {
      const { value: yes } = parseBoolean(text)
      return yes === null ? unreadable(text) : value(yes ? 'Y' : 'N')
    }
    case 'date':
    case 'datetime': {
      const { value: date } = parseDate(text)
      if (date === null) return unreadable(text)
      return value(field.type === 'date' ? date.slice(0, 10) : date)
    }
    case 'id':
      return /^[1-9]\d*$/.test(text) ? value(text) : unreadable(text)
    case 'user': {
      const found = findUser(directories, text)
      return found.kind === 'found' ? value(String(found.id)) : { kind: 'user', value: text, found }
    }
    case 'item': {
      const item = findItem(field.items, text)
      return item === null ? { kind: 'unknown', value: text, known: field.items.map((each) => each.value) } : value(item.id)
    }
    case 'status': {
      const status = findStatus(directories, field.statusType, text)
      const known = directories.statuses[field.statusType] ?? []
      return status === null ? { kind: 'unknown', value: text, known: known.map(({ name }) => name) } : value(status.id)
    }
    default:
      return value(text)
  }
}

function numberValue(text: string, isWhole: boolean): ResolvedValue {
  const { value: number } = parseDecimal(text)
  return number === null || (isWhole && number.includes('.')) ? unreadable(text) : value(number)
}

// `1 234,56 руб.`; without a currency it is that of the portal, as the portal itself would take it (`bitrix24-rest.md §2.7`).
function moneyValue(text: string, baseCurrency: string): ResolvedValue {
  const [, amount = '', currency = ''] = /^([^|\p{L}₽$€]*?)\s*\|?\s*([\p{L}₽$€].*)?$/u.exec(text) ?? []
  const { value: number } = parseDecimal(amount)
  const code = currency === '' ? baseCurrency : currencyCode(currency)
  return number === null || code === null ? unreadable(text) : value(`${number}|${code}`)
}

function findItem(items: readonly FieldItem[], text: string): FieldItem | null {
  const exact = items.find((item) => item.value === text)
  return exact ?? onlyOne(items.filter((item) => fold(item.value) === fold(text))) ?? items.find(({ id }) => id === text) ?? null
}

function value(text: string): ResolvedValue {
  return { kind: 'value', text }
}

function unreadable(text: string): ResolvedValue {
  return { kind: 'unreadable', value: text }
}
