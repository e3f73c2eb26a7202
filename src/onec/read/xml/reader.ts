import type { Problem } from '../../../problems/problem.ts'

/**
 * Bytes in, calls of a handler out. A Problem is the verdict on the whole file, with its place; nothing is read after it,
 * and what the handler was told before must be thrown away.
 */
export interface XmlReader {
  push(chunk: Uint8Array): Problem | null
  end(): Problem | null
}
