import type { Teller, ToldCard } from '../told-card.ts'

/**
 * Does `one` know more of a person than `other`? A table of contact persons knows more than the list of counterparties, and a
 * company says little of its people.
 */
export function isFuller(one: Pick<ToldCard, 'by'>, other: Pick<ToldCard, 'by'>): boolean {
  return rankOf(one) > rankOf(other)
}

function rankOf({ by }: Pick<ToldCard, 'by'>): number {
  return by === undefined ? -1 : tellers.indexOf(by)
}

const tellers: readonly Teller[] = ['representative', 'counterparty', 'contactPerson']
