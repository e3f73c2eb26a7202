import { damerauLevenshtein } from '../../values/nearest.ts'
import { loose } from './list-cell.ts'

/**
 * The title among `offered` that most likely means the same column: the same but for case, spaces, marks and `ё`, or with a few
 * letters changed in its last part. What stands before `: ` or ` - ` must be alike, as `… ОГРН` and `… ОГРНИП` are two columns.
 */
export function nearTitle(title: string, offered: readonly string[]): string | null {
  const alike = offered.find((each) => loose(each) === loose(title))
  if (alike) return alike
  const wanted = parts(title)
  const allowed = Math.floor(wanted.tail.length / 4)
  const close = offered
    .map((each) => ({ each, ...parts(each) }))
    .filter(({ head }) => head === wanted.head)
    .map(({ each, tail }) => ({ each, distance: damerauLevenshtein(wanted.tail, tail) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((one, other) => one.distance - other.distance)
  return close[0]?.each ?? null
}

function parts(title: string): { head: string; tail: string } {
  const [, head = '', tail = ''] = /^(.*(?:: | - ))?(.*)$/s.exec(title) ?? []
  return { head: loose(head), tail: loose(tail) }
}
