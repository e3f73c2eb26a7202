import { readBatch } from './batch-answer.ts'
import type { BatchSize } from './batch-size.ts'
import type { Command, ParamValue } from './command.ts'
import { encodeCommand, holdsReference } from './encode-command.ts'
import type { Line } from './line.ts'
import type { Outcome } from './outcome.ts'
import { accountOf, type Pacer } from './pacer.ts'
import type { Timer } from './portal-client.ts'
import type { RestError } from './rest-error.ts'

/** `put-off`: it did not run because of a limit, and is to be sent again. */
export type Sent = Outcome | { readonly kind: 'put-off'; readonly error: RestError }

export interface Sender {
  /** How many of the first commands go in one request. */
  fitting(commands: readonly Command[]): number
  /** Those commands as one request: a batch, or where it is only one command, a call of its own. */
  send(commands: readonly Command[], refusedSince: number | null, sending: () => Promise<void>): Promise<readonly Sent[]>
}

export function openSender(parts: {
  readonly line: Line
  readonly pacer: Pacer
  readonly size: BatchSize
  readonly timer: Timer
}): Sender {
  const { line, pacer, size, timer } = parts

  function fitting(commands: readonly Command[]): number {
    const alone = commands.findIndex(({ params }) => holdsReference(params))
    return size.fitting(alone > 0 ? commands.slice(0, alone) : alone === 0 ? commands.slice(0, 1) : commands)
  }

  async function send(
    commands: readonly Command[],
    refusedSince: number | null,
    sending: () => Promise<void>,
  ): Promise<readonly Sent[]> {
    const single = commands.length === 1 ? commands[0] : undefined
    const keys = commands.map((_, index) => `c${index}`)
    const sent = await line.exchange({
      method: single?.method ?? 'batch',
      body: single === undefined ? batchBody(keys, commands) : wellFormedJson(single.params),
      load: loadOf(commands),
      commands: commands.length,
      refusedSince,
      sending,
    })
    if (sent.kind === 'failed') {
      if (sent.outcome.kind === 'unknown') size.lost(commands, sent.seconds)
      return commands.map(() => sent.outcome)
    }
    const { result, total, next } = sent.reply
    if (single !== undefined) {
      size.measured(commands, [], sent.seconds)
      return [{ kind: 'done', result, total, next }]
    }
    return takeApart(commands, keys, result, sent.seconds)
  }

  function takeApart(commands: readonly Command[], keys: readonly string[], result: unknown, whole: number): readonly Sent[] {
    const entries = readBatch(result, keys)
    const ran = entries.flatMap((entry, index) => (entry.kind === 'outcome' ? [{ entry, command: commands[index]! }] : []))
    if (ran.length > 0) {
      const seconds = ran.map(({ entry }) => entry.time.seconds)
      size.measured(
        ran.map(({ command }) => command),
        seconds,
        whole,
      )
    }
    return entries.map((entry, index) => {
      const { method } = commands[index]!
      if (entry.kind === 'outcome') {
        pacer.answeredInside(method, entry.time, timer.now())
        return entry.outcome
      }
      if (entry.limit === 'rate') pacer.rest(2000, timer.now())
      else pacer.refusedInside(method, entry.time, entry.error, timer.now())
      return { kind: 'put-off', error: entry.error }
    })
  }

  function loadOf(commands: readonly Command[]): ReadonlyMap<string, number> {
    const load = new Map<string, number>()
    const add = (account: string, seconds: number) => load.set(account, (load.get(account) ?? 0) + seconds)
    for (const command of commands) {
      add(accountOf(command.method), size.expected(command))
      if (commands.length > 1) add('batch', size.expected(command))
    }
    return load
  }

  return { fitting, send }
}

/** Keys are no numbers: PHP would turn the sections into lists (`bitrix24-rest.md §1.5`). */
function batchBody(keys: readonly string[], commands: readonly Command[]): string {
  const cmd = Object.fromEntries(commands.map((command, index) => [keys[index]!, encodeCommand(command)]))
  return JSON.stringify({ halt: 0, cmd })
}

/** PHP refuses the whole body for one half of a surrogate pair, as cut texts have them. */
function wellFormedJson(params: ParamValue): string {
  return JSON.stringify(params, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value))
}
