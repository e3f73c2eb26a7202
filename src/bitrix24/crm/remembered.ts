import type { Directories } from './directories.ts'

/**
 * A look-up that every card asks again, remembered for as long as the directories it was asked of. The thousand cards of a
 * file name the same few users and fields.
 */
export function remembered<T>(
  lookUp: (directories: Directories, word: string) => T,
): (directories: Directories, word: string) => T {
  const known = new WeakMap<Directories, Map<string, T>>()
  return (directories, word) => {
    const words = known.get(directories) ?? new Map<string, T>()
    known.set(directories, words)
    const before = words.get(word)
    if (before !== undefined) return before
    const found = lookUp(directories, word)
    if (words.size < mostWords) words.set(word, found)
    return found
  }
}

const mostWords = 10_000
