import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative, sep } from 'node:path'
import { exitCodeOf } from '../../src/cli/exit-code-of.ts'
import { openHome } from '../../src/cli/open-home.ts'
import { pruneHome } from '../../src/exchange/folder/prune.ts'
import { runExchange } from '../../src/exchange/folder/run-exchange.ts'
import { printProblems } from '../../src/report/problem-lines.ts'
import { runLines } from '../../src/report/run-report.ts'
import { createTerminal } from '../../src/report/terminal.ts'
import { readSettings } from '../../src/settings/read-settings.ts'
import type { Settings } from '../../src/settings/settings.ts'
import { checkout, readScenario, type Scenario, type Step } from './scenario.ts'

// Answers carry local times: the scenarios live in Moscow, wherever they are run.
process.env['TZ'] = 'Europe/Moscow'

/** Everything that a step made or changed, path → bytes, with `files.txt` (the whole tree) and `screen.txt`. */
export type StepResult = { readonly name: string; readonly exit: number; readonly files: ReadonlyMap<string, Buffer> }

/** Plays a scenario in a folder of its own, as `obmen24 run` would, but for the clock, which stands still during a step. */
export async function runScenario(folder: string): Promise<{ readonly scenario: Scenario; readonly results: readonly StepResult[] }> {
  const scenario = await readScenario(folder)
  const root = await mkdtemp(join(tmpdir(), 'obmen24 сценарий '))
  try {
    const settings = await settingsOf(scenario)
    const results: StepResult[] = []
    let before: ReadonlyMap<string, Buffer> = new Map()
    for (const step of scenario.steps) {
      await prepare(root, step)
      const { exit, screen } = await runOnce(root, settings, step)
      const after = await treeOf(root)
      const made = [...after].filter(([path, bytes]) => !isKeptAsIs(path) && before.get(path)?.equals(bytes) !== true)
      const told: [string, Buffer][] = [
        ['files.txt', Buffer.from(treeText(before, after))],
        ['screen.txt', Buffer.from(screen)],
      ]
      results.push({ name: step.name, exit, files: new Map([...told, ...made]) })
      before = after
    }
    return { scenario, results }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

async function settingsOf(scenario: Scenario): Promise<Settings> {
  const { settings, problems } = await readSettings(join(checkout, scenario.settings))
  if (settings === null) throw new Error(`${scenario.settings}: ${JSON.stringify(problems)}`)
  // The clock stands still, so a file that is there has been there for good; patience (`giveUp`) goes by the clock of the steps.
  return { ...settings, readiness: { ...settings.readiness, settle: 0 } }
}

async function prepare(root: string, step: Step): Promise<void> {
  await mkdir(join(root, 'in'), { recursive: true })
  for (const { from, to } of step.drop) {
    const source = join(checkout, from)
    const isFolder = (await stat(source)).isDirectory()
    await cp(source, join(root, to ?? (isFolder ? 'in' : join('in', basename(from)))), { recursive: true })
  }
  for (const path of step.remove) await rm(join(root, path), { recursive: true })
}

async function runOnce(root: string, settings: Settings, step: Step): Promise<{ exit: number; screen: string }> {
  const now = new Date(`${step.at}+03:00`)
  const opened = await openHome({ settings, root }, 'run', () => now)
  if (opened.kind !== 'open') throw new Error(opened.problem.code)
  let screen = ''
  const stream = { write: (text: string) => (screen += text) }
  const terminal = createTerminal({ language: settings.language, verbose: true }, { out: stream, err: stream, env: {} })
  try {
    const report = await runExchange(opened.home, { patient: true })
    const problems = [...opened.problems, ...report.problems, ...(await pruneHome(opened.home))]
    printProblems(problems, terminal)
    for (const line of runLines(report, terminal, opened.home.folders)) terminal.say(line)
    return { exit: exitCodeOf({ ...report, problems }), screen: screen.replaceAll(root + sep, '').replaceAll(root, '.').replaceAll('\\', '/') }
  } finally {
    await opened.close()
  }
}

/** Every file of the exchange folder but those of the program itself, with `/` in its path. */
async function treeOf(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const own = paths.filter((path) => !path.startsWith('.obmen24/')).sort()
  return new Map(await Promise.all(own.map(async (path) => [path, shown(path, await readFile(join(root, path)))] as const)))
}

// How the page looks has tests of its own; here counts what it says.
function shown(path: string, bytes: Buffer): Buffer {
  return path.endsWith('.html') ? Buffer.from(bytes.toString().replace(/<style>[\s\S]*?<\/style>/, '<style></style>')) : bytes
}

// The bytes of inputs lie under samples/ already; that they are kept unchanged is a law with a test of its own.
function isKeptAsIs(path: string): boolean {
  return /^(?:archive|failed)\//.test(path) ? !path.endsWith('.reason.txt') : !/^(?:out|import)\//.test(path)
}

function treeText(before: ReadonlyMap<string, Buffer>, after: ReadonlyMap<string, Buffer>): string {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort()
  const lines = paths.flatMap((path) => {
    const [old, now] = [before.get(path), after.get(path)]
    if (now === undefined) return [`-  ${path}`]
    const mark = old === undefined ? '+' : old.equals(now) ? ' ' : '~'
    return [`${mark}  ${path}  (${now.length})`]
  })
  return `+ new, ~ changed, - gone, (bytes)\n\n${lines.join('\n')}\n`
}
