import type { Ledger } from '../../ledger/ledger.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { PriceType } from '../../records/catalogue.ts'
import type { ExchangeOf } from '../../settings/settings.ts'
import { compareKey } from '../../values/text.ts'

export interface PriceTypeChoice {
  /** The type whose prices the cards get; null: there is but one, or none. */
  readonly priceType: PriceType | null
  readonly problems: readonly Problem[]
}

/**
 * The import takes one price (`bitrix24-csv-import.md §12`). Which one: the type that the settings name; else the one that
 * was chosen before, so that prices do not change their kind from run to run; else the type that most of the goods have.
 * `used`: ids of the types of this run's prices, the most used first.
 */
export async function choosePriceType(
  ledger: Ledger,
  exchange: ExchangeOf<'catalogue'>,
  types: readonly PriceType[],
  used: readonly string[],
  message: number,
): Promise<PriceTypeChoice> {
  if (exchange.priceType !== '') return namedType(exchange.priceType, types)
  const key = `priceType ${exchange.name}`
  const before = (await ledger.known('choice', [key])).get(key)?.record as string | undefined
  const id = before ?? used[0]
  if (id === undefined) return { priceType: null, problems: [] }
  if (before === undefined) await ledger.remember([{ kind: 'choice', id: key, hash: id, generated: '', message, record: id }])
  const priceType = types.find((type) => type.id === id) ?? unlisted(id)
  const count = new Set([...used, id]).size
  const told = count > 1 ? [problem('exchange.price-type-chosen', { name: priceType.name, count })] : []
  return { priceType, problems: told }
}

function namedType(wanted: string, types: readonly PriceType[]): PriceTypeChoice {
  const key = compareKey(wanted)
  const found = types.find(({ id, name }) => compareKey(id) === key || compareKey(name) === key)
  if (found !== undefined) return { priceType: found, problems: [] }
  const names = types.map(({ name }) => name).join(', ')
  // An id that no list of types told of may still be the one that prices carry.
  return { priceType: unlisted(wanted), problems: [problem('exchange.price-type-unknown', { wanted, names: names || '—' })] }
}

// 2.x files of changes carry prices without the list of their types.
function unlisted(id: string): PriceType {
  const origin = { line: 0, row: 0 }
  return { kind: 'priceType', id, deleted: false, extra: {}, problems: [], origin, name: id, currency: '', vatIncluded: null }
}
