import type { Problem } from '../../../problems/problem.ts'
import { lettersOf } from '../bytes/decode.ts'
import { createNameTable } from './fast-names.ts'
import { buildRecord, tagAttributes } from './fast-node.ts'
import { passMisc, passProlog } from './fast-prolog.ts'
import { createTape, passRecord, type RecordTape } from './fast-record.ts'
import { isBlankRun, less, type Scan, type Step, slash } from './fast-scan.ts'
import { passEndTag, passStartTag } from './fast-tag.ts'
import { passRun } from './fast-text.ts'
import { fillWindow, windowLimit } from './fast-window.ts'
import { depthLimit, elementWeight, recordLimit } from './limits.ts'
import { noAttributes } from './names.ts'
import { addRun, closeElement, closeRecord, isRootClosed, type Outline, openElement, topFrame } from './outline.ts'
import type { XmlReader } from './reader.ts'
import { createStrictReader } from './strict-reader.ts'

export interface FastReader extends XmlReader {
  /** The strict reader has taken over: still right, at a third of the speed. */
  handedOver(): boolean
}

/** What is known of the last place from which reading can begin again: all before it has been told to the handler. */
interface Safe {
  at: number
  line: number
  columnBase: number
}

interface FastState {
  readonly outline: Outline
  readonly encoding: string
  readonly scan: Scan
  readonly tape: RecordTape
  /** Numbers of the names of the outline's open elements. */
  readonly open: number[]
  readonly safe: Safe
  /** How many unread bytes there must be before the next try: doubled each time, so that a huge record stays linear. */
  patience: number
  /** Where the strict reader has taken over. */
  strict: XmlReader | null
}

/**
 * Reads the bytes themselves, one pass, without decoding markup (`performance.md`, "The byte-level reader, in words").
 * It judges nothing: at anything but plain, correct XML it hands over to the strict reader, from the last safe place to
 * the end of the file. Null for encodings that it cannot read: UTF-16 and the multi-byte ones.
 */
export function createFastReader(outline: Outline, encoding: string): FastReader | null {
  const letters = lettersOf(encoding)
  if (letters === null && encoding !== 'utf-8') return null
  const state = createState(outline, encoding, letters)
  return {
    push: (chunk) => push(state, chunk),
    handedOver: () => state.strict !== null,
    end() {
      if (state.strict === null) {
        state.patience = 0
        advance(state)
      }
      if (state.strict === null && state.safe.at < state.scan.end) handOver(state)
      // A file whose root is not closed is the strict reader's to refuse.
      if (state.strict === null && !isRootClosed(outline)) handOver(state)
      return state.strict?.end() ?? null
    },
  }
}

function createState(outline: Outline, encoding: string, letters: Uint16Array | null): FastState {
  const scan: Scan = {
    bytes: new Uint8Array(512 * 1024),
    end: 0,
    at: 0,
    line: 1,
    columnBase: -1,
    units: new Uint16Array(512 * 1024),
    out: 0,
    letters,
    names: createNameTable(encoding),
    attributeName: new Int32Array(256),
    attributeFrom: new Int32Array(256),
    attributeTo: new Int32Array(256),
    attributes: 0,
    tagName: 0,
    tagCloses: false,
  }
  const safe = { at: 0, line: 1, columnBase: -1 }
  return { outline, encoding, scan, tape: createTape(), open: [], safe, patience: 0, strict: null }
}

function push(state: FastState, chunk: Uint8Array): Problem | null {
  if (state.strict !== null) return state.strict.push(chunk)
  const { scan, safe } = state
  fillWindow(scan, safe.at, chunk)
  safe.columnBase -= safe.at
  safe.at = 0
  if (scan.end < state.patience) return null
  return advance(state)
}

/** Reads unit after unit until the window ends in one. */
function advance(state: FastState): Problem | null {
  const { scan, safe } = state
  for (;;) {
    scan.at = safe.at
    scan.line = safe.line
    scan.columnBase = safe.columnBase
    scan.out = 0
    scan.attributes = 0
    const step = passUnit(state)
    if (step === 'done') {
      safe.at = scan.at
      safe.line = scan.line
      safe.columnBase = scan.columnBase
    } else if (step === 'odd' || scan.end - safe.at > windowLimit) return handOver(state)
    else {
      state.patience = (scan.end - safe.at) * 2
      return null
    }
  }
}

/** The smallest thing that is read whole: a record, or outside records a tag with the text before it. */
function passUnit(state: FastState): Step {
  const { scan, outline } = state
  if (!outline.rootSeen) return passRoot(state)
  const frame = topFrame(outline)
  if (frame === undefined) return passEpilog(scan)
  if (frame.decision === 'record') return passWholeRecord(state)
  const step = passRun(scan)
  if (step !== 'done') return step
  return scan.bytes[scan.at + 1] === slash ? passOuterEnd(state) : passOuterStart(state)
}

function passRoot(state: FastState): Step {
  const { scan } = state
  const step = passProlog(scan)
  if (step !== 'done') return step
  if (scan.bytes[scan.at] !== less) return scan.at >= scan.end ? 'more' : 'odd'
  return passOuterStart(state)
}

/** Blanks and comments after the root, as far as they go; the rest of the window is not safe before more has come. */
function passEpilog(scan: Scan): Step {
  const before = scan.at
  const step = passMisc(scan)
  if (step !== 'done') return step
  if (scan.at < scan.end) return 'odd'
  return scan.at > before ? 'done' : 'more'
}

function passOuterStart(state: FastState): Step {
  const { scan, outline, open } = state
  const { frames } = outline
  const run = scan.out
  if (frames.length >= depthLimit) return 'odd'
  const { at, line, columnBase } = scan
  const step = passStartTag(scan)
  if (step !== 'done') return step
  if (run > 0) addOuterRun(state, run, false)
  const skipped = topFrame(outline)?.decision === 'skip'
  const attributes = skipped ? noAttributes : tagAttributes(scan, frames.length === 0)
  const decision = openElement(outline, scan.names.names[scan.tagName]!, attributes, line, at - columnBase)
  open.push(scan.tagName)
  if (!scan.tagCloses) return 'done'
  open.pop()
  if (decision === 'record') tellRecord(state, true)
  else closeElement(outline)
  return 'done'
}

function passOuterEnd(state: FastState): Step {
  const { scan, outline, open } = state
  const run = scan.out
  const step = passEndTag(scan, open[open.length - 1]!)
  if (step !== 'done') return step
  addOuterRun(state, run, true)
  open.pop()
  closeElement(outline)
  return 'done'
}

function addOuterRun({ outline, scan }: FastState, length: number, last: boolean): void {
  const frame = topFrame(outline)!
  if (length === 0 || frame.decision !== 'descend') return
  const { out } = scan
  scan.out = length
  const layout = (!last || frame.hasChildren) && isBlankRun(scan, 0)
  scan.out = out
  if (!layout) addRun(outline, Buffer.from(scan.units.buffer, 0, length * 2).toString('utf16le'), last)
}

function passWholeRecord(state: FastState): Step {
  const { scan, tape, outline, open } = state
  const step = passRecord(scan, tape, open[open.length - 1]!, depthLimit - outline.frames.length)
  if (step !== 'done') return step
  if (scan.out + tape.count * elementWeight > recordLimit) return 'odd'
  open.pop()
  tellRecord(state, false)
  return 'done'
}

function tellRecord({ scan, tape, outline }: FastState, empty: boolean): void {
  const frame = topFrame(outline)!
  if (empty) {
    tape.count = 1
    tape.more.length = 0
    tape.name[0] = scan.tagName
    tape.depth[0] = 0
    tape.from[0] = 0
    tape.to[0] = 0
    tape.attributes[0] = scan.attributes
  }
  closeRecord(outline)
  outline.handler.record(buildRecord(scan, tape, frame))
}

function handOver(state: FastState): Problem | null {
  const { outline, encoding, scan, safe } = state
  const place = { line: safe.line, column: safe.at - safe.columnBase }
  state.strict = createStrictReader(outline, encoding, outline.rootSeen ? { place } : null)
  return state.strict.push(scan.bytes.subarray(safe.at, scan.end))
}
