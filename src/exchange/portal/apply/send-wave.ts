import type { NotDone, Outcome } from '../../../bitrix24/client/outcome.ts'
import type { SendHooks } from '../../../bitrix24/client/portal-client.ts'
import { needsOwnRequest } from '../../../bitrix24/crm/change-command.ts'
import { readChange, readCreated } from '../../../bitrix24/crm/change-result.ts'
import type { Link } from '../../../ledger/links.ts'
import type { PortalSession } from '../session.ts'
import { PortalStopped } from '../session.ts'
import { commandsOf, type StepCommand } from './commands.ts'
import type { Step } from './work.ts'

/** What is written into the journal with every step. */
export interface RunMark {
  readonly run: number
  /** Local time with zone. */
  at(): string
}

/**
 * Sends the steps of one wave. Each is written down before its request leaves, and its outcome as soon as the answer is
 * there; a new card gets its link in the same moment. Throws `PortalStopped` where the portal takes nothing more.
 */
export async function sendWave(session: PortalSession, steps: readonly Step[], mark: RunMark): Promise<void> {
  if (steps.length === 0) return
  const { client, settings } = session
  const commands = commandsOf(steps, { automation: settings.portal.automation, directories: await session.directories() })
  const single = commands.filter(({ command }) => needsOwnRequest(command))
  const many = commands.filter(({ command }) => !needsOwnRequest(command))
  let stopped: NotDone | null = null
  const note = (outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) stopped ??= stopsAll(outcome)
  }
  if (many.length > 0) {
    note(
      await client.batch(
        many.map(({ command }) => command),
        journalHooks(session, mark, many),
      ),
    )
  }
  for (const each of single) if (stopped === null) note([await client.call(each.command, journalHooks(session, mark, [each]))])
  if (stopped !== null) throw new PortalStopped(stopped)
}

/** Nothing more can be sent now: the portal is blocked or away, or its limits outlast our patience. */
export function stopsAll(outcome: Outcome): NotDone | null {
  if (outcome.kind === 'temporary') return outcome
  return outcome.kind === 'refused' && outcome.reach === 'portal' ? outcome : null
}

interface StepResult {
  readonly step: Step
  readonly number: number
  readonly state: 'done' | 'refused' | 'unknown'
  readonly id: number | null
}

/** Writes the steps of these commands into the journal as they are sent and answered. */
function journalHooks({ ledger, timer }: PortalSession, { run, at }: RunMark, commands: readonly StepCommand[]): SendHooks {
  const numbers = new Map<number, readonly number[]>()
  return {
    async sending(indexes: readonly number[]) {
      // A request that was refused for its pace is sent again; its steps stand in the journal already.
      const fresh = indexes.filter((index) => !numbers.has(index))
      const steps = fresh.flatMap((index) => commands[index]!.steps)
      const given = await ledger.operations.sending(steps.map((step) => operationOf(step, run, timer.now())))
      let taken = 0
      for (const index of fresh) {
        const count = commands[index]!.steps.length
        numbers.set(index, given.slice(taken, taken + count))
        taken += count
      }
    },
    async answered(results: readonly { readonly index: number; readonly outcome: Outcome }[]) {
      const told = results.flatMap(({ index, outcome }) => settle(commands[index]!, numbers.get(index)!, outcome))
      if (told.length === 0) return
      await ledger.atomically(async () => {
        await ledger.operations.settle(
          told.map(({ number, state, id, step }) => ({
            number,
            state,
            portalId: step.work.cardId,
            result: JSON.stringify({ id }),
          })),
        )
        await ledger.links.put(told.flatMap((result) => newLink(result, run, at())))
      })
    },
  }
}

function operationOf({ work, change }: Step, run: number, sentAt: number) {
  const { card, told } = work.open
  return {
    run,
    card: card.number,
    entity: told.entity,
    key: told.key,
    portalId: work.cardId,
    change: JSON.stringify(change),
    sentAt,
  }
}

/** Takes the outcome of a command apart, and notes it on the cards. `temporary` did not run, and is as good as refused here. */
function settle({ command, steps }: StepCommand, numbers: readonly number[], outcome: Outcome): readonly StepResult[] {
  const results: StepResult[] = []
  const first = steps[0]!.change
  const parts = first.kind === 'create' ? readCreated(outcome, steps.length) : [readChange(first, outcome)]
  for (const [at, part] of parts.entries()) {
    const step = steps[at]!
    const { work, change } = step
    const number = numbers[at]!
    switch (part.kind) {
      case 'done':
        work.wrote = change.kind === 'create' ? 'card' : work.wrote === 'card' ? 'card' : 'changes'
        if (change.kind === 'create') work.cardId = part.id
        if (change.kind === 'addRequisite') work.requisiteId = part.id
        results.push({ step, number, state: 'done', id: part.id })
        break
      // `exists`: an address that the plan did not know of is there; the card is looked at once more, and that one is set.
      case 'exists':
      case 'unknown':
        work.isUnknown = true
        results.push({ step, number, state: part.kind === 'unknown' ? 'unknown' : 'refused', id: null })
        break
      default:
        if (part.kind === 'refused' && part.reach === 'command')
          work.refused.push({ change, method: command.method, error: part.error })
        results.push({ step, number, state: 'refused', id: null })
    }
  }
  return results
}

// Not confirmed yet: the card is there, and what belongs to it may still be missing.
function newLink({ step, state, id }: StepResult, run: number, at: string): readonly Link[] {
  const { work, change } = step
  if (change.kind !== 'create' || state !== 'done' || id === null) return []
  const { card, told } = work.open
  const bare = { ...told, draft: { ...told.draft, requisites: [] }, companies: [] }
  const { generated, message } = card
  return [{ entity: told.entity, key: told.key, portalId: id, told: JSON.stringify(bare), hash: '', generated, message, run, at }]
}
