import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import type { Candidate } from '../../../bitrix24/crm/find-cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'

/**
 * Candidates that a 1C id may take: not those that are linked to another 1C id, by the ledger or by the mark on the card
 * itself. Branches share an ИНН, and families a phone.
 */
export async function freeCandidates(
  found: ReadonlyMap<string, readonly Candidate[]>,
  { ledger, entity, originator }: { readonly ledger: Ledger; readonly entity: CrmEntity; readonly originator: string },
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const ids = new Set([...found.values()].flatMap((candidates) => candidates.map(({ id }) => id)))
  const owners = await ledger.links.owners(entity, [...ids])
  const isFree = (key: string, { id, originatorId, originId }: Candidate) => {
    const owner = owners.get(id)
    if (owner !== undefined) return owner === key
    return originatorId !== originator || originId === '' || originId === key
  }
  return new Map([...found].map(([key, candidates]) => [key, candidates.filter((candidate) => isFree(key, candidate))]))
}
