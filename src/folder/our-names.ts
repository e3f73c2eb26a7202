import { randomUUID } from 'node:crypto'
import { limitName } from './safe-name.ts'

// Everything that we put beside other people's files begins alike, is never an input, and tells by its name what a next
// start should do with it.
const prefix = '.~obmen24-'
const tempPrefix = `${prefix}tmp-`
const asidePrefix = `${prefix}new-`
const takenPrefix = `${prefix}taken-`

/** Half-made; worth nothing after a crash. */
export function tempName(): string {
  return `${tempPrefix}${randomUUID()}`
}

/** Complete new content of `target`, not yet in its place; the next start puts it there. */
export function asideName(target: string): string {
  return `${asidePrefix}${target}`
}

/** An input on another device, set apart in its own folder while it is copied. */
export function takenName(claimId: string, name: string): string {
  return `${takenPrefix}${claimId} ${limitName(name)}`
}

export function isOurs(name: string): boolean {
  return name.startsWith(prefix)
}

export function isTemp(name: string): boolean {
  return name.startsWith(tempPrefix)
}

/** The target's name, or null when this is no such file. */
export function targetOfAside(name: string): string | null {
  return name.startsWith(asidePrefix) ? name.slice(asidePrefix.length) : null
}

/** Claim id and first name of an input set apart, or null. */
export function partsOfTaken(name: string): { readonly claimId: string; readonly name: string } | null {
  const space = name.indexOf(' ')
  if (!name.startsWith(takenPrefix) || space < 0) return null
  return { claimId: name.slice(takenPrefix.length, space), name: name.slice(space + 1) }
}
