import { DatabaseSync } from 'node:sqlite'
import { schemaSteps } from './schema.ts'

/**
 * Opens the ledger file and brings its tables up to date. `durable`: every commit is on the disk before it returns (a run
 * of an exchange); otherwise the file is scratch, and speed is all that counts (a conversion without an exchange folder).
 */
export function openDatabase(path: string, durable: boolean): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 10_000 })
  try {
    database.exec(
      durable
        ? 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32000'
        : 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000',
    )
    // A step may build a table anew that others refer to, which SQLite allows only without its watch over references.
    database.exec('PRAGMA foreign_keys = OFF')
    upgrade(database)
    database.exec('PRAGMA foreign_keys = ON')
  } catch (error) {
    // An open file could be neither moved nor deleted on Windows.
    database.close()
    throw error
  }
  return database
}

/** Runs the work in one transaction; whatever it throws undoes all of it. Inside another one it is simply part of that. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  if (database.isTransaction) return work()
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function upgrade(database: DatabaseSync): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > schemaSteps.length) {
    throw new Error(
      `The ledger was written by a newer obmen24 (version ${version} of its tables, this program knows ${schemaSteps.length})`,
    )
  }
  for (let step = version; step < schemaSteps.length; step += 1) {
    inTransaction(database, () => {
      database.exec(schemaSteps[step]!)
      database.exec(`PRAGMA user_version = ${step + 1}`)
    })
  }
}
