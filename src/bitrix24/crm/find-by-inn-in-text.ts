import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, rowsOfPages } from './ask.ts'
import { candidateOf, candidateQuery, gather } from './candidates.ts'
import type { CrmEntity } from './entity.ts'
import type { Candidate, Candidates, Probe } from './probe.ts'
import { listOf, textOf } from './rest-value.ts'

/**
 * Cards made by hand in which a person wrote the ИНН into some text field (systems.md C2): one search for each ИНН and field,
 * and the ИНН has to stand there as a whole number, not inside a longer one. A КПП written behind it is that of a branch, and must
 * agree as one in a requisite must (`find-by-inn.ts`).
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
  const hits: Hit[] = []
  for (const [index, { inn, field }] of searches.entries()) {
    for (const row of rowsOfPages(answer.pages[index])) {
      const text = fieldText(row[field])
      if (!text.includes(inn)) return filterIgnored('crm.item.list')
      if (!new RegExp(`(?<!\\d)${inn}(?!\\d)`).test(text)) continue
      const kpps = kppsBehind(inn, text)
      for (const { key, kpp } of byInn.get(inn) ?? []) {
        if (kpp === '' || kpps.length === 0) hits.push({ key, candidate: candidateOf(entity, row), isExact: false })
        else if (kpps.includes(kpp)) hits.push({ key, candidate: candidateOf(entity, row), isExact: true })
      }
    }
  }
  const exact = new Set(hits.filter(({ isExact }) => isExact).map(({ key }) => key))
  return gather(hits.filter(({ key, isExact }) => isExact || !exact.has(key)).map(({ key, candidate }) => [key, candidate]))
}

interface Hit {
  readonly key: string
  readonly candidate: Candidate
  /** The КПП agree, too. */
  readonly isExact: boolean
}

/** `7700000016/770101001`, `ИНН 7700000016, КПП 770101001`. */
function kppsBehind(inn: string, text: string): readonly string[] {
  const kpp = '(\\d{4}[\\dA-Z]{2}\\d{3})(?![\\dA-Z])'
  const pairs = text.matchAll(new RegExp(`(?<!\\d)${inn}[^\\p{L}\\p{N}]+(?:КПП[^\\p{L}\\p{N}]*)?${kpp}`, 'giu'))
  return [...pairs].map(([, found = '']) => found.toUpperCase())
}

function fieldText(value: unknown): string {
  return textOf(value) || listOf(value).map(textOf).join('\n')
}
