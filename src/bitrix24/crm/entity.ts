/** Kinds of cards. A smart process is named by its `entityTypeId`, `process:1032` (`bitrix24-rest.md §2.1`). */
export type ClientEntity = 'company' | 'contact'
export type DocumentEntity = 'deal' | 'invoice' | `process:${number}`
export type CrmEntity = ClientEntity | DocumentEntity

/** What an entity is, whichever smart process it belongs to: for words and tables that know each kind once. */
export type EntityKind = 'company' | 'contact' | 'deal' | 'invoice' | 'process'

export function entityKind(entity: CrmEntity): EntityKind {
  return isProcess(entity) ? 'process' : entity
}

/** `entityTypeId` of the universal methods (`bitrix24-rest.md §2.1`). */
export function entityTypeId(entity: CrmEntity): number {
  return isProcess(entity) ? Number(entity.slice(processPrefix.length)) : typeIds[entity]
}

/** `ownerType` of product rows (`bitrix24-rest.md §2.1, §7`). */
export function ownerType(entity: DocumentEntity): string {
  if (isProcess(entity)) return `T${entityTypeId(entity).toString(16)}`
  return entity === 'deal' ? 'D' : 'SI'
}

/** Directory of the stages of a pipeline (`bitrix24-rest.md §2.8`); that of the main pipeline of deals has no number. */
export function stageDirectory(entity: DocumentEntity, pipelineId: number): string {
  if (isProcess(entity)) return `DYNAMIC_${entityTypeId(entity)}_STAGE_${pipelineId}`
  if (entity === 'invoice') return `SMART_INVOICE_STAGE_${pipelineId}`
  return pipelineId === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${pipelineId}`
}

/** `ENTITY_TYPE` of a comment in the timeline: the symbolic code of the type (`bitrix24-rest.md §8`; crm.enum.ownertype). */
export function timelineType(entity: DocumentEntity): string {
  if (isProcess(entity)) return `DYNAMIC_${entityTypeId(entity)}`
  return entity === 'deal' ? 'deal' : 'smart_invoice'
}

export function isDocument(entity: CrmEntity): entity is DocumentEntity {
  return entity !== 'company' && entity !== 'contact'
}

/** Only companies, contacts and deals have `originatorId` and `originId`; the others have one `xmlId` (`bitrix24-rest.md §2.6`). */
export function hasOrigin(entity: CrmEntity): boolean {
  return entityKind(entity) !== 'invoice' && entityKind(entity) !== 'process'
}

export function processEntity(typeId: number): DocumentEntity {
  return `${processPrefix}${typeId}`
}

function isProcess(entity: CrmEntity): entity is `process:${number}` {
  return entity.startsWith(processPrefix)
}

const processPrefix = 'process:'
const typeIds = { company: 4, contact: 3, deal: 2, invoice: 31 } as const
