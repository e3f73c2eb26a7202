/** Values of every option by its name. */
type Choices = Readonly<Record<string, readonly string[]>>
export type Choice<C extends Choices> = { readonly [name in keyof C]: C[name][number] }

/** Rows of settings in which any two values of any two options stand together at least once; the seed decides which rows. */
export function pairwise<C extends Choices>(choices: C, random: () => number): readonly Choice<C>[] {
  const names = Object.keys(choices)
  const open = new Set(allPairs(choices, names))
  const rows: Record<string, string>[] = []
  while (open.size > 0) {
    // The best of some rows that begin with a pair which has not been met.
    const started = Array.from({ length: 12 }, () => grown(choices, names, open, random))
    const row = started.reduce((best, each) => (newPairs(each, names, open) > newPairs(best, names, open) ? each : best))
    for (const pair of pairsOf(row, names)) open.delete(pair)
    rows.push(row)
  }
  return rows as Choice<C>[]
}

function allPairs(choices: Choices, names: readonly string[]): readonly string[] {
  return names.flatMap((one, at) =>
    names
      .slice(at + 1)
      .flatMap((other) => choices[one]!.flatMap((value) => choices[other]!.map((second) => pairName(one, value, other, second)))),
  )
}

function grown(choices: Choices, names: readonly string[], open: ReadonlySet<string>, random: () => number) {
  const [one = '', value = '', other = '', second = ''] = pick([...open], random).split('\n')
  const row: Record<string, string> = { [one]: value, [other]: second }
  for (const name of shuffled(names, random)) {
    if (row[name] !== undefined) continue
    const ranked = shuffled(choices[name]!, random).map((each) => ({
      each,
      met: newPairs({ ...row, [name]: each }, names, open),
    }))
    row[name] = ranked.reduce((best, next) => (next.met > best.met ? next : best)).each
  }
  return row
}

function newPairs(row: Readonly<Record<string, string>>, names: readonly string[], open: ReadonlySet<string>): number {
  return pairsOf(row, names).filter((pair) => open.has(pair)).length
}

function pairsOf(row: Readonly<Record<string, string>>, names: readonly string[]): readonly string[] {
  const set = names.filter((name) => row[name] !== undefined)
  return set.flatMap((one, at) => set.slice(at + 1).map((other) => pairName(one, row[one]!, other, row[other]!)))
}

function pairName(...parts: readonly string[]): string {
  return parts.join('\n')
}

function pick<T>(all: readonly T[], random: () => number): T {
  return all[Math.floor(random() * all.length)]!
}

function shuffled<T>(all: readonly T[], random: () => number): readonly T[] {
  return all
    .map((each) => [random(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each)
}
