import type { Change, FieldValues } from '../../../bitrix24/crm/change.ts'
import type { HeldCard, HeldRequisite } from '../../../bitrix24/crm/held-card.ts'
import { comparison } from '../plan/comparison.ts'
import type { DocumentChange } from './took-document-effect.ts'

/** What a change came to, with the id of what it made; null: it cannot be seen there, so it has not run (or not yet). */
export type Effect = { readonly id: number | null } | null

/**
 * Did a change whose answer was lost run after all? Told by what the portal holds now. Of rows, links and files the portal
 * is asked (`took-document-effect.ts`).
 */
export function tookEffect(change: Exclude<Change, DocumentChange>, held: HeldCard | null): Effect {
  const gone = held === null
  switch (change.kind) {
    case 'create':
      return gone ? null : { id: held.id }
    case 'delete':
      return gone ? { id: null } : null
    case 'update':
      return !gone && hasUpdate(change, held) ? { id: held.id } : null
    case 'addRequisite': {
      const made = held?.requisites.find(({ xmlId }) => xmlId === change.xmlId)
      return made === undefined ? null : { id: made.id }
    }
    case 'setRequisite':
      return hasFields(change.fields, requisite(held, change.id)?.fields) ? { id: change.id } : null
    case 'deleteRequisite':
      return requisite(held, change.id) === undefined ? { id: null } : null
    case 'addAddress':
    case 'setAddress':
      return hasFields(change.fields, address(held, change.requisiteId, change.typeId)) ? { id: null } : null
    case 'deleteAddress':
      return address(held, change.requisiteId, change.typeId) === undefined ? { id: null } : null
    case 'addBank': {
      const made = banks(held).find(({ xmlId }) => xmlId === change.xmlId)
      return made === undefined ? null : { id: made.id }
    }
    case 'setBank':
      return hasFields(change.fields, banks(held).find(({ id }) => id === change.id)?.fields) ? { id: change.id } : null
    case 'deleteBank':
      return banks(held).some(({ id }) => id === change.id) ? null : { id: null }
  }
}

function hasUpdate(change: Extract<Change, { kind: 'update' }>, held: HeldCard): boolean {
  const { originatorId, originId } = held
  if (!hasFields(change.fields, { ...held.fields, originatorId, originId })) return false
  if (change.companyIds?.some((id) => !held.companyIds.includes(id))) return false
  const { contactIds = null } = change
  if (contactIds !== null && contactIds.join() !== (held.contactIds ?? []).join()) return false
  const has = (typeId: string, value: string) =>
    held.points.some(
      (point) => point.typeId === typeId && comparison.point(typeId, point.value) === comparison.point(typeId, value),
    )
  return change.points.every((each) => {
    if (each.kind === 'remove') return !held.points.some(({ id }) => id === each.before.id)
    return has(each.point.typeId, each.point.value)
  })
}

function hasFields(wanted: FieldValues, held: FieldValues | undefined): boolean {
  return held !== undefined && Object.entries(wanted).every(([name, value]) => comparison.value(name, value, held[name] ?? ''))
}

function requisite(held: HeldCard | null, id: number): HeldRequisite | undefined {
  return held?.requisites.find((each) => each.id === id)
}

// An address has no id: where its requisite was made in the same run, any of the card's requisites may be the one.
function address(held: HeldCard | null, requisiteId: number | null, typeId: number): FieldValues | undefined {
  const requisites = (held?.requisites ?? []).filter(({ id }) => requisiteId === null || id === requisiteId)
  return requisites.flatMap(({ addresses }) => addresses).find((each) => each.typeId === typeId)?.fields
}

function banks(held: HeldCard | null) {
  return (held?.requisites ?? []).flatMap((each) => each.banks)
}
