import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import iconv from 'iconv-lite'
import { createRandom } from './random.ts'
import type { Shape } from './shapes/shape.ts'

export type BenchEncoding = 'UTF-8' | 'windows-1251'

export interface GeneratedFile {
  readonly path: string
  readonly bytes: number
  /** Records of the shape's kind; the classifier's groups and the like come on top. */
  readonly records: number
}

/** How long the file gets: up to the record that reaches `bytes`, or a number of records. */
export type Extent = { readonly bytes: number } | { readonly records: number }

/** Writes a file of that shape, in bounded memory. The same shape, encoding and extent give the same bytes everywhere. */
export async function generate(shape: Shape, encoding: BenchEncoding, extent: Extent, path: string): Promise<GeneratedFile> {
  const file = createWriteStream(path)
  const random = createRandom(20_260_305)
  let bytes = 0
  let records = 0
  let waiting = (encoding === 'UTF-8' ? '\uFEFF' : '') + shape.head(encoding)
  const flush = async () => {
    const piece = encoding === 'UTF-8' ? Buffer.from(waiting) : iconv.encode(waiting, encoding)
    waiting = ''
    bytes += piece.length
    if (!file.write(piece)) await once(file, 'drain')
  }
  while ('bytes' in extent ? bytes < extent.bytes : records < extent.records) {
    records += 1
    waiting += shape.record(random, records)
    if (waiting.length > pieceCharacters) await flush()
  }
  waiting += shape.tail
  await flush()
  file.end()
  await finished(file)
  return { path, bytes, records }
}

const pieceCharacters = 64 * 1024
