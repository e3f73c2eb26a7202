import type { FieldValues } from '../../../bitrix24/crm/change.ts'
import type { DiffRules } from './diff-rules.ts'

/**
 * Fields of a requisite, address or account with '' for what 1C told before and now leaves out: there it leaves out what is empty.
 * Only where the settings say that a blank erases.
 */
export function withLeftOut(now: FieldValues, base: FieldValues | undefined, { blanks }: DiffRules): FieldValues {
  if (blanks === 'keep' || base === undefined) return now
  return { ...Object.fromEntries(Object.keys(base).map((field) => [field, ''])), ...now }
}
