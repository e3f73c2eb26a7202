import type { Problem } from '../../../problems/problem.ts'
import { type ByteSource, readBytes } from '../bytes/source.ts'
import { createFastReader } from './fast-reader.ts'
import type { XmlHandler } from './handler.ts'
import { createOutline } from './outline.ts'
import type { XmlReader } from './reader.ts'
import { createStrictReader } from './strict-reader.ts'

export interface ReadXmlOptions {
  /** Reads with saxes alone; the default reads most of a file as bytes, and gives the same calls. */
  readonly strict?: boolean | undefined
}

/**
 * Reads a whole file for a handler. Null: it is well-formed and all of it was delivered. A Problem: it is refused, with
 * the place; what the handler was told until then must be thrown away. Errors of the disk are thrown.
 */
export async function readXml(
  source: ByteSource | AsyncIterable<Uint8Array>,
  encoding: string,
  handler: XmlHandler,
  options: ReadXmlOptions = {},
): Promise<Problem | null> {
  let verdict: Problem | null = null
  for await (const found of xmlBatches(source, encoding, handler, options)) verdict = found
  return verdict
}

/**
 * The same in steps: after each piece of the file it yields null, so that the caller can take what its handler collected,
 * and memory stays flat however slow the caller is. A Problem is the last thing that it yields.
 *
 * @example
 * for await (const refusal of xmlBatches(path, 'utf-8', handler)) {
 *   if (refusal !== null) return refuse(refusal)
 *   for (const node of collected.splice(0)) await use(node)
 * }
 */
export async function* xmlBatches(
  source: ByteSource | AsyncIterable<Uint8Array>,
  encoding: string,
  handler: XmlHandler,
  options: ReadXmlOptions = {},
): AsyncGenerator<Problem | null, void> {
  const reader = readerFor(encoding, handler, options)
  for await (const chunk of readBytes(source)) {
    const refusal = reader.push(chunk)
    yield refusal
    if (refusal !== null) return
  }
  yield reader.end()
}

function readerFor(encoding: string, handler: XmlHandler, { strict = false }: ReadXmlOptions): XmlReader {
  const outline = createOutline(handler)
  return (strict ? null : createFastReader(outline, encoding)) ?? createStrictReader(outline, encoding)
}
