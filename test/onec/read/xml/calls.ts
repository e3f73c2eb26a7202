import type { XmlDecision, XmlHandler } from '../../../../src/onec/read/xml/handler.ts'
import type { XmlNode } from '../../../../src/onec/read/xml/node.ts'
import { type ReadXmlOptions, readXml } from '../../../../src/onec/read/xml/read-xml.ts'
import type { Problem } from '../../../../src/problems/problem.ts'

export type Decide = (name: string, depth: number) => XmlDecision

/** Everything that a handler was told, as plain values that compare. */
export interface Told {
  readonly calls: unknown[]
  readonly refusal: Problem | null
}

/** Reads bytes in chunks of `size` and writes down all calls. */
export async function tell(
  bytes: Uint8Array,
  encoding: string,
  decide: Decide,
  size = 65536,
  options: ReadXmlOptions = {},
): Promise<Told> {
  const calls: unknown[] = []
  const handler: XmlHandler = {
    open(name, attributes, depth, line, column) {
      calls.push(['open', name, [...attributes], depth, line, column])
      return decide(name, depth)
    },
    record: (node) => calls.push(['record', plain(node)]),
    close: (name, text, depth) => calls.push(['close', name, text, depth]),
  }
  const refusal = await readXml(chunksOf(bytes, size), encoding, handler, options)
  return { calls, refusal }
}

export async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  // Each chunk has memory of its own that is wiped afterwards: nobody may keep it.
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = Uint8Array.from(bytes.subarray(at, at + size))
    yield chunk
    chunk.fill(0x3f)
  }
}

export function plain(node: XmlNode): unknown {
  const { name, attributes, children, text, line, column } = node
  return [name, attributes === null ? null : [...attributes], text, line, column, children.map(plain)]
}

/** `code line:column` of a refusal. */
export function verdict({ refusal }: Told): string | null {
  return refusal === null ? null : `${refusal.code} ${refusal.place.line}:${refusal.place.column}`
}
