import type { Problem } from '../../problems/problem.ts'
import type { CompanyDraft, ContactDraft } from '../drafts/draft.ts'
import type { ClientEntity } from './entity.ts'
import { findField } from './find-field.ts'
import { isLeftOut } from './left-out.ts'
import type { MissingValue } from './missing-value.ts'
import { type FieldDesk, type OwnField, putNamed, putOwn } from './resolve-fields.ts'
import type { ResolveOptions } from './resolve-options.ts'
import { resolvePoints } from './resolve-points.ts'
import { resolveRequisite } from './resolve-requisite.ts'
import type { WantedCard } from './wanted-card.ts'

export type { MissingValue } from './missing-value.ts'

export interface ResolvedCard {
  readonly card: WantedCard
  readonly problems: readonly Problem[]
  /** Values to be added to the portal first. Their fields are left out: resolve again when they are there. */
  readonly missing: readonly MissingValue[]
  /**
   * What 1C tells and the portal has no place for so far: names of draft fields and of custom fields, and `requisites`. It may have one
   * tomorrow, so that none of this counts as written.
   */
  readonly leftOut: readonly string[]
}

/**
 * What 1C tells of a card, in the words of this portal. `initial`: names of draft fields that only the settings fill. A value
 * that has no place on the portal is left out with a problem, or missing, as the options say.
 */
export function resolveCard(
  draft: CompanyDraft | ContactDraft,
  initial: readonly string[],
  options: ResolveOptions,
): ResolvedCard {
  const entity = draft.kind
  const desk: FieldDesk = { entity, options, fields: {}, problems: [], missing: [] }
  const leftOut: string[] = []
  const put = (name: string, value: string, work: () => unknown) => {
    if (isLeftOut(desk, work) && value !== '' && !initial.includes(name)) leftOut.push(name)
  }
  for (const [name, value] of Object.entries(ownValues(draft))) {
    if (value !== '' || !neverCleared.has(name)) put(name, value, () => putOwn(desk, ownFields[entity][name]!, value))
  }
  for (const [name, value] of Object.entries(draft.custom)) put(name, value, () => putNamed(desk, name, value))
  const idField = options.idFields[entity]
  if (idField !== '' && draft.originId !== '') putNamed(desk, idField, draft.originId)
  desk.fields['opened'] = options.openToAll ? 'Y' : 'N'
  const requisite = resolveRequisite(draft.requisites, options, desk.problems)
  if (requisite === null && draft.requisites.length > 0) leftOut.push('requisites')
  const { fields, problems, missing } = desk
  const onlyInitial = new Set(['opened', ...initial.map((name) => portalName(name, entity, options))])
  return {
    card: {
      entity,
      fields,
      initial: Object.keys(fields).filter((name) => onlyInitial.has(name)),
      points: resolvePoints(draft),
      requisite,
    },
    problems,
    missing,
    leftOut,
  }
}

// The portal refuses to empty these or keeps the old value (`bitrix24-rest.md §2.7`): an empty one says nothing.
const neverCleared = new Set(['title', 'responsible'])

function ownValues(draft: CompanyDraft | ContactDraft): Readonly<Record<string, string>> {
  const { comments, responsible } = draft
  if (draft.kind === 'company') {
    const { title, companyType, industry } = draft
    return { title, companyType, industry, comments, responsible }
  }
  const { lastName, firstName, secondName, salutation, birthDate, post, contactType, source } = draft
  return { lastName, firstName, secondName, salutation, birthDate, post, contactType, source, comments, responsible }
}

const ownFields: Readonly<Record<ClientEntity, Readonly<Record<string, OwnField>>>> = {
  company: {
    title: { name: 'title', type: 'string' },
    companyType: { name: 'typeId', type: 'crm_status', directory: 'COMPANY_TYPE' },
    industry: { name: 'industry', type: 'crm_status', directory: 'INDUSTRY' },
    comments: { name: 'comments', type: 'string' },
    responsible: { name: 'assignedById', type: 'user' },
  },
  contact: {
    lastName: { name: 'lastName', type: 'string' },
    firstName: { name: 'name', type: 'string' },
    secondName: { name: 'secondName', type: 'string' },
    salutation: { name: 'honorific', type: 'crm_status', directory: 'HONORIFIC' },
    birthDate: { name: 'birthdate', type: 'date' },
    post: { name: 'post', type: 'string' },
    contactType: { name: 'typeId', type: 'crm_status', directory: 'CONTACT_TYPE' },
    source: { name: 'sourceId', type: 'crm_status', directory: 'SOURCE' },
    comments: { name: 'comments', type: 'string' },
    responsible: { name: 'assignedById', type: 'user' },
  },
}

/** REST name of a draft field, or of a field that the settings name. */
function portalName(name: string, entity: ClientEntity, { directories }: ResolveOptions): string {
  const own = ownFields[entity][name]
  if (own !== undefined) return own.name
  const found = findField(directories, entity, name)
  return found.kind === 'found' ? found.field.name : name
}
