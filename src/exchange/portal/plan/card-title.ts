import type { Told } from './open-card.ts'

/** How the card is called, for people. */
export function cardTitle(told: Told): string {
  if (told.entity === 'file') return (told as Extract<Told, { entity: 'file' }>).file.name
  const { draft } = told as Exclude<Told, { entity: 'file' }>
  if (draft.kind !== 'contact') return draft.title
  return [draft.lastName, draft.firstName, draft.secondName].filter((part) => part !== '').join(' ')
}
