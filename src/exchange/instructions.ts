import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { instructionsPage } from '../bitrix24/import-csv/instructions.ts'
import type { ProblemTally } from '../bitrix24/import-csv/problem-tally.ts'
import type { Exchange, Settings } from '../settings/settings.ts'
import { type ImportFileFacts, importFileNames } from './import-set.ts'
import { profileOf } from './profile.ts'

export interface InstructionsFacts {
  readonly settings: Pick<Settings, 'bitrix24' | 'language'>
  readonly exchanges: readonly Exchange[]
  readonly files: readonly ImportFileFacts[]
  readonly tally: ProblemTally
}

/** Writes the page that tells the operator how to upload the files beside it. */
export async function writeInstructions(folder: string, { settings, exchanges, files, tally }: InstructionsFacts): Promise<void> {
  const { language } = settings
  const page = instructionsPage({
    language,
    profile: profileOf(settings.bitrix24, exchanges),
    files: files.map(({ entity, cards, rows, leftOut }) => ({
      entity,
      fileName: importFileNames[entity],
      records: cards,
      rows,
      leftOut,
    })),
    problems: tally,
    checkCommand: 'obmen24 convert --check-headers sample.csv',
  })
  await writeFile(join(folder, pageNames[language]), page, 'utf8')
}

const pageNames = { ru: 'КАК-ЗАГРУЗИТЬ.html', en: 'HOW-TO-IMPORT.html' } as const
