import { type AnswerTime, readTime } from './answer-time.ts'
import type { Outcome } from './outcome.ts'
import { count, isObject, readError } from './read-answer.ts'
import type { RestError } from './rest-error.ts'
import { verdictOf } from './verdict.ts'

/** `put-off`: it did not run because of a limit, and is to be sent again. */
export type Inside = (
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'put-off'; readonly limit: 'rate' | 'operating'; readonly error: RestError }
) & { readonly time: AnswerTime }

/**
 * Takes the `result` of a batch apart, one entry for each key asked for. Sections are objects, or arrays where they are
 * empty; a command that stands neither among the results nor among the errors may have run or not (`bitrix24-rest.md §1.5`).
 */
export function readBatch(result: unknown, keys: readonly string[]): readonly Inside[] {
  const sections = isObject(result) ? result : {}
  return keys.map((key, index) => {
    const from = (section: string) => entryOf(sections[section], key, index)
    const time = readTime(from('result_time'))
    const error = from('result_error')
    if (error !== undefined) return refused(error, time)
    const done = from('result')
    if (done === undefined) return { kind: 'outcome', outcome: { kind: 'unknown', error: notMentioned }, time }
    const outcome = { kind: 'done', result: done, total: count(from('result_total')), next: count(from('result_next')) } as const
    return { kind: 'outcome', outcome, time }
  })
}

const notMentioned: RestError = { status: 200, code: 'cut', description: 'the answer to the batch leaves this command out' }

function entryOf(section: unknown, key: string, index: number): unknown {
  if (Array.isArray(section)) return section[index] ?? undefined
  return isObject(section) && Object.hasOwn(section, key) ? section[key] : undefined
}

function refused(said: unknown, time: AnswerTime): Inside {
  const error = isObject(said) ? readError(said, 200) : readError({ error: said }, 200)
  const verdict = verdictOf(error)
  if (verdict === 'rate' || verdict === 'operating') return { kind: 'put-off', limit: verdict, error, time }
  if (verdict === 'unknown') return { kind: 'outcome', outcome: { kind: 'unknown', error }, time }
  return { kind: 'outcome', outcome: { kind: 'refused', reach: verdict, error }, time }
}
