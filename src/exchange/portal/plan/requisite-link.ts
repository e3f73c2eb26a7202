import type { Change } from '../../../bitrix24/crm/change.ts'
import type { DocumentEntity } from '../../../bitrix24/crm/entity.ts'
import { type RequisiteIds, requisiteIdsOf, requisiteLinksOf } from '../../../bitrix24/crm/requisite-ids.ts'
import type { RequisiteLink } from '../../../bitrix24/crm/wanted-card.ts'
import type { Names } from '../diff/describe-change.ts'
import { type PortalSession, PortalStopped } from '../session.ts'

/** Requisites of companies, and those that documents show now, as far as they were asked for. */
export interface RequisiteBook {
  /** What links a document to the requisites of its company and of ours; null: there is nothing to link, or it is linked so. */
  linkOf(document: Linked): LinkChange | null
  /** How the requisites of a change are called, as far as they were read. */
  namesIn({ link, before }: LinkChange): Names
}

type LinkChange = Extract<Change, { kind: 'linkRequisite' }>

interface Linked {
  readonly entity: DocumentEntity
  /** Null: it is yet to be made. */
  readonly id: number | null
  readonly companyId: number
  readonly myCompanyId: number
}

/** Deals and invoices show the requisites of both sides; smart processes have no such link (`bitrix24-rest.md §4.5`). */
function showsRequisites(entity: DocumentEntity): boolean {
  return entity === 'deal' || entity === 'invoice'
}

export async function requisiteBook(
  { client, settings }: PortalSession,
  entity: DocumentEntity,
  companyIds: readonly number[],
  documentIds: readonly number[],
): Promise<RequisiteBook> {
  const companies = [...new Set(companyIds)].filter((id) => id !== 0)
  if (!showsRequisites(entity) || companies.length === 0) return { linkOf: () => null, namesIn: () => ({}) }
  const ids = await requisiteIdsOf(client, companies)
  if (ids.kind === 'failed') throw new PortalStopped(ids.outcome)
  const links = await requisiteLinksOf(client, entity, documentIds)
  if (links.kind === 'failed') throw new PortalStopped(links.outcome)
  const { originator } = settings.portal
  const names = new Map([...ids.requisites.values()].flat().flatMap((each) => nameOf(each)))
  const chosen = (companyId: number) => chosenOf(ids.requisites.get(companyId) ?? [], originator)
  return {
    linkOf({ id, companyId, myCompanyId }) {
      const [theirs, ours] = [chosen(companyId), chosen(myCompanyId)]
      const link: RequisiteLink = {
        requisiteId: theirs.id,
        bankId: theirs.bankId,
        myRequisiteId: ours.id,
        myBankId: ours.bankId,
      }
      if (link.requisiteId === 0 && link.myRequisiteId === 0) return null
      const before = id === null ? null : (links.links.get(id) ?? null)
      return before !== null && isSame(before, link) ? null : { kind: 'linkRequisite', entity, id, link, before }
    },
    namesIn({ link, before }) {
      const shown = [link, before].flatMap((each) => (each === null ? [] : [each.requisiteId, each.myRequisiteId]))
      return Object.fromEntries(shown.flatMap((id) => (names.has(id) ? [[`requisite:${id}`, names.get(id)!]] : [])))
    },
  }
}

function nameOf({ id, name, inn }: RequisiteIds): readonly (readonly [number, string])[] {
  const text = inn === '' ? name : `${name} (ИНН ${inn})`.trimStart()
  return text === '' ? [] : [[id, text]]
}

/** The requisite that the exchange made, else the only one; of several by hand a program cannot tell which is meant. */
function chosenOf(requisites: readonly RequisiteIds[], originator: string): { readonly id: number; readonly bankId: number } {
  const ours = requisites.filter(({ xmlId }) => xmlId.startsWith(`${originator}|`))
  const [only, another] = ours.length > 0 ? ours : requisites
  if (only === undefined || another !== undefined) return { id: 0, bankId: 0 }
  return { id: only.id, bankId: only.bankIds.length === 1 ? only.bankIds[0]! : 0 }
}

function isSame(one: RequisiteLink, other: RequisiteLink): boolean {
  return (
    one.requisiteId === other.requisiteId &&
    one.bankId === other.bankId &&
    one.myRequisiteId === other.myRequisiteId &&
    one.myBankId === other.myBankId
  )
}
