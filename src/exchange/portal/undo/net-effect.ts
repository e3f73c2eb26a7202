import type { Change, FieldValues, PointChange } from '../../../bitrix24/crm/change.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import { problem } from '../../../problems/problem.ts'
import type { Comparison } from '../diff/comparison.ts'
import { type NetPart, withWritten } from './net-part.ts'
import type { DoneChange, UndoLeft } from './undo-plan.ts'

/** What a run made of a card when all its changes are taken together; an outcome that was unknown makes one card planned twice. */
export interface NetEffect {
  readonly card: NetPart
  /** In the order in which they were made. */
  readonly points: readonly { readonly by: Change; readonly point: PointChange }[]
  /** Null: the run did not touch them. */
  readonly companies: { readonly before: readonly number[]; readonly wrote: readonly number[]; readonly by: Change } | null
  /** By the id of the portal. */
  readonly requisites: ReadonlyMap<number, NetPart>
  readonly addresses: ReadonlyMap<string, NetAddress>
  readonly banks: ReadonlyMap<number, NetBank>
  /** What cannot be taken back whatever the portal holds. */
  readonly left: readonly UndoLeft[]
}

/** An address has no id: its requisite and its type are its key (`bitrix24-rest.md §4.4`). */
export interface NetAddress extends NetPart {
  readonly requisiteId: number
  readonly typeId: number
}

export interface NetBank extends NetPart {
  /** Its requisite where the run told it; null: the account was there before. */
  readonly requisiteId: number | null
}

export function addressKey(requisiteId: number, typeId: number): string {
  return `${requisiteId} ${typeId}`
}

/** Folds the changes, the oldest first. `held` tells the ids of what was added where the journal has none. */
export function netEffect(done: readonly DoneChange[], held: HeldCard, compare: Comparison): NetEffect {
  let card = untouched
  let companies: NetEffect['companies'] = null
  let ownRequisite: number | null = null
  const points: { by: Change; point: PointChange }[] = []
  const requisites = new Map<number, NetPart>()
  const addresses = new Map<string, NetAddress>()
  const banks = new Map<number, NetBank>()
  const left: UndoLeft[] = []

  for (const { change, result } of [...done].sort((a, b) => a.number - b.number)) {
    switch (change.kind) {
      case 'create': {
        const { originatorId, originId } = change
        card = added(change, { ...change.fields, originatorId, originId })
        points.push(...change.points.map((point) => ({ by: change, point: { kind: 'add', point } as const })))
        companies = { before: [], wrote: change.companyIds, by: change }
        break
      }
      case 'update':
        card = write(card, change)
        points.push(...change.points.map((point) => ({ by: change, point })))
        if (change.companyIds !== null) {
          // Where a person changed them in between, the way back ends there.
          const isChain = companies !== null && companies.wrote.join() === change.companyIdsBefore.join()
          const before: readonly number[] = companies !== null && isChain ? companies.before : change.companyIdsBefore
          companies = { before, wrote: change.companyIds, by: change }
        }
        break
      case 'addRequisite':
        ownRequisite = result.id ?? held.requisites.find(({ xmlId }) => xmlId === change.xmlId)?.id ?? null
        if (ownRequisite !== null) requisites.set(ownRequisite, added(change, { ...change.fields, XML_ID: change.xmlId }))
        break
      case 'setRequisite':
        requisites.set(change.id, write(requisites.get(change.id) ?? untouched, change))
        break
      case 'addAddress': {
        const requisiteId = change.requisiteId ?? ownRequisite
        const { typeId } = change
        // Without an id the requisite is not on the portal any more, and its address with it.
        if (requisiteId === null) break
        addresses.set(addressKey(requisiteId, typeId), { ...added(change, change.fields), requisiteId, typeId })
        break
      }
      case 'setAddress': {
        const { requisiteId, typeId } = change
        const key = addressKey(requisiteId, typeId)
        addresses.set(key, { ...write(addresses.get(key) ?? untouched, change), requisiteId, typeId })
        break
      }
      case 'addBank': {
        const ofMark = held.requisites.flatMap((each) => each.banks).find(({ xmlId }) => xmlId === change.xmlId)
        const id = result.id ?? ofMark?.id
        const requisiteId = change.requisiteId ?? ownRequisite
        if (id !== undefined) banks.set(id, { ...added(change, { ...change.fields, XML_ID: change.xmlId }), requisiteId })
        break
      }
      case 'setBank': {
        const known = banks.get(change.id)
        banks.set(change.id, { ...write(known ?? untouched, change), requisiteId: known?.requisiteId ?? null })
        break
      }
      case 'delete':
      case 'deleteRequisite':
      case 'deleteAddress':
      case 'deleteBank':
        left.push({ change, problem: problem('apply.undo-deleted') })
    }
  }
  return { card, points, companies, requisites, addresses, banks, left }

  function write(part: NetPart, change: Change & { readonly fields: FieldValues; readonly before: FieldValues }): NetPart {
    const written = withWritten(part, change, change, compare)
    left.push(...written.left)
    return written.part
  }
}

const untouched: NetPart = { added: null, values: new Map() }

function added(change: Change, fields: FieldValues): NetPart {
  return {
    added: change,
    values: new Map(Object.entries(fields).map(([field, wrote]) => [field, { before: '', wrote, by: change }])),
  }
}
