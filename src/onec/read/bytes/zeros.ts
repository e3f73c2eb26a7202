/** Zero bytes, which no text has: where the first stands, and how many stand at the very end. */
export interface Zeros {
  push(chunk: Uint8Array): void
  end(): { readonly first: number; readonly toTheEnd: number }
}

export function createZeros(): Zeros {
  let offset = 0
  let first = -1
  let toTheEnd = 0
  return {
    push(chunk) {
      if (first < 0) {
        const at = chunk.indexOf(0)
        if (at >= 0) first = offset + at
      }
      if (first >= 0) {
        const tail = trailingZeros(chunk)
        toTheEnd = tail === chunk.length ? toTheEnd + tail : tail
      }
      offset += chunk.length
    },
    end: () => ({ first, toTheEnd }),
  }
}

function trailingZeros(chunk: Uint8Array): number {
  let at = chunk.length
  while (at > 0 && chunk[at - 1] === 0) at -= 1
  return chunk.length - at
}
