import { localIso } from '../clock.ts'
import type { Home } from '../folder/home.ts'

/**
 * 1C has taken everything up to that message (`1c-side.md §8`); what has changed since stays in its file. A number is of one way only, so
 * the file that confirms need not say of which. `unknown`: no message had that number.
 */
export async function confirmMessage(
  { ledger: { outgoing }, clock }: Pick<Home, 'ledger' | 'clock'>,
  message: number,
): Promise<'taken' | 'unknown'> {
  const name = await outgoing.wayOf(message)
  const way = name === null ? null : await outgoing.way(name)
  if (way === null) return 'unknown'
  const count = await outgoing.confirm(way.name, message, localIso(clock()))
  await outgoing.putWay({ ...way, confirmed: Math.max(way.confirmed, message), written: way.written && count === 0 })
  return 'taken'
}
