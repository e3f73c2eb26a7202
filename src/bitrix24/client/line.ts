import type { Outcome } from './outcome.ts'
import type { Pacer } from './pacer.ts'
import type { Counters, Timer } from './portal-client.ts'
import { openQueue } from './queue.ts'
import type { RestError } from './rest-error.ts'
import type { Reply, Way } from './way.ts'
import type { Load } from './work-budget.ts'

export interface LineRequest {
  readonly method: string
  readonly body: string
  readonly load: Load
  /** How many commands are in it. */
  readonly commands: number
  /** When the portal first put these commands off; null: not yet. */
  readonly refusedSince: number | null
  /** Before it leaves, and before it leaves again. */
  sending(): Promise<void>
}

export type Exchanged =
  | { readonly kind: 'reply'; readonly reply: Extract<Reply, { kind: 'done' }>; readonly seconds: number }
  | { readonly kind: 'failed'; readonly outcome: Exclude<Outcome, { kind: 'done' }>; readonly seconds: number }

/** One request at a time, each when the portal can be expected to take it; what was put off is sent again for as long as patience lasts. */
export interface Line {
  exchange(request: LineRequest): Promise<Exchanged>
  counters(): Counters
}

export function openLine(way: Way, pacer: Pacer, options: { readonly timer: Timer; readonly patienceMs: number }): Line {
  const { timer, patienceMs } = options
  const inTurn = openQueue()
  const used = { commands: 0, pausedMs: 0, answeringMs: 0 }

  async function exchange(request: LineRequest): Promise<Exchanged> {
    let since = request.refusedSince
    let refusal: RestError | null = null
    for (;;) {
      const sent = await inTurn(async () => {
        const stop = await pause(request.load)
        return stop ?? (await send(request))
      })
      if (sent.kind !== 'put-off') return sent
      since ??= sent.since
      refusal = sent.error
      const wait = pacer.waitFor(request.load, timer.now()).ms
      if (timer.now() + wait - since > patienceMs) return failed('temporary', refusal, 0)
    }

    /** Until it may leave; what the portal forbids for longer than patience lasts is not waited for. */
    async function pause(load: Load): Promise<PutOff | null> {
      for (;;) {
        const now = timer.now()
        const { ms, refusal: reason } = pacer.waitFor(load, now)
        if (ms <= 0) return null
        if (reason !== null) since ??= now
        if (reason !== null && since !== null && now + ms - since > patienceMs) return { kind: 'put-off', error: reason, since }
        await timer.sleep(ms)
        used.pausedMs += timer.now() - now
      }
    }
  }

  async function send(request: LineRequest): Promise<Exchanged | PutOff> {
    await request.sending()
    const began = timer.now()
    pacer.taken(began)
    used.commands += request.commands
    const reply = await way.send(request.method, request.body)
    const now = timer.now()
    used.answeringMs += now - began
    const seconds = reply.time.seconds ?? (now - began) / 1000
    pacer.answered(request.method, reply, seconds, now)
    if (reply.kind === 'done') return { kind: 'reply', reply, seconds }
    const { verdict, error } = reply
    if (verdict === 'rate' || verdict === 'operating' || verdict === 'way') return { kind: 'put-off', error, since: now }
    return failed(verdict, error, seconds)
  }

  return {
    exchange,
    counters: () => ({ ...used, requests: way.requests() }),
  }
}

interface PutOff {
  readonly kind: 'put-off'
  readonly error: RestError
  readonly since: number
}

function failed(verdict: 'portal' | 'command' | 'unknown' | 'temporary', error: RestError, seconds: number): Exchanged {
  const outcome =
    verdict === 'portal' || verdict === 'command'
      ? ({ kind: 'refused', reach: verdict, error } as const)
      : ({ kind: verdict, error } as const)
  return { kind: 'failed', outcome, seconds }
}
