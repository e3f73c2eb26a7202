import type { MethodContext } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { isEmpty, recordOf } from '../params.ts'
import { allFields, type FieldNames } from './custom-fields.ts'
import type { EntityType } from './entity-type.ts'
import { readValue } from './value.ts'

/** Values that a call gives, checked, by the names of the state. Unknown keys of `fields` and what is read-only are ignored. */
export function readGiven(
  type: EntityType,
  fields: Readonly<Record<string, unknown>>,
  held: Row,
  names: Pick<FieldNames, 'inner'>,
  context: MethodContext,
): Row {
  const values: Row = {}
  for (const [key, given] of Object.entries(fields)) {
    const field = names.inner(key)
    if (field === undefined || field.isReadOnly || field.type === 'crm_multifield') continue
    // Stages are checked with their pipeline.
    const isStage = field.statusType === 'STAGES'
    const value = isStage ? (isEmpty(given) ? null : String(given)) : readValue(field, given, held[field.name], context)
    if (value !== undefined) values[field.name] = value
  }
  return settleLinks(type, values)
}

/** Custom fields that must be filled, where the portal is set to check them (`bitrix24-rest.md §16.15`). */
export function checkRequired(type: EntityType, values: Row, context: MethodContext): void {
  if (context.state.checksRequiredFields !== true) return
  for (const field of allFields(context.state, type)) {
    const value = values[field.name]
    if (field.isRequired && (isEmpty(value) || (Array.isArray(value) && value.length === 0))) throw failures.required(field.title)
  }
}

/** The object `fields` of a call. */
export function fieldsOf(given: unknown): Readonly<Record<string, unknown>> {
  const fields = recordOf(given)
  if (fields !== null) return fields
  if (given === undefined) throw failures.noParameter('fields')
  throw failures.notIterable(given === null ? 'null' : typeof given)
}

/** One company or contact is the whole set; where both are given, the set counts (`bitrix24-rest.md §2.7`). */
function settleLinks(type: EntityType, values: Row): Row {
  const { contactId, ...rest } = values
  const settled: Row = rest
  if (contactId !== undefined && !('contactIds' in rest)) settled['contactIds'] = contactId === null ? [] : [contactId]
  if (type.id === 3 && 'companyId' in settled) {
    const companyId = settled['companyId']
    delete settled['companyId']
    settled['companyIds'] ??= companyId === null ? [] : [companyId]
  }
  return settled
}
