import { withoutMarkup } from '../../bitrix24/crm/canonical.ts'
import type { Directories } from '../../bitrix24/crm/directories.ts'
import { type DocumentEntity, type EntityKind, entityKind } from '../../bitrix24/crm/entity.ts'
import { pipelineOfStage } from '../../bitrix24/crm/find-stage.ts'
import { userName } from '../../bitrix24/crm/find-user.ts'
import { fold } from '../../bitrix24/crm/fold.ts'
import type { ChangedCard } from '../../bitrix24/crm/read-changed.ts'
import type { DocumentDraft } from '../../bitrix24/drafts/draft.ts'
import type { OutDocument } from '../../records/out-document.ts'
import type { Outgoing } from '../../settings/settings.ts'
import { squeeze } from '../../values/text.ts'
import type { KnownProduct } from './known-products.ts'
import { type Client, outParty } from './out-party.ts'
import { outRows } from './out-rows.ts'
import type { RequisiteSources } from './requisites.ts'

/** What a document is made of besides its card. */
export interface DocumentSources {
  readonly way: Outgoing
  readonly directories: Directories
  readonly requisites: RequisiteSources
  /** What 1C told of the document itself; null: it never did. */
  readonly told: DocumentDraft | null
  /** Number by which 1C knows it. */
  readonly number: string
  readonly client: Client | null
  /** The requisite that the document goes by, 0: none is set. */
  readonly requisiteId: number
  /** Products of the portal's catalogue by their numbers. */
  readonly products: ReadonlyMap<number, KnownProduct>
}

/** A card as 1C is told of it. */
export function outDocument(card: ChangedCard, sources: DocumentSources): OutDocument {
  const { way, directories, requisites, told, number, client, requisiteId, products } = sources
  const { fields } = card
  const entity = card.entity as DocumentEntity
  const stage = stageOf(entity, fields['stageId'] ?? '', directories)
  return {
    kind: entityKind(entity) as Exclude<EntityKind, 'company' | 'contact'>,
    portalId: card.id,
    number,
    id: told?.originId ?? '',
    title: fields['title'] ?? '',
    date: localTime(card.createdTime),
    currency: currencyOf(way, fields['currencyId'] ?? ''),
    amount: fields['opportunity'] || '0',
    status: statusOf(way, stage),
    stage: stage.name,
    cancelled: stage.semantics === 'F',
    completed: stage.semantics === 'S',
    comment: squeeze(withoutMarkup(fields['comments'] ?? '')),
    client: client === null ? null : outParty(client, requisiteId),
    rows: outRows(card.rows ?? [], { products, told: told?.rows ?? [] }),
    requisites: requisites.valuesOf(card),
    responsible: responsibleOf(fields['assignedById'] ?? '', directories),
    changedAt: localTime(card.updatedTime),
  }
}

// УТ 10.3 finds a currency by what it is called there, and refuses the whole file for another (`1c-side.md §5`).
function currencyOf({ currencies }: Outgoing, code: string): string {
  return currencies[code] ?? code
}

interface StageWords {
  readonly id: string
  readonly name: string
  readonly semantics: string
}

function stageOf(entity: DocumentEntity, stageId: string, directories: Directories): StageWords {
  const pipeline = pipelineOfStage(directories, entity, stageId)
  return pipeline?.stages.find(({ id }) => id === stageId) ?? { id: stageId, name: stageId, semantics: '' }
}

function statusOf({ statuses }: Outgoing, { id, name }: StageWords): string {
  const words = [name, id, id.slice(id.indexOf(':') + 1)].map(fold)
  const known = Object.entries(statuses).map(([stage, status]) => [fold(stage), status] as const)
  for (const word of words) {
    const found = known.find(([stage]) => stage === word)
    if (found !== undefined) return found[1]
  }
  return name
}

function responsibleOf(id: string, { users }: Directories): string {
  const user = users?.find((each) => String(each.id) === id)
  return user === undefined ? '' : userName(user)
}

/** Time of the portal on its own clock. */
function localTime(moment: string): string {
  return moment.slice(0, 19)
}
