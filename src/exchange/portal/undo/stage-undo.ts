import type { Ledger } from '../../../ledger/ledger.ts'

/** What an undo knows of a card instead of the rules of an exchange: where its changes stand in the journal. */
export interface UndoOf {
  readonly run: number
  readonly card: number
}

/** Puts the cards that a run changed into the run that takes it back, the newest first. */
export async function stageUndo(ledger: Ledger, run: number, undoOf: number): Promise<void> {
  for await (const operations of ledger.operations.done(undoOf)) {
    const numbers = [...new Set(operations.map(({ card }) => card))]
    const cards = await ledger.cards.byNumbers(undoOf, numbers)
    await ledger.cards.stage(
      run,
      [...cards]
        .sort((a, b) => b.number - a.number)
        .map(({ entity, key, told, hash, generated, message, number }) => {
          const source: UndoOf = { run: undoOf, card: number }
          return { entity, key, told, hash, rules: JSON.stringify(source), generated, message }
        }),
    )
  }
}
