import { join } from 'node:path'
import type { ProblemTally } from '../../bitrix24/import-csv/problem-tally.ts'
import { type FolderPlaced, placeFolder } from '../../folder/place-folder.ts'
import type { Run } from '../../ledger/message.ts'
import { dayOf } from '../clock.ts'
import type { ImportFileFacts } from '../import-set.ts'
import { writeInstructions } from '../instructions.ts'
import type { Home } from './home.ts'

export interface FinishedSet {
  readonly files: readonly ImportFileFacts[]
  readonly tally: ProblemTally
}

/**
 * The finished set appears at once, named by day and run: `2026-11-21 000012`. A folder of that name with other content is
 * a person's (who worked in it, or began the memory of the exchange anew): then the set stands beside it as `… (2)`, the
 * same one however often the run is done again.
 */
export async function publishSet(home: Home, run: Run, temp: string, { files, tally }: FinishedSet): Promise<FolderPlaced> {
  await writeInstructions(temp, { settings: home.settings, exchanges: home.exchanges, files, tally })
  const final = join(home.folders.import, `${dayOf(run.startedAt)} ${String(run.number).padStart(6, '0')}`)
  for (let number = 1; ; number++) {
    const placed = await placeFolder(temp, number === 1 ? final : `${final} (${number})`)
    if (placed.kind !== 'failed' || placed.problem.code !== 'folder.set-exists') return placed
  }
}
