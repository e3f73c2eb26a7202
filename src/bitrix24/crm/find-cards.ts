import type { PortalClient } from '../client/portal-client.ts'
import { type Failed, isFailed } from './ask.ts'
import type { CrmEntity } from './entity.ts'
import { findByCommunication } from './find-by-communication.ts'
import { findByField } from './find-by-field.ts'
import { findByInn } from './find-by-inn.ts'
import { findByInnInText } from './find-by-inn-in-text.ts'
import { findCompaniesByTitle, findContactsByName } from './find-by-name.ts'
import { findByOrigin } from './find-by-origin.ts'
import { findField } from './find-field.ts'
import type { Candidate, Candidates, FindOptions, Probe } from './probe.ts'

export type { Candidate, Probe } from './probe.ts'

/** Ways to find the card of a 1C id. */
export type FindWay = 'origin' | 'id-field' | 'inn' | 'inn-in-text' | 'phone' | 'email' | 'title'

/**
 * Cards of the portal that 1C ids may be, by one way. What comes back is checked against what was asked for: an answer to
 * another question is a failure, never "not found" (`bitrix24-rest.md §16.5`). Cards that the owner of the webhook may not
 * see are not found. A field that the portal does not have finds nothing.
 */
export async function findCards(
  client: PortalClient,
  entity: CrmEntity,
  way: FindWay,
  probes: readonly Probe[],
  options: FindOptions,
): Promise<{ readonly kind: 'found'; readonly candidates: ReadonlyMap<string, readonly Candidate[]> } | Failed> {
  const found = await search(client, entity, way, probes, options)
  return isFailed(found) ? found : { kind: 'found', candidates: found }
}

async function search(
  client: PortalClient,
  entity: CrmEntity,
  way: FindWay,
  probes: readonly Probe[],
  { originator, idField, innFields, directories }: FindOptions,
): Promise<Candidates | Failed> {
  const names = (wanted: readonly string[]) =>
    wanted.flatMap((name) => {
      const found = findField(directories, entity, name)
      return found.kind === 'found' ? [found.field.name] : []
    })
  switch (way) {
    case 'origin':
      return findByOrigin(client, entity, probes, originator)
    case 'id-field': {
      const [field] = names([idField])
      return field === undefined ? new Map() : findByField(client, entity, probes, { field, told: (probe) => probe.idField })
    }
    case 'inn':
      return findByInn(client, entity, probes)
    case 'inn-in-text':
      return findByInnInText(client, entity, probes, names(innFields))
    case 'phone':
      return findByCommunication(client, entity, 'PHONE', probes)
    case 'email':
      return findByCommunication(client, entity, 'EMAIL', probes)
    case 'title':
      return entity === 'company' ? findCompaniesByTitle(client, probes) : findContactsByName(client, probes)
  }
}
