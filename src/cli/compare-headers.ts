import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { checkHeaders, type HeaderCheck } from '../bitrix24/import-csv/check-headers.ts'
import type { ImportEntity } from '../bitrix24/import-csv/entity.ts'
import { exchangesOf } from '../exchange/folder/home.ts'
import { profileOf } from '../exchange/profile.ts'
import { problem } from '../problems/problem.ts'
import { headerJson, headerLines } from '../report/header-report.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import type { Terminal } from '../report/terminal.ts'
import type { Settings } from '../settings/settings.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodes } from './exit-codes.ts'

/** `obmen24 convert --check-headers SAMPLE.csv`: our columns against those of a sample that the portal gave. */
export async function compareHeaders(
  { cwd }: CommandContext,
  terminal: Terminal,
  settings: Settings,
  sample: string,
  entity: ImportEntity | undefined,
): CommandResult {
  const bytes = await readFile(resolve(cwd, sample)).catch(() => null)
  if (bytes === null) {
    const found = problem('command.no-file', { name: sample })
    if (terminal.json) terminal.object({ error: problemJson(found, terminal.language) })
    printProblems([found], terminal)
    return exitCodes.usage
  }
  const profile = profileOf(settings.bitrix24, exchangesOf(settings))
  const checks = (entity === undefined ? entities : [entity]).map((each) => ({
    entity: each,
    check: checkHeaders(bytes, each, profile),
  }))
  // What the sample is of, unless told: the entity that recognises most of its columns.
  const best = checks.reduce((one, other) => (known(other.check) > known(one.check) ? other : one))
  if (terminal.json) terminal.object(headerJson(sample, best.entity, best.check, terminal.language))
  else for (const line of headerLines(sample, best.entity, best.check, terminal)) terminal.out(line)
  const { missing, renamed, form } = best.check
  return missing.length > 0 || renamed.length > 0 || form === 'unknown' ? exitCodes.partly : exitCodes.done
}

const entities: readonly ImportEntity[] = ['company', 'contact', 'deal', 'product']

function known({ matched, renamed, extra }: HeaderCheck): number {
  return matched.length + renamed.length - extra.length
}
