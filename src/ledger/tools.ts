import type { StatementSync } from 'node:sqlite'

/** What a table of the ledger needs of its database. */
export interface TableTools {
  /** Prepared once, however often it is asked for. */
  statement(sql: string): StatementSync
  /** Runs the work in one transaction, or as part of the one that is open. */
  together<T>(work: () => T): T
}
