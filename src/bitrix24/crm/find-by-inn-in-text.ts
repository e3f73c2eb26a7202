import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, rowsOfPages } from './ask.ts'
import { candidateOf, candidateQuery, gather } from './candidates.ts'
import type { CrmEntity } from './entity.ts'
import type { Candidate, Candidates, Probe } from './probe.ts'
import { listOf, textOf } from './rest-value.ts'

/**
 * Cards made by hand in which a person wrote the ИНН into some text field (systems.md C2): one search for each ИНН and field,
 * and the ИНН has to stand there as a whole number, not inside a longer one.
 */
export async function findByInnInText(
  client: PortalClient,
  entity: CrmEntity,
  probes: readonly Probe[],
  fields: readonly string[],
): Promise<Candidates | Failed> {
  const inns = [...new Set(probes.map(({ inn }) => inn))].filter((inn) => /^\d{10}(?:\d\d)?$/.test(inn))
  const searches = inns.flatMap((inn) => fields.map((field) => ({ inn, field })))
  const answer = await ask(
    client,
    searches.map(({ inn, field }) => candidateQuery(entity, { [`%${field}`]: inn }, [field])),
  )
  if (answer.kind === 'failed') return answer
  const byInn = Map.groupBy(probes, ({ inn }) => inn)
  const pairs: [string, Candidate][] = []
  for (const [index, { inn, field }] of searches.entries()) {
    for (const row of rowsOfPages(answer.pages[index])) {
      const text = fieldText(row[field])
      if (!text.includes(inn)) return filterIgnored('crm.item.list')
      if (!new RegExp(`(?<!\\d)${inn}(?!\\d)`).test(text)) continue
      for (const { key } of byInn.get(inn) ?? []) pairs.push([key, candidateOf(entity, row)])
    }
  }
  return gather(pairs)
}

function fieldText(value: unknown): string {
  return textOf(value) || listOf(value).map(textOf).join('\n')
}
