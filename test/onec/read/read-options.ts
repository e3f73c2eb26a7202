import { guessKind } from '../../../src/onec/read/csv/guess-kind.ts'
import type { ReadOptions } from '../../../src/onec/read/open-input.ts'

/** Reading without settings, but for limits that no test file reaches. */
export const options: ReadOptions = {
  zip: { maxEntries: 100, maxBytes: 10_000_000, maxRatio: 1000 },
  shapeOf: () => ({}),
  isConfirmation: () => false,
  tableOf: (_name, columns) => ({ kind: guessKind(columns) ?? 'row' }),
}
