import type { PortalClient } from '../client/portal-client.ts'
import type { Failed } from './ask.ts'
import { type CrmEntity, hasOrigin } from './entity.ts'
import { findByField } from './find-by-field.ts'
import type { Candidates } from './probe.ts'

/** Cards that carry the mark of the exchange with these 1C ids. */
export function findByOrigin<P extends { readonly key: string; readonly originId: string }>(
  client: PortalClient,
  entity: CrmEntity,
  probes: readonly P[],
  originator: string,
): Promise<Candidates | Failed> {
  if (hasOrigin(entity)) {
    const also = { originatorId: originator }
    return findByField(client, entity, probes, { field: 'originId', told: ({ originId }) => originId, also })
  }
  const told = ({ originId }: P) => (originId === '' ? '' : `${originator}|${originId}`)
  return findByField(client, entity, probes, { field: 'xmlId', told })
}
