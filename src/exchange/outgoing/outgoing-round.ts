import type { Problem } from '../../problems/problem.ts'
import type { Outgoing } from '../../settings/settings.ts'
import { localIso } from '../clock.ts'
import type { Home } from '../folder/home.ts'
import { writeMessage } from './message.ts'
import { openPolling, type Polling } from './polling.ts'
import { newWay, settleWay } from './settle-way.ts'
import { unsentOf } from './unsent.ts'
import type { WayReport } from './way-report.ts'

export interface OutgoingRound {
  readonly ways: readonly WayReport[]
  readonly problems: readonly Problem[]
  /** A poll could not be finished: it is done again when its period has passed. */
  readonly isUnfinished: boolean
}

/**
 * The way back: asks the portal what people have changed, where the period has passed, and keeps the files for 1C. Each step is
 * lasting before the next begins, and any of them may be done again (DESIGN.md §3.8). The caller holds the lock.
 */
export async function workOutgoing(home: Home): Promise<OutgoingRound> {
  const ways: WayReport[] = []
  const problems: Problem[] = []
  let isUnfinished = false
  if (home.settings.target !== 'portal') return { ways, problems, isUnfinished }
  const polling = openPolling(home)
  for (const way of home.settings.outgoing.filter(({ enabled }) => enabled)) {
    const done = await workWay(home, way, polling)
    ways.push(done.report)
    problems.push(...done.problems)
    isUnfinished ||= done.isUnfinished
  }
  return { ways, problems: [...polling.problems(), ...problems], isUnfinished }
}

async function workWay(home: Home, way: Outgoing, polling: Polling) {
  const { outgoing } = home.ledger
  const begun = (await outgoing.way(way.name)) ?? newWay(way.name)
  const startedAt = localIso(home.clock())
  const poll = await polling.poll(way, begun, startedAt)
  const settled = await settleWay(home, way, { begun, poll, startedAt })
  const written = await writeMessage(home, way, settled.way)
  if (written.way.written !== settled.way.written) await outgoing.putWay(written.way)
  const { open, stuck } = await outgoing.counts(way.name)
  const { message } = written.way
  const report: WayReport = {
    way: way.name,
    poll: poll.kind,
    documents: poll.kind === 'done' ? poll.documents : 0,
    message,
    open,
    stuck,
    unsent: stuck === 0 ? [] : await unsentOf(home.ledger, way.name),
    forgotten: settled.forgotten,
  }
  return { report, problems: [...settled.problems, ...written.problems], isUnfinished: poll.kind === 'failed' }
}
