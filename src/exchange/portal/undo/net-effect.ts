import type { Change, FieldValues, PointChange } from '../../../bitrix24/crm/change.ts'
import type { HeldCard } from '../../../bitrix24/crm/held-card.ts'
import type { RequisiteLink, WantedRow } from '../../../bitrix24/crm/wanted-card.ts'
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
  readonly companies: NetWhole<readonly number[]> | null
  /** The same of the people, the rows and the shown requisites of a document. */
  readonly contacts: NetWhole<readonly number[]> | null
  readonly rows: NetWhole<readonly WantedRow[]> | null
  readonly link: NetWhole<RequisiteLink | null> | null
  /** By the id of the portal. */
  readonly requisites: ReadonlyMap<number, NetPart>
  readonly addresses: ReadonlyMap<string, NetAddress>
  readonly banks: ReadonlyMap<number, NetBank>
  /** What cannot be taken back whatever the portal holds. */
  readonly left: readonly UndoLeft[]
}

/** Something that is set as a whole, from before the run and as the run left it. */
export interface NetWhole<T> {
  readonly before: T
  readonly wrote: T
  /** The newest change that wrote it. */
  readonly by: Change
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
  let contacts: NetEffect['contacts'] = null
  let rows: NetEffect['rows'] = null
  let link: NetEffect['link'] = null
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
        contacts = { before: [], wrote: change.contactIds ?? [], by: change }
        break
      }
      case 'update':
        card = write(card, change)
        points.push(...change.points.map((point) => ({ by: change, point })))
        if (change.companyIds !== null) {
          companies = withWhole(companies, change.companyIdsBefore, change.companyIds, change, isSameIds)
        }
        if (change.contactIds !== null && change.contactIds !== undefined) {
          contacts = withWhole(contacts, change.contactIdsBefore ?? [], change.contactIds, change, isSameIds)
        }
        break
      case 'setRows':
        rows = withWhole(rows, change.before, change.rows, change, compare.rows)
        break
      case 'linkRequisite':
        link = withWhole<RequisiteLink | null>(link, change.before, change.link, change, isSameLink)
        break
      // Comments are taken back by themselves (`plan-undo-files.ts`).
      case 'addFile':
      case 'deleteComment':
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
  return { card, points, companies, contacts, rows, link, requisites, addresses, banks, left }

  function write(part: NetPart, change: Change & { readonly fields: FieldValues; readonly before: FieldValues }): NetPart {
    const written = withWritten(part, change, change, compare)
    left.push(...written.left)
    return written.part
  }
}

/** Where a person changed it in between, the way back ends there. */
function withWhole<T>(older: NetWhole<T> | null, before: T, wrote: T, by: Change, isSame: (a: T, b: T) => boolean): NetWhole<T> {
  return { before: older !== null && isSame(older.wrote, before) ? older.before : before, wrote, by }
}

function isSameIds(a: readonly number[], b: readonly number[]): boolean {
  return a.join() === b.join()
}

function isSameLink(a: RequisiteLink | null, b: RequisiteLink | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

const untouched: NetPart = { added: null, values: new Map() }

function added(change: Change, fields: FieldValues): NetPart {
  return {
    added: change,
    values: new Map(Object.entries(fields).map(([field, wrote]) => [field, { before: '', wrote, by: change }])),
  }
}
