import type { ToldCard } from '../told-card.ts'

/** How the card is called, for people. */
export function cardTitle({ draft }: Pick<ToldCard, 'draft'>): string {
  if (draft.kind === 'company') return draft.title
  return [draft.lastName, draft.firstName, draft.secondName].filter((part) => part !== '').join(' ')
}
