import { chunks } from '../../bitrix24/crm/chunks.ts'
import { readChanged } from '../../bitrix24/crm/read-changed.ts'
import { textOf } from '../../bitrix24/crm/rest-value.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Outgoing } from '../../settings/settings.ts'
import { type PortalSession, PortalStopped } from '../portal/session.ts'
import { type OpenWay, openWay } from './open-way.ts'
import { readAgain } from './read-again.ts'
import { afterExport, readingOf } from './reading.ts'
import { isOpen } from './regard.ts'
import { takeCards } from './take-cards.ts'

export interface Polled {
  /** Time of the portal up to which everything is in the ledger now. */
  readonly since: string
  /** Documents that go with the next message. */
  readonly documents: number
  /** Documents that 1C has shown to have by telling them back. */
  readonly returned: number
  /** What has come to stand in the way of cards, and was not said before. */
  readonly problems: readonly Problem[]
  /** Names of the settings that the portal does not have. */
  readonly standing: readonly Problem[]
}

/**
 * Takes all cards that changed since the last poll into the ledger; `known`: how far that came, '' where there was none. The portal's clock is read before its cards are: what changes
 * meanwhile is newer than that, and comes with the next poll; an overlap covers the clocks of its servers (`bitrix24-rest.md §10`).
 * A poll that is cut short anywhere is done again from the same moment, and finds what it has noted already. Throws `PortalStopped`.
 */
export async function pollWay(
  session: PortalSession,
  way: Outgoing,
  known: string,
  now: Pick<OpenWay, 'isAnew' | 'at'>,
): Promise<Polled> {
  const time = await serverTime(session)
  const open = await openWay(session, way, now)
  const { directories, entity } = open
  // A clock that was put back, or one of this computer that is fast, would have it begin in the future.
  const from = Math.min(Date.parse(known || time), Date.parse(time))
  const since = new Date(from - way.overlap).toISOString().replace(/\.\d+Z$/, '+00:00')
  const seen = new Set<number>()
  const total = { documents: 0, returned: 0, problems: [] as Problem[] }
  const take = async (cards: Parameters<typeof takeCards>[1]) => {
    const taken = await takeCards(open, cards)
    total.documents += taken.documents
    total.returned += taken.returned
    total.problems.push(...taken.problems)
    for (const { id } of cards) seen.add(id)
  }
  const query = { since, categories: [], select: [], rows: true, directories }
  const read = await readChanged(session.client, entity, query, take)
  if (read.kind === 'failed') throw new PortalStopped(read.outcome)
  const again = (await openAgain(open)).filter((id) => !seen.has(id))
  for (const ids of chunks(again, page)) {
    const cards = await readAgain(open, ids)
    await take(cards)
    await forgetGone(open, ids, new Set(cards.map(({ id }) => id)))
  }
  return { since: time, ...total, standing: open.problems }
}

const page = 50

async function serverTime({ client }: PortalSession): Promise<string> {
  const outcome = await client.call({ method: 'server.time', params: {} })
  if (outcome.kind !== 'done') throw new PortalStopped(outcome)
  const time = textOf(outcome.result)
  if (Number.isNaN(Date.parse(time))) throw new Error(`server.time says ${JSON.stringify(outcome.result)}`)
  return time
}

/** Cards to be looked at though the portal has not changed them: what is stuck, and what 1C has told anew while it stands in the message. */
async function openAgain({ session: { ledger }, way, entity, isAnew, exported }: OpenWay): Promise<readonly number[]> {
  const stuck = await ledger.outgoing.stuck(way.name)
  const open = await ledger.outgoing.open(way.name)
  const ids = open.map(({ portalId }) => portalId)
  const keys = await ledger.links.owners(entity, ids)
  const links = await ledger.links.of(entity, [...keys.values()])
  const told = open.filter((row) => {
    const link = links.get(keys.get(row.portalId) ?? '')
    const reading = readingOf(row)
    const isHeard = row.word !== null || afterExport(reading, exported) !== reading
    return isAnew || isHeard || (link !== undefined && link.run > row.afterRun)
  })
  return [...new Set([...stuck, ...told].map(({ portalId }) => portalId))]
}

/** What is no longer on the portal cannot be put right; what stands in the message stays until 1C has it. */
async function forgetGone(
  { session: { ledger }, way }: OpenWay,
  ids: readonly number[],
  there: ReadonlySet<number>,
): Promise<void> {
  const gone = await ledger.outgoing.of(
    way.name,
    ids.filter((id) => !there.has(id)),
  )
  const rows = [...gone.values()]
  await ledger.outgoing.put(
    way.name,
    rows.filter((row) => isOpen(row) || row.message > 0).map((row) => ({ ...row, problems: null })),
  )
  await ledger.outgoing.remove(
    way.name,
    rows.filter((row) => !isOpen(row) && row.message === 0).map(({ portalId }) => portalId),
  )
}
