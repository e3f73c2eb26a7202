import type { ConvertResult } from './bench-convert.ts'
import { type FileResult, nameOf } from './bench-reading.ts'
import type { CandidateId } from './candidates.ts'
import { show, table } from './markdown.ts'
import { type PortalResult, portalTables, portalTargets } from './portal-report.ts'
import { type Measure, medianOf, ratioOf } from './statistics.ts'
import { isBusy, type Target, targetsOf } from './targets.ts'

/** When and where something was measured. */
export interface Occasion {
  readonly date: string
  readonly machine: readonly string[]
}

export interface ReadingResult {
  readonly rounds: number
  readonly files: readonly FileResult[]
  readonly converted: readonly ConvertResult[]
}

/** What docs/performance.md has of reading and converting files. */
export function readingReport({ date, machine }: Occasion, { rounds, files, converted }: ReadingResult): string {
  const sizes = [...new Set(files.map(({ megabytes }) => megabytes))].sort((a, b) => b - a)
  const parts = [
    `Measured ${date}, ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}, on ${machine.join('; ')}.`,
    ...(isBusy(files)
      ? ['The machine was busy with other work: wall times say little, and the targets are judged by CPU time.']
      : []),
    '## Files: targets',
    targetTable(targetsOf(files, converted)),
  ]
  for (const size of sizes) {
    const ofSize = files.filter(({ megabytes }) => megabytes === size)
    parts.push(...readingTables(`${size} MB`, ofSize))
  }
  if (converted.length > 0) parts.push('## `convert` of counterparties, CSV in windows-1251', convertTable(converted))
  return parts.join('\n\n')
}

/** What it has of the exchange with a portal. */
export function portalReport({ date, machine }: Occasion, portal: PortalResult): string {
  const measured = `Measured ${date}, once, on ${machine.join('; ')}.`
  return [measured, '## Portal: targets', targetTable(portalTargets(portal)), ...portalTables(portal)].join('\n\n')
}

function targetTable(targets: readonly Target[]): string {
  return table(
    ['target', 'found', ''],
    targets.map(({ title, found, reached }) => [title, found, verdict(reached)]),
  )
}

const xmlColumns: readonly (readonly [CandidateId, string])[] = [
  ['once', 'obmen24, one reading'],
  ['read', 'obmen24, survey and records'],
  ['survey', 'obmen24, survey'],
  ['lxml', 'lxml `iterparse`'],
  ['fxp', 'fast-xml-parser, full load'],
]
const csvColumns: readonly (readonly [CandidateId, string])[] = [
  ['read', 'obmen24, survey and records'],
  ['survey', 'obmen24, survey'],
]

function readingTables(size: string, files: readonly FileResult[]): readonly string[] {
  const xml = files.filter(({ shape }) => shape.extension === 'xml')
  const csv = files.filter(({ shape }) => shape.extension === 'csv')
  return [
    ...(xml.length > 0 ? readingTablesOf(`XML, ${size}`, xml, ['xmllint', '`xmllint --stream`'], xmlColumns) : []),
    ...(csv.length > 0 ? readingTablesOf(`CSV, ${size}`, csv, ['dictReader', 'Python `csv.DictReader`'], csvColumns) : []),
  ]
}

function readingTablesOf(
  title: string,
  files: readonly FileResult[],
  [base, baseName]: readonly [CandidateId, string],
  columns: readonly (readonly [CandidateId, string])[],
): readonly string[] {
  const heads = columns.map(([, name]) => name)
  const named = (file: FileResult, cells: readonly string[]) => [`${nameOf(file.shape)}, ${file.encoding}`, ...cells]
  const ratios = (what: Measure) =>
    table(
      ['file', `${baseName}, s`, ...heads],
      files.map((file) => {
        const own = show(medianOf(file.runs.get(base), what), (value) => (value / 1000).toFixed(2))
        return named(file, [
          own,
          ...columns.map(([id]) => show(ratioOf(file.runs, id, base, what), (value) => `${value.toFixed(2)} ×`)),
        ])
      }),
    )
  const peaks = files.map((file) => {
    const ids = [base, ...columns.map(([id]) => id)]
    return named(
      file,
      ids.map((id) => show(medianOf(file.runs.get(id), 'peakBytes'), (value) => String(Math.round(value / 1e6)))),
    )
  })
  return [
    `## ${title}`,
    `Wall time, × ${baseName}:`,
    ratios('wallMs'),
    `CPU time, × ${baseName}:`,
    ratios('cpuMs'),
    'Peak memory, MB:',
    table(['file', baseName, ...heads], peaks),
  ]
}

function convertTable(converted: readonly ConvertResult[]): string {
  const rows = converted.map(({ rows: count, bytes, run: { wallMs, cpuMs, peakBytes } }) => {
    return [
      count.toLocaleString('en'),
      String(Math.round(bytes / 1e6)),
      (wallMs / 1000).toFixed(1),
      show(cpuMs, (value) => (value / 1000).toFixed(1)),
      Math.round(count / (wallMs / 1000)).toLocaleString('en'),
      show(peakBytes, (value) => String(Math.round(value / 1e6))),
    ]
  })
  return table(['rows', 'MB', 'wall, s', 'CPU, s', 'rows per second', 'peak memory, MB'], rows)
}

function verdict(reached: boolean | null): string {
  if (reached === null) return 'not measured'
  return reached ? 'reached' : '**not reached**'
}
