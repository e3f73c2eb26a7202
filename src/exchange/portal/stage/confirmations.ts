import type { ReadRow } from '../../../onec/read/reading.ts'
import type { RowSource } from '../../handle/handler.ts'
import { because, outcome, refusal } from '../../handle/outcome.ts'
import { type StagedRow, type StageShop, settled } from './shop.ts'

/** Confirmations of 1C: what was sent to it up to that message it has. */
export async function stageConfirmations(
  { confirm, language }: StageShop,
  rows: readonly ReadRow[],
  { file }: RowSource,
): Promise<readonly StagedRow[]> {
  const staged: StagedRow[] = []
  for (const { record, problems } of rows) {
    if (record?.kind !== 'confirmation') {
      staged.push(settled(refusal(problems, language)))
      continue
    }
    const { message } = record
    const taken = confirm === undefined ? 'taken' : await confirm(message, file)
    staged.push(
      settled(
        taken === 'taken'
          ? outcome('remembered', record.problems, language)
          : because('skipped', 'exchange.confirmation-unknown', language, { number: message }),
      ),
    )
  }
  return staged
}
