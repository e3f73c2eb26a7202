import type { FieldDesk } from './resolve-fields.ts'

/** Does the work leave a value out that the portal may have a place for tomorrow? Then it does not count as written. */
export function isLeftOut(desk: FieldDesk, work: () => unknown): boolean {
  const [problems, missing] = [desk.problems.length, desk.missing.length]
  work()
  return desk.missing.length > missing || desk.problems.slice(problems).some(({ code }) => curable.has(code))
}

// What somebody can put right on the portal or in the settings; a value that no field of that kind can hold is none of these.
const curable = new Set<string>([
  'crm.value-skipped',
  'crm.field-skipped',
  'crm.own-field-missing',
  'crm.my-company-skipped',
  'crm.user-unknown',
  'crm.user-ambiguous',
  'crm.users-unreadable',
])
