import { isBlankRun, type Scan, type Step, slash } from './fast-scan.ts'
import { grown, passEndTag, passStartTag } from './fast-tag.ts'
import { passRun } from './fast-text.ts'
import { depthLimit } from './limits.ts'

/** The elements of one record in document order, as numbers; entry 0 is the record itself. */
export interface RecordTape {
  count: number
  name: Int32Array
  /** Of the record itself: 0. */
  depth: Int32Array
  line: Int32Array
  column: Int32Array
  /** The element's text in `units`. */
  from: Int32Array
  to: Int32Array
  /** Further stretches of text between children, three numbers each: element, from, to. УТ writes its units so. */
  more: number[]
  /** Its first attribute; they end where the next element's begin. */
  attributes: Int32Array
}

export function createTape(): RecordTape {
  const column = () => new Int32Array(1024)
  return {
    count: 0,
    name: column(),
    depth: column(),
    line: column(),
    column: column(),
    from: column(),
    to: column(),
    more: [],
    attributes: column(),
  }
}

/**
 * Reads a record from behind its start tag to behind its end tag. `room`: how many levels may still open below the record.
 */
export function passRecord(scan: Scan, tape: RecordTape, name: number, room: number): Step {
  tape.count = 0
  tape.more.length = 0
  addElement(tape, scan, name, 0, 0, 0)
  let depth = 0
  open[0] = 0
  parent[0] = 0
  for (;;) {
    const run = scan.out
    const step = passRun(scan)
    if (step !== 'done') return step
    const element = open[depth]!
    const isLeaf = parent[depth] === 0
    if (scan.bytes[scan.at + 1] === slash) {
      if (isLeaf || !dropBlank(scan, run)) addText(tape, element, run, scan.out)
      const closed = passEndTag(scan, tape.name[element]!)
      if (closed !== 'done') return closed
      if (depth === 0) return 'done'
      depth -= 1
      continue
    }
    if (depth >= room) return 'odd'
    if (!dropBlank(scan, run)) addText(tape, element, run, scan.out)
    const { line, at, columnBase, attributes } = scan
    const opened = passStartTag(scan)
    if (opened !== 'done') return opened
    parent[depth] = 1
    const child = addElement(tape, scan, scan.tagName, depth + 1, line, at - columnBase)
    tape.attributes[child] = attributes
    if (scan.tagCloses) continue
    depth += 1
    open[depth] = child
    parent[depth] = 0
  }
}

/** The open elements of the record and whether each has children; one record is read at a time. */
const open = new Int32Array(depthLimit + 1)
const parent = new Uint8Array(depthLimit + 1)

function dropBlank(scan: Scan, run: number): boolean {
  if (!isBlankRun(scan, run)) return false
  scan.out = run
  return true
}

function addText(tape: RecordTape, element: number, from: number, to: number): void {
  if (tape.from[element] !== tape.to[element]) {
    tape.more.push(element, from, to)
    return
  }
  tape.from[element] = from
  tape.to[element] = to
}

function addElement(tape: RecordTape, scan: Scan, name: number, depth: number, line: number, column: number): number {
  const index = tape.count
  if (index === tape.name.length) widen(tape)
  tape.name[index] = name
  tape.depth[index] = depth
  tape.line[index] = line
  tape.column[index] = column
  tape.from[index] = 0
  tape.to[index] = 0
  tape.attributes[index] = scan.attributes
  tape.count = index + 1
  return index
}

function widen(tape: RecordTape): void {
  tape.name = grown(tape.name)
  tape.depth = grown(tape.depth)
  tape.line = grown(tape.line)
  tape.column = grown(tape.column)
  tape.from = grown(tape.from)
  tape.to = grown(tape.to)
  tape.attributes = grown(tape.attributes)
}
