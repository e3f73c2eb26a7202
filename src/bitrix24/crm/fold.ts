import { squeeze } from '../../values/text.ts'

/** Names that people take for the same: case, ё, kinds of spaces and of quotes do not count. */
export function fold(text: string): string {
  return squeeze(text)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[«»“”„"'’`]/g, '"')
}

/** The only one of the list, or null where there is none or several. */
export function onlyOne<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Names for a message: what is nearest comes with it, so a dozen is enough. */
export function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 12)
  return shown.join(', ') + (names.length > shown.length ? ' …' : '')
}
