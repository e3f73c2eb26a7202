import { type CrmEntity, entityKind, entityTypeId } from './entity.ts'

/** Page of a card: `https://portal.example.ru/crm/company/details/12/`. */
export function cardUrl(address: string, entity: CrmEntity, id: number): string {
  const kind = entityKind(entity)
  const place = kind === 'invoice' || kind === 'process' ? `type/${entityTypeId(entity)}` : kind
  return `${address.replace(/\/+$/, '')}/crm/${place}/details/${id}/`
}
