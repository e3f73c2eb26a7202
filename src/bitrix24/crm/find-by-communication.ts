import type { Command } from '../client/command.ts'
import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, isFailed, rowsOfPages } from './ask.ts'
import { candidateOf, gather } from './candidates.ts'
import { pointsOf } from './card-row.ts'
import { chunks } from './chunks.ts'
import type { CrmEntity } from './entity.ts'
import { numberKey, pointKey } from './point-key.ts'
import type { Candidate, Candidates, Probe } from './probe.ts'
import { itemQueries } from './read-cards.ts'
import { idOf, listOf, recordOf } from './rest-value.ts'

type PointProbe = Pick<Probe, 'key' | 'phones' | 'emails'>

/**
 * Cards with the same phone or e-mail. The portal compares whole numbers, so each goes in its spellings; its answer does
 * not say which of the values was met (`bitrix24-rest.md §3`), so the cards it names are read and looked at again.
 */
export async function findByCommunication(
  client: PortalClient,
  entity: CrmEntity,
  type: 'PHONE' | 'EMAIL',
  probes: readonly PointProbe[],
): Promise<Candidates | Failed> {
  const keyOf = type === 'PHONE' ? numberKey : (value: string) => pointKey(type, value)
  const keysOf = (probe: PointProbe) =>
    new Set((type === 'PHONE' ? probe.phones : probe.emails).map(keyOf).filter((key) => key !== ''))
  const spellings = spellingsByKey(type, probes, keyOf)
  const ids = await cardsWith(client, entity, type, [...spellings.values()])
  if (isFailed(ids)) return ids
  const asked = new Set(ids)
  const answer = await ask(client, itemQueries(entity, [...asked]))
  if (answer.kind === 'failed') return answer
  const rows = answer.pages.flatMap(rowsOfPages)
  if (!rows.every((row) => asked.has(idOf(row['id'])))) return filterIgnored('crm.item.list')
  const owners = new Map<string, string[]>()
  for (const probe of probes) for (const key of keysOf(probe)) owners.set(key, [...(owners.get(key) ?? []), probe.key])
  const pairs: [string, Candidate][] = []
  for (const row of rows) {
    for (const point of pointsOf(row).filter(({ typeId }) => typeId === type)) {
      for (const key of owners.get(keyOf(point.value)) ?? []) pairs.push([key, candidateOf(entity, row)])
    }
  }
  return gather(pairs)
}

/** All spellings of every value that is asked for, by its key. */
function spellingsByKey(type: 'PHONE' | 'EMAIL', probes: readonly PointProbe[], keyOf: (value: string) => string) {
  const spellings = new Map<string, Set<string>>()
  for (const probe of probes) {
    for (const value of type === 'PHONE' ? probe.phones : probe.emails) {
      const key = keyOf(value)
      if (key === '') continue
      const known = spellings.get(key) ?? new Set(type === 'PHONE' ? phoneSpellings(key) : [key])
      spellings.set(key, known.add(value.trim()))
    }
  }
  return new Map([...spellings].map(([key, known]) => [key, [...known]]))
}

function phoneSpellings(key: string): readonly string[] {
  if (!/^\d+$/.test(key)) return []
  return /^7\d{10}$/.test(key) ? [`+${key}`, `8${key.slice(1)}`, key] : [`+${key}`, key]
}

// The method takes no more values, and at so many hits begins to leave some out (`bitrix24-rest.md §3`).
const mostValues = 20

/** Ids of the cards that have any of the values. Where an answer is full, its numbers are asked for one by one. */
async function cardsWith(
  client: PortalClient,
  entity: CrmEntity,
  type: 'PHONE' | 'EMAIL',
  values: readonly (readonly string[])[],
): Promise<readonly number[] | Failed> {
  const groups = packed(values)
  const ids: number[] = []
  const crowded: (readonly string[])[] = []
  for (const { group, found } of await asked(client, groups, entity, type)) {
    if (isFailed(found)) return found
    if (found.length >= mostValues && group.length > 1) crowded.push(...group)
    ids.push(...found)
  }
  for (const { found } of await asked(
    client,
    crowded.map((each) => [each]),
    entity,
    type,
  )) {
    if (isFailed(found)) return found
    ids.push(...found)
  }
  return ids
}

type Group = readonly (readonly string[])[]

async function asked(client: PortalClient, groups: readonly Group[], entity: CrmEntity, type: 'PHONE' | 'EMAIL') {
  if (groups.length === 0) return []
  const entityType = entity.toUpperCase()
  const commands: readonly Command[] = groups.map((group) => ({
    method: 'crm.duplicate.findbycomm',
    params: { type, values: group.flat().slice(0, mostValues), entity_type: entityType },
  }))
  const outcomes = await client.batch(commands)
  return groups.map((group, index): { readonly group: Group; readonly found: readonly number[] | Failed } => {
    const outcome = outcomes[index]!
    if (outcome.kind !== 'done') return { group, found: { kind: 'failed', outcome } }
    return {
      group,
      found: listOf(recordOf(outcome.result)[entityType])
        .map(idOf)
        .filter((id) => id !== 0),
    }
  })
}

/** Spellings of one value stay in one command. */
function packed(values: readonly (readonly string[])[]): readonly Group[] {
  const groups: (readonly string[])[][] = []
  let room = 0
  for (const spellings of values.flatMap((each) => chunks(each, mostValues))) {
    if (spellings.length > room) {
      groups.push([])
      room = mostValues
    }
    groups.at(-1)!.push(spellings)
    room -= spellings.length
  }
  return groups
}
