import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { openPortalClient, type PortalClientOptions } from '../../../src/bitrix24/client/open-portal-client.ts'
import type { PortalClient, Timer } from '../../../src/bitrix24/client/portal-client.ts'
import { parseWebhook, type Webhook } from '../../../src/bitrix24/client/webhook.ts'
import type { Problem } from '../../../src/problems/problem.ts'

/** What the tests take for the secret; it must show up nowhere. */
export const code = 'k7secretk7secret'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly verb: string
  readonly headers: IncomingMessage['headers']
  /** The body as JSON. */
  readonly params: Record<string, unknown>
  /** Commands of a batch by their keys. */
  readonly cmd: Record<string, string>
  /** When it came, by the clock of the test. */
  readonly at: number
}

/** JSON to answer with, or what to do with the connection. */
export type Said =
  | { readonly status?: number; readonly json?: unknown; readonly raw?: string; readonly headers?: Record<string, string> }
  | 'hang up'
  | 'never'

export interface ScriptedPortal {
  readonly origin: string
  readonly webhook: Webhook
  readonly asked: readonly Asked[]
  readonly timer: FakeTimer
  open(options?: PortalClientOptions): PortalClient
  /** What the client had to tell. */
  readonly notices: readonly Problem[]
}

/** A clock that only moves when somebody sleeps, and then at once. */
export interface FakeTimer extends Timer {
  advance(ms: number): void
  readonly slept: readonly number[]
}

export function fakeTimer(): FakeTimer {
  let now = 1_800_000_000_000
  const slept: number[] = []
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
    sleep: async (ms) => {
      slept.push(ms)
      now += ms
      await new Promise(setImmediate)
    },
    slept,
  }
}

/** A real server on loopback; `answer` says what it does with each request, the first of them being number 0. */
export async function scriptedPortal(
  t: TestContext,
  answer: (asked: Asked, number: number) => Said,
  make: (listener: RequestListener) => Server = createServer,
): Promise<ScriptedPortal> {
  const asked: Asked[] = []
  const timer = fakeTimer()
  const notices: Problem[] = []
  const server = make((request, response) => {
    readAsked(request, timer).then((each) => {
      asked.push(each)
      say(answer(each, asked.length - 1), request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const scheme = make === createServer ? 'http' : 'https'
  const origin = `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
  const webhook = webhookOf(origin)
  return {
    origin,
    webhook,
    asked,
    timer,
    notices,
    open: (options = {}) => {
      const client = openPortalClient(webhook, {
        timer,
        environment: {},
        onNotice: (found) => notices.push(found),
        ...options,
      })
      t.after(() => client.close())
      return client
    },
  }
}

export function webhookOf(origin: string): Webhook {
  const webhook = parseWebhook(`${origin}/rest/1/${code}/`, 'test')
  if (webhook.kind === 'bad') throw new Error(webhook.problem.code)
  return webhook
}

/** A good answer to a single method. */
export function done(result: unknown, time: Record<string, unknown> = {}): Said {
  return { json: { result, time: timeOf(time) } }
}

/** A good answer to a batch: each command is answered with what `each` gives for its text. */
export function batchDone(
  asked: Asked,
  each: (command: string, key: string) => { result?: unknown; error?: unknown; time?: Record<string, unknown> },
  time: Record<string, unknown> = {},
): Said {
  const sections: Record<'result' | 'result_error' | 'result_time', Record<string, unknown>> = {
    result: {},
    result_error: {},
    result_time: {},
  }
  for (const [key, command] of Object.entries(asked.cmd)) {
    const { result, error, time: own } = each(command, key)
    if (error === undefined) sections.result[key] = result
    else sections.result_error[key] = error
    if (own !== undefined) sections.result_time[key] = timeOf(own)
  }
  // PHP: an empty section is a list.
  const shaped = Object.entries(sections).map(([name, section]) => [name, Object.keys(section).length === 0 ? [] : section])
  return done({ ...Object.fromEntries(shaped), result_total: [], result_next: [] }, time)
}

export function refused(status: number, error: unknown, description = '', more: Record<string, unknown> = {}): Said {
  return { status, json: { error, error_description: description, ...more } }
}

function timeOf(time: Record<string, unknown>) {
  return { start: 1.5, finish: 2, duration: 0.05, processing: 0.01, ...time }
}

async function readAsked(request: IncomingMessage, timer: Timer): Promise<Asked> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  const params = body === '' ? {} : JSON.parse(body)
  const path = new URL(request.url ?? '', 'http://portal').pathname
  return {
    method: path.split('/').at(-1)!,
    path,
    verb: request.method!,
    headers: request.headers,
    params,
    cmd: params.cmd ?? {},
    at: timer.now(),
  }
}

function say(said: Said, request: IncomingMessage, response: ServerResponse): void {
  if (said === 'never') return
  if (said === 'hang up') {
    request.socket.destroy()
    return
  }
  response.writeHead(said.status ?? 200, {
    'content-type': said.raw === undefined ? 'application/json' : 'text/html',
    ...said.headers,
  })
  response.end(said.raw ?? JSON.stringify(said.json))
}
