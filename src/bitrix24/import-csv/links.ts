import { cellText } from './cell.ts'

/**
 * Names under which cards stand in the files of one set, so that a link to a name that is not there, or is there twice, is seen
 * before the portal loses it (`bitrix24-csv-import.md §11`). Whoever holds more names than memory takes keeps them elsewhere.
 */
export interface LinkBook {
  add(kind: LinkKind, name: string): void
  /** How many cards have exactly this name. */
  count(kind: LinkKind, name: string): number
}

export type LinkKind = 'company' | 'contact'

/** Keeps the names in memory: for sets of up to some hundred thousand cards. */
export function memoryLinkBook(): LinkBook {
  const counts = { company: new Map<string, number>(), contact: new Map<string, number>() }
  return {
    add(kind, name) {
      const text = cellText(name)
      counts[kind].set(text, (counts[kind].get(text) ?? 0) + 1)
    },
    count: (kind, name) => counts[kind].get(cellText(name)) ?? 0,
  }
}

/** `Имя Фамилия`: the name by which the portal finds a contact (`§6`). */
export function linkName({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  return cellText(`${firstName} ${lastName}`)
}
