import { at, type Problem } from '../../problems/problem.ts'
import type { ByteSource } from './bytes/source.ts'
import { type Survey, survey } from './bytes/survey.ts'
import type { TableUse } from './csv/read-csv.ts'
import type { TableShape } from './csv/table.ts'
import { blankFacts, factsOf } from './facts-of.ts'
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
  /** Is a file of that name one by which 1C confirms a message? */
  isConfirmation(name: string): boolean
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
  if (bytes.type.kind === 'zip') return openArchive(path, name, bytes, options)
  const facts = await factsOf(path, name, bytes, options)
  return facts.error === null ? { facts, parts: [{ facts, source: path }], close: async () => {} } : refused(facts)
}

async function openArchive(path: string, name: string, bytes: Survey, options: ReadOptions): Promise<OpenedInput> {
  const zip = await openZip(path, options.zip)
  const base = { ...blankFacts(name, bytes), format: 'zip' as const }
  if (zip.kind === 'refused') {
    const isOffice = zip.problem.code === 'file.office'
    return refused({ ...base, format: isOffice ? 'unknown' : 'zip', error: zip.problem })
  }
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

function surveyOptions(name: string, options: ReadOptions) {
  return { encoding: options.shapeOf(name).encoding ?? options.encoding }
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
