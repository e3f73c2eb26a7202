import type { Card, CardResult, CardRow, NewCard } from '../../src/ledger/cards.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import type { Link } from '../../src/ledger/links.ts'

export function newCard(key: string, given: Partial<NewCard> = {}): NewCard {
  return {
    entity: 'company',
    key,
    told: `told of ${key}`,
    hash: `hash of ${key}`,
    rules: '{}',
    generated: '',
    message: 1,
    ...given,
  }
}

export function link(key: string, portalId: number, given: Partial<Link> = {}): Link {
  const about = { entity: 'company', told: '{}', hash: 'h', generated: '', message: 1, run: 1, at: '2026-03-05T09:05:07+03:00' }
  return { ...about, key, portalId, ...given }
}

export function row(message: number, number: number, card: number | null, given: Partial<CardRow> = {}): CardRow {
  return { message, row: number, kind: 'counterparty', id: `id ${number}`, card, people: [], result: null, hash: '', ...given }
}

export function result(action: string, portalId: number | null = null): CardResult {
  return { action, code: '', text: '', portalId }
}

/** Begins a run and stages cards of these keys, told by the message of that number. */
export async function stageKeys(
  ledger: Ledger,
  keys: readonly string[],
  { message = 1, direction = 'in' }: { readonly message?: number; readonly direction?: 'in' | 'undo' | 'retry' } = {},
): Promise<{ readonly run: number; readonly cards: readonly Card[] }> {
  const { number: run } = await ledger.beginRun('2026-03-05T09:05:07+03:00', [], direction)
  return {
    run,
    cards: await ledger.cards.stage(
      run,
      keys.map((key) => newCard(key, { message })),
    ),
  }
}

/** Ends the cards of a run with that action, and the run. */
export async function end(ledger: Ledger, run: number, cards: readonly Card[], action: string): Promise<void> {
  await ledger.cards.done(
    run,
    cards.map(({ number }) => ({ number, result: result(action, action === 'created' ? number : null) })),
  )
  await ledger.finishRun(run, '2026-03-05T09:06:00+03:00', {})
}

export const start = { run: 0, number: 0 } as const

export function keysOf(cards: readonly Pick<Card, 'key'>[]): readonly string[] {
  return cards.map(({ key }) => key)
}
