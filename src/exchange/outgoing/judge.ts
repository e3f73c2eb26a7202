import { type Parts, samePart } from './parts.ts'

/** All that is known of one card when it is asked whether people have changed it. */
export interface Sides {
  /** As the portal holds it. */
  readonly now: Parts
  /** As it was last sent or agreed, and what 1C had told by then; null: it was never looked at. */
  readonly before: { readonly known: Parts; readonly told: Parts | null } | null
  /** What 1C told last; null: it never did. */
  readonly told: Parts | null
  /** Has the portal confirmed what 1C told after `before`? */
  readonly isToldAnew: boolean
  /** Parts that 1C has not shown to have as they were sent: it may load them after it told something else. */
  readonly unread: readonly string[]
  /** What the exchange itself wrote last, since `before` or ever. */
  readonly own: Parts
  /** What it may have written: the outcome is not known. */
  readonly maybe: Parts
  /** Did the exchange make the card? One that was found had a life of its own. */
  readonly isMade: boolean
}

/**
 * Parts that people changed and 1C does not know of. What the exchange itself wrote is never one of them (systems.md D3), and
 * neither is what 1C has told in the same words meanwhile. Every part that was sent once counts as known to 1C until the card says
 * something else: nothing that comes from 1C makes it go out again, so that two sides can never talk in circles.
 */
export function changedParts(sides: Sides): readonly string[] {
  return Object.keys(sides.now).filter((name) => isChanged(name, sides))
}

function isChanged(name: string, { now, before, told, isToldAnew, unread, own, maybe, isMade }: Sides): boolean {
  const accepts = (value: string | undefined) => isSame(name, now[name], value)
  if (accepts(maybe[name])) return false
  if (before !== null) {
    const agreed = own[name] ?? before.known[name]
    // A part that the settings name only now.
    if (agreed === undefined || accepts(agreed)) return false
    return (
      unread.includes(name) || !(isToldAnew && told !== null && isNewWord(name, sideOf(before.told), told) && accepts(told[name]))
    )
  }
  if (own[name] !== undefined) return !accepts(own[name]) && !accepts(told?.[name])
  const word = told?.[name]
  if (word !== undefined) return !(accepts(word) || (name === 'contactIds' && isAmong(word, now[name]!)))
  // 1C never told this part. On a card that the exchange made, it began as nothing; on one that was found, nobody knows.
  return isMade && !madeUp.has(name) && !accepts('')
}

// A card that was found may have people of its own besides those that 1C names.
function isAmong(word: string, now: string): boolean {
  const there = now.split(',')
  return word.split(',').every((id) => there.includes(id))
}

// The portal gives every card a stage and a currency.
const madeUp: ReadonlySet<string> = new Set(['stageId', 'currencyId'])

function isNewWord(name: string, before: Parts, told: Parts): boolean {
  return told[name] !== undefined && !isSame(name, told[name], before[name])
}

function isSame(name: string, one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && samePart(name, one, other)
}

function sideOf(parts: Parts | null): Parts {
  return parts ?? {}
}
