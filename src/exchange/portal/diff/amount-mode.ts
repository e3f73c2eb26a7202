import type { FieldValues } from '../../../bitrix24/crm/change.ts'
import { addUpTo } from '../../../bitrix24/crm/resolve-rows.ts'
import type { WantedRow } from '../../../bitrix24/crm/wanted-card.ts'

export interface AmountInput {
  /** What 1C says of the card. */
  readonly now: FieldValues
  /** What is going to be written of it. */
  readonly fields: FieldValues
  /** Rows that the card will have; null: it is not known. */
  readonly rows: readonly WantedRow[] | null
  readonly held: FieldValues
}

/**
 * «Ручной режим суммы» of a card whose amount or rows are written: the portal counts the amount out of the rows unless it is kept by
 * hand, and the amount of 1C has to stand to the kopeck (`bitrix24-rest.md §2.7`), also beside rows that a manager put there. '' : as
 * it is.
 */
export function amountMode({ now, fields, rows, held }: AmountInput): 'Y' | 'N' | '' {
  const told = now['isManualOpportunity'] ?? ''
  if (told !== 'Y' && told !== 'N') return ''
  const amount = fields['opportunity'] ?? held['opportunity'] ?? ''
  const isOff = rows !== null && !addUpTo(rows, amount || '0')
  const mode = told === 'N' && isOff ? 'Y' : told
  return mode === (held['isManualOpportunity'] ?? '') ? '' : mode
}
