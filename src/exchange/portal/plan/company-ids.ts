import { candidatesById } from '../../../bitrix24/crm/candidates.ts'
import { type PortalSession, PortalStopped } from '../session.ts'
import type { ToldCard } from '../told-card.ts'
import { type Fate, fateOf } from './fate.ts'

export interface CompanyIds {
  /** Portal id by the key of the company. */
  readonly ids: ReadonlyMap<string, number>
  /** Companies of this run that have no card yet, or never got one. */
  readonly waiting: ReadonlySet<string>
  /** Of those that are waited for: not to be made by this run, because a person has to see to them first. */
  readonly blocked: ReadonlySet<string>
  /** Companies that were passed over, as their exchange wants it: nobody waits for them. */
  readonly skipped: ReadonlySet<string>
  /** Companies whose card is no longer on the portal: it is made anew when 1C changes something of them, and nobody waits for that. */
  readonly gone: ReadonlySet<string>
}

/**
 * Where the companies of contacts are on the portal; one that this run itself has just seen there is not looked for once more. A
 * company that 1C never told of stands nowhere: nobody waits for it.
 */
export async function companyIdsOf(
  { ledger, client }: PortalSession,
  told: readonly ToldCard[],
  run: number,
): Promise<CompanyIds> {
  const keys = [...new Set(told.flatMap(({ companies }) => companies))]
  const links = await ledger.links.of('company', keys)
  const fates = new Map<string, Fate>()
  for (const key of keys) if (!links.has(key)) fates.set(key, await fateOf(ledger, key, (entity) => entity === 'company'))
  const known = new Map([...links].map(([key, { portalId }]) => [key, portalId]))
  for (const [key, fate] of fates) if (fate.kind === 'there') known.set(key, fate.id)
  const doubtful = [...known].filter(([key]) => links.get(key)?.run !== run).map(([, id]) => id)
  const there = await candidatesById(client, 'company', doubtful)
  if (there.kind === 'failed') throw new PortalStopped(there.outcome)
  const asked = new Set(doubtful)
  const ids = new Map([...known].filter(([, id]) => !asked.has(id) || there.candidates.has(id)))
  const ofKind = (...kinds: readonly Fate['kind'][]) =>
    new Set([...fates].filter(([, { kind }]) => kinds.includes(kind)).map(([key]) => key))
  return {
    ids,
    waiting: ofKind('coming', 'blocked'),
    blocked: ofKind('blocked'),
    skipped: ofKind('skipped'),
    gone: new Set([...known.keys()].filter((key) => !ids.has(key))),
  }
}
