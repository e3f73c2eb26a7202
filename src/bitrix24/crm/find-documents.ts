import type { PortalClient } from '../client/portal-client.ts'
import { type Failed, isFailed } from './ask.ts'
import { candidatesById, gather } from './candidates.ts'
import { canonicalValue } from './canonical.ts'
import type { DocumentEntity } from './entity.ts'
import { findByField } from './find-by-field.ts'
import { findByOrigin } from './find-by-origin.ts'
import { findField } from './find-field.ts'
import { findOfClients } from './find-of-clients.ts'
import { fold } from './fold.ts'
import type { Candidate, Candidates, DocumentFindOptions, DocumentProbe } from './probe.ts'
import { valueKind } from './value-kind.ts'

export type { DocumentFindOptions, DocumentProbe } from './probe.ts'

/** Ways to find the card of a document. */
export type FindDocumentWay = 'origin' | 'portal-id' | 'number-field' | 'number' | 'phone' | 'title'

/**
 * Cards of the portal that documents of 1C may be, by one way. What comes back is checked against what was asked for, as in
 * `findCards`. A field that the portal does not have finds nothing.
 */
export async function findDocuments(
  client: PortalClient,
  entity: DocumentEntity,
  way: FindDocumentWay,
  probes: readonly DocumentProbe[],
  options: DocumentFindOptions,
): Promise<{ readonly kind: 'found'; readonly candidates: ReadonlyMap<string, readonly Candidate[]> } | Failed> {
  const found = await search(client, entity, way, probes, options)
  return isFailed(found) ? found : { kind: 'found', candidates: found }
}

async function search(
  client: PortalClient,
  entity: DocumentEntity,
  way: FindDocumentWay,
  probes: readonly DocumentProbe[],
  options: DocumentFindOptions,
): Promise<Candidates | Failed> {
  switch (way) {
    case 'origin':
      return findByOrigin(client, entity, probes, options.originator)
    case 'portal-id':
      return byId(client, entity, probes, ({ portalId }) => portalId)
    case 'number':
      return byId(client, entity, probes, ({ idFromNumber }) => idFromNumber)
    case 'number-field':
      return byNumberField(client, entity, probes, options)
    case 'phone':
      return findOfClients(client, entity, probes, options)
    case 'title':
      return findByField(client, entity, probes, { field: 'title', told: ({ title }) => title, keyOf: fold })
  }
}

async function byId(
  client: PortalClient,
  entity: DocumentEntity,
  probes: readonly DocumentProbe[],
  idOf: (probe: DocumentProbe) => number,
): Promise<Candidates | Failed> {
  const ids = probes.map(idOf).filter((id) => id !== 0)
  const found = await candidatesById(client, entity, ids)
  if (found.kind === 'failed') return found
  return gather(
    probes.flatMap((probe) => {
      const candidate = found.candidates.get(idOf(probe))
      return candidate === undefined ? [] : [[probe.key, candidate] as const]
    }),
  )
}

/** A field of numbers takes only numbers, and knows no zeros before them. */
async function byNumberField(
  client: PortalClient,
  entity: DocumentEntity,
  probes: readonly DocumentProbe[],
  { directories, numberField }: DocumentFindOptions,
): Promise<Candidates | Failed> {
  const found = findField(directories, entity, numberField)
  if (found.kind !== 'found') return new Map()
  const { field } = found
  const isNumber = valueKind(field) === 'number'
  const keyOf = (value: string) => (isNumber ? canonicalValue(field, value) : value.trim())
  const told = ({ number }: DocumentProbe) => (isNumber && !/^\d+$/.test(number) ? '' : keyOf(number))
  return findByField(client, entity, probes, { field: field.name, told, keyOf })
}
