import type { Directories, FieldMeta } from './directories.ts'
import type { CrmEntity } from './entity.ts'

/** Fields of an entity; none where the exchange does not use it. */
export function fieldsOf({ fields }: Pick<Directories, 'fields'>, entity: CrmEntity): readonly FieldMeta[] {
  return fields[entity] ?? []
}
