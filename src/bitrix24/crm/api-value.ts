import type { Params, ParamValue } from '../client/command.ts'
import { severalOf } from './canonical.ts'
import type { FieldValues } from './change.ts'
import type { Directories } from './directories.ts'
import type { CrmEntity } from './entity.ts'
import { fieldNamed } from './find-field.ts'
import { valueKind } from './value-kind.ts'

/** Canonical texts as `fields` of `crm.item.*`. A date and a number travel as text; several values as an array. */
export function apiFields(directories: Directories, entity: CrmEntity, fields: FieldValues): Params {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, apiValue(directories, entity, name, text)]))
}

function apiValue(directories: Directories, entity: CrmEntity, name: string, text: string): ParamValue {
  const field = fieldNamed(directories, entity, name)
  if (field === null || !field.isMultiple) return text
  const values = severalOf(text)
  // `[]` leaves the old items of a list field as they are (`bitrix24-rest.md §5`); one empty item takes their place.
  return values.length === 0 && valueKind(field) === 'item' ? [''] : values
}
