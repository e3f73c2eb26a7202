import type { MethodDefinition, RestFailure } from './method.ts'
import type { PortalState } from './state.ts'
import { systemError } from './system-errors.ts'

/** Where portals and pages of the docs differ (`bitrix24-rest.md §16`). */
export interface RouteOptions {
  /** Of `INVALID_CREDENTIALS`; 401 when nothing is said. */
  readonly wrongWebhookStatus?: 401 | 403
  /** Of `ERROR_METHOD_NOT_FOUND`; 404 when nothing is said. */
  readonly unknownMethodStatus?: 404 | 400
}

export type Target =
  | { readonly kind: 'elsewhere' }
  /** `name`: in lower case, without `.json`; '' when the address ends before it. */
  | { readonly kind: 'method'; readonly name: string; readonly credentials: Credentials | null }

export interface Credentials {
  readonly user: string
  readonly code: string
}

export type Webhook = PortalState['webhooks'][number]

/** `/rest/<user>/<code>/<method>[.json]`; REST v3 (`/rest/api/…`) and `.xml` are not offered. */
export function readPath(path: string): Target {
  const [root, ...parts] = path.split('/').slice(1)
  if (root !== 'rest') return { kind: 'elsewhere' }
  const hasCredentials = /^\d+$/.test(parts[0] ?? '') && (parts[1] ?? '') !== ''
  const written = (hasCredentials ? parts.slice(2) : parts).join('/')
  const name = written
    .replace(/\/$/, '')
    .toLowerCase()
    .replace(/\.json$/, '')
  return { kind: 'method', name, credentials: hasCredentials ? { user: parts[0]!, code: parts[1]! } : null }
}

export function authorize(state: PortalState, credentials: Credentials | null, options: RouteOptions): Webhook | RestFailure {
  if (credentials === null) return systemError('NO_AUTH_FOUND')
  const webhook = state.webhooks.find(({ user, code }) => String(user) === credentials.user && code === credentials.code)
  if (webhook === undefined) return systemError('INVALID_CREDENTIALS', { status: options.wrongWebhookStatus ?? 401 })
  return webhook.expired === true ? systemError('expired_token') : webhook
}

/** The method of that name, if this webhook may call it. */
export function findMethod(
  methods: ReadonlyMap<string, MethodDefinition>,
  name: string,
  scopes: readonly string[],
  options: RouteOptions,
): MethodDefinition | RestFailure {
  if (forApplications.test(name)) return systemError('WRONG_AUTH_TYPE')
  const method = methods.get(name)
  if (method === undefined) return systemError('ERROR_METHOD_NOT_FOUND', { status: options.unknownMethodStatus ?? 404 })
  return hasScope(method.scope, scopes) ? method : systemError('insufficient_scope')
}

// "Work only in the context of application authorization" (`bitrix24-rest.md §10`).
const forApplications = /^(event|placement|userfieldtype)\./

/** `user_basic` and `user_brief` open the same methods as `user`, with fewer fields. */
function hasScope(needed: string, scopes: readonly string[]): boolean {
  if (needed === '' || scopes.includes(needed)) return true
  return needed === 'user' && (scopes.includes('user_basic') || scopes.includes('user_brief'))
}
