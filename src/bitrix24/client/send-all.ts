import type { Command } from './command.ts'
import { isRead } from './is-read.ts'
import type { NotDone, Outcome } from './outcome.ts'
import type { Pacer } from './pacer.ts'
import type { SendHooks, Timer } from './portal-client.ts'
import type { Sender, Sent } from './send-commands.ts'

/**
 * All the commands, in as few requests as the pace allows. What was put off is sent again, reads of unknown outcome are
 * asked again, writes never. A refusal of everything, a portal that does not come back, or three requests in a row that
 * nobody answered end it: the commands that are left are not sent.
 */
export async function sendAll(
  commands: readonly Command[],
  hooks: SendHooks,
  parts: { readonly sender: Sender; readonly pacer: Pacer; readonly timer: Timer },
): Promise<readonly Outcome[]> {
  const { sender, pacer, timer } = parts
  const outcomes = new Map<number, Outcome>()
  const tries = new Map<number, number>()
  const putOffSince = new Map<number, number>()
  const announced = new Set<number>()
  let waiting = commands.map((_, index) => index)
  let lostInARow = 0

  while (waiting.length > 0) {
    const indexes = waiting.slice(0, sender.fitting(waiting.map((index) => commands[index]!)))
    const since = Math.min(...indexes.map((index) => putOffSince.get(index) ?? Number.POSITIVE_INFINITY))
    const sent = await sender.send(
      indexes.map((index) => commands[index]!),
      Number.isFinite(since) ? since : null,
      async () => {
        await hooks.sending?.(indexes)
        for (const index of indexes) announced.add(index)
      },
    )
    const settled = indexes.flatMap((index, at) => settle(index, sent[at]!))
    for (const { index, outcome } of settled) outcomes.set(index, outcome)
    // Of what was given up before it ever left, nobody has been told.
    const answered = settled.filter(({ index }) => announced.has(index))
    if (answered.length > 0) await hooks.answered?.(answered)
    waiting = waiting.filter((index) => !outcomes.has(index))
    const end = endOf(sent)
    if (end === null) continue
    for (const index of waiting) outcomes.set(index, end)
    break
  }
  return commands.map((_, index) => outcomes.get(index)!)

  function settle(index: number, sent: Sent): readonly { index: number; outcome: Outcome }[] {
    if (sent.kind === 'put-off') {
      if (!putOffSince.has(index)) putOffSince.set(index, timer.now())
      return []
    }
    const tried = tries.get(index) ?? 0
    if (sent.kind !== 'unknown' || !isRead(commands[index]!.method) || tried === readPauses.length)
      return [{ index, outcome: sent }]
    tries.set(index, tried + 1)
    pacer.rest(readPauses[tried]!, timer.now())
    return []
  }

  function endOf(sent: readonly Sent[]): NotDone | null {
    const stop = sent.find((each) => each.kind === 'temporary' || (each.kind === 'refused' && each.reach === 'portal'))
    if (stop !== undefined && stop.kind !== 'done' && stop.kind !== 'put-off') return stop
    const lost = sent.every((each) => each.kind === 'unknown') ? sent[0] : undefined
    lostInARow = lost === undefined ? 0 : lostInARow + 1
    if (lost?.kind !== 'unknown') return null
    pacer.rest(readPauses[0]!, timer.now())
    return lostInARow > readPauses.length ? { kind: 'temporary', error: lost.error } : null
  }
}

const readPauses = [3000, 10_000, 30_000]
