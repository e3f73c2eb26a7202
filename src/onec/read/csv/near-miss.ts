import { damerauLevenshtein } from '../../../values/nearest.ts'
import { columnKey } from './column-key.ts'

/** The name that somebody may have meant by `wanted`, or null where none is like it. */
export function nearMiss(wanted: string, names: readonly string[]): string | null {
  const key = columnKey(wanted)
  const far = Math.max(2, Math.floor(key.length / 2))
  let best: string | null = null
  let least = far + 1
  for (const name of names) {
    const distance = distanceOf(key, columnKey(name))
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** A column is often called by a part of its usual name: that is nearer than any misspelling. */
function distanceOf(a: string, b: string): number {
  return a.length > 2 && b.length > 2 && (a.includes(b) || b.includes(a)) ? 1 : damerauLevenshtein(a, b)
}
