import { pointKey, sameValue } from '../../../bitrix24/crm/canonical.ts'
import { sameRows } from '../../../bitrix24/crm/rows-text.ts'
import type { Comparison } from '../diff/comparison.ts'

/** How values of 1C and of the portal are compared. */
export const comparison: Comparison = { value: sameValue, point: pointKey, rows: sameRows }
