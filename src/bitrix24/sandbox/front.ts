import { decodeParams } from './decode-params.ts'
import { Desk, type DeskSetup } from './desk.ts'
import { RestFailure } from './method.ts'
import { type Page, type PortalAnswer, type PortalRequest, pageAnswer, type SentForm } from './portal-answer.ts'
import { readPath } from './route.ts'
import { callOf } from './run-request.ts'

export interface Front {
  handle(request: PortalRequest): Promise<PortalAnswer>
  /** Runs what a fault has put off, whatever time it is. */
  settle(): Promise<void>
  /** The same, and nobody waits for a slow answer any more. */
  close(): Promise<void>
}

export interface FrontSetup extends DeskSetup {
  readonly page: Page | undefined
}

/** Takes requests, any number at once, and has them dealt with one after the other. */
export function openFront(setup: FrontSetup): Front {
  const { portal } = setup
  const desk = new Desk(setup)
  const closing = new AbortController()
  let tail: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(() => desk.catchUp(portal.clock.now())).then(work)
    tail = turn.catch(() => undefined)
    return turn
  }
  const settle = () => inTurn(() => desk.catchUp(Number.POSITIVE_INFINITY))
  return {
    settle,
    async handle(request) {
      const [path, query] = splitAddress(request.url)
      const target = readPath(path)
      if (target.kind === 'elsewhere') return inTurn(() => answerPage(setup, request))
      const params = await decodeParams({ query, contentType: request.contentType ?? '', body: bodyOf(request) })
      const malformed = params instanceof RestFailure ? params : null
      const call = callOf(target.name, params instanceof RestFailure ? {} : params)
      const arrival = { request, credentials: target.credentials, call, malformed }
      const { answer, delayMs } = await inTurn(() => desk.serve(arrival))
      // Outside the turn: the answer is slow, not the portal.
      if (delayMs > 0) await portal.clock.sleep(delayMs, closing.signal)
      return answer
    },
    close() {
      closing.abort()
      return settle()
    },
  }
}

async function answerPage({ page, portal }: FrontSetup, request: PortalRequest): Promise<PortalAnswer> {
  const form = await readForm(request, portal.clock.now())
  const answer = pageAnswer(page, portal.state, request, form)
  if (form !== null) portal.changed('page.form')
  return answer
}

async function readForm(request: PortalRequest, nowMs: number): Promise<SentForm | null> {
  const { method, contentType = '' } = request
  if (method !== 'POST' || !/^application\/x-www-form-urlencoded\b/i.test(contentType)) return null
  const fields = await decodeParams({ query: '', contentType, body: bodyOf(request) })
  return fields instanceof RestFailure ? null : { fields, nowMs }
}

function bodyOf({ body }: PortalRequest): Uint8Array {
  return typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array())
}

function splitAddress(url: string): readonly [path: string, query: string] {
  const mark = url.indexOf('?')
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
}
