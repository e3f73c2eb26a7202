import { type AnswerTime, readTime } from './answer-time.ts'
import type { RestError } from './rest-error.ts'
import { type Verdict, verdictOf, verdictOfStatus } from './verdict.ts'

export type Answer =
  | {
      readonly kind: 'done'
      readonly result: unknown
      readonly total: number | null
      readonly next: number | null
      readonly time: AnswerTime
    }
  | { readonly kind: 'failed'; readonly verdict: Verdict; readonly error: RestError; readonly time: AnswerTime }

/** What an answer with a body says. A failure is told by the key `error` being there, whatever it holds (`bitrix24-rest.md §13.11`). */
export function readAnswer(status: number, body: string): Answer {
  const text = body.replace(/^\uFEFF/, '').trim()
  const parsed = parseObject(text)
  if (parsed === null) return noJson(status, text)
  const time = readTime(parsed['time'])
  if ('error' in parsed) {
    const error = readError(parsed, status)
    return { kind: 'failed', verdict: verdictOf(error), error, time }
  }
  if (status < 200 || status > 299 || !('result' in parsed)) return noJson(status, text)
  return { kind: 'done', result: parsed['result'], total: count(parsed['total']), next: count(parsed['next']), time }
}

/** `error` of an answer or of a command in a batch; REST v3 puts an object there (`bitrix24-rest.md §1.7`). */
export function readError(from: Readonly<Record<string, unknown>>, status: number): RestError {
  const error = from['error']
  if (isObject(error)) return { status, code: said(error['code']), description: said(error['message']) }
  return { status, code: said(error), description: said(from['error_description']) }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `total` and `next` are numbers, here and there as text. */
export function count(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function noJson(status: number, text: string): Answer {
  const isOurs = text === '' || text.startsWith('{')
  const verdict = isOurs && status < 300 ? 'unknown' : verdictOfStatus(status)
  const error = { status, code: isOurs && status < 300 ? 'cut' : 'not-json', description: titleOf(text) }
  return { kind: 'failed', verdict, error, time: readTime(null) }
}

/** What a person would recognise the page by. */
function titleOf(text: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? text.replaceAll(/<[^>]*>/g, ' ')
  return title.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
}

function said(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
