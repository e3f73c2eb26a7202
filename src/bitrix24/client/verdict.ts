import type { RestError } from './rest-error.ts'

/**
 * What an error of REST means for the command (`bitrix24-rest.md §1.2, §16.2`): `portal` and `command` are refusals, of
 * everything or of this one; `rate` and `operating` pass with time; `unknown` may have run.
 */
export type Verdict = 'portal' | 'command' | 'rate' | 'operating' | 'unknown'

/** Decides by the code first: the status of one and the same error differs between portals. */
export function verdictOf({ status, code, description }: RestError): Verdict {
  const known = verdicts[code.toUpperCase()]
  if (known !== undefined) return known
  // A plan without REST; inside a batch and at 400 it is the right to one record.
  if (code === 'ACCESS_DENIED') return status === 401 || status === 403 ? 'portal' : 'command'
  if (code === 'INVALID_REQUEST') return /https/i.test(description) ? 'portal' : 'command'
  if (status === 401 || status === 402) return 'portal'
  if (status === 429) return 'rate'
  return status >= 500 ? 'unknown' : 'command'
}

/** Of an answer that is no JSON: from a proxy or a web server, not from REST. */
export function verdictOfStatus(status: number): Verdict {
  if (status === 429) return 'rate'
  // Here the answer does not come from REST at all: a wrong address, a login page, a firewall.
  if ([401, 402, 403, 404, 405, 407].includes(status) || (status >= 300 && status < 400)) return 'portal'
  return status >= 400 && status < 500 ? 'command' : 'unknown'
}

const verdicts: Readonly<Record<string, Verdict>> = {
  QUERY_LIMIT_EXCEEDED: 'rate',
  OPERATION_TIME_LIMIT: 'operating',
  OVERLOAD_LIMIT: 'portal',
  PORTAL_DELETED: 'portal',
  NO_AUTH_FOUND: 'portal',
  INVALID_CREDENTIALS: 'portal',
  EXPIRED_TOKEN: 'portal',
  INVALID_TOKEN: 'portal',
  USER_ACCESS_ERROR: 'portal',
  ALLOWED_ONLY_INTRANET_USER: 'portal',
  PAYMENT_REQUIRED: 'portal',
  INSUFFICIENT_SCOPE: 'command',
  WRONG_AUTH_TYPE: 'command',
  ERROR_METHOD_NOT_FOUND: 'command',
  ERROR_BATCH_METHOD_NOT_ALLOWED: 'command',
  INTERNAL_SERVER_ERROR: 'unknown',
  ERROR_UNEXPECTED_ANSWER: 'unknown',
}
