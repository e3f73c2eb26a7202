/** The known word most like the given one, or null when nothing is near enough to be a misspelling of it. */
export function nearest(word: string, known: readonly string[]): string | null {
  const allowed = Math.max(1, Math.floor(word.length / 3))
  let best: string | null = null
  let bestDistance = allowed + 1
  for (const candidate of known) {
    const distance = plain(candidate) === plain(word) ? 0 : damerauLevenshtein(plain(word), plain(candidate))
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** Fewest insertions, deletions, replacements and swaps of neighbours that make one word of the other. */
export function damerauLevenshtein(one: string, other: string): number {
  const [from, to] = [[...one], [...other]]
  const rows: number[][] = [[...to.keys(), to.length]]
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      row[j] = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + (same ? 0 : 1),
        swapped ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY,
      )
    }
    rows.push(row)
  }
  return rows[from.length]![to.length]!
}

/** Case, `give_up` and `give-up` are no reason to doubt what was meant. */
const plain = (word: string) => word.toLowerCase().replaceAll(/[-_ ]/g, '')
