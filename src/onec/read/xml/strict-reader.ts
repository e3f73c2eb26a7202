import { SaxesParser } from 'saxes'
import type { Problem } from '../../../problems/problem.ts'
import { createDecoder, type Decoder } from '../bytes/decode.ts'
import type { TextPlace } from '../bytes/text-place.ts'
import { isRootClosed, type Outline } from './outline.ts'
import type { XmlReader } from './reader.ts'
import { startRecord } from './record-builder.ts'
import { feed, finish } from './strict-feed.ts'
import { type StrictState, watchParser } from './strict-state.ts'

/** Where to go on in a file that another reader began: after which letters, with what open. */
export interface Resumption {
  /** Of the next letter. */
  readonly place: TextPlace
}

/**
 * Reads with saxes: slower than the byte reader, and the one whose verdict counts. Given a resumption it goes on with the
 * outline's open elements as if it had read their start tags.
 */
export function createStrictReader(outline: Outline, encoding: string, resumption: Resumption | null = null): XmlReader {
  const decoder = createDecoder(encoding, resumption !== null)
  const state = createState(outline)
  if (resumption !== null) resume(state, resumption)
  watchParser(state)
  return {
    push: (chunk) => push(state, decoder, chunk),
    end() {
      if (state.refusal === null) feed(state, decoder.end())
      if (state.refusal === null) finish(state)
      return state.refusal
    },
  }
}

function createState(outline: Outline): StrictState {
  return {
    parser: new SaxesParser({ position: true, forceXMLVersion: true, defaultXMLVersion: '1.0' }),
    outline,
    record: null,
    names: new Map(),
    run: '',
    toClose: false,
    refusal: null,
    mode: 'content',
    held: '',
    tail: '',
    inTag: false,
    nextReference: -1,
    rootBegun: false,
    mark: { line: 1, column: 1 },
    tag: '',
    piece: '',
    length: 0,
  }
}

function push(state: StrictState, decoder: Decoder, chunk: Uint8Array): Problem | null {
  if (state.refusal === null) feed(state, decoder.write(chunk))
  return state.refusal
}

/** The start tags of the open elements are told to saxes before anyone listens, and its place is set right. */
function resume(state: StrictState, { place }: Resumption): void {
  const { parser, outline } = state
  for (const frame of outline.frames) parser.write(`<${frame.name.full}>`)
  if (isRootClosed(outline)) parser.write('<root/>')
  parser.line = place.line
  parser.column = place.column - 1
  state.rootBegun = outline.rootSeen
  const top = outline.frames[outline.frames.length - 1]
  if (top?.decision === 'record') state.record = startRecord(top.name.local, top.attributes, top.line, top.column)
}
