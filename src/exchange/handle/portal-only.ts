import type { Handler } from './handler.ts'
import { because, refusal } from './outcome.ts'
import type { Workshop } from './workshop.ts'

/** Rows that only a portal can take: the import files have no place for invoices, contracts, files and confirmations. */
export function portalOnlyHandler({ language }: Workshop): Handler {
  return {
    handle: async (rows) =>
      rows.map((row) =>
        row.record === null ? refusal(row.problems, language) : because('skipped', 'exchange.needs-portal', language),
      ),
  }
}
