import { isAbsolute, relative } from 'node:path'
import { exchangesOf } from '../exchange/folder/home.ts'
import { readOptions } from '../exchange/read-options.ts'
import { createRoutes } from '../exchange/routes.ts'
import { type OpenedInput, openInput, type ReadOptions } from '../onec/read/open-input.ts'
import { readPart } from '../onec/read/read-part.ts'
import { type Problem, problem } from '../problems/problem.ts'
import { factsJson, factsLines, noFactsJson } from '../report/facts.ts'
import { printProblems } from '../report/problem-lines.ts'
import { recordJson } from '../report/record-json.ts'
import type { Terminal } from '../report/terminal.ts'
import { parseSettings } from '../settings/parse-settings.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { expandFiles } from './expand-files.ts'
import { loadSettings } from './load-settings.ts'

export interface InspectArguments {
  readonly files: readonly string[]
  readonly records?: boolean
  readonly settings: string | undefined
  readonly encoding: string | undefined
}

/** `obmen24 inspect FILE…`: what files are and hold. Changes nothing and needs no exchange folder. */
export async function inspect(context: CommandContext, args: InspectArguments): CommandResult {
  const { terminal, cwd } = context
  const reading = await readingOf(context, args)
  if (reading === null) return exitCodes.usage
  const { files, missing } = await expandFiles(args.files, cwd)
  for (const name of missing) printUnread(name, problem('command.no-file', { name }), terminal)
  let code: ExitCode = missing.length > 0 ? exitCodes.usage : exitCodes.done
  for (const path of files) {
    const fine = await inspectOne(terminal, path, shownName(path, cwd), args.records === true, reading)
    if (!fine && code === exitCodes.done) code = exitCodes.partly
  }
  return code
}

/** False for a file that is refused. One that cannot even be read does not keep the others from being shown. */
async function inspectOne(
  terminal: Terminal,
  path: string,
  name: string,
  records: boolean,
  reading: ReadOptions,
): Promise<boolean> {
  let input: OpenedInput
  try {
    input = await openInput(path, name, reading)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error
    printUnread(name, problem('command.unreadable', { reason: code }, { file: name }), terminal)
    return false
  }
  try {
    if (records) await printRecords(terminal, input, reading)
    else if (terminal.json) terminal.object(factsJson(input.facts, terminal.language))
    else for (const line of factsLines(input.facts, terminal)) terminal.out(line)
    return input.facts.error === null
  } finally {
    await input.close()
  }
}

async function printRecords(terminal: Terminal, input: OpenedInput, reading: ReadOptions): Promise<void> {
  const { error } = input.facts
  if (error !== null && terminal.json) terminal.object(factsJson(input.facts, terminal.language))
  if (error !== null) for (const line of factsLines(input.facts, terminal)) terminal.warn(line)
  for (const part of input.parts) {
    for await (const rows of readPart(part, reading)) {
      for (const row of rows) terminal.object(recordJson(row, terminal.language))
      await terminal.caughtUp()
    }
  }
}

function printUnread(name: string, found: Problem, terminal: Terminal): void {
  if (terminal.json) terminal.object(noFactsJson(name, found, terminal.language))
  printProblems([found], terminal)
}

/** As a person would name it: from where they stand, unless that leads up and away. */
function shownName(path: string, cwd: string): string {
  const near = relative(cwd, path)
  return near.startsWith('..') || isAbsolute(near) ? path : near
}

async function readingOf(context: CommandContext, args: InspectArguments): Promise<ReadOptions | null> {
  const settings =
    args.settings === undefined ? parseSettings('').settings : (await loadSettings(context, args.settings))?.settings
  if (settings === undefined || settings === null) return null
  const options = readOptions(settings, createRoutes(exchangesOf(settings)))
  return args.encoding === undefined ? options : { ...options, encoding: args.encoding }
}
