import type { PortalUser } from './directories.ts'
import { fold, onlyOne } from './fold.ts'
import { remembered } from './remembered.ts'

export type FoundUser =
  | { readonly kind: 'found'; readonly id: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly users: readonly PortalUser[] }
  /** The webhook may not read users: a number is believed, a name cannot be found. */
  | { readonly kind: 'unreadable' }

/** An active user by id, by e-mail, or by name in any order of its words: «Мария Ларина», «Ларина Мария Олеговна». */
export const findUser = remembered((directories, text): FoundUser => {
  const word = text.trim()
  const isId = /^\d+$/.test(word)
  if (directories.users === null) return isId ? { kind: 'found', id: Number(word) } : { kind: 'unreadable' }
  const found = directories.users.filter((user) => (isId ? user.id === Number(word) : isCalled(user, word)))
  const one = onlyOne(found)
  if (one !== null) return { kind: 'found', id: one.id }
  return found.length === 0 ? { kind: 'none' } : { kind: 'several', users: found }
})

/** How people know a user: «Мария Ларина». */
export function userName({ firstName, lastName, email, id }: PortalUser): string {
  return [firstName, lastName].filter((part) => part !== '').join(' ') || email || String(id)
}

function isCalled({ email, firstName, lastName, secondName }: PortalUser, word: string): boolean {
  if (word.includes('@')) return fold(email) === fold(word)
  const said = words(word)
  const needed = [...words(firstName), ...words(lastName)]
  const allowed = [...needed, ...words(secondName)]
  return (
    needed.length > 0 &&
    said.length > 0 &&
    needed.every((each) => said.includes(each)) &&
    said.every((each) => allowed.includes(each))
  )
}

function words(text: string): readonly string[] {
  return fold(text).split(' ').filter(Boolean)
}
