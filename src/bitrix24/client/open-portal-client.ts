import type { Dispatcher } from 'undici'
import type { Problem } from '../../problems/problem.ts'
import { openBatchSize } from './batch-size.ts'
import { encodeCommand } from './encode-command.ts'
import type { Rate } from './leaky-bucket.ts'
import { openLine } from './line.ts'
import { openPacer } from './pacer.ts'
import type { PortalClient, Timer } from './portal-client.ts'
import { productName } from './product.ts'
import { sendAll } from './send-all.ts'
import { openSender } from './send-commands.ts'
import { systemTimer } from './system-timer.ts'
import { openWay } from './way.ts'
import type { Webhook } from './webhook.ts'

export interface PortalClientOptions {
  readonly timer?: Timer
  /** By default that of the usual plans. */
  readonly rate?: Rate
  /** More than the 60 s after which the cloud cuts a request off (`bitrix24-rest.md §1.4`). By default 100 s. */
  readonly timeoutMs?: number
  /** How long a portal that cannot be reached, or says "not now", is tried again. By default 15 minutes. */
  readonly patienceMs?: number
  /** Certificates (PEM) to trust beside those of Node and of the operating system. */
  readonly ca?: string | undefined
  /** Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are looked up. By default the environment of the process. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Instead of a connection of our own. */
  readonly dispatcher?: Dispatcher
  /** What a person should know though nothing failed: the portal was renamed. */
  readonly onNotice?: (found: Problem) => void
}

export function openPortalClient(webhook: Webhook, options: PortalClientOptions = {}): PortalClient {
  const timer = options.timer ?? systemTimer
  const way = openWay(webhook, {
    timeoutMs: options.timeoutMs ?? 100_000,
    userAgent: productName(),
    ca: options.ca,
    environment: options.environment ?? process.env,
    dispatcher: options.dispatcher,
    onNotice: options.onNotice ?? (() => undefined),
  })
  const pacer = openPacer({ rate: options.rate ?? 'standard', limitSeconds: limitOf(webhook.origin) })
  const line = openLine(way, pacer, { timer, patienceMs: options.patienceMs ?? 15 * 60_000 })
  const parts = { sender: openSender({ line, pacer, size: openBatchSize(), timer }), pacer, timer }
  return {
    get address() {
      return way.origin
    },
    call: async (command, hooks = {}) => {
      const [outcome] = await sendAll([command], hooks, parts)
      return outcome!
    },
    batch: async (commands, hooks = {}) => {
      // What cannot be said is found before anything is sent, also where it would travel alone by chance.
      for (const command of commands) encodeCommand(command)
      return await sendAll(commands, hooks, parts)
    },
    counters: line.counters,
    close: way.close,
  }
}

/** Seconds of work per method and ten minutes: what the docs tell of the cloud, and of portals of one's own (`bitrix24-rest.md §1.4`). */
function limitOf(origin: string): number {
  return /\.bitrix24\.[a-z.]+$/.test(new URL(origin).hostname) ? 480 : 420
}
