import type { CardRow } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { StagedRow } from './shop.ts'

/**
 * Tells the rows of a document that came in a table of their own what became of it: every row has an outcome (DESIGN.md §3.5). Rows of an
 * earlier run that waited for their document show its card from now on; an outcome with a `document` says that it is still waited for.
 */
export async function tellRows(
  ledger: Ledger,
  { id, message }: { readonly id: string; readonly message: number },
  outcome: StagedRow,
): Promise<void> {
  const rows = await ledger.cards.rowsAwaiting(id, message)
  if (rows.length > 0) await ledger.cards.retellRows(rows.map((row) => toldRow(row, outcome)))
}

function toldRow(row: CardRow, { card, result, document }: StagedRow): CardRow {
  const { document: _awaited, ...rest } = row
  const told = card === null && result !== null ? withNote(result, noteOf(row)) : noteOf(row)
  return { ...rest, card, result: told, ...(document === undefined ? {} : { document }) }
}

/** What was found about the row itself, as long as nothing else was told of it. */
function noteOf({ result }: CardRow): CardRow['result'] {
  return result?.action === '' ? result : null
}

function withNote(result: Exclude<CardRow['result'], null>, note: CardRow['result']): CardRow['result'] {
  if (note === null) return result
  return { ...result, code: result.code || note.code, text: `${result.text} ${note.text}`.trim() }
}
