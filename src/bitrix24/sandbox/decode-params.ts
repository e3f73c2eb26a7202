import { type Params, RestFailure } from './method.ts'
import { paramsOf, parseQuery } from './parse-query.ts'
import { asPhp } from './php-array.ts'

export interface Encoded {
  /** What follows `?`, without it. */
  readonly query: string
  /** `Content-Type` as it came, '' when there is none: then the body is not looked at. */
  readonly contentType: string
  readonly body: Uint8Array
}

/**
 * Parameters of a request in any of its encodings: JSON, `application/x-www-form-urlencoded`, `multipart/form-data`, or in
 * the address (`bitrix24-rest.md §1.1`). What the body says goes over what the address says.
 */
export async function decodeParams({ query, contentType, body }: Encoded): Promise<Params | RestFailure> {
  const ofAddress = query === '' ? {} : parseQuery(query)
  if (body.length === 0) return ofAddress
  const ofBody = await decodeBody(contentType, body)
  return ofBody instanceof RestFailure ? ofBody : { ...ofAddress, ...ofBody }
}

async function decodeBody(contentType: string, body: Uint8Array): Promise<Params | RestFailure> {
  const type = contentType.split(';')[0]!.trim().toLowerCase()
  if (type === 'application/json') return decodeJson(body)
  if (type === 'application/x-www-form-urlencoded') return parseQuery(text(body))
  if (type === 'multipart/form-data') return decodeMultipart(contentType, body)
  return {}
}

function decodeJson(body: Uint8Array): Params | RestFailure {
  try {
    const parsed: unknown = JSON.parse(text(body))
    return typeof parsed === 'object' && parsed !== null ? { ...Object(asPhp(parsed)) } : {}
  } catch {
    return new RestFailure(400, '100', 'Expected iterable value for multiple field, but got `string` instead')
  }
}

// Files in it are for methods that this portal does not offer.
async function decodeMultipart(contentType: string, body: Uint8Array): Promise<Params | RestFailure> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
    return paramsOf([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  } catch {
    return {}
  }
}

function text(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8')
}
