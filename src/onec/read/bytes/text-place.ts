/** Where in a text the next letter would stand, from 1. A line ends with CRLF, CR or LF, as XML counts them. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

export interface PlaceCounter {
  add(text: string): void
  place(): TextPlace
}

/** Counts lines and letters of a text that comes in pieces. A pair of surrogates is one letter. */
export function createPlaceCounter(from: TextPlace = { line: 1, column: 1 }): PlaceCounter {
  let { line, column } = from
  let afterReturn = false
  return {
    add(text) {
      for (const letter of text) {
        if (letter === '\n' ? !afterReturn : letter === '\r') {
          line += 1
          column = 1
        } else if (letter !== '\n') column += 1
        afterReturn = letter === '\r'
      }
    },
    place: () => ({ line, column }),
  }
}
