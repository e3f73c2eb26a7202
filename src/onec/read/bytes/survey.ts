import { createHash } from 'node:crypto'
import type { Problem } from '../../../problems/problem.ts'
import { at, problem } from '../../../problems/problem.ts'
import type { Encoding } from '../reading.ts'
import { byteOrderMark } from './byte-order-mark.ts'
import { detectEncoding, isUtf16 } from './detect-encoding.ts'
import { encodingName } from './encoding-name.ts'
import { type FileType, fileType, typeBytes } from './file-type.ts'
import { placeOfOffset } from './place-of-offset.ts'
import { createQuestionMarks } from './question-marks.ts'
import { type ByteSource, readBytes } from './source.ts'
import { createUtf8Check, type Utf8Verdict } from './utf8-check.ts'
import { isWholePdf, pdfTailBytes } from './whole-pdf.ts'
import { declarationBytes, declaredEncoding } from './xml-declaration.ts'
import { createZeros } from './zeros.ts'

export interface SurveyOptions {
  /** The encoding that the settings name, as written there. */
  readonly encoding?: string | undefined
}

/** What one pass over the bytes of a file tells. */
export interface Survey {
  readonly bytes: number
  readonly sha256: string
  /** Of the letters something is said only where it is text. */
  readonly type: FileType
  readonly encoding: Encoding
  readonly warnings: readonly Problem[]
  /** Why no text can be read from it. */
  readonly error: Problem | null
}

/** Size, hash and encoding of a file (or of anything that can be read twice). Errors of the disk are thrown. */
export async function survey(source: ByteSource, options: SurveyOptions = {}): Promise<Survey> {
  const hash = createHash('sha256')
  const utf8 = createUtf8Check()
  const marks = createQuestionMarks()
  const zeros = createZeros()
  let head: Uint8Array = new Uint8Array(0)
  let tail: Uint8Array = new Uint8Array(0)
  let type: FileType = { kind: 'text' }
  let bytes = 0
  for await (const chunk of readBytes(source)) {
    if (head.length < headBytes) {
      head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
      type = fileType(head)
    }
    hash.update(chunk)
    bytes += chunk.length
    if (type.kind === 'pdf') tail = Buffer.concat([tail, chunk.subarray(-pdfTailBytes)]).subarray(-pdfTailBytes)
    if (type.kind !== 'text') continue
    utf8.push(chunk)
    marks.push(chunk)
    zeros.push(chunk)
  }
  const same = { bytes, sha256: hash.digest('hex'), type }
  if (type.kind !== 'text') return { ...same, encoding: binary, warnings: [], error: foreign(type, head, tail, bytes) }
  const verdict = utf8.end()
  const { encoding, warnings } = detectEncoding({
    mark: byteOrderMark(head),
    utf8: verdict,
    declared: declaredEncoding(head),
    named: options.encoding ?? null,
  })
  const facts = { ...same, encoding }
  const error = refusal(bytes, encoding, zeros.end())
  if (error !== null) return { ...facts, warnings: [], error }
  const placed = await placeWarnings(source, encoding.actual, warnings, verdict)
  const lost = await lostLetters(source, encoding.actual, verdict, marks.end())
  return { ...facts, warnings: [...placed, ...lost], error: null }
}

const headBytes = Math.max(declarationBytes, typeBytes)
const binary: Encoding = { declared: null, actual: 'binary', bom: false }

/** Why nothing can be done with a file that is no text. */
function foreign(type: FileType, head: Uint8Array, tail: Uint8Array, bytes: number): Problem | null {
  switch (type.kind) {
    case 'office':
      return problem('file.office', { type: type.name })
    case 'picture':
      return problem('file.picture', { type: type.name })
    case 'archive':
      return problem('file.archive', { type: type.name })
    case 'pdf':
      return isWholePdf(head, tail, bytes) ? null : problem('file.pdf-cut')
    default:
      return null
  }
}

function refusal(bytes: number, encoding: Encoding, zeros: { first: number; toTheEnd: number }): Problem | null {
  if (bytes === 0) return problem('file.empty')
  if (zeros.toTheEnd > 3) return problem('file.zeros', { offset: bytes - zeros.toTheEnd })
  if (zeros.first >= 0 && !isUtf16(encoding.actual)) return problem('file.binary', { offset: zeros.first })
  return null
}

/** A difference or a broken letter is shown at the first byte that proves it; a wrong name, at the start of the file. */
async function placeWarnings(
  source: ByteSource,
  actual: string,
  warnings: readonly Problem[],
  utf8: Utf8Verdict,
): Promise<Problem[]> {
  if (warnings.length === 0) return []
  const proof = utf8.firstBad < 0 ? { line: 1, column: 1 } : await placeOfOffset(source, actual, utf8.firstBad)
  return warnings.map((warning) => at(warning, provedByBytes(warning) ? proof : { line: 1, column: 1 }))
}

function provedByBytes({ code, args }: Problem): boolean {
  return (
    code === 'encoding.broken-bytes' || (code === 'encoding.declared-differs' && encodingName(`${args.declared}`) === 'utf-8')
  )
}

async function lostLetters(
  source: ByteSource,
  actual: string,
  utf8: Utf8Verdict,
  marks: { count: number; first: number },
): Promise<Problem[]> {
  const lost: Problem[] = []
  if (marks.count > 0 && !isUtf16(actual)) {
    const place = await placeOfOffset(source, actual, marks.first)
    lost.push(problem('encoding.lost-letters', { sample: '???', count: marks.count }, place))
  }
  if (utf8.replacements > 0 && actual === 'utf-8') {
    const place = await placeOfOffset(source, actual, utf8.firstReplacement)
    lost.push(problem('encoding.lost-letters', { sample: '\u{FFFD}', count: utf8.replacements }, place))
  }
  return lost
}
