import { resolve } from 'node:path'
import type { ImportEntity } from '../bitrix24/import-csv/entity.ts'
import { convertFiles } from '../exchange/convert-files.ts'
import { exchangesOf } from '../exchange/folder/home.ts'
import { problem } from '../problems/problem.ts'
import { convertJson, convertLines } from '../report/convert-report.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import { showRowsDone } from '../report/rows-done.ts'
import type { Terminal } from '../report/terminal.ts'
import { parseSettings } from '../settings/parse-settings.ts'
import type { Settings } from '../settings/settings.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { compareHeaders } from './compare-headers.ts'
import { exitCodes } from './exit-codes.ts'
import { expandFiles } from './expand-files.ts'
import { loadSettings } from './load-settings.ts'

export interface ConvertArguments {
  readonly files?: readonly string[]
  readonly out: string | undefined
  readonly settings: string | undefined
  readonly encoding: string | undefined
  readonly checkHeaders: string | undefined
  readonly entity: ImportEntity | undefined
}

/** `obmen24 convert FILE… --out DIR`: import files out of 1C files, without an exchange folder and without a memory. */
export async function convert(context: CommandContext, args: ConvertArguments): CommandResult {
  const loaded = await settingsOf(context, args)
  if (loaded === null) return exitCodes.usage
  const { settings, terminal } = loaded
  if (args.checkHeaders !== undefined) return compareHeaders(context, terminal, settings, args.checkHeaders, args.entity)
  const words = texts[terminal.language]
  if (args.out === undefined || args.files === undefined || args.files.length === 0) {
    if (terminal.json) terminal.object({ error: { code: 'usage', message: words.usage } })
    terminal.warn(words.usage)
    return exitCodes.usage
  }
  const { files, missing } = await expandFiles(args.files, context.cwd)
  if (missing.length > 0) {
    const problems = missing.map((name) => problem('command.no-file', { name }))
    if (terminal.json) terminal.object({ error: problemJson(problems[0]!, terminal.language) })
    printProblems(problems, terminal)
    return exitCodes.usage
  }
  const result = await convertFiles(files, {
    settings,
    exchanges: exchangesOf(settings),
    language: terminal.language,
    out: resolve(context.cwd, args.out),
    encoding: args.encoding,
    progress: showRowsDone(terminal),
  })
  terminal.progress('')
  if (terminal.json) terminal.object(convertJson(result, terminal.language))
  printProblems(result.problems, terminal)
  for (const line of convertLines(result, terminal)) terminal.say(line)
  return result.answers.some(({ verdict, counts }) => verdict === 'refused' || counts.refused > 0)
    ? exitCodes.partly
    : exitCodes.done
}

async function settingsOf(
  context: CommandContext,
  { settings: path }: ConvertArguments,
): Promise<{ settings: Settings; terminal: Terminal } | null> {
  if (path !== undefined) return loadSettings(context, path)
  const { settings } = parseSettings('')
  return settings === null ? null : { settings, terminal: context.terminal }
}

const texts = {
  ru: {
    usage: 'Назовите файлы и папку: obmen24 convert ФАЙЛ… --out ПАПКА',
  },
  en: {
    usage: 'Name the files and the folder: obmen24 convert FILE… --out DIR',
  },
}
