import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchConvert } from './bench-convert.ts'
import { type BenchOptions, benchReading, type FileResult } from './bench-reading.ts'
import { buildProduct } from './build.ts'
import { machineFacts } from './machine.ts'
import { benchArguments } from './options.ts'
import { benchPortalCalls } from './portal-calls.ts'
import { benchPortalDocuments } from './portal-documents.ts'
import { benchPortalLoad, type PortalLoad } from './portal-load.ts'
import { type Region, replaceRegion } from './region.ts'
import { portalReport, readingReport } from './report.ts'
import { findTools } from './tools.ts'

// `npm run bench`: generates files, reads and converts them, exchanges with the local portal, prints the tables and puts those of a part
// that was gone through whole into docs/performance.md. OBMEN24_BENCH_KEEP names a folder where the generated files are to stay.
const page = new URL('../../docs/performance.md', import.meta.url)
const { sizes, convertRows, portalRows, documentRows, rounds, only, writes } = benchArguments(process.argv.slice(2))
const kept = process.env['OBMEN24_BENCH_KEEP']
const scratch = await mkdtemp(join(tmpdir(), 'obmen24-bench-'))
try {
  const folder = kept ?? scratch
  await mkdir(folder, { recursive: true })
  const tools = findTools()
  const product = buildProduct(join(scratch, 'product'))
  const options: BenchOptions = {
    folder,
    keepFiles: kept !== undefined,
    rounds,
    tools,
    product,
    measuring: { scratch, gnuTime: tools.gnuTime, nodeFlags: product.nodeFlags, usageHook: product.worker('usage') },
    only,
    log: (text) => process.stderr.write(`${text}\n`),
  }
  const files: FileResult[] = []
  if (only !== 'convert' && only !== 'portal') for (const size of sizes) files.push(...(await benchReading(size, options)))
  const converted = only === '' || only === 'convert' ? await benchConvert(convertRows, options) : []
  const withPortal = only === '' || only === 'portal'
  const calls = withPortal ? await benchPortalCalls(options) : []
  const loads: PortalLoad[] = []
  if (withPortal) for (const count of portalRows) loads.push(...(await benchPortalLoad(count, options)))
  const documents: PortalLoad[] = []
  if (withPortal) for (const count of documentRows) documents.push(...(await benchPortalDocuments(count, options)))
  const date = new Date().toISOString().slice(0, 10)
  const occasion = { date, machine: machineFacts(tools) }
  const reports: Readonly<Record<Region, string>> = {
    files: only === 'portal' ? '' : readingReport(occasion, { rounds, files, converted }),
    portal: withPortal ? portalReport(occasion, { calls, loads, documents }) : '',
  }
  process.stdout.write(`${reports.files}\n\n${reports.portal}\n`)
  for (const region of writes) await writeFile(page, replaceRegion(await readFile(page, 'utf8'), region, reports[region]))
} finally {
  await rm(scratch, { recursive: true, force: true })
}
