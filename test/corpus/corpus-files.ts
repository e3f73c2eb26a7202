import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { exchangesOf } from '../../src/exchange/folder/home.ts'
import { readOptions } from '../../src/exchange/read-options.ts'
import { createRoutes } from '../../src/exchange/routes.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'

/** 131 files that real bases wrote; they lie beside the repository, never in it. */
const corpus = join(import.meta.dirname, '../../../shared/corpus')

export const skip = existsSync(corpus) ? false : 'the corpus of real files (../shared/corpus) is not here'

export interface CorpusFile {
  readonly path: string
  /** Below the corpus, with `/`. */
  readonly name: string
  /** What INDEX.md says: the encoding that people found the file to be in. */
  readonly encoding: string
}

/** All files, each with its line of INDEX.md. */
export function corpusFiles(): readonly CorpusFile[] {
  const encodings = new Map(indexRows().map(([name = '', , , encodings = '']) => [name, actual(encodings)]))
  const names = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(corpus, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => name !== 'INDEX.md' && name !== 'CENSUS.md')
  return names.sort().map((name) => {
    const encoding = encodings.get(name)
    if (encoding === undefined) throw new Error(`${name} is not in INDEX.md`)
    return { path: join(corpus, name), name, encoding }
  })
}

/** Reading as `obmen24 inspect` does it without settings. */
export function usualReading() {
  const { settings } = parseSettings('')
  if (settings === null) throw new Error('the usual settings are not valid')
  return readOptions(settings, createRoutes(exchangesOf(settings)))
}

function indexRows(): readonly (readonly string[])[] {
  const lines = readFileSync(join(corpus, 'INDEX.md'), 'utf8').split('\n')
  return lines
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1)
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
}

/** `windows-1251 / utf-8 +BOM` → `utf-8`. */
function actual(encodings: string): string {
  return encodings.split('/').at(-1)!.replace('+BOM', '').trim()
}
