import { dirname } from 'node:path'
import { checkFolders } from '../exchange/folder/check-folders.ts'
import { homeFolders } from '../exchange/folder/home.ts'
import { tryFolder } from '../folder/try-folder.ts'
import { entryOf } from '../problems/describe.ts'
import { type Problem, problem } from '../problems/problem.ts'
import { printProblems, problemJson } from '../report/problem-lines.ts'
import { textTable } from '../report/table.ts'
import type { Terminal } from '../report/terminal.ts'
import { locateFolder } from '../settings/locate-folder.ts'
import { checkPortalOf } from './check-portal.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { exitCodes } from './exit-codes.ts'
import { type LoadedSettings, loadSettings } from './load-settings.ts'

export interface CheckArguments {
  readonly dir: string | undefined
  /** Makes the fields on the portal that the settings name by code and that are not there. */
  readonly createFields?: boolean
}

/** `obmen24 check [DIR]`: reads the settings, tries the folders with a trial write, asks the portal, and says what is wrong in words. */
export async function check(context: CommandContext, { dir, createFields = false }: CheckArguments): CommandResult {
  const loaded = await loadSettings(context, dir)
  if (loaded === null) return exitCodes.usage
  const { settings, root, path, terminal } = loaded
  const words = texts[terminal.language]
  terminal.say(`${words.settings}: ${path}`)
  const checked = [...(await checkFolders(homeFolders(settings, root))), ...(await checkOutgoing(loaded))]
  const lines = textTable(
    checked.map(({ use, path: folder, problems }) => [mark(problems, terminal), `${words.uses[use]}:`, folder]),
  )
  for (const [at, { problems }] of checked.entries()) {
    terminal.say(lines[at]!)
    printProblems(problems, terminal)
  }
  const folderProblems = checked.flatMap((each) => each.problems)
  const portal = settings.target === 'portal' ? await checkPortalOf(loaded, { create: createFields }) : null
  const wrong = createFields && portal === null ? [problem('check.create-needs-portal')] : []
  printProblems(wrong, terminal)
  const problems = [...loaded.problems, ...folderProblems, ...wrong, ...(portal?.problems ?? [])]
  const asked = wrong.length > 0 ? exitCodes.usage : (portal?.code ?? exitCodes.done)
  const code = folderProblems.some(isError) ? exitCodes.folderUnavailable : asked
  const ok = code === exitCodes.done
  if (terminal.json)
    terminal.object({
      settings: path,
      ok,
      problems: problems.map((found) => problemJson(found, terminal.language)),
      ...(createFields ? { created: portal?.created ?? [] } : {}),
    })
  terminal.say(ok ? words.ok(settings.exchanges.map(({ name }) => name)) : words.failed)
  return code
}

/** Folders of the files for 1C that are none of the exchange's own, each tried once. */
async function checkOutgoing({ settings, root }: LoadedSettings) {
  if (settings.target !== 'portal') return []
  const files = settings.outgoing.filter(({ enabled }) => enabled).map(({ file }) => dirname(locateFolder(file, root)))
  const folders = new Set(files)
  folders.delete(homeFolders(settings, root).out)
  return Promise.all(
    [...folders].map(async (path) => ({
      use: 'outgoing' as const,
      path,
      problems: await tryFolder(path, { write: true, make: true }),
    })),
  )
}

function mark(problems: readonly Problem[], { colors }: Terminal): string {
  return problems.some(isError) ? colors.red('✗') : colors.green('✓')
}

function isError(found: Problem): boolean {
  return entryOf(found).severity === 'error'
}

const texts = {
  ru: {
    settings: 'Настройки прочитаны',
    uses: {
      in: 'входящие',
      out: 'ответы',
      import: 'файлы импорта',
      archive: 'архив',
      failed: 'непринятые',
      state: 'служебная',
      outgoing: 'для 1С',
    },
    failed: 'Обмен так работать не будет, см. выше.',
    ok: (names: readonly string[]) =>
      `Всё в порядке. Обмены: ${names.length > 0 ? names.join(', ') : 'обычные, по содержимому файлов'}.`,
  },
  en: {
    settings: 'Settings read',
    uses: {
      in: 'inputs',
      out: 'answers',
      import: 'import files',
      archive: 'archive',
      failed: 'refused',
      state: 'state',
      outgoing: 'for 1C',
    },
    failed: 'The exchange cannot work like that, see above.',
    ok: (names: readonly string[]) =>
      `All is well. Exchanges: ${names.length > 0 ? names.join(', ') : 'the usual ones, by content'}.`,
  },
}
