import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BenchOptions } from './bench-reading.ts'
import { generate } from './generate.ts'
import { type Measurement, measure } from './measure.ts'
import { portalTable } from './portal-table.ts'

/** One command over an exchange folder whose portal is another process. */
export interface PortalLoad {
  readonly title: string
  readonly what: 'plan' | 'run'
  readonly rows: number
  readonly run: Measurement
  /** What the command told of itself. */
  readonly told: PortalTold
}

export interface PortalTold {
  readonly cards: number
  readonly create: number
  readonly update: number
  readonly requests: number
  /** Milliseconds that it waited for the portal. */
  readonly answeringMs: number
}

/** Plans a first load, does it, and plans the same export again with one name in a hundred changed. */
export async function benchPortalLoad(rows: number, options: BenchOptions): Promise<readonly PortalLoad[]> {
  const root = await mkdtemp(join(options.folder, 'portal-'))
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', options.product.worker('portal-server')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  const load = async (what: PortalLoad['what'], title: string, expected: Partial<PortalTold>): Promise<PortalLoad> => {
    options.log(`portal: ${title}, ${rows} rows`)
    const run = await measure(
      { program: 'node', args: [options.product.worker('portal-exchange'), what, root] },
      options.measuring,
    )
    if (run.code !== 0) throw new Error(`${title} failed (${run.code}): ${run.stderr.slice(-2000)}`)
    const told = JSON.parse(run.stdout) as PortalTold
    for (const [name, value] of Object.entries(expected)) {
      if (told[name as keyof PortalTold] !== value) throw new Error(`${title}: ${name} is ${run.stdout}, not ${value}`)
    }
    return { title, what, rows, run, told }
  }
  try {
    const [webhook] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string]
    await mkdir(join(root, 'in'))
    await writeFile(join(root, 'webhook.txt'), webhook)
    await put(root, 'first', portalTable(), rows)
    const first = await load('plan', '`plan` of a first load', { create: rows })
    const done = await load('run', '`run` of it', { create: rows })
    await put(root, 'changed', portalTable(100), rows)
    const changed = await load('plan', '`plan` with 1 % changed', { cards: rows / 100, update: rows / 100 })
    return [first, done, changed]
  } finally {
    server.stdin.end()
    await ended
    await rm(root, { recursive: true, force: true })
  }
}

// Written beside and moved in, as 1C should.
async function put(root: string, name: string, shape: ReturnType<typeof portalTable>, records: number): Promise<void> {
  const path = join(root, `${name}.part`)
  await generate(shape, 'UTF-8', { records }, path)
  await rename(path, join(root, 'in', `${name}.csv`))
}

/** Seconds of the command that were not spent waiting for the portal. */
export function ownSeconds({ run: { wallMs }, told: { answeringMs } }: PortalLoad): number {
  return (wallMs - answeringMs) / 1000
}
