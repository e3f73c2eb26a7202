import type { Params } from '../client/command.ts'
import type { FieldValues } from './change.ts'
import { type CrmEntity, hasOrigin } from './entity.ts'
import { type RestRow, textOf } from './rest-value.ts'

/** Whose id a card carries. Invoices and smart processes have one `xmlId` for both parts: `1C|guid` (`bitrix24-rest.md §2.6`). */
export interface CardOrigin {
  readonly originatorId: string
  readonly originId: string
}

/** The mark as a row of the portal has it; '' for what is not there. */
export function originOf(entity: CrmEntity, row: RestRow): CardOrigin {
  if (hasOrigin(entity)) return { originatorId: textOf(row['originatorId']), originId: textOf(row['originId']) }
  const mark = textOf(row['xmlId'])
  const at = mark.indexOf('|')
  return at < 0 ? { originatorId: '', originId: mark } : { originatorId: mark.slice(0, at), originId: mark.slice(at + 1) }
}

/** The mark as fields to be written or to be looked for. */
export function originFields(entity: CrmEntity, { originatorId, originId }: CardOrigin): Params {
  return hasOrigin(entity) ? { originatorId, originId } : { xmlId: `${originatorId}|${originId}` }
}

/**
 * Marks among the fields of an update, as the portal takes them, and the fields without them. Where both parts make one field,
 * the part that stays is looked up in what the portal held; a part that nobody knows leaves the mark as it is.
 */
export function markFields(
  entity: CrmEntity,
  { fields, before }: { readonly fields: FieldValues; readonly before: FieldValues },
): { readonly marks: Params; readonly others: FieldValues } {
  const { originatorId, originId, ...others } = fields
  if (hasOrigin(entity) || (originatorId === undefined && originId === undefined)) return { marks: {}, others: fields }
  const [whose, whichOne] = [originatorId ?? before['originatorId'], originId ?? before['originId']]
  if (whose === undefined || whichOne === undefined) return { marks: {}, others }
  const isNone = whose === '' && whichOne === ''
  return { marks: isNone ? { xmlId: '' } : originFields(entity, { originatorId: whose, originId: whichOne }), others }
}
