import type { Problem } from '../../../problems/problem.ts'
import { problem } from '../../../problems/problem.ts'
import type { Encoding } from '../reading.ts'
import type { ByteOrderMark } from './byte-order-mark.ts'
import { encodingName } from './encoding-name.ts'
import type { Utf8Verdict } from './utf8-check.ts'

/** What the bytes of a whole file say about their encoding. */
export interface EncodingEvidence {
  readonly mark: ByteOrderMark | null
  readonly utf8: Pick<Utf8Verdict, 'kind' | 'mostly' | 'bad'>
  /** What the XML declaration names, as written. */
  readonly declared: string | null
  /** What the settings name, as written. */
  readonly named: string | null
}

export interface EncodingVerdict {
  readonly encoding: Encoding
  /** Without their places. */
  readonly warnings: readonly Problem[]
}

/**
 * The mark (BOM) decides, then the bytes themselves where all of them are UTF-8, then the declaration, then windows-1251
 * (`1c-side.md §7`). Whole editions declare windows-1251 and are UTF-8: the bytes are believed. What the settings name is for
 * files that tell nothing themselves, and for them it comes first: one folder takes tables of cp866 and XML that declares its own.
 */
export function detectEncoding(evidence: EncodingEvidence): EncodingVerdict {
  const actual = actualEncoding(evidence)
  const encoding = { declared: evidence.declared, actual, bom: evidence.mark !== null }
  return {
    encoding,
    warnings: [...unknownLabels(evidence, actual), ...differences(evidence, actual), ...broken(evidence, actual)],
  }
}

function actualEncoding({ mark, utf8, declared, named }: EncodingEvidence): string {
  if (mark !== null) return mark.encoding
  const asked = named === null ? null : encodingName(named)
  const said = declared === null ? null : encodingName(declared)
  if (said === null && asked !== null && (utf8.kind !== 'ascii' || isUtf16(asked))) return asked
  if (utf8.kind !== 'invalid' || utf8.mostly) return 'utf-8'
  // Without a mark, and without zeros, bytes are neither of the two.
  return said === null || said === 'utf-8' || isUtf16(said) ? (asked ?? 'windows-1251') : said
}

function unknownLabels({ declared, named }: EncodingEvidence, actual: string): Problem[] {
  return [declared, named]
    .filter((label) => label !== null && encodingName(label) === null)
    .map((label) => problem('encoding.unknown', { label: label ?? '', actual }))
}

function differences({ mark, utf8, declared, named }: EncodingEvidence, actual: string): Problem[] {
  if (utf8.kind === 'ascii' && mark === null) return []
  const said = declared === null ? null : encodingName(declared)
  if (said !== null) {
    return same(said, actual) ? [] : [problem('encoding.declared-differs', { declared: declared ?? '', actual })]
  }
  const asked = named === null ? null : encodingName(named)
  if (asked !== null && mark !== null && !same(asked, actual)) {
    return [problem('encoding.named-differs', { named: asked, likely: actual, actual })]
  }
  if (asked !== null && asked !== 'utf-8' && asked === actual && utf8.kind === 'valid') {
    return [problem('encoding.named-differs', { named: asked, likely: 'utf-8', actual })]
  }
  return []
}

function broken({ utf8 }: EncodingEvidence, actual: string): Problem[] {
  return actual === 'utf-8' && utf8.kind === 'invalid' ? [problem('encoding.broken-bytes', { count: utf8.bad })] : []
}

function same(one: string, other: string): boolean {
  return one === other || (isUtf16(one) && isUtf16(other))
}

export function isUtf16(encoding: string): boolean {
  return encoding.startsWith('utf-16')
}
