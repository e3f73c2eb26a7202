import { problem } from '../../problems/problem.ts'
import { decodeChunks } from './bytes/decode.ts'
import { type ByteSource, readBytes } from './bytes/source.ts'
import type { Survey } from './bytes/survey.ts'
import { surveyCommerceml } from './commerceml/read-commerceml.ts'
import { readConfirmation } from './confirmation/read-confirmation.ts'
import { surveyTable } from './csv/survey-table.ts'
import { looksLikeXml } from './looks-like-xml.ts'
import type { ReadOptions } from './open-input.ts'
import type { FileFacts } from './reading.ts'
import { officeExtension } from './zip/office-type.ts'

/** What a file that is no archive is and holds, beyond its bytes. */
export async function factsOf(source: ByteSource, name: string, bytes: Survey, options: ReadOptions): Promise<FileFacts> {
  const base = blankFacts(name, bytes)
  if (bytes.error !== null) return base
  if (bytes.type.kind === 'zip') return nested(base, name)
  if (bytes.type.kind === 'pdf') return { ...base, format: 'file', counts: { attachment: 1 } }
  if (options.isConfirmation(name)) return confirmationFacts(base, source)
  if (await looksLikeXml(source, bytes.encoding.actual)) return commercemlFacts(base, source)
  return tableFacts(base, source, options)
}

/** Of a file of which only the bytes are known so far. */
export function blankFacts(name: string, { bytes, sha256, encoding, warnings, error }: Survey): FileFacts {
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

function nested(base: FileFacts, name: string): FileFacts {
  const office = officeExtension(name)
  const error = office === null ? problem('zip.nested', { name }) : problem('file.office', { type: office })
  return { ...base, format: office === null ? 'zip' : 'unknown', error }
}

async function confirmationFacts(base: FileFacts, source: ByteSource): Promise<FileFacts> {
  const found = await readConfirmation(source, base.encoding.actual)
  const format = 'confirmation'
  return 'code' in found ? { ...base, format, error: found } : { ...base, format, counts: { confirmation: 1 } }
}

async function commercemlFacts(base: FileFacts, source: ByteSource): Promise<FileFacts> {
  const found = await surveyCommerceml(source, base.encoding.actual)
  const isOther = found.error?.code === 'commerceml.other-root'
  return { ...base, ...found, format: isOther ? 'unknown' : 'commerceml', warnings: [...base.warnings, ...found.warnings] }
}

async function tableFacts(base: FileFacts, source: ByteSource, options: ReadOptions): Promise<FileFacts> {
  const { file: name, encoding } = base
  const text = decodeChunks(readBytes(source), encoding.actual)
  const table = await surveyTable(text, { shape: options.shapeOf(name), use: (columns) => options.tableOf(name, columns) })
  // Its rows will be skipped, each with this reason; said here too, because a count of skipped rows alone explains nothing.
  const unknown = table.counts['row'] === undefined ? [] : [problem('exchange.table-unknown')]
  return {
    ...base,
    format: 'csv',
    counts: table.counts,
    columns: table.columns,
    warnings: [...base.warnings, ...table.problems, ...unknown],
    error: table.error,
  }
}
