import { join } from 'node:path'
import { numberedName } from '../../folder/archive.ts'
import { quarantine } from '../../folder/quarantine.ts'
import type { Message, Run } from '../../ledger/message.ts'
import { type OpenedInput, openInput, type ReadOptions } from '../../onec/read/open-input.ts'
import { describe, describePlace } from '../../problems/describe.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { Home } from './home.ts'
import { exists } from './keep-message.ts'
import type { MessageDesk } from './message-desk.ts'
import { refusedHead, repeatHead } from './write-answers.ts'

export interface OpenedMessage {
  readonly message: Message
  readonly input: OpenedInput
}

export interface OpenHooks {
  /** Files that were refused before with a reason of their own (never finished). */
  readonly incomplete: ReadonlyMap<number, Problem>
  /** What is opened is pushed here as it comes, so that the caller can close it whatever happens. */
  readonly opened: OpenedMessage[]
  /** Files stay where they are. */
  readonly dry: boolean
}

/** Opens the files of a run. One that came before, is lost or cannot be read is answered at once; the others are left open. */
export async function openMessages(
  home: Home,
  run: Run,
  reading: ReadOptions,
  desk: MessageDesk,
  hooks: OpenHooks,
): Promise<void> {
  const { ledger, settings } = home
  const { language } = settings
  for (const message of await ledger.messagesOfRun(run.number)) {
    if (message.repeatOf !== null) {
      await desk.answer(message, repeatHead(message, message.repeatOf, desk.times(), language))
      continue
    }
    const path = await placeOf(home, message)
    if (!(await exists(path))) {
      const lost = problem('exchange.kept-lost', { path }, { file: message.name })
      desk.problems.push(lost)
      await desk.answer(message, refusedHead(message, lost, desk.times(), language))
      continue
    }
    const input = await openInput(path, message.name, reading)
    desk.problems.push(...input.facts.warnings.map((found) => ({ ...found, place: { file: message.name, ...found.place } })))
    const reason = input.facts.error ?? hooks.incomplete.get(message.number) ?? null
    if (reason === null) {
      hooks.opened.push({ message, input })
      continue
    }
    await input.close()
    desk.problems.push({ ...reason, place: { file: message.name, ...reason.place } })
    await desk.answer(message, refusedHead(message, reason, desk.times(), language))
    if (!hooks.dry) desk.problems.push(...(await setAside(home, message, path, reason)))
  }
}

// Set aside by a run that did not live to say so: the bytes are in `failed/` then.
async function placeOf(home: Home, message: Message): Promise<string> {
  const aside = join(home.folders.failed, numberedName(message.number, message.name))
  return !(await exists(message.keptAt)) && (await exists(aside)) ? aside : message.keptAt
}

/** Moves a file that cannot be used to `failed/`, with the reason beside it. */
export async function setAside(home: Home, message: Message, path: string, reason: Problem): Promise<readonly Problem[]> {
  const { language } = home.settings
  const words = describe(reason, language)
  const place = describePlace(reason.place, language)
  if (path.startsWith(home.folders.failed)) return []
  const moved = await quarantine(path, home.folders.failed, {
    number: message.number,
    name: message.name,
    reason: { code: reason.code, ...words, place },
    language,
  })
  if (moved.kind === 'failed') return [moved.problem]
  await home.ledger.setKeptAt(message.number, moved.path)
  return []
}
