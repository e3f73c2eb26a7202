import type { ConvertResult } from './bench-convert.ts'
import type { FileResult } from './bench-reading.ts'
import { median, medianOf, ratioOf, worst } from './statistics.ts'

/** One thing that must hold, and what was found. */
export interface Target {
  readonly title: string
  readonly found: string
  readonly reached: boolean | null
}

/** The targets of the product, judged by the worst file of the largest size. */
export function targetsOf(files: readonly FileResult[], converted: readonly ConvertResult[]): readonly Target[] {
  if (files.length === 0) return converted.length === 0 ? [] : [flatConvert(converted)]
  const largest = Math.max(...files.map(({ megabytes }) => megabytes))
  const size = `${largest} MB`
  const large = files.filter(({ megabytes }) => megabytes === largest)
  const xml = large.filter(({ shape }) => shape.extension === 'xml')
  const time = isBusy(files) ? 'cpuMs' : 'wallMs'
  const times = (value: number) => `${value.toFixed(2)} ×${time === 'cpuMs' ? ' of CPU time' : ''}`
  const once = worst(xml.map(({ runs }) => ratioOf(runs, 'once', 'xmllint', time)))
  const read = worst(xml.map(({ runs }) => ratioOf(runs, 'read', 'xmllint', time)))
  const peak = worst(large.map(({ runs }) => medianOf(runs.get('read'), 'peakBytes')))
  return [
    atMost(`Bytes to records within 3 × \`xmllint --stream\`, ${size}`, once, 3, times),
    atMost(`The same with all that goes before (hash, encoding, survey) within 3 ×, ${size}`, read, 3, times),
    atMost(`Reading to records in less than 200 MB of memory, ${size}`, peak, 200e6, megabytesOf),
    flatConvert(converted),
  ]
}

/** Did other programs want the processors too? Then `xmllint`, which has one thread, took much longer than it worked. */
export function isBusy(files: readonly FileResult[]): boolean {
  const shares = files.flatMap(({ runs }) => (runs.get('xmllint') ?? []).map(({ wallMs, cpuMs }) => wallMs / (cpuMs ?? wallMs)))
  return (median(shares) ?? 1) > 1.3
}

// Memory that grows with the file grows tenfold here; a tenth more is the noise of the collector.
function flatConvert(converted: readonly ConvertResult[]): Target {
  const [before, last] = converted.slice(-2)
  const [small, large] = [before?.run.peakBytes ?? null, last?.run.peakBytes ?? null]
  const title = `\`convert\` of ${(last?.rows ?? 0).toLocaleString('en')} rows in flat memory`
  if (small === null || large === null || last === before) return { title, found: '—', reached: null }
  const found = `${megabytesOf(large)}, ${megabytesOf(small)} at ${before!.rows.toLocaleString('en')} rows`
  return { title, found, reached: large <= small * 1.1 }
}

function atMost(title: string, value: number | null, most: number, show: (value: number) => string): Target {
  return { title, found: value === null ? '—' : show(value), reached: value === null ? null : value <= most }
}

function megabytesOf(value: number): string {
  return `${Math.round(value / 1e6)} MB`
}
