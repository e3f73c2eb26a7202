import { type Problem, problem } from '../../problems/problem.ts'

/** An incoming webhook. Its code is a password: it stands in no property, so it shows in no log, dump or message. */
export interface Webhook {
  readonly kind: 'webhook'
  /** `https://portal.example.ru`: may be shown. */
  readonly origin: string
  /** The user in whose name the portal acts. */
  readonly user: number
  /** `/rest/1/<code>/crm.item.list`: only to be sent. */
  pathOf(method: string): string
  /** The text with the code of this webhook blotted out. */
  hide(text: string): string
}

export type WebhookFound = Webhook | { readonly kind: 'bad'; readonly problem: Problem }

/**
 * `https://portal/rest/1/code/`, as the portal shows it for copying; with or without a method behind it, in quotes or not,
 * and with a folder before `/rest/` on self-hosted portals. `source` is where it was written, for the message.
 */
export function parseWebhook(text: string, source: string): WebhookFound {
  const bare = text.trim().replace(/^["'«<]+|["'»>]+$/g, '')
  const url = URL.canParse(bare) ? new URL(bare) : null
  if (url === null || !/^https?:$/.test(url.protocol)) return bad(problem('portal.webhook-not-address', { source }))
  const parts = /^((?:\/[^/]+)*?\/rest\/)(?:api\/)?(\d+)\/([\w-]+)(?:\/|$)/.exec(url.pathname)
  if (parts === null) return bad(problem('portal.webhook-not-rest', { source, host: url.host }))
  return webhook(url.origin, Number(parts[2]), parts[1]!, parts[3]!)
}

function bad(found: Problem): WebhookFound {
  return Object.freeze({ kind: 'bad', problem: found })
}

function webhook(origin: string, user: number, rest: string, code: string): Webhook {
  return Object.freeze({
    kind: 'webhook',
    origin,
    user,
    pathOf: (method: string) => `${rest}${user}/${code}/${method}`,
    hide: (text: string) => text.replaceAll(code, '***'),
  })
}
