import { problem } from '../../problems/problem.ts'
import type { DocumentDraft } from '../drafts/draft.ts'
import { type EntityKind, entityKind } from './entity.ts'
import { fieldsOf } from './fields-of.ts'
import { fieldNamed, findField } from './find-field.ts'
import { shortList } from './fold.ts'
import { isLeftOut } from './left-out.ts'
import { putAmount } from './put-amount.ts'
import { putMyCompany, putStage } from './put-place.ts'
import type { ResolvedCard } from './resolve-card.ts'
import { type FieldDesk, type OwnField, putNamed, putOwn } from './resolve-fields.ts'
import type { DocumentOptions } from './resolve-options.ts'
import { resolveRows } from './resolve-rows.ts'

export type { DocumentOptions } from './resolve-options.ts'

/**
 * What 1C tells of a document, in the words of this portal. `initial`: names of draft fields that only the settings fill. Its
 * client and its parents are no part of it: they are cards of their own. A pipeline, stage or currency that the portal does not
 * have is an error, whatever is to become of other values: a default in its place would say what 1C does not.
 */
export function resolveDocument(draft: DocumentDraft, initial: readonly string[], options: DocumentOptions): ResolvedCard {
  const { entity, directories } = options
  const desk: FieldDesk = { entity, options, fields: {}, problems: [], missing: [] }
  const leftOut: string[] = []
  if (fieldsOf(directories, entity).length === 0) return nothing(desk, options)
  const put = (name: string, value: string, work: () => unknown) => {
    if (isLeftOut(desk, work) && value !== '' && !initial.includes(name)) leftOut.push(name)
  }
  for (const [name, value] of Object.entries(ownValues(draft))) put(name, value, () => putKnown(desk, name, value))
  put('stage', draft.stage, () => putStage(desk, entity, draft))
  put('myCompany', draft.myCompany, () => putMyCompany(desk, entity, draft.myCompany))
  const told = options.rows && draft.rows.length > 0 ? resolveRows(draft.rows, options.productIds) : null
  const rows = fieldNamed(directories, entity, 'opportunity') === null ? null : told
  if (told !== null && rows === null) {
    desk.problems.push(problem('crm.own-field-missing', { field: 'rows' }))
    leftOut.push('rows')
  }
  put('amount', draft.amount, () => putAmount(desk, entity, draft, rows))
  for (const [name, value] of Object.entries(draft.custom)) {
    if (name !== options.numberField) put(name, value, () => putNamed(desk, name, value))
  }
  putNumber(desk, draft, options)
  if (options.idField !== '' && draft.originId !== '') putNamed(desk, options.idField, draft.originId)
  desk.fields['opened'] = options.openToAll ? 'Y' : 'N'
  const { fields, problems, missing } = desk
  const onlyInitial = new Set(['opened', ...initial.flatMap((name) => portalNames(name, options))])
  const card = {
    entity,
    fields,
    initial: Object.keys(fields).filter((name) => onlyInitial.has(name)),
    points: [],
    requisite: null,
    rows,
  }
  return { card, problems, missing, leftOut }
}

/**
 * The number field is mandatory where the settings name one (systems.md B4): by it the card is found again. Where the portal has no such field,
 * the document is refused, whatever is to become of other values: without it each work order would be made anew.
 */
function putNumber(desk: FieldDesk, { number }: DocumentDraft, { numberField, ...options }: DocumentOptions): void {
  if (numberField === '') return
  const strict: FieldDesk = { ...desk, options: { ...options, missingValues: 'refuse' } }
  if (number !== '') putNamed(strict, numberField, number)
}

/** A smart process that the portal does not have. */
function nothing(desk: FieldDesk, { entity, directories: { processes } }: DocumentOptions): ResolvedCard {
  const list = shortList((processes ?? []).map(({ entityTypeId, title }) => `${title} (${entityTypeId})`)) || '—'
  const problems = [problem('crm.process-unknown', { process: entity.slice(entity.indexOf(':') + 1), list })]
  const card = { entity, fields: desk.fields, initial: [], points: [], requisite: null, rows: null }
  return { card, problems, missing: [], leftOut: [] }
}

function ownValues(draft: DocumentDraft): Readonly<Record<string, string>> {
  const { title, dealType, source, probability, beginDate, closeDate, comments, responsible, number } = draft
  return { title, dealType, source, probability, beginDate, closeDate, comments, responsible, number }
}

/** A field that these cards never have is passed over; one that they lack on this portal is told. */
function putKnown(desk: FieldDesk, name: string, value: string): void {
  const field = ownFields[name]!
  if (field.kinds?.includes(entityKind(desk.entity)) === false || (value === '' && neverCleared.has(name))) return
  if (fieldNamed(desk.options.directories, desk.entity, field.name) === null) {
    if (value !== '') desk.problems.push(problem('crm.own-field-missing', { field: field.name }))
    return
  }
  if (name === 'probability' && value !== '' && !/^(?:\d{1,2}|100)$/.test(value)) {
    desk.problems.push(problem('crm.probability', { value }))
    return
  }
  putOwn(desk, field, value)
}

// Of a title, a responsible and a number the portal makes up its own; of a date too (`bitrix24-rest.md §2.7`): what 1C does not
// tell of them is never compared.
const neverCleared = new Set(['title', 'responsible', 'number', 'beginDate', 'closeDate'])

const ownFields: Readonly<Record<string, OwnField & { readonly kinds?: readonly EntityKind[] }>> = {
  title: { name: 'title', type: 'string' },
  dealType: { name: 'typeId', type: 'crm_status', directory: 'DEAL_TYPE', kinds: ['deal'] },
  source: { name: 'sourceId', type: 'crm_status', directory: 'SOURCE' },
  probability: { name: 'probability', type: 'integer', kinds: ['deal'] },
  beginDate: { name: 'begindate', type: 'date' },
  closeDate: { name: 'closedate', type: 'date' },
  comments: { name: 'comments', type: 'string' },
  responsible: { name: 'assignedById', type: 'user' },
  number: { name: 'accountNumber', type: 'string', kinds: ['invoice'] },
}

/** REST names of a draft field, or of a field that the settings name. */
function portalNames(name: string, { directories, entity }: DocumentOptions): readonly string[] {
  const known = ownFields[name]?.name ?? placeFields[name]
  if (known !== undefined) return [known].flat()
  const found = findField(directories, entity, name)
  return [found.kind === 'found' ? found.field.name : name]
}

const placeFields: Readonly<Record<string, string | readonly string[]>> = {
  pipeline: 'categoryId',
  stage: 'stageId',
  amount: ['opportunity', 'isManualOpportunity'],
  currency: 'currencyId',
  myCompany: 'mycompanyId',
}
