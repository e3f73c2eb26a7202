import type { Pipeline } from '../../../bitrix24/crm/directories.ts'
import { type DocumentEntity, entityTypeId } from '../../../bitrix24/crm/entity.ts'
import { fieldNamed } from '../../../bitrix24/crm/find-field.ts'
import { findStage } from '../../../bitrix24/crm/find-stage.ts'
import type { Directories } from '../../../bitrix24/crm/load-directories.ts'
import type { ResolvedCard } from '../../../bitrix24/crm/resolve-card.ts'
import { resolveDocument } from '../../../bitrix24/crm/resolve-document.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { Names } from '../diff/describe-change.ts'
import type { WantedDocument } from '../diff/diff-document.ts'
import type { PortalSession } from '../session.ts'
import type { DocumentRef, DocumentRules, ToldDocument } from '../told-document.ts'
import type { RefCards } from './ref-cards.ts'

export interface ResolvedDocument extends Omit<ResolvedCard, 'card'> {
  readonly wanted: WantedDocument
}

/** What is known of the portal when a document is put into its words. */
export interface DocumentGround {
  readonly directories: Directories
  /** How the smart process of these documents is called; empty: they are of none. */
  readonly names: Names
  readonly refs: RefCards
  /** Products of the portal's catalogue by their 1C ids. */
  readonly productIds: ReadonlyMap<string, number>
  /** Why the catalogue could not be asked; null: it could, or nobody wanted to know. */
  readonly noProducts: Problem | null
}

/**
 * What 1C tells of a document, in the words of this portal. `pipeline`: the one in which its card stands, '' where it has none: one
 * that is marked for deletion is closed there.
 */
export function wantedDocument(
  { settings }: Pick<PortalSession, 'settings'>,
  told: ToldDocument,
  rules: DocumentRules,
  pipeline: string,
  { directories, refs, productIds }: DocumentGround,
): ResolvedDocument {
  const { idFields, openToAll } = settings.bitrix24
  const { entity, draft, initial } = told
  const { card, problems, missing, leftOut } = resolveDocument(draft, initial, {
    directories,
    entity,
    missingValues: rules.missingValues,
    numberField: rules.numberField,
    idField: entity === 'deal' ? idFields.deal : '',
    openToAll,
    productIds,
    rows: true,
  })
  const bound = boundTo(told, directories, refs)
  const closing =
    told.deleted && rules.deleted === 'close'
      ? closingStage(directories, entity, pipeline || card.fields['categoryId'] || '', rules)
      : open
  return {
    wanted: { card: { ...card, fields: { ...card.fields, ...bound.fields, ...closing.fields } }, contactIds: bound.contactIds },
    problems: [...problems, ...bound.problems, ...closing.problems],
    missing,
    leftOut,
  }
}

const open = { fields: {}, problems: [] }

/** Company, people and parents of a document, as far as their cards are there. */
function boundTo({ entity, refs: told }: ToldDocument, directories: Directories, refs: RefCards) {
  const fields: Record<string, string> = {}
  const contactIds: number[] = []
  const problems: Problem[] = []
  const hasField = (name: string) => fieldNamed(directories, entity, name)?.isReadOnly === false
  // Without a company in 1C there is none; whether that empties the field is for the rules to say.
  if (hasField('companyId') && !told.some(({ role }) => role === 'company')) fields['companyId'] = ''
  for (const ref of told) {
    const state = refs.stateOf(ref)
    if (state.kind !== 'there') continue
    const { id } = state
    const name = fieldOf(ref, state.entity)
    if (!hasField(name)) problems.push(problem('plan.no-place', { name: ref.name }))
    else if (name === 'contactIds') contactIds.push(id)
    else fields[name] ||= String(id)
  }
  return { fields, contactIds, problems }
}

/** The field of a document that keeps a card of that kind. */
function fieldOf({ role }: DocumentRef, entity: Parameters<typeof entityTypeId>[0]): string {
  if (role === 'parent') return `parentId${entityTypeId(entity)}`
  return entity === 'company' ? 'companyId' : 'contactIds'
}

function closingStage(
  { pipelines }: Directories,
  entity: DocumentEntity,
  id: string,
  { deletedStage }: DocumentRules,
): { readonly fields: Readonly<Record<string, string>>; readonly problems: readonly Problem[] } {
  const known = pipelines[entity] ?? []
  const pipeline = known.find((each) => String(each.id) === id) ?? known[0]
  const stage = pipeline === undefined ? null : stageIn(pipeline, deletedStage)
  if (pipeline === undefined || stage === null) {
    const list = (pipeline?.stages ?? []).map(({ name }) => name).join(', ') || '—'
    const args = { stage: deletedStage || '—', pipeline: pipeline?.name ?? '—', list }
    return { fields: {}, problems: [problem('plan.no-closing-stage', args)] }
  }
  return { fields: { categoryId: String(pipeline.id), stageId: stage }, problems: [] }
}

function stageIn(pipeline: Pipeline, word: string): string | null {
  if (word === '') return pipeline.stages.find(({ semantics }) => semantics === 'F')?.id ?? null
  const found = findStage(pipeline, word)
  return found.kind === 'found' ? found.value.id : null
}
