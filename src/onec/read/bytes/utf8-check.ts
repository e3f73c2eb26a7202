import { isAscii, isUtf8 } from 'node:buffer'

/** What a whole file says about being UTF-8. Offsets are bytes from the start of the file, -1 for none. */
export interface Utf8Verdict {
  readonly kind: 'ascii' | 'valid' | 'invalid'
  /** Invalid, yet nearly all of it is: a few broken letters, not another code page. */
  readonly mostly: boolean
  readonly bad: number
  readonly firstBad: number
  /** U+FFFD that stood in the file already. */
  readonly replacements: number
  readonly firstReplacement: number
}

export interface Utf8Check {
  push(chunk: Uint8Array): void
  end(): Utf8Verdict
}

/**
 * Checks a file as it passes by. Native as long as all is well; the first bad byte is then looked for by hand, and the
 * letters after it are weighed: in a single-byte text nearly each letter is bad UTF-8, in a damaged one few are.
 */
export function createUtf8Check(): Utf8Check {
  let offset = 0
  let cut: Uint8Array = new Uint8Array(0)
  let nonAscii = false
  let good = 0
  let bad = 0
  let firstBad = -1
  let replacements = 0
  let firstReplacement = -1

  const look = (bytes: Uint8Array, from: number) => {
    // Plainly another code page: nothing more to learn.
    if ((bad > 10_000 && bad > good) || isAscii(bytes)) return
    nonAscii = true
    if (isUtf8(bytes)) {
      // A piece that is wholly UTF-8 weighs as much as a page of letters, and by accident it is not.
      good += bytes.length > 64 ? 1000 : weigh(bytes).good
    } else {
      const weighed = weigh(bytes)
      good += weighed.good
      bad += weighed.bad
      if (firstBad < 0) firstBad = from + weighed.firstBad
    }
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = text.indexOf(replacement); at >= 0; at = text.indexOf(replacement, at + 3)) {
      if (replacements === 0) firstReplacement = from + at
      replacements += 1
    }
  }

  return {
    push(chunk) {
      let start = 0
      if (cut.length > 0) {
        start = Math.min(sequenceLength(cut[0]!) - cut.length, chunk.length)
        const joined = Buffer.concat([cut, chunk.subarray(0, start)])
        if (joined.length < sequenceLength(joined[0]!)) {
          cut = joined
          offset += chunk.length
          return
        }
        look(joined, offset - cut.length)
      }
      const stop = chunk.length - unfinished(chunk, start)
      if (stop > start) look(chunk.subarray(start, stop), offset + start)
      // Copied: the chunk's memory may be used again by who gave it.
      cut = Buffer.from(chunk.subarray(stop))
      offset += chunk.length
    },
    end() {
      if (cut.length > 0) {
        nonAscii = true
        bad += 1
        if (firstBad < 0) firstBad = offset - cut.length
      }
      const kind = bad > 0 ? 'invalid' : nonAscii ? 'valid' : 'ascii'
      return { kind, mostly: kind === 'invalid' && good > bad, bad, firstBad, replacements, firstReplacement }
    },
  }
}

const replacement = Buffer.from('\u{FFFD}')

/** How many bytes the letter has that begins so; 1 for what begins no letter. */
function sequenceLength(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 1
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

/** Bytes at the end of the chunk that begin a letter without ending it. */
function unfinished(chunk: Uint8Array, start: number): number {
  for (let back = 1; back <= Math.min(3, chunk.length - start); back += 1) {
    const byte = chunk[chunk.length - back]!
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

/** Counts letters, and bytes that make none. */
function weigh(bytes: Uint8Array): { good: number; bad: number; firstBad: number } {
  let good = 0
  let bad = 0
  let firstBad = -1
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      at += 1
      continue
    }
    const length = letterLength(bytes, at)
    if (length > 0) {
      good += 1
      at += length
    } else {
      if (bad === 0) firstBad = at
      bad += 1
      at += 1
    }
  }
  return { good, bad, firstBad }
}

/** Of the UTF-8 letter at `at`; 0 where there is none. */
function letterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  const length = sequenceLength(lead)
  if (length === 1 || at + length > bytes.length) return 0
  for (let next = 1; next < length; next += 1) if ((bytes[at + next]! & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1]!
  // Too long a spelling, half a pair, beyond the last letter.
  const wrong =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f)
  return wrong ? 0 : length
}
