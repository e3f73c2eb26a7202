import type { SaxesParser } from 'saxes'
import type { Problem } from '../../../problems/problem.ts'
import { problem } from '../../../problems/problem.ts'
import type { TextPlace } from '../bytes/text-place.ts'
import { depthLimit, nameLimit, recordLimit, recordLimitMegabytes } from './limits.ts'
import { noAttributes, putAttribute, type XmlName, xmlName } from './names.ts'
import { addRun, closeElement, closeRecord, isRootClosed, type Outline, openElement, topFrame } from './outline.ts'
import { ownString } from './own-string.ts'
import { addText, endElement, type RecordDraft, startChild, startRecord, topNode } from './record-builder.ts'
import { refusalOf } from './strict-refusal.ts'

/** All that the strict reader remembers between two chunks. */
export interface StrictState {
  readonly parser: SaxesParser
  readonly outline: Outline
  /** The record that is being built. */
  record: RecordDraft | null
  readonly names: Map<string, XmlName>
  /** Character data since the last tag, outside records. */
  run: string
  /** An end tag was read, and is told once saxes has found no fault with it. */
  toClose: boolean
  refusal: Problem | null
  mode: 'content' | 'comment' | 'cdata' | 'instruction'
  /** Letters that the next chunk must explain. */
  held: string
  /** In an enclosure: the last letters, in which its end may have begun. */
  tail: string
  /** The next letters are those of a tag; known only where it matters, outside the root and for its own tags. */
  inTag: boolean
  /** Of the chunk that is being read: the `&` that was found last, its end where none is left. */
  nextReference: number
  rootBegun: boolean
  mark: TextPlace
  /** The letters behind the last `<` of a tag, its beginning. */
  tag: string
  piece: string
  /** Of the text, tag or comment that is being read. */
  length: number
}

/** Turns what saxes says into nodes and calls of the handler. */
export function watchParser(state: StrictState): void {
  const { parser } = state
  parser.on('opentagstart', () => {
    state.rootBegun = true
  })
  parser.on('opentag', (tag) => {
    settle(state)
    if (state.refusal === null) open(state, tag.name, tag.attributes as Record<string, string>)
  })
  parser.on('text', (text) => characters(state, text))
  parser.on('cdata', (text) => characters(state, text))
  parser.on('closetag', () => {
    settle(state)
    if (state.refusal === null) state.toClose = true
  })
  parser.on('error', (error) => {
    if (state.refusal === null) state.refusal = refusalOf(faultOf(state, error.message))
  })
}

/** Hands one piece to saxes: text with at most one tag in it. */
export function write(state: StrictState, piece: string): void {
  if (piece === '' || state.refusal !== null) return
  state.piece = piece
  state.length += piece.length
  if (state.tag === '') state.tag = piece
  else if (state.tag.length < 200) state.tag += piece
  state.parser.write(piece)
  settle(state)
  if (state.length > recordLimit || (state.record !== null && state.record.weight > recordLimit)) refuseSize(state)
}

export function refuse(state: StrictState, found: Problem): void {
  state.refusal ??= found
}

/** Where the letter stands that saxes read last. */
export function here({ parser }: StrictState): TextPlace {
  return { line: parser.line, column: parser.column }
}

/** The innermost open element. */
export function innermost({ record, outline }: StrictState): { name: string; line: number } | null {
  if (record !== null) return topNode(record)
  const frame = topFrame(outline)
  return frame === undefined ? null : { name: frame.name.full, line: frame.line }
}

function faultOf(state: StrictState, message: string) {
  // Saxes prefixes its own count of lines and columns.
  return {
    message: message.replace(/^(?:\d+:\d+: )/, ''),
    here: here(state),
    mark: state.mark,
    tag: state.tag,
    piece: state.piece,
    before: !state.rootBegun,
    after: isRootClosed(state.outline),
    open: innermost(state),
  }
}

function open(state: StrictState, fullName: string, values: Record<string, string>): void {
  const { outline, mark } = state
  const depth = outline.frames.length + (state.record === null ? 0 : state.record.open.length - 1)
  if (depth >= depthLimit) {
    refuse(state, problem('xml.too-deep', { limit: depthLimit }, mark))
    return
  }
  const name = nameOf(state, fullName)
  const skipped = topFrame(outline)?.decision === 'skip'
  const attributes = skipped ? noAttributes : attributesOf(state, values, outline.frames.length === 0)
  if (state.record !== null) {
    startChild(state.record, name.local, attributes, mark.line, mark.column)
    return
  }
  addRun(outline, takeRun(state), false)
  const decision = openElement(outline, name, attributes, mark.line, mark.column)
  if (decision === 'record') state.record = startRecord(name.local, attributes, mark.line, mark.column)
}

function characters(state: StrictState, text: string): void {
  settle(state)
  if (state.refusal !== null) return
  if (state.record !== null) addText(state.record, text)
  else if (topFrame(state.outline)?.decision === 'descend') state.run += text
}

/** Tells the end tag that was read last. */
function settle(state: StrictState): void {
  if (!state.toClose || state.refusal !== null) return
  state.toClose = false
  if (state.record === null) {
    addRun(state.outline, takeRun(state), true)
    closeElement(state.outline)
    return
  }
  const node = endElement(state.record)
  if (node === null) return
  state.record = null
  closeRecord(state.outline)
  state.outline.handler.record(node)
}

function takeRun(state: StrictState): string {
  const run = ownString(state.run)
  state.run = ''
  return run
}

function attributesOf(state: StrictState, values: Record<string, string>, isRoot: boolean): ReadonlyMap<string, string> {
  let attributes: Map<string, string> | null = null
  for (const name in values) {
    attributes ??= new Map()
    putAttribute(attributes, nameOf(state, name), ownString(values[name]!), isRoot)
  }
  return attributes ?? noAttributes
}

function nameOf({ names }: StrictState, full: string): XmlName {
  const known = names.get(full)
  if (known !== undefined) return known
  const name = xmlName(ownString(full))
  if (names.size < nameLimit) names.set(name.full, name)
  return name
}

function refuseSize(state: StrictState): void {
  const root = state.record?.open[0]
  const element = root ?? innermost(state)
  const place = root === undefined ? state.mark : { line: root.line, column: root.column }
  refuse(state, problem('xml.record-too-large', { element: element?.name ?? '', limit: recordLimitMegabytes }, place))
}
