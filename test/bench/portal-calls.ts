import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type SandboxClock, simulatedClock } from '../../src/bitrix24/sandbox/clock.ts'
import { fixturePortal } from '../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox, type Sandbox } from '../../src/bitrix24/sandbox/sandbox.ts'
import { openHome } from '../../src/cli/open-home.ts'
import { runExchange } from '../../src/exchange/folder/run-exchange.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import { tls } from '../bitrix24/sandbox/tls-key.ts'
import type { BenchOptions } from './bench-reading.ts'
import { generate } from './generate.ts'
import { type ErpCompany, openRecipes, type Recipe } from './portal-recipe.ts'
import { portalTable } from './portal-table.ts'

export type PortalWay = 'obmen24' | 'published' | 'batched'

/** HTTP requests of each way for the same work. */
export interface PortalCalls {
  readonly title: string
  readonly most: number
  readonly requests: Readonly<Record<PortalWay, number>>
  /** Minutes that the portal worked, and was waited for, on its own clock. */
  readonly minutes: Readonly<Record<PortalWay, number>>
}

/** New, unchanged and a few changed companies, by obmen24 and by the recipe of the SDK, each on a portal of its own. */
export async function benchPortalCalls(options: BenchOptions): Promise<readonly PortalCalls[]> {
  const ways: readonly PortalWay[] = ['obmen24', 'published', 'batched']
  const steps = [
    { title: '1,000 new companies', most: 91, rows: 1000, changedEvery: 0, before: 0 },
    { title: '1,000 unchanged', most: 0, rows: 1000, changedEvery: 0, before: 1000 },
    { title: '10 changed among 10,000', most: 5, rows: 10_000, changedEvery: 1000, before: 10_000 },
  ]
  const results: PortalCalls[] = []
  for (const { title, most, rows, changedEvery, before } of steps) {
    const found: Partial<Record<PortalWay, { readonly requests: number; readonly minutes: number }>> = {}
    for (const way of ways) {
      options.log(`portal: ${title}, ${way}`)
      found[way] = await count(way, { rows, changedEvery, before }, options)
    }
    const of = (what: 'requests' | 'minutes') =>
      Object.fromEntries(ways.map((way) => [way, found[way]![what]])) as Record<PortalWay, number>
    results.push({ title, most, requests: of('requests'), minutes: of('minutes') })
  }
  return results
}

interface Work {
  readonly rows: number
  readonly changedEvery: number
  /** Companies that the same way has brought to the portal before. */
  readonly before: number
}

async function count(way: PortalWay, { rows, changedEvery, before }: Work, options: BenchOptions) {
  const clock = simulatedClock(Date.parse('2026-03-05T06:05:07Z'))
  // The SDK keeps its pace by the time of the machine, so its portal has no limits: that is to its advantage.
  const free = way === 'obmen24' ? {} : { tls, limits: { rate: 'off', operating: 'off', requestSeconds: 'off' } as const }
  const sandbox = openSandbox({ state: fixturePortal('moscow'), methods, clock, ...free })
  const folder = await mkdtemp(join(options.folder, 'calls-'))
  const bring = way === 'obmen24' ? await openExchange(sandbox, clock, folder) : await openRecipe(way, sandbox)
  try {
    if (before > 0) await bring.before(await table(folder, before, 0))
    const [requestsBefore, began] = [sandbox.log.length, clock.now()]
    await bring.from(await table(folder, rows, changedEvery))
    const companies = Object.keys(sandbox.state.items[4] ?? {}).length
    if (companies !== rows) throw new Error(`${way}: ${companies} companies, not ${rows}`)
    return { requests: sandbox.log.length - requestsBefore, minutes: (clock.now() - began) / 60_000 }
  } finally {
    bring.close()
    await sandbox.close()
  }
}

async function table(folder: string, records: number, changedEvery: number): Promise<string> {
  const path = join(folder, `${records}-${changedEvery}.csv`)
  await generate(portalTable(changedEvery), 'UTF-8', { records }, path)
  return path
}

interface Bringer {
  /** The same in whatever way is the fastest: what was there before is not counted. */
  before(path: string): Promise<void>
  /** Brings the companies of a table to the portal. */
  from(path: string): Promise<void>
  close(): void
}

async function openExchange(sandbox: Sandbox, clock: SandboxClock, root: string): Promise<Bringer> {
  const { webhook } = await sandbox.listen()
  await mkdir(join(root, 'in'))
  await writeFile(join(root, 'webhook.txt'), webhook)
  const { settings } = parseSettings('target: portal\nbrake: { records: any }\nreadiness: { settle: 0s }\n')
  let number = 0
  const from = async (path: string) => {
    await writeFile(join(root, 'in', `${++number}.csv`), await readFile(path))
    const surroundings = { environment: {}, userFolder: root, timer: clock }
    const opened = await openHome({ settings: settings!, root }, 'run', () => new Date(clock.now()), surroundings)
    if (opened.kind !== 'open') throw new Error(opened.problem.code)
    const { problems, unfinished } = await runExchange(opened.home, { patient: false })
    await opened.close()
    if (unfinished || problems.length > 0) throw new Error(JSON.stringify(problems))
  }
  return { before: from, from, close() {} }
}

async function openRecipe(way: 'published' | 'batched', sandbox: Sandbox): Promise<Bringer> {
  const recipes = await openRecipes(sandbox)
  const by = (recipe: Recipe) => async (path: string) =>
    recipe((await readFile(path, 'utf8')).split('\r\n').slice(1, -1).map(companyOf))
  return { before: by(recipes.batched), from: by(recipes[way]), close: recipes.close }
}

function companyOf(line: string): ErpCompany {
  const [id = '', title = '', , inn = '', kpp = '', address = '', ...phones] = line.split(';')
  return { id, title, inn, kpp, address, phones }
}
