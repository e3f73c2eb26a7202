import type { Handler } from './handler.ts'
import { because, refusal } from './outcome.ts'
import type { Workshop } from './workshop.ts'

/** Rows of a table that nobody can make sense of: each is answered, nothing is guessed. */
export function unknownTableHandler({ language }: Workshop): Handler {
  return {
    handle: async (rows) =>
      rows.map((row) =>
        row.record === null ? refusal(row.problems, language) : because('skipped', 'exchange.table-unknown', language),
      ),
  }
}
