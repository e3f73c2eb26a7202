import type { Way } from '../../ledger/outgoing.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { Outgoing } from '../../settings/settings.ts'
import { contentHash } from '../content-hash.ts'
import { isBug } from '../folder/break-run.ts'
import type { Home, OpenedPortal } from '../folder/home.ts'
import { reasonOf } from '../folder/process-portal-run.ts'
import { entitiesOf, entityInto } from '../portal/entities-of.ts'
import { checkSamePortal } from '../portal/same-portal.ts'
import { OtherPortal, openSession, type PortalSession } from '../portal/session.ts'
import { type Polled, pollWay } from './poll-way.ts'

export type Poll =
  /** Not now. */
  | { readonly kind: 'none' }
  | ({ readonly kind: 'done'; readonly source: string; readonly rules: string } & Polled)
  | { readonly kind: 'failed'; readonly problem: Problem }

/** The polls of one round: they share what is read of the portal. */
export interface Polling {
  poll(way: Outgoing, state: Way, at: string): Promise<Poll>
  /** What a person should know about the way to the portal. */
  problems(): readonly Problem[]
}

export function openPolling(home: Home): Polling {
  let portal: OpenedPortal | null = null
  let known = 0
  let session: PortalSession | null = null
  const open = async (): Promise<PortalSession> => {
    if (session !== null) return session
    portal = await home.openPortal('poll')
    known = portal.problems.length
    const { ledger, settings, exchanges } = home
    const { client, timer } = portal
    const entities = entitiesOf(settings)
    session = openSession({ client, timer, ledger, settings, exchanges, language: settings.language, entities })
    return session
  }
  return {
    async poll(way, state, at) {
      if (!(await isDue(home, way, state))) return { kind: 'none' }
      try {
        return await pollPortal(await open(), way, state, at)
      } catch (error) {
        const reason = reasonOf(error) ?? (isBug(error) ? bugIn(way, error) : null)
        if (reason === null) throw error
        return { kind: 'failed', problem: reason }
      }
    },
    problems: () => portal?.problems.slice(known) ?? [],
  }
}

// The exchange from 1C goes on without it.
function bugIn({ name }: Outgoing, error: unknown): Problem {
  return problem('outgoing.bug', { way: name, detail: error instanceof Error ? error.message : String(error) })
}

/**
 * Has the period passed? A scheduler that starts the exchange as often is a little early every other time. While a run is under way on
 * the portal, its cards cannot be told from cards that people made.
 */
async function isDue({ ledger, clock }: Home, { every }: Outgoing, { polledAt }: Way): Promise<boolean> {
  const open = await ledger.openRun()
  if (open !== null && open.stage !== 'stopped') return false
  const passed = clock().getTime() - polledAt
  return passed < 0 || passed >= every * nearlyAll
}

const nearlyAll = 0.9

async function pollPortal(session: PortalSession, way: Outgoing, begun: Way, at: string): Promise<Poll> {
  const { client, ledger } = session
  const [entity, known = ''] = begun.source.split(' ')
  // Cards have no marks here that would tell whether a portal only goes by a new name, as links have.
  if (known !== '' && known !== client.address && (await ledger.links.newest(1)).length === 0) {
    throw new OtherPortal(problem('plan.other-portal', { known, address: client.address }))
  }
  await checkSamePortal(session)
  const isOther = begun.source !== '' && entity !== entityInto(way)
  if (isOther) await ledger.outgoing.clear(way.name)
  const rules = contentHash(way)
  const polled = await pollWay(session, way, isOther ? '' : begun.since, { isAnew: begun.rules !== rules, at })
  return { kind: 'done', source: `${entityInto(way)} ${client.address}`, rules, ...polled }
}
