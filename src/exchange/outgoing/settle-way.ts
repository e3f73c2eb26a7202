import type { Way } from '../../ledger/outgoing.ts'
import { describe } from '../../problems/describe.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Outgoing } from '../../settings/settings.ts'
import { dayOf, localIso } from '../clock.ts'
import { contentHash } from '../content-hash.ts'
import type { Home } from '../folder/home.ts'
import { forgetOld } from './forget.ts'
import { numberMessage } from './message.ts'
import type { Poll } from './polling.ts'
import { unsentOf } from './unsent.ts'

export interface Settled {
  readonly way: Way
  readonly forgotten: number
  readonly problems: readonly Problem[]
}

/** How far a way has come before its first poll. */
export function newWay(name: string): Way {
  const untold = { source: '', rules: '', since: '', polledAt: 0, failure: '' }
  return { name, ...untold, message: 0, messageAt: '', digest: '', written: false, confirmed: 0, exported: '' }
}

/**
 * Makes the outcome of a poll lasting in one step: what stands in the message and its number, how far the portal is known, and the line
 * in the history where there is something to tell (systems.md D10).
 */
export async function settleWay(
  home: Home,
  way: Outgoing,
  { begun, poll, startedAt }: { readonly begun: Way; readonly poll: Poll; readonly startedAt: string },
): Promise<Settled> {
  const { ledger, clock } = home
  // Nothing has changed since the message was written.
  if (poll.kind === 'none' && begun.written) return { way: begun, forgotten: 0, problems: [] }
  return ledger.atomically(async () => {
    const forgotten = await forgetOld(ledger, way, clock().getTime())
    const numbered = await numberMessage(home, way, after(home, begun, poll, startedAt), startedAt)
    await ledger.outgoing.putWay(numbered)
    const problems = [...(await problemsOf(home, begun, poll)), ...forgotten.problems]
    await tell(home, { begun, poll, startedAt, message: numbered.message, forgotten: forgotten.count })
    return { way: numbered, forgotten: forgotten.count, problems }
  })
}

/** What the round tells and the log keeps: what stands in the way of cards when it comes up, and once more on every day that it stands. */
async function problemsOf({ ledger, clock }: Home, { name, polledAt }: Way, poll: Poll): Promise<readonly Problem[]> {
  if (poll.kind === 'none') return []
  if (poll.kind === 'failed') return [poll.problem]
  const isNewDay = dayOf(localIso(new Date(polledAt))) !== dayOf(localIso(clock()))
  const ofCards = isNewDay ? (await unsentOf(ledger, name)).flatMap(({ problems }) => problems) : poll.problems
  return [...poll.standing, ...ofCards]
}

/** What is wrong with a way until somebody puts it right, in short; '' for nothing. */
function failureOf(poll: Poll): string {
  if (poll.kind === 'none') return ''
  if (poll.kind === 'failed') return poll.problem.code
  return poll.standing.length === 0 ? '' : contentHash(poll.standing)
}

function after({ clock }: Home, begun: Way, poll: Poll, startedAt: string): Way {
  const polledAt = clock().getTime()
  const failure = failureOf(poll)
  switch (poll.kind) {
    case 'none':
      return begun
    case 'failed':
      // What changes from the first start on is of this way, also where the portal could not be asked then.
      return { ...begun, polledAt, failure, since: begun.since || startedAt }
    case 'done':
      return { ...begun, polledAt, source: poll.source, rules: poll.rules, since: poll.since, failure }
  }
}

interface Telling {
  readonly begun: Way
  readonly poll: Poll
  readonly startedAt: string
  readonly message: number
  readonly forgotten: number
}

// A portal that stays away, or a stage that it does not have, is told once.
async function tell(home: Home, { begun, poll, startedAt, message, forgotten }: Telling): Promise<void> {
  const { ledger, settings, clock } = home
  if (poll.kind === 'none' && forgotten === 0) return
  const wrong = failureOf(poll)
  const { documents, returned, problems, standing } = poll.kind === 'done' ? poll : nothing
  if (documents + returned + forgotten + problems.length === 0 && (wrong === '' || wrong === begun.failure)) return
  const [first] = poll.kind === 'failed' ? [poll.problem] : standing
  const failure = first === undefined ? null : `${describe(first, settings.language).message} [${first.code}]`
  const { open, stuck } = await ledger.outgoing.counts(begun.name)
  const summary = { documents, message, open, stuck, ...(forgotten > 0 ? { forgotten } : {}) }
  await ledger.addPoll({ way: begun.name, startedAt, finishedAt: localIso(clock()), summary, failure })
}

const nothing = { documents: 0, returned: 0, problems: [], standing: [] }
