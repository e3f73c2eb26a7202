import type { Problem } from '../../../problems/problem.ts'
import type { Counterparty } from '../../../records/counterparty.ts'
import type { ByteSource } from '../bytes/source.ts'
import type { ReadRow } from '../reading.ts'
import { xmlBatches } from '../xml/read-xml.ts'
import { CommercemlCollector, type CommercemlHead } from './collector.ts'
import { readCards1, withParties } from './parties1.ts'

export interface CommercemlFacts extends CommercemlHead {
  readonly counts: Readonly<Record<string, number>>
  readonly warnings: readonly Problem[]
  /** Why the file is refused; then none of its rows may be used, also none that was given before. */
  readonly error: Problem | null
}

export interface CommercemlOptions {
  /** Whose phone numbers those without a country code are; `RU` if absent. */
  readonly country?: string | undefined
}

/** Reads the whole file once for what it is and holds. */
export async function surveyCommerceml(source: ByteSource, encoding: string): Promise<CommercemlFacts> {
  const collector = new CommercemlCollector('count')
  for await (const refusal of xmlBatches(source, encoding, collector)) {
    if (refusal !== null || collector.refusal !== null) return factsOf(collector, refusal)
  }
  return factsOf(collector, null)
}

/**
 * The rows of a CommerceML file in its own order, in bounded memory. The final value says whether the file was whole:
 * survey a file before its rows are used for anything that cannot be taken back.
 */
export async function* readCommerceml(
  source: ByteSource,
  encoding: string,
  { country }: CommercemlOptions = {},
): AsyncGenerator<readonly ReadRow[], CommercemlFacts> {
  const collector = new CommercemlCollector('read', country)
  let cards: ReadonlyMap<string, Counterparty> | null = null
  for await (const refusal of xmlBatches(source, encoding, collector)) {
    const { rows, parties } = collector.drain()
    if (parties.size > 0) cards ??= await readCards1(source, encoding, country)
    if (rows.length > 0) yield cards === null ? rows : rows.map((row) => withParties(row, parties.get(row.row) ?? [], cards!))
    if (refusal !== null || collector.refusal !== null) return factsOf(collector, refusal)
  }
  return factsOf(collector, null)
}

function factsOf(collector: CommercemlCollector, error: Problem | null): CommercemlFacts {
  return { ...collector.head, counts: collector.counter.done(), warnings: collector.warnings, error: collector.refusal ?? error }
}
