import yargs, { type Argv } from 'yargs'
import { encodingName } from '../onec/read/bytes/encoding-name.ts'
import type { Language } from '../problems/language.ts'
import { check } from './check.ts'
import type { CommandContext } from './command.ts'
import { convert } from './convert.ts'
import type { ExitCode } from './exit-codes.ts'
import { init } from './init.ts'
import { inspect } from './inspect.ts'
import { describePortalCommands } from './program-portal.ts'
import { helpWords, yargsWords } from './program-words.ts'
import { run } from './run.ts'
import { usageText } from './usage-text.ts'
import { watch } from './watch.ts'

/** Options that every command takes. */
interface CommonOptions {
  readonly json?: boolean
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly language: Language | undefined
}

interface ParsedCommand {
  readonly options: CommonOptions
  execute(context: CommandContext): Promise<ExitCode>
}

/** What the command line asks for: a command, a text to read (help, version), or nothing that can be done. */
export type Parsed =
  | { readonly kind: 'command'; readonly command: ParsedCommand }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string }

export async function parseCommand(args: readonly string[], version: string, language: Language): Promise<Parsed> {
  let command: ParsedCommand | null = null
  const chosen: Chooser = (action) =>
    ((argv: CommonOptions) => {
      command = { options: argv, execute: (context) => action(context, { ...argv, ...named(argv, language) } as never) }
    }) as never
  const program = describeProgram(yargs([...args]), version, language, chosen)
  if (args.length === 0) return { kind: 'wrong', text: await program.getHelp() }
  let shown = ''
  let wrong: string | null = null
  try {
    await program.parseAsync([...args], {}, (error, _argv, output) => {
      shown = output
      if (error) wrong = complaint(error)
    })
  } catch (error) {
    // yargs gives the same error to the callback, too.
    wrong = complaint(error as Error)
  }
  if (wrong !== null) return { kind: 'wrong', text: usageText(wrong, args, language) }
  return command === null ? { kind: 'text', text: shown } : { kind: 'command', command }
}

/** What yargs or one of our own checks says of a command line; any other error is a bug and goes on. */
function complaint(error: Error): string {
  if (error.name !== 'YError' && error.constructor !== Error) throw error
  return error.message
}

/** What stands without a name is called in the language of the help, and by one name in the program. */
function named(argv: object, language: Language) {
  const given = argv as Readonly<Record<string, unknown>>
  const words = helpWords[language]
  const number = given[words.numberName]
  // `obmen24 history FOLDER`: where a number may be left out, what is no number is the folder.
  const isNumber = typeof number === 'string' && /^\d+$/.test(number)
  return {
    dir: given[words.dirName] ?? (isNumber ? undefined : number),
    files: given[words.filesName],
    number: isNumber ? Number(number) : undefined,
    id: given[words.idName],
    what: given[words.whatName],
  }
}

type Action<A> = (context: CommandContext, args: A) => Promise<ExitCode>
// What yargs passes has more keys than a command asks for, and it cannot say so in types.
export type Chooser = <A>(action: Action<A>) => never

function describeProgram(program: Argv, version: string, language: Language, chosen: Chooser) {
  const words = helpWords[language]
  const encoding = (given: string) => {
    const name = encodingName(given)
    if (name === null) throw new Error(words.unknownEncoding(given))
    return name
  }
  const folder = (y: Argv) => y.positional(words.dirName, { type: 'string', describe: words.dir })
  const files = (y: Argv) =>
    y
      .positional(words.filesName, { type: 'string', default: undefined, describe: words.files })
      .option('settings', { type: 'string', group: words.own, describe: words.settings })
      .option('encoding', { type: 'string', coerce: encoding, group: words.own, describe: words.encoding })
  const named = program
    .scriptName('obmen24')
    .locale(language)
    .updateStrings(yargsWords[language] as Record<string, string>)
    .usage(words.usage)
    .command(`init [${words.dirName}]`, words.init, folder, chosen(init))
    .command(
      `check [${words.dirName}]`,
      words.check,
      (y) => folder(y).option('create-fields', { type: 'boolean', group: words.own, describe: words.createFields }),
      chosen(check),
    )
    .command(
      `run [${words.dirName}]`,
      words.run,
      (y) =>
        folder(y)
          .option('allow-mass-change', { type: 'boolean', group: words.own, describe: words.allowMassChange })
          .option('discard-plan', { type: 'boolean', group: words.own, describe: words.discardPlan })
          .conflicts('allow-mass-change', 'discard-plan'),
      chosen(run),
    )
    .command(`watch [${words.dirName}]`, words.watch, folder, chosen(watch))
    .command(
      `inspect <${words.filesName}..>`,
      words.inspect,
      (y) =>
        files(y).option('records', { type: 'boolean', group: words.own, describe: words.records }).example(words.inspectExamples),
      chosen(inspect),
    )
    .command(
      `convert [${words.filesName}..]`,
      words.convert,
      (y) =>
        files(y)
          .option('out', { type: 'string', group: words.own, describe: words.out })
          .option('check-headers', { type: 'string', group: words.own, describe: words.checkHeaders })
          .option('entity', {
            type: 'string',
            choices: ['company', 'contact', 'deal', 'product'],
            group: words.own,
            describe: words.entity,
          })
          .example(words.convertExamples),
      chosen(convert),
    )
  return describePortalCommands(named, language, chosen)
    .option('json', { type: 'boolean', describe: words.json, global: true })
    .option('quiet', { alias: 'q', type: 'boolean', describe: words.quiet, global: true })
    .option('verbose', { alias: 'v', type: 'boolean', describe: words.verbose, global: true })
    .option('language', { type: 'string', choices: ['ru', 'en'] as const, describe: words.language, global: true })
    .group(['json', 'quiet', 'verbose', 'language', 'version', 'help'], words.common)
    .demandCommand(1, words.demand)
    .strict()
    .version(version)
    .help()
    .alias('help', 'h')
    .epilogue(words.epilogue)
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .showHelpOnFail(false)
    .exitProcess(false)
}
