import { exchangesOf } from '../../../src/exchange/folder/home.ts'
import { readOptions } from '../../../src/exchange/read-options.ts'
import { createRoutes } from '../../../src/exchange/routes.ts'
import type { ReadOptions } from '../../../src/onec/read/open-input.ts'
import type { ReadRow } from '../../../src/onec/read/reading.ts'
import { parseSettings } from '../../../src/settings/parse-settings.ts'

/** How `obmen24 inspect` reads without settings. */
export function usualReading(): ReadOptions {
  const settings = parseSettings('').settings!
  return readOptions(settings, createRoutes(exchangesOf(settings)))
}

/** Counts good rows by kind, so that the bench can tell a fast reader from one that lost something. */
export class Tally {
  readonly counts: Record<string, number> = {}

  add(rows: readonly ReadRow[]): void {
    for (const { record } of rows) if (record !== null) this.counts[record.kind] = (this.counts[record.kind] ?? 0) + 1
  }
}

export function tell(counts: Readonly<Record<string, number>>): void {
  process.stdout.write(JSON.stringify(counts))
}
