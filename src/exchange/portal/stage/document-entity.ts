import { type DocumentEntity, processEntity } from '../../../bitrix24/crm/entity.ts'
import type { Preset } from '../../../settings/settings.ts'
import type { DocumentExchange } from '../../map/document-record.ts'
import type { DocumentKind } from '../told-document.ts'

/** What the documents of an exchange become on the portal. */
export function entityOf(exchange: DocumentExchange): DocumentEntity {
  if (!('into' in exchange)) return 'deal'
  return exchange.into === 'process' ? processEntity(exchange.process) : exchange.into
}

/** The preset whose exchanges take documents of a kind, and the kind that a preset takes. */
export const presetOf: Readonly<Record<DocumentKind, DocumentExchange['preset']>> = {
  order: 'orders',
  workOrder: 'work-orders',
  booking: 'bookings',
  contract: 'contracts',
  invoice: 'invoices',
}

export function kindOf(preset: Preset): DocumentKind | null {
  const found = Object.entries(presetOf).find(([, each]) => each === preset)
  return found === undefined ? null : (found[0] as DocumentKind)
}
