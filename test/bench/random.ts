/** Numbers that look random and are the same in every run, so that two machines measure the same bytes. */
export interface Random {
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
  digits(count: number): string
  guid(): string
}

/** mulberry32: small, fast, good enough for file contents. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number) => next() % limit
  const hex = () => next().toString(16).padStart(8, '0')
  return {
    below,
    pick: (list) => list[below(list.length)]!,
    chance: (share) => next() / 0x1_0000_0000 < share,
    digits(count) {
      let text = ''
      while (text.length < count) text += String(below(1_000_000_000)).padStart(9, '0')
      return text.slice(0, count)
    },
    guid() {
      const [a, b, c, d] = [hex(), hex(), hex(), hex()]
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-a${c.slice(1, 4)}-${c.slice(4)}${d}`
    },
  }
}
