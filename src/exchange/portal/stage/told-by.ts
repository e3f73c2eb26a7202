import type { Teller, ToldCard } from '../told-card.ts'

/**
 * Does `one` know more of a card than `other`? A table of contact persons knows more than the list of counterparties, a company says
 * little of its people, and a document least of its client.
 */
export function isFuller(one: Pick<ToldCard, 'by'>, other: Pick<ToldCard, 'by'>): boolean {
  return rankOf(one) > rankOf(other)
}

function rankOf({ by }: Pick<ToldCard, 'by'>): number {
  return by === undefined ? -1 : tellers.indexOf(by)
}

const tellers: readonly Teller[] = ['document', 'representative', 'counterparty', 'contactPerson']
