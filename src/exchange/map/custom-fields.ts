import { parseDate } from '../../values/date.ts'
import type { MapContext } from './map-context.ts'
import type { Scope } from './template.ts'

/** Values of `fields:` for one record, each passed through the value tables of its field. Empty ones are left out. */
export function fieldValues(context: MapContext, scope: Scope): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  for (const [field, source] of context.fields) {
    const value = context.words.say(field, source.render(scope))
    if (value !== '') values[field] = value
  }
  return values
}

/**
 * Splits the values into those of the card's own fields (by name, `comments`) and those of custom fields of the portal. A
 * name that is another card's own field (`birthDate`, and the counterparty turned out a company) is neither.
 */
export function splitFields(
  values: Readonly<Record<string, string>>,
  own: readonly string[],
): { readonly own: Readonly<Record<string, string>>; readonly custom: Readonly<Record<string, string>> } {
  const entries = Object.entries(values)
  return {
    own: Object.fromEntries(entries.flatMap(([field, value]) => (own.includes(field) ? [[field, ownValue(field, value)]] : []))),
    custom: Object.fromEntries(entries.filter(([field]) => !isOwnField(field))),
  }
}

/** Is it a field that cards have by themselves, in whatever exchange it is named? */
export function isOwnField(name: string): boolean {
  return anyOwn.has(name)
}

// 1C and people write dates in many ways; a card has them as ISO. What is no date stays as it is and is reported there.
function ownValue(field: string, value: string): string {
  if (!dateFields.has(field)) return value
  const date = parseDate(value)
  return date.code === null ? (date.value?.slice(0, 10) ?? '') : value
}

/** Names of `fields:` that stand for a field of the card itself, not for a custom field. */
export const ownFields = {
  company: ['title', 'comments', 'companyType', 'industry', 'responsible'],
  contact: ['comments', 'salutation', 'birthDate', 'post', 'contactType', 'source', 'responsible'],
  deal: ['comments', 'pipeline', 'stage', 'dealType', 'source', 'probability', 'beginDate', 'closeDate', 'responsible'],
  product: ['name', 'description', 'measure'],
} as const

const anyOwn = new Set<string>(Object.values(ownFields).flat())
const dateFields = new Set(['birthDate', 'beginDate', 'closeDate'])
