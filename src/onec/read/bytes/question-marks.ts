/** Runs of `???` that stand where a word should: what 1C leaves of letters that an encoding lacks. */
export interface QuestionMarks {
  push(chunk: Uint8Array): void
  end(): { readonly count: number; readonly first: number }
}

/** Looks for them in a file as it passes by. `first` is a byte offset, -1 for none. */
export function createQuestionMarks(): QuestionMarks {
  let offset = 0
  let count = 0
  let first = -1
  let run = 0
  let runStart = 0
  let before = 0
  let last = 0

  const settle = () => {
    // "Что???" ends a sentence; lost letters stand alone or after a blank, a quote, a tag.
    if (run >= 3 && !endsSentence(before)) {
      if (count === 0) first = runStart
      count += 1
    }
    run = 0
  }

  return {
    push(chunk) {
      let at = 0
      while (at < chunk.length) {
        if (run === 0) {
          at = chunk.indexOf(questionMark, at)
          if (at < 0) break
          runStart = offset + at
          before = at > 0 ? chunk[at - 1]! : last
        }
        while (chunk[at] === questionMark) {
          at += 1
          run += 1
        }
        if (at < chunk.length) settle()
      }
      last = chunk[chunk.length - 1] ?? last
      offset += chunk.length
    },
    end() {
      settle()
      return { count, first }
    },
  }
}

const questionMark = 0x3f

function endsSentence(byte: number): boolean {
  return byte >= 0x80 || /[A-Za-z0-9!)]/.test(String.fromCharCode(byte))
}
