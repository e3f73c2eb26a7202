import { at, type Problem, problem } from '../../problems/problem.ts'
import { decodeChunks } from './bytes/decode.ts'
import { type ByteSource, readBytes } from './bytes/source.ts'
import { type Survey, survey } from './bytes/survey.ts'
import { surveyCommerceml } from './commerceml/read-commerceml.ts'
import type { TableUse } from './csv/read-csv.ts'
import { surveyTable } from './csv/survey-table.ts'
import type { TableShape } from './csv/table.ts'
import { looksLikeXml } from './looks-like-xml.ts'
import type { FileFacts } from './reading.ts'
import type { ZipLimits } from './zip/list-entries.ts'
import { openZip, type ZipEntry } from './zip/read-zip.ts'

/** What the settings say about reading. */
export interface ReadOptions {
  /** Encoding of files that do not say theirs; absent: found out. */
  readonly encoding?: string | undefined
  /** Whose phone numbers those without a country code are. */
  readonly country?: string | undefined
  readonly zip: ZipLimits
  /** How a table of that name is written and what its rows are. */
  tableOf(name: string, columns: readonly string[]): TableUse
  /** Shape of a table of that name, needed before its columns are known. */
  shapeOf(name: string): TableShape
}

/** One file to read: a plain file, or one entry of an archive. */
export interface InputPart {
  readonly facts: FileFacts
  readonly source: ByteSource
}

export interface OpenedInput {
  readonly facts: FileFacts
  /** What to read, in the order of the archive; empty for a refused file. */
  readonly parts: readonly InputPart[]
  close(): Promise<void>
}

/**
 * Finds out what a file is and holds, reading all of it once. A file with an `error` in its facts is refused as a whole:
 * it has no parts. Errors of the disk are thrown.
 */
export async function openInput(path: string, name: string, options: ReadOptions): Promise<OpenedInput> {
  const bytes = await survey(path, surveyOptions(name, options))
  if (bytes.zip) return openArchive(path, name, bytes, options)
  const facts = await factsOf(path, name, bytes, options)
  return facts.error === null ? { facts, parts: [{ facts, source: path }], close: async () => {} } : refused(facts)
}

async function openArchive(path: string, name: string, bytes: Survey, options: ReadOptions): Promise<OpenedInput> {
  const zip = await openZip(path, options.zip)
  const base = { ...blankFacts(name, bytes), format: 'zip' as const }
  if (zip.kind === 'refused') return refused({ ...base, error: zip.problem })
  try {
    const parts: InputPart[] = []
    for (const entry of zip.entries) parts.push(await partOf(entry, options))
    const facts = archiveFacts(base, zip.warnings, parts)
    if (facts.error === null) return { facts, parts, close: () => zip.close() }
    await zip.close()
    return refused(facts)
  } catch (error) {
    await zip.close()
    throw error
  }
}

async function partOf(entry: ZipEntry, options: ReadOptions): Promise<InputPart> {
  const source = () => entry.read()
  const surveyed = await survey(source, surveyOptions(entry.name, options))
  return { facts: await factsOf(source, entry.name, surveyed, options), source }
}

function archiveFacts(base: FileFacts, warnings: readonly Problem[], parts: readonly InputPart[]): FileFacts {
  const entries = parts.map(({ facts }) => facts)
  const bad = entries.find(({ error }) => error !== null)
  return {
    ...base,
    counts: addCounts(entries),
    changesOnly: changesOnlyOf(entries),
    generatedAt: entries.find(({ generatedAt }) => generatedAt !== null)?.generatedAt ?? null,
    warnings: [...warnings, ...entries.flatMap(({ file, warnings: found }) => found.map((each) => at(each, { file })))],
    // One broken file inside makes the archive unfit: half of an export must not be taken for the whole.
    error: bad === undefined ? null : at(bad.error!, { file: bad.file }),
    entries,
  }
}

function refused(facts: FileFacts): OpenedInput {
  return { facts, parts: [], close: async () => {} }
}

async function factsOf(source: ByteSource, name: string, bytes: Survey, options: ReadOptions): Promise<FileFacts> {
  const base = blankFacts(name, bytes)
  if (bytes.error !== null) return base
  if (bytes.zip) return { ...base, format: 'zip', error: problem('zip.nested', { name }) }
  if (await looksLikeXml(source, bytes.encoding.actual)) {
    const found = await surveyCommerceml(source, bytes.encoding.actual)
    const isOther = found.error?.code === 'commerceml.other-root'
    return { ...base, ...found, format: isOther ? 'unknown' : 'commerceml', warnings: [...base.warnings, ...found.warnings] }
  }
  const text = decodeChunks(readBytes(source), bytes.encoding.actual)
  const table = await surveyTable(text, { shape: options.shapeOf(name), use: (columns) => options.tableOf(name, columns) })
  // Its rows will be skipped, each with this reason; said here too, because a count of skipped rows alone explains nothing.
  const unknown = table.counts['row'] === undefined ? [] : [problem('exchange.table-unknown')]
  return {
    ...base,
    format: 'csv',
    counts: table.counts,
    warnings: [...base.warnings, ...table.problems, ...unknown],
    error: table.error,
  }
}

function surveyOptions(name: string, options: ReadOptions) {
  return { encoding: options.shapeOf(name).encoding ?? options.encoding }
}

function blankFacts(name: string, { bytes, sha256, encoding, warnings, error }: Survey): FileFacts {
  const nothing = {
    format: 'unknown',
    schemaVersion: null,
    namespace: null,
    generatedAt: null,
    changesOnly: null,
    counts: {},
  } as const
  return { file: name, bytes, sha256, encoding, ...nothing, warnings, error }
}

function addCounts(entries: readonly FileFacts[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const entry of entries)
    for (const [kind, count] of Object.entries(entry.counts)) counts[kind] = (counts[kind] ?? 0) + count
  return counts
}

// An archive is full only if every file in it that says something says so.
function changesOnlyOf(entries: readonly FileFacts[]): boolean | null {
  const told = entries.flatMap(({ changesOnly }) => changesOnly ?? [])
  return told.length === 0 ? null : told.includes(true)
}
