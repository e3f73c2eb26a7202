import type { Params } from '../client/command.ts'
import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, rowsOfPages } from './ask.ts'
import { candidateOf, candidateQuery, gather, looseKey } from './candidates.ts'
import { chunks } from './chunks.ts'
import type { CrmEntity } from './entity.ts'
import type { Candidates } from './probe.ts'
import { type RestRow, textOf } from './rest-value.ts'

/** A field and the value that a card of the probe has in it. `also`: what every card must have besides. */
export interface FieldWay<P> {
  readonly field: string
  readonly told: (probe: P) => string
  readonly also?: Readonly<Record<string, string>>
  /** When two values count as one; unless given, only when they are equal to the letter. */
  readonly keyOf?: (value: string) => string
}

/** Cards that have the very value in a field. 49 values a command, so that a page shows that one was found twice. */
export async function findByField<P extends { readonly key: string }>(
  client: PortalClient,
  entity: CrmEntity,
  probes: readonly P[],
  { field, told, also = {}, keyOf = (value) => value }: FieldWay<P>,
): Promise<Candidates | Failed> {
  const asking = probes.filter((probe) => looseKey(told(probe)) !== '')
  const values = [...new Set(asking.map(told))]
  const filter = (part: readonly string[]): Params => ({ ...also, [`@${field}`]: part })
  const answer = await ask(
    client,
    chunks(values, 49).map((part) => candidateQuery(entity, filter(part), [field])),
  )
  if (answer.kind === 'failed') return answer
  const rows = answer.pages.flatMap(rowsOfPages)
  const askedKeys = new Set(values.map(looseKey))
  const isAsked = (row: RestRow) =>
    askedKeys.has(looseKey(textOf(row[field]))) &&
    Object.entries(also).every(([name, value]) => looseKey(textOf(row[name])) === looseKey(value))
  if (!rows.every(isAsked)) return filterIgnored('crm.item.list')
  const byValue = Map.groupBy(asking, (probe) => keyOf(told(probe)))
  return gather(
    rows.flatMap((row) =>
      (byValue.get(keyOf(textOf(row[field]))) ?? []).map(({ key }) => [key, candidateOf(entity, row)] as const),
    ),
  )
}
