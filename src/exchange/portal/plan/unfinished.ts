import type { Change } from '../../../bitrix24/crm/change.ts'
import type { PortalSession } from '../session.ts'
import type { Match } from './match-cards.ts'
import type { CardEntity } from './open-card.ts'

/** Cards found by the mark of the exchange that the journal says were being made: the answer was lost, or the process killed. */
export async function unfinishedOf(
  { ledger }: PortalSession,
  entity: CardEntity,
  matches: ReadonlyMap<string, Match>,
): Promise<ReadonlySet<string>> {
  const unfinished = new Set<string>()
  for (const [key, match] of matches) {
    if (match.kind !== 'one' || match.way !== 'origin') continue
    const operations = (await ledger.operations.byKey(key, 50)).filter((each) => each.entity === entity)
    const mayHaveRun = operations.filter(({ state }) => state !== 'refused' && state !== 'undone')
    if (mayHaveRun.some(({ change }) => (JSON.parse(change) as Change).kind === 'create')) unfinished.add(key)
  }
  return unfinished
}
