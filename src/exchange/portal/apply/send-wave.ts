import type { NotDone, Outcome } from '../../../bitrix24/client/outcome.ts'
import type { SendHooks } from '../../../bitrix24/client/portal-client.ts'
import { needsOwnRequest } from '../../../bitrix24/crm/change-command.ts'
import { readChange, readCreated } from '../../../bitrix24/crm/change-result.ts'
import { problem } from '../../../problems/problem.ts'
import type { PortalSession } from '../session.ts'
import { PortalStopped } from '../session.ts'
import { commandsOf, type StepCommand } from './commands.ts'
import { fileBytes } from './file-bytes.ts'
import { newLink } from './new-link.ts'
import { makes, type Step } from './work.ts'

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
  const options = { automation: session.settings.portal.automation, directories: await session.directories() }
  const files = steps.filter(({ change }) => change.kind === 'addFile')
  const commands = commandsOf(
    steps.filter(({ change }) => change.kind !== 'addFile'),
    options,
  )
  await sendMany(
    session,
    mark,
    commands.filter(({ command }) => !needsOwnRequest(command)),
  )
  for (const each of commands) if (needsOwnRequest(each.command)) await sendOne(session, mark, each)
  // One at a time: files are large, and of what is not sent nothing need be read.
  for (const step of files) {
    const file = await base64Of(session, step)
    if (file === null) continue
    for (const each of commandsOf([step], { ...options, file })) await sendOne(session, mark, each)
  }
}

async function sendMany(session: PortalSession, mark: RunMark, commands: readonly StepCommand[]): Promise<void> {
  if (commands.length === 0) return
  const outcomes = await session.client.batch(
    commands.map(({ command }) => command),
    journalHooks(session, mark, commands),
  )
  for (const outcome of outcomes) goesOn(outcome)
}

async function sendOne(session: PortalSession, mark: RunMark, command: StepCommand): Promise<void> {
  goesOn(await session.client.call(command.command, journalHooks(session, mark, [command])))
}

function goesOn(outcome: Outcome): void {
  const stopped = stopsAll(outcome)
  if (stopped !== null) throw new PortalStopped(stopped)
}

async function base64Of({ ledger, settings }: PortalSession, { work, change }: Step): Promise<string | null> {
  if (change.kind !== 'addFile') return null
  const bytes = await fileBytes(ledger, change.file, settings.limits)
  if (bytes === null) work.unsent.push(problem('plan.file-gone', { file: change.file.name }))
  return bytes === null ? null : bytes.toString('base64')
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
function journalHooks({ ledger, timer }: PortalSession, mark: RunMark, commands: readonly StepCommand[]): SendHooks {
  const numbers = new Map<number, readonly number[]>()
  return {
    async sending(indexes: readonly number[]) {
      // A request that was refused for its pace is sent again; its steps stand in the journal already.
      const fresh = indexes.filter((index) => !numbers.has(index))
      const steps = fresh.flatMap((index) => commands[index]!.steps)
      const given = await ledger.operations.sending(steps.map((step) => operationOf(step, mark.run, timer.now())))
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
        await ledger.links.put(
          told.flatMap(({ step, state, id }) =>
            step.change.kind === 'create' && state === 'done' && id !== null ? [newLink(step.work.open, id, mark)] : [],
          ),
        )
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
        work.wrote = makes(change) || work.wrote === 'card' ? 'card' : 'changes'
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
