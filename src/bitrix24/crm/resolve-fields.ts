import { type Problem, problem } from '../../problems/problem.ts'
import { nearest } from '../../values/nearest.ts'
import type { FieldMeta } from './directories.ts'
import type { CrmEntity } from './entity.ts'
import { fieldNamed, findField } from './find-field.ts'
import { userName } from './find-user.ts'
import { shortList } from './fold.ts'
import type { MissingValue } from './missing-value.ts'
import type { FieldOptions } from './resolve-options.ts'
import { type ResolvedValue, resolveValue } from './resolve-value.ts'
import { valueKind } from './value-kind.ts'

/** Fields of a card as they come together. Lives only while one card is resolved. */
export interface FieldDesk {
  readonly entity: CrmEntity
  readonly options: FieldOptions
  readonly fields: Record<string, string>
  readonly problems: Problem[]
  readonly missing: MissingValue[]
}

/** One of the card's own fields. `directory`: the one its values are from, whatever the portal says of the field. */
export interface OwnField {
  readonly name: string
  readonly type: 'string' | 'date' | 'user' | 'crm_status' | 'boolean' | 'double' | 'integer'
  readonly directory?: string
}

/** Puts a value of 1C into one of the card's own fields. */
export function putOwn(desk: FieldDesk, { name, type, directory = '' }: OwnField, told: string): void {
  const known = fieldNamed(desk.options.directories, desk.entity, name)
  const field = { ...(known ?? bareField(name)), type, statusType: directory, isMultiple: false }
  take(desk, field, resolveValue(field, told, desk.options.directories))
}

/** Puts a value into a field that the settings name by its code or its title. Returns the REST name of the field, or null. */
export function putNamed(desk: FieldDesk, name: string, told: string): string | null {
  const { options, entity, problems } = desk
  const found = findField(options.directories, entity, name)
  const other = others[entity]
  if (found.kind === 'none' && other !== undefined && findField(options.directories, other, name).kind === 'found') {
    if (told !== '') problems.push(problem('crm.field-elsewhere', { field: name }))
    return null
  }
  if (found.kind !== 'found') {
    const near = found.kind === 'none' ? (found.near ?? '—') : '—'
    const list = shortList(found.kind === 'none' ? found.known : found.fields.map((field) => field.name))
    const code = found.kind === 'several' ? 'crm.field-ambiguous' : 'crm.field-unknown'
    problems.push(problem(options.missingValues === 'skip' ? 'crm.field-skipped' : code, { field: name, near, list }))
    return null
  }
  const { field } = found
  if (field.isReadOnly || valueKind(field) === 'none') {
    problems.push(problem('crm.field-not-writable', { field: field.title, name: field.name }))
    return null
  }
  take(desk, field, resolveValue(field, told, options.directories))
  return field.name
}

// One exchange of counterparties makes cards of both kinds, and a field mostly stands on one of them.
const others: Readonly<Partial<Record<CrmEntity, CrmEntity>>> = { company: 'contact', contact: 'company' }

function take(desk: FieldDesk, field: FieldMeta, resolved: ResolvedValue): void {
  switch (resolved.kind) {
    case 'value':
      desk.fields[field.name] = resolved.text
      break
    case 'unreadable':
      desk.problems.push(problem('crm.value-unreadable', { field: field.title, value: resolved.value }))
      break
    case 'user':
      desk.problems.push(userProblem(field, resolved, desk.options))
      break
    case 'unknown':
      takeUnknown(desk, field, resolved)
  }
}

function takeUnknown(desk: FieldDesk, field: FieldMeta, { value, known }: Extract<ResolvedValue, { kind: 'unknown' }>): void {
  const { missingValues } = desk.options
  // Items of a custom list are added by the id of the field, which only an administrator may read.
  const directory = field.statusType || (field.customId === null ? '' : field.name)
  if (missingValues === 'create' && directory !== '') {
    desk.missing.push({ directory, name: value, entity: desk.entity })
    return
  }
  const args = { field: field.title, value, near: nearest(value, known) ?? '—', list: shortList(known) || '—' }
  desk.problems.push(problem(missingValues === 'skip' ? 'crm.value-skipped' : 'crm.value-unknown', args))
}

function userProblem(
  field: FieldMeta,
  { value, found }: Extract<ResolvedValue, { kind: 'user' }>,
  { directories: { users } }: FieldOptions,
): Problem {
  if (found.kind === 'unreadable') return problem('crm.users-unreadable', { field: field.title, value })
  if (found.kind === 'several') {
    const list = found.users.map((user) => `${userName(user)} (${user.id})`).join(', ')
    return problem('crm.user-ambiguous', { field: field.title, value, list })
  }
  const names = (users ?? []).map(userName)
  return problem('crm.user-unknown', {
    field: field.title,
    value,
    near: nearest(value, names) ?? '—',
    list: shortList(names) || '—',
  })
}

function bareField(name: string): FieldMeta {
  const rest = { isReadOnly: false, isRequired: false, items: [], customId: null }
  return { name, upperName: name, title: name, type: 'string', isMultiple: false, statusType: '', ...rest }
}
