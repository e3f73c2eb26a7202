import type { Ledger } from '../../../ledger/ledger.ts'
import type { Message } from '../../../ledger/message.ts'
import type { Language } from '../../../problems/language.ts'
import { rowResult } from '../answer/row-result.ts'

/** A row of a file that asks for no card, and why: the line of its answer, told before the run. */
export interface RowPlan {
  readonly file: string
  /** As the answer numbers it, from 1. */
  readonly row: number
  readonly kind: string
  readonly id: string
  readonly action: RowGroup
  readonly code: string
  readonly text: string
}

export type RowGroup = (typeof actions)[keyof typeof actions]

export type RowCounts = Readonly<Record<RowGroup, number>>

/** Those rows in the order of files and rows, a batch at a time. One that is known already and says nothing new is none of them. */
export async function* rowPlans(
  ledger: Pick<Ledger, 'cards'>,
  messages: readonly Message[],
  language: Language,
): AsyncGenerator<readonly RowPlan[]> {
  for (const { number, name } of messages) {
    for await (const rows of ledger.cards.settledRows(number, Object.keys(actions))) {
      yield rows.map((each) => {
        const { row, kind, id } = each
        const { action, code, text } = rowResult(each, language).main
        return { file: name, row, kind, id, action: actions[action as keyof typeof actions], code, text }
      })
    }
  }
}

export async function countRowPlans(plans: AsyncIterable<readonly RowPlan[]>): Promise<RowCounts> {
  const counts = { refuse: 0, review: 0, wait: 0, skip: 0 }
  for await (const rows of plans) for (const { action } of rows) counts[action] += 1
  return counts
}

// Outcomes of rows → words of a plan.
const actions = { refused: 'refuse', review: 'review', waiting: 'wait', skipped: 'skip' } as const
