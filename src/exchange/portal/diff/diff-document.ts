import type { Change } from '../../../bitrix24/crm/change.ts'
import type { DocumentEntity } from '../../../bitrix24/crm/entity.ts'
import type { HeldCard, HeldRow } from '../../../bitrix24/crm/held-card.ts'
import type { WantedCard, WantedRow } from '../../../bitrix24/crm/wanted-card.ts'
import { amountMode } from './amount-mode.ts'
import type { Comparison } from './comparison.ts'
import { diffContacts } from './diff-contacts.ts'
import { diffFields } from './diff-fields.ts'
import { diffOrigin, type Origin } from './diff-origin.ts'
import { diffRows } from './diff-rows.ts'
import type { DiffRules } from './diff-rules.ts'
import { diffStage } from './diff-stage.ts'
import { type Findings, joinFindings } from './findings.ts'
import { heldOfCard } from './held-value.ts'

/** What 1C says of a document, in the words of the portal; its company and its parents stand in the fields. */
export interface WantedDocument {
  readonly card: WantedCard
  /** The main contact first. */
  readonly contactIds: readonly number[]
}

export interface DocumentDiffInput {
  readonly entity: DocumentEntity
  /** What 1C says. */
  readonly now: WantedDocument
  /** What the portal confirmed last; null: never, the card was just found. */
  readonly base: WantedDocument | null
  /** What both sides had in common since: what 1C was sent and has confirmed; null: it was sent nothing that is newer than `base`. */
  readonly agreed?: Pick<WantedCard, 'fields' | 'rows'> | null
  readonly held: HeldCard
  /** Stages at which the pipelines of the portal begin. */
  readonly firstStages: readonly string[]
  readonly rules: DiffRules
  readonly compare: Comparison
  readonly origin: Origin
}

export interface DocumentDiff extends Findings {
  /** In the order in which they have to be done; empty: there is nothing to do, or a conflict is to be reviewed. */
  readonly changes: readonly Change[]
}

/** What has to be changed on the card of a document so that it says what 1C says: three-way as `diffCard`, and as pure. */
export function diffDocument(input: DocumentDiffInput): DocumentDiff {
  const { entity, now, base, held, firstStages, rules, compare, origin } = input
  const common = input.agreed ?? base?.card ?? null
  const ofCard = (field: string) => heldOfCard(held, field)
  const own = diffFields({
    of: 'card',
    now: without(now.card.fields, together),
    base: common?.fields ?? null,
    held: ofCard,
    initial: now.card.initial,
    canBeCleared: (field) => !never.includes(field),
    rules,
    compare,
  })
  const stage = diffStage({
    now: now.card.fields,
    base: common?.fields ?? null,
    held: held.fields,
    isInitial: now.card.initial.includes('stageId'),
    firstStages,
    rules,
  })
  // Where the portal does not tell its rows, or nobody had to ask for them, they stay.
  const heldRows = held.rows ?? []
  const toldRows = held.rows === null || held.rows === undefined ? null : (now.card.rows ?? null)
  const rows = diffRows({ now: toldRows, base: common?.rows ?? null, held: heldRows, rules, compare })
  const marks = base === null ? diffOrigin(held, origin) : { fields: {}, problems: [] }
  const found = joinFindings([own, stage, rows, { problems: marks.problems, conflicts: [] }])
  if (rules.conflict === 'review' && found.conflicts.length > 0) {
    return { changes: [], ...found, problems: found.problems.filter(({ code }) => code === 'apply.conflict') }
  }

  const contactIds = diffContacts({
    now: now.contactIds,
    base: base?.contactIds ?? [],
    held: held.contactIds ?? [],
    blanks: rules.blanks,
  })
  const isAmountWritten = own.fields['opportunity'] !== undefined || rows.rows !== null
  const mode = isAmountWritten
    ? amountMode({ now: now.card.fields, fields: own.fields, rows: rows.rows ?? held.rows ?? null, held: held.fields })
    : ''
  const fields = { ...own.fields, ...stage.fields, ...marks.fields, ...(mode === '' ? {} : { isManualOpportunity: mode }) }
  const isUpdated = Object.keys(fields).length > 0 || contactIds !== null
  const update: Change = {
    kind: 'update',
    entity,
    id: held.id,
    fields,
    before: Object.fromEntries(Object.keys(fields).map((field) => [field, ofCard(field)])),
    points: [],
    companyIds: null,
    companyIdsBefore: [],
    contactIds,
    contactIdsBefore: held.contactIds ?? [],
    ...pipelineOf(held),
  }
  const setRows: readonly Change[] =
    rows.rows === null ? [] : [{ kind: 'setRows', entity, id: held.id, rows: rows.rows, before: heldRows.map(asWanted) }]
  return { changes: [...(isUpdated ? [update] : []), ...setRows], ...found }
}

/** Decided with others, not field by field. */
const together: readonly string[] = ['categoryId', 'stageId', 'isManualOpportunity']
/** Of these the portal takes no empty value, or makes one up (`bitrix24-rest.md §2.7`). */
const never: readonly string[] = ['title', 'assignedById', 'currencyId', 'opportunity', 'accountNumber']

/** In which pipeline a document stands, where it has any. */
export function pipelineOf({ fields }: Pick<HeldCard, 'fields'>): Pick<Extract<Change, { kind: 'update' }>, 'categoryId'> {
  const pipeline = fields['categoryId'] ?? ''
  return pipeline === '' ? {} : { categoryId: Number(pipeline) }
}

function without(fields: WantedCard['fields'], names: readonly string[]): WantedCard['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}

function asWanted({ id: _id, ...row }: HeldRow): WantedRow {
  return row
}
