/** A longer line is no row of a table, but a file that is no table or has lost its line ends. In characters. */
export const longestLine = 1_000_000

/** So much of the file is looked at to find out how it is written. */
const sampleLines = 200
const sampleCharacters = 262_144

/** What a line must be looked at for, one by one: control signs, a lone CR, letters lost on the way. Most chunks have none. */
const suspect = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\uFFFD]|\r(?![\r\n])|\?{3}/

/**
 * The physical lines of a file, a window of them at a time. Lines end in LF, or in CR where the file has no LF; the `\r` of a
 * CRLF stays on, for it tells a row's end from a line break inside a cell. Of a line that is too long only the start is kept,
 * one character more than `longestLine`. `lines` are those not yet taken; the last line of the file comes when it `ended`.
 */
export class PhysicalLines {
  lines: string[] = []
  /** Number of the first of `lines` in the file, from 1. */
  firstNumber = 1
  ended = false
  /** The file ends in a line break: its last line is not cut short. */
  endsInBreak = true
  readonly #chunks: AsyncIterator<string>
  #rest = ''
  #skipping = false
  #breakSign: '\n' | '\r' | null = null
  #suspectUntil = 0
  #border = ''

  constructor(chunks: AsyncIterable<string>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Reads on until there are more than `count` lines, or no more. */
  async fill(count: number): Promise<void> {
    while (!this.ended && this.lines.length <= count) await this.#read()
  }

  /** The lines at the start, the same however the file came in chunks. To be called first. */
  async sample(): Promise<readonly string[]> {
    let characters = 0
    while (!this.ended && this.lines.length <= sampleLines && characters < sampleCharacters) characters += await this.#read()
    let size = 0
    const cut = this.lines.slice(0, sampleLines).findIndex((line) => {
      size += line.length + 1
      return size > sampleCharacters
    })
    return this.lines.slice(0, cut < 0 ? sampleLines : Math.max(1, cut))
  }

  take(count: number): void {
    this.lines = this.lines.slice(count)
    this.firstNumber += count
  }

  /** May the line of that number hold something to look at? */
  isSuspect(number: number): boolean {
    return number <= this.#suspectUntil
  }

  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #read(): Promise<number> {
    const next = await this.#chunks.next()
    if (next.done) {
      this.#end()
      return 0
    }
    this.#add(next.value)
    return next.value.length
  }

  #add(chunk: string): void {
    const text = this.#skipping ? chunk : this.#rest + chunk
    this.#breakSign ??= breakSignOf(text)
    if (this.#breakSign === null) this.#rest = text
    else this.#cut(text, this.#breakSign)
    this.#markSuspect(chunk)
  }

  #cut(text: string, sign: string): void {
    const cut = text.split(sign)
    const last = cut.pop()!
    for (const line of cut) {
      this.lines.push(this.#skipping ? this.#rest : line.length > longestLine ? line.slice(0, longestLine + 1) : line)
      this.#skipping = false
      this.#rest = ''
    }
    if (this.#skipping) return
    this.#skipping = last.length > longestLine
    this.#rest = this.#skipping ? last.slice(0, longestLine + 1) : last
  }

  #end(): void {
    this.ended = true
    const rest = this.#rest
    if (this.#breakSign === null && rest.includes('\r')) this.#cut(rest, '\r')
    this.endsInBreak = this.#rest === ''
    if (!this.endsInBreak) this.lines.push(this.#rest)
  }

  #markSuspect(chunk: string): void {
    const across = this.#border + chunk.slice(0, 2)
    if (suspect.test(chunk) || suspect.test(across)) this.#suspectUntil = this.firstNumber + this.lines.length
    this.#border = (this.#border + chunk.slice(-2)).slice(-2)
  }
}

const enoughToTell = 65_536

/** LF, unless so many characters have only CR. Null: not enough has come to tell. */
function breakSignOf(text: string): '\n' | '\r' | null {
  const feed = text.indexOf('\n')
  if (feed >= 0 && feed < enoughToTell) return '\n'
  if (text.length < enoughToTell) return null
  return text.slice(0, enoughToTell).includes('\r') ? '\r' : '\n'
}
