import { type Problem, problem } from '../../problems/problem.ts'
import type { ProblemCode } from '../../problems/table.ts'
import type { RestError } from './rest-error.ts'
import { verdictOf, verdictOfStatus } from './verdict.ts'

export interface ErrorContext {
  /** '' where it is not about one. */
  readonly method: string
  /** What was being done, as a person would call it; the method where it is left out. */
  readonly what?: string
}

/** What a person is told about an error of the portal or of the way to it; the portal's own words go along. */
export function problemOf(error: RestError, context: ErrorContext): Problem {
  const method = context.method === '' ? 'REST' : context.method
  const description = error.description === '' ? '—' : error.description
  const code = codeOf(error)
  return problem(code, {
    method,
    what: context.what ?? method,
    status: error.status,
    code: error.code === '' ? '—' : error.code,
    description,
    ...more(code, context.method, error.description),
  })
}

function codeOf(error: RestError): ProblemCode {
  const ofWay = wayCodes[error.code]
  if (ofWay !== undefined) return ofWay(error)
  const known = systemCodes[error.code.toUpperCase()] ?? crmCodes[error.code]
  if (known === 'portal.value-refused' || known === 'portal.field-required')
    return fieldIn(error.description) === null ? 'portal.refused' : known
  if (known !== undefined) return known
  if (error.code === 'ACCESS_DENIED') return verdictOf(error) === 'portal' ? 'portal.plan' : 'portal.record-access'
  if (error.code === 'INVALID_REQUEST' && verdictOf(error) === 'portal') return 'portal.https-required'
  if (error.status === 401) return 'portal.webhook-rejected'
  if (error.status === 429) return 'portal.busy'
  if (error.status >= 500) return 'portal.server-error'
  return ofWords(error)
}

/** Classic methods give no code, and only the text is left to go by: English where the docs show it (`bitrix24-rest.md §2.9, §4.1`). */
function ofWords({ code, description }: RestError): ProblemCode {
  if (code !== '' && code !== '0') return 'portal.refused'
  if (/^access denied/i.test(description)) return 'portal.record-access'
  return /not found\.?$/i.test(description) ? 'portal.record-missing' : 'portal.refused'
}

const wayCodes: Readonly<Record<string, (error: RestError) => ProblemCode>> = {
  timeout: () => 'portal.timeout',
  cut: () => 'portal.cut',
  proxy: () => 'portal.proxy',
  redirect: () => 'portal.redirect',
  list: () => 'portal.list-odd',
  connection: ({ description }) => {
    if (/^(?:ENOTFOUND|EAI_)/.test(description)) return 'portal.dns'
    return /^(?:EPROTO|ERR_SSL|ERR_TLS)/.test(description) ? 'portal.tls' : 'portal.connection'
  },
  certificate: ({ description }) => {
    if (/^CERT_(?:HAS_EXPIRED|NOT_YET_VALID)/.test(description)) return 'portal.certificate-date'
    return /ALTNAME|HOSTNAME/.test(description) ? 'portal.certificate-name' : 'portal.certificate'
  },
  'not-json': ({ status }) => {
    if (status === 401 || status === 403) return 'portal.forbidden'
    if (status === 407) return 'portal.proxy'
    if (status === 413) return 'portal.too-large'
    if (status === 429) return 'portal.busy'
    return verdictOfStatus(status) === 'portal' ? 'portal.wrong-address' : 'portal.not-json'
  },
}

const systemCodes: Readonly<Record<string, ProblemCode>> = {
  QUERY_LIMIT_EXCEEDED: 'portal.busy',
  OPERATION_TIME_LIMIT: 'portal.time-limit',
  OVERLOAD_LIMIT: 'portal.blocked',
  PORTAL_DELETED: 'portal.deleted',
  NO_AUTH_FOUND: 'portal.webhook-rejected',
  INVALID_CREDENTIALS: 'portal.webhook-rejected',
  INVALID_TOKEN: 'portal.webhook-rejected',
  EXPIRED_TOKEN: 'portal.webhook-expired',
  USER_ACCESS_ERROR: 'portal.webhook-user',
  ALLOWED_ONLY_INTRANET_USER: 'portal.webhook-user',
  PAYMENT_REQUIRED: 'portal.plan',
  INSUFFICIENT_SCOPE: 'portal.scope',
  WRONG_AUTH_TYPE: 'portal.method-closed',
  ERROR_METHOD_NOT_FOUND: 'portal.method-missing',
  INTERNAL_SERVER_ERROR: 'portal.server-error',
  ERROR_UNEXPECTED_ANSWER: 'portal.server-error',
}

const crmCodes: Readonly<Record<string, ProblemCode>> = {
  NOT_FOUND: 'portal.record-missing',
  CRM_FIELD_ERROR_VALUE_NOT_VALID: 'portal.value-refused',
  CRM_FIELD_ERROR_REQUIRED: 'portal.field-required',
  INVALID_ARG_VALUE: 'portal.filter-refused',
  CREATE_DYNAMIC_ITEM_RESTRICTED: 'portal.plan-smart-process',
  UPDATE_DYNAMIC_ITEM_RESTRICTED: 'portal.plan-smart-process',
  '100': 'portal.value-kind',
  '-': 'portal.stage-rights',
}

function more(code: ProblemCode, method: string, description: string): Problem['args'] {
  if (code === 'portal.scope') return { scope: scopeOf(method) }
  if (code === 'portal.redirect') return { target: description === '' ? '—' : description }
  return { field: fieldIn(description) ?? '—' }
}

/** `Invalid value for field "stageId"`: the name in whatever quotes the language of the portal uses. */
function fieldIn(description: string): string | null {
  return /["«“„']([^"»”“']+)["»”“']/.exec(description)?.[1] ?? null
}

/**
 * By the name under which the webhook's card lists it (`bitrix24-rest.md §1.1`): that of the method's first word. Where it is not
 * about one method, it is the one that no exchange can do without.
 */
function scopeOf(method: string): string {
  const [word = ''] = (method || 'crm').toLowerCase().split('.')
  return word === 'task' ? 'tasks' : word
}
