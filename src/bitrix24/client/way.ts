import type { Dispatcher } from 'undici'
import { type Problem, problem } from '../../problems/problem.ts'
import { readTime } from './answer-time.ts'
import { newOrigin } from './new-origin.ts'
import { openDispatcher } from './open-dispatcher.ts'
import { type Posted, post } from './post.ts'
import { type Answer, readAnswer } from './read-answer.ts'
import type { Verdict } from './verdict.ts'
import type { Webhook } from './webhook.ts'

/** `way`: it did not get there, and may another time. */
export type Reply =
  | Extract<Answer, { kind: 'done' }>
  | (Omit<Extract<Answer, { kind: 'failed' }>, 'verdict'> & { readonly verdict: Verdict | 'way' })

export interface WayOptions {
  readonly timeoutMs: number
  readonly userAgent: string
  readonly ca: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Instead of one of our own; it is not closed with us. */
  readonly dispatcher: Dispatcher | undefined
  onNotice(found: Problem): void
}

/** To the portal and back: knows where it lives now, and gives no secret away in what it says. */
export interface Way {
  readonly origin: string
  send(method: string, body: string): Promise<Reply>
  /** HTTP requests so far, those that were redirected too. */
  requests(): number
  close(): Promise<void>
}

export function openWay(webhook: Webhook, options: WayOptions): Way {
  const own = options.dispatcher === undefined ? openDispatcher(webhook.origin, options) : null
  const dispatcher = options.dispatcher ?? own
  let origin = webhook.origin
  let requests = 0

  async function send(method: string, body: string): Promise<Reply> {
    if (dispatcher === null) return failed('portal', 'proxy', 0, 'ERR_INVALID_URL')
    let url = new URL(webhook.pathOf(method), origin)
    for (let hop = 0; ; hop++) {
      requests++
      const posted = await post(url, body, { ...options, dispatcher })
      if (posted.kind === 'failed') return lost(posted)
      if (![301, 302, 307, 308].includes(posted.status)) {
        moved(url.origin)
        return hidden(readAnswer(posted.status, posted.body))
      }
      // Not carried out there: the same goes to the new address, as a POST with its body (`bitrix24-rest.md §1.1`).
      const next = newOrigin(url, posted.location ?? '')
      if (next === null || hop === maxHops) return failed('portal', 'redirect', posted.status, target(url, posted.location))
      url = new URL(url.pathname, next)
    }
  }

  // Only where somebody answers: a redirect into nowhere is not remembered.
  function moved(now: string): void {
    if (now === origin) return
    options.onNotice(problem('portal.renamed', { before: origin, now }))
    origin = now
  }

  function lost({ sent, code, status, description }: Extract<Posted, { kind: 'failed' }>): Reply {
    if (code === 'certificate' || code === 'proxy') return failed('portal', code, status, description)
    return failed(sent ? 'unknown' : 'way', code, status, description)
  }

  function hidden(answer: Answer): Answer {
    if (answer.kind === 'done') return answer
    const { status, code, description } = answer.error
    return { ...answer, error: { status, code: webhook.hide(code), description: webhook.hide(description) } }
  }

  function failed(verdict: Verdict | 'way', code: string, status: number, description: string): Reply {
    return { kind: 'failed', verdict, error: { status, code, description: webhook.hide(description) }, time: readTime(null) }
  }

  return {
    get origin() {
      return origin
    },
    send,
    requests: () => requests,
    close: async () => own?.close(),
  }
}

const maxHops = 3

/** Whom the redirect named; a full address could hold what we sent. */
function target(from: URL, location: string | null): string {
  return location !== null && URL.canParse(location, from.href) ? new URL(location, from).origin : ''
}
