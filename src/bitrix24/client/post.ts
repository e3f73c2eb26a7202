import { Readable } from 'node:stream'
import { type Dispatcher, request } from 'undici'
import { errorText } from './error-text.ts'

export type Posted =
  | { readonly kind: 'answer'; readonly status: number; readonly location: string | null; readonly body: string }
  /** `sent`: the request began to leave, so the other side may have acted on it. */
  | {
      readonly kind: 'failed'
      readonly sent: boolean
      readonly code: 'timeout' | 'connection' | 'certificate' | 'proxy' | 'cut'
      readonly status: number
      readonly description: string
    }

export interface PostOptions {
  readonly dispatcher: Dispatcher
  /** For the whole of it, from connecting to the last byte. */
  readonly timeoutMs: number
  readonly userAgent: string
}

/** One POST of JSON. Redirects are not followed. */
export async function post(url: URL, json: string, { dispatcher, timeoutMs, userAgent }: PostOptions): Promise<Posted> {
  const bytes = Buffer.from(json)
  const course = { sent: false, status: 0 }
  const overtime = new AbortController()
  const clock = setTimeout(() => overtime.abort(), timeoutMs)
  try {
    const response = await request(url, {
      method: 'POST',
      dispatcher,
      signal: overtime.signal,
      // Our own clock is the only one.
      headersTimeout: 0,
      bodyTimeout: 0,
      headers: {
        'content-type': 'application/json',
        'content-length': String(bytes.length),
        accept: 'application/json',
        'user-agent': userAgent,
      },
      body: Readable.from(noticed(bytes, course)),
    })
    course.status = response.statusCode
    const location = response.headers['location']
    const body = await response.body.text()
    return { kind: 'answer', status: response.statusCode, location: typeof location === 'string' ? location : null, body }
  } catch (error) {
    return failure(error, course, overtime.signal.aborted)
  } finally {
    clearTimeout(clock)
  }
}

// The body is asked for only when there is a connection to write it to: the one sure sign of whether anything has left.
async function* noticed(bytes: Uint8Array, course: { sent: boolean }): AsyncGenerator<Uint8Array> {
  course.sent = true
  yield bytes
}

function failure(error: unknown, { sent, status }: { sent: boolean; status: number }, isOvertime: boolean): Posted {
  if (!(error instanceof Error)) throw error
  const description = errorText(error)
  const failed = { kind: 'failed', sent, status, description } as const
  if (isOvertime) return { ...failed, code: sent ? 'timeout' : 'connection', description: sent ? '' : 'ETIMEDOUT' }
  const proxy = proxyFault(description)
  if (proxy !== null) return { ...failed, sent: false, code: proxy }
  if (sent) return { ...failed, code: 'cut' }
  return { ...failed, code: isAboutTrust(description) ? 'certificate' : 'connection' }
}

/** The words of undici for a proxy that shuts us out, or that does not get there itself; null: it is about something else. */
function proxyFault(description: string): 'proxy' | 'connection' | null {
  if (/Proxy response \(5\d\d\) !== 200/.test(description)) return 'connection'
  return /^(?:UND_ERR_ABORTED: Proxy response|UND_ERR_INVALID_ARG: Proxy Auth|UND_ERR_PRX_TLS|UND_ERR_SOCKS5)/.test(description)
    ? 'proxy'
    : null
}

function isAboutTrust(description: string): boolean {
  return /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS_CERT|INVALID_CA|PATH_LENGTH|HOSTNAME_MISMATCH|CRL_|ERROR_IN_CERT)/.test(
    description,
  )
}
