import { type CrmEntity, type DocumentEntity, processEntity } from '../../bitrix24/crm/entity.ts'
import type { Exchange, Outgoing, Settings } from '../../settings/settings.ts'
import { exchangesOf } from '../folder/home.ts'
import type { DocumentExchange } from '../map/document-record.ts'

/** Every kind of cards that the enabled exchanges make and the enabled ways back read; companies and contacts always. */
export function entitiesOf(settings: Settings): readonly CrmEntity[] {
  const documents = [...exchangesOf(settings).filter(isOfDocuments), ...settings.outgoing].filter(({ enabled }) => enabled)
  return ['company', 'contact', ...new Set(documents.map(entityInto))]
}

/** What the documents of an exchange become, or where those of a way back come from. */
export function entityInto(exchange: DocumentExchange | Outgoing): DocumentEntity {
  if (!('into' in exchange)) return 'deal'
  return exchange.into === 'process' ? processEntity(exchange.process) : exchange.into
}

export function isOfDocuments(exchange: Exchange): exchange is DocumentExchange {
  return 'clientMatch' in exchange
}
