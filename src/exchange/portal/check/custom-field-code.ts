import type { Directories } from '../../../bitrix24/crm/directories.ts'
import { type CrmEntity, entityKind, entityTypeId } from '../../../bitrix24/crm/entity.ts'

/**
 * What codes of custom fields of such cards begin with (`bitrix24-rest.md §5`): `UF_CRM_`, of invoices and smart processes with the
 * entity of their fields in it. Null: a smart process that the webhook cannot see.
 */
export function customFieldPrefix(entity: CrmEntity, directories: Directories): string | null {
  const fieldEntity = userFieldEntity(entity, directories)
  if (fieldEntity === null) return null
  return hasOwnMethods(entity) ? 'UF_CRM_' : `UF_${fieldEntity}_`
}

/** Entity of the custom fields of a card (`bitrix24-rest.md §2.1`). */
export function userFieldEntity(entity: CrmEntity, { processes }: Directories): string | null {
  if (entityKind(entity) !== 'process') return entity === 'invoice' ? 'CRM_SMART_INVOICE' : `CRM_${entity.toUpperCase()}`
  return processes?.find((process) => process.entityTypeId === entityTypeId(entity))?.userFieldEntity ?? null
}

/** Companies, contacts and deals have methods of their own for fields; the others share `userfieldconfig.*`. */
export function hasOwnMethods(entity: CrmEntity): boolean {
  return entity === 'company' || entity === 'contact' || entity === 'deal'
}

/** Could there be a field of that code at all? At most 50 characters, capitals, digits and underscores (`bitrix24-rest.md §5`). */
export function isFieldCode(name: string): boolean {
  return /^UF_[A-Z0-9_]+$/.test(name) && name.length <= 50
}
