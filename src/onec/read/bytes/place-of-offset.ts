import { createDecoder } from './decode.ts'
import { type ByteSource, readBytes } from './source.ts'
import { createPlaceCounter, type TextPlace } from './text-place.ts'

/** Line and column of a byte: the file is read a second time up to there, which only a finding pays for. */
export async function placeOfOffset(source: ByteSource, encoding: string, offset: number): Promise<TextPlace> {
  const decoder = createDecoder(encoding)
  const counter = createPlaceCounter()
  let left = offset
  for await (const chunk of readBytes(source)) {
    counter.add(decoder.write(chunk.subarray(0, left)))
    left -= chunk.length
    if (left <= 0) break
  }
  return counter.place()
}
