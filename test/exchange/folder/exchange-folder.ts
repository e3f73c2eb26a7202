import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import type { TestContext } from 'node:test'
import { exitCodeOf } from '../../../src/cli/exit-code-of.ts'
import { openHome } from '../../../src/cli/open-home.ts'
import type { Surroundings } from '../../../src/cli/open-portal.ts'
import type { Home } from '../../../src/exchange/folder/home.ts'
import { pruneHome } from '../../../src/exchange/folder/prune.ts'
import { type ExchangeReport, runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import { parseSettings } from '../../../src/settings/parse-settings.ts'
import type { Settings } from '../../../src/settings/settings.ts'

/** A real exchange folder in the system's folder for such things, with a clock that stands where it is put. */
export interface TestExchange {
  readonly root: string
  readonly settings: Settings
  now: Date
  /** What stands around the command: a time that does not pass by itself, a user folder of its own. */
  surroundings: Surroundings
  /** Writes files by their paths inside the exchange folder. */
  put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>
  /** One whole `obmen24 run`: lock, sweep, exchange, prune. */
  run(): Promise<ExchangeReport & { readonly exit: number; readonly codes: readonly string[] }>
  /** For what a test does between the steps of a run. */
  withHome<T>(work: (home: Home) => Promise<T>): Promise<T>
  /** Every file below `folder` of the exchange folder, path → bytes. */
  files(folder: string): Promise<Readonly<Record<string, Buffer>>>
  names(folder: string): Promise<readonly string[]>
  text(path: string): Promise<string>
}

/** `settle` is 0 unless said: the clock does not go by itself. */
export async function exchangeFolder(t: TestContext, yaml = '', { settle = 0 } = {}): Promise<TestExchange> {
  const root = await mkdtemp(join(tmpdir(), 'obmen24 обмен '))
  t.after(() => rm(root, { recursive: true, force: true }))
  await mkdir(join(root, 'in'))
  const parsed = parseSettings(yaml)
  if (parsed.settings === null) throw new Error(JSON.stringify(parsed.problems))
  const settings = { ...parsed.settings, readiness: { ...parsed.settings.readiness, settle } }
  const exchange: TestExchange = {
    root,
    settings,
    now: new Date('2026-03-05T09:05:07'),
    surroundings: { environment: {}, userFolder: root },
    async put(files) {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(root, path)), { recursive: true })
        await writeFile(join(root, path), content)
      }
    },
    async withHome(work) {
      const opened = await openHome(
        { settings, root },
        'run',
        () => (settle === 0 ? exchange.now : new Date()),
        exchange.surroundings,
      )
      if (opened.kind !== 'open') throw new Error(opened.problem.code)
      try {
        return await work(opened.home)
      } finally {
        await opened.close()
      }
    },
    run: () =>
      exchange.withHome(async (home) => {
        const report = await runExchange(home, { patient: true })
        const problems = [...report.problems, ...(await pruneHome(home))]
        return { ...report, problems, exit: exitCodeOf({ ...report, problems }), codes: problems.map(({ code }) => code) }
      }),
    async files(folder) {
      const from = join(root, folder)
      const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => [])
      const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
      const pairs = paths.sort().map(async (path) => [relative(from, path).split(sep).join('/'), await readFile(path)] as const)
      return Object.fromEntries(await Promise.all(pairs))
    },
    names: async (folder) => Object.keys(await exchange.files(folder)),
    text: (path) => readFile(join(root, path), 'utf8'),
  }
  return exchange
}

/** Makes a file look as if it had been written so many milliseconds before that time. */
export async function makeOlder(path: string, than: Date, milliseconds: number): Promise<void> {
  const then = new Date(than.getTime() - milliseconds)
  await utimes(path, then, then)
}

/** A CommerceML catalogue with goods of these names; the id of a good follows from its name. */
export function catalogue(names: readonly string[], generated = '2026-03-05T09:00:00'): string {
  const goods = names.map((name) => `<Товар><Ид>${idOf(name)}</Ид><Наименование>${name}</Наименование></Товар>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация ВерсияСхемы="2.07" ДатаФормирования="${generated}">
<Каталог СодержитТолькоИзменения="true"><Ид>c1</Ид><Товары>
${goods.join('\n')}
</Товары></Каталог></КоммерческаяИнформация>
`
}

export function idOf(name: string): string {
  return `id-${Buffer.from(name).toString('hex').slice(0, 20)}`
}

/** A table of counterparties; each row is `code;name;phone`. */
export function counterparties(rows: readonly string[]): string {
  return ['Код;Наименование;Телефон;ИНН', ...rows, ''].join('\r\n')
}
