import type { DiffRules } from './diff-rules.ts'

export interface ContactsInput {
  /** Portal ids of the people that 1C names in the document, the main one first; now, and when it was last confirmed. */
  readonly now: readonly number[]
  readonly base: readonly number[]
  readonly held: readonly number[]
  readonly blanks: DiffRules['blanks']
}

/**
 * The whole new set, or null: nothing changes. People that 1C names anew are added; one whom a manager unbound stays unbound, and
 * whom a manager added stays. Whom 1C named before and names no longer goes only where the settings say that a blank erases.
 */
export function diffContacts({ now, base, held, blanks }: ContactsInput): readonly number[] | null {
  const missing = now.filter((id) => !held.includes(id) && !base.includes(id))
  const kept = blanks === 'keep' ? held : held.filter((id) => now.includes(id) || !base.includes(id))
  if (missing.length === 0 && kept.length === held.length) return null
  const all = [...new Set([...kept, ...missing])]
  const [main] = now
  // The first one is the main contact of the card (`bitrix24-rest.md §2.7`). Whom a manager put there stays.
  const isMainOf1c = held.length === 0 || held[0] === base[0]
  if (main === undefined || main === base[0] || !isMainOf1c || !all.includes(main)) return all
  return [main, ...all.filter((id) => id !== main)]
}
