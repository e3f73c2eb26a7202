import { RestFailure } from './method.ts'

/** Refusals of the portal itself, whatever the method: status and text as `bitrix24-rest.md §1.2` has them. */
const table = {
  ERROR_BATCH_LENGTH_EXCEEDED: [400, 'Max batch length exceeded'],
  ERROR_BATCH_METHOD_NOT_ALLOWED: [405, 'Method is not allowed for batch usage'],
  ERROR_METHOD_NOT_FOUND: [404, 'Method not found!'],
  INTERNAL_SERVER_ERROR: [500, 'Internal server error'],
  INVALID_CREDENTIALS: [401, 'Invalid request credentials'],
  INVALID_REQUEST: [400, 'Https required'],
  NO_AUTH_FOUND: [401, 'Wrong authorization data'],
  OPERATION_TIME_LIMIT: [429, 'Method is blocked due to operation time limit.'],
  OVERLOAD_LIMIT: [503, 'REST API is blocked due to overload'],
  QUERY_LIMIT_EXCEEDED: [503, 'Too many requests'],
  WRONG_AUTH_TYPE: [403, 'Current authorization type is denied for this method.'],
  // The same code with 400 and `Access denied` is about a record, and comes from methods.
  ACCESS_DENIED: [403, 'REST API is available only on commercial plans'],
  expired_token: [401, 'The access token provided has expired'],
  insufficient_scope: [403, 'The request requires higher privileges than provided by the webhook token'],
} as const satisfies Record<string, readonly [number, string]>

export type SystemError = keyof typeof table

export function systemError(
  error: SystemError,
  differing: { readonly status?: number; readonly description?: string } = {},
): RestFailure {
  const [status, description] = table[error]
  return new RestFailure(differing.status ?? status, error, differing.description ?? description)
}
