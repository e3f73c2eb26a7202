import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BenchOptions } from './bench-reading.ts'
import { generate } from './generate.ts'
import { measure } from './measure.ts'
import type { PortalLoad, PortalTold } from './portal-load.ts'
import { workOrderTable } from './work-order-table.ts'

const deals = 50_000

/** Work orders against a portal of many deals: by number and by phone, planned, carried out, carried out again. */
export async function benchPortalDocuments(rows: number, options: BenchOptions): Promise<readonly PortalLoad[]> {
  const root = await mkdtemp(join(options.folder, 'documents-'))
  const server = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', options.product.worker('deals-server'), String(deals)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ended = once(server, 'exit')
  const load = async (what: PortalLoad['what'], title: string): Promise<PortalLoad> => {
    options.log(`portal: ${title}, ${rows} work orders, ${deals} deals`)
    const run = await measure(
      { program: 'node', args: [options.product.worker('portal-exchange'), what, root, 'work-orders'] },
      options.measuring,
    )
    if (run.code !== 0) throw new Error(`${title} failed (${run.code}): ${run.stderr.slice(-2000)}`)
    return { title, what, rows, run, told: JSON.parse(run.stdout) as PortalTold }
  }
  try {
    const [webhook] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string]
    await mkdir(join(root, 'in'))
    await writeFile(join(root, 'webhook.txt'), webhook)
    await put(root, 'first', rows)
    const planned = await load('plan', `\`plan\` of work orders, ${deals.toLocaleString('en')} deals there`)
    const done = await load('run', '`run` of them')
    await put(root, 'again', rows)
    const again = await load('run', 'the same file again')
    return [planned, done, again]
  } finally {
    server.stdin.end()
    await ended
    await rm(root, { recursive: true, force: true })
  }
}

async function put(root: string, name: string, records: number): Promise<void> {
  const path = join(root, `${name}.part`)
  await generate(workOrderTable(), 'UTF-8', { records }, path)
  await rename(path, join(root, 'in', `zn-${name}.csv`))
}
