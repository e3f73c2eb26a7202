import type { WantedRow } from '../../../bitrix24/crm/wanted-card.ts'

/** How values of the portal are compared, whose text may differ from the one that was sent (`bitrix24-rest.md §2.5, §12`). */
export interface Comparison {
  /** Do the two canonical texts of that field say the same? */
  value(field: string, a: string, b: string): boolean
  /** Equal for two spellings of one number, address or site. */
  point(typeId: string, value: string): string
  /** Do the rows of two documents say the same, in the same order? */
  rows(a: readonly WantedRow[], b: readonly WantedRow[]): boolean
}
