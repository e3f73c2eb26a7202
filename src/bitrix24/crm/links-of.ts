import type { CrmEntity } from './entity.ts'

/** Page of a card: `https://portal.example.ru/crm/company/details/12/`. */
export function cardUrl(address: string, entity: CrmEntity, id: number): string {
  return `${address.replace(/\/+$/, '')}/crm/${entity}/details/${id}/`
}
