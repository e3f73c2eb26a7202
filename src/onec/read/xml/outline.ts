import type { XmlDecision, XmlHandler } from './handler.ts'
import type { XmlName } from './names.ts'

/** An element that is open outside records: descended into, skipped, or the record that is about to be read. */
export interface Frame {
  readonly name: XmlName
  readonly decision: XmlDecision
  readonly attributes: ReadonlyMap<string, string>
  readonly line: number
  readonly column: number
  text: string
  hasChildren: boolean
}

/**
 * The open elements from the root down, and who listens. Both readers work on it, so that one can go on where the other
 * stopped.
 */
export interface Outline {
  readonly handler: XmlHandler
  readonly frames: Frame[]
  rootSeen: boolean
}

export function createOutline(handler: XmlHandler): Outline {
  return { handler, frames: [], rootSeen: false }
}

export function topFrame(outline: Outline): Frame | undefined {
  return outline.frames[outline.frames.length - 1]
}

/** A start tag: asks the handler what to do with the element, unless it lies in a skipped one. */
export function openElement(
  outline: Outline,
  name: XmlName,
  attributes: ReadonlyMap<string, string>,
  line: number,
  column: number,
): XmlDecision {
  const parent = topFrame(outline)
  if (parent !== undefined) parent.hasChildren = true
  outline.rootSeen = true
  const decision =
    parent?.decision === 'skip' ? 'skip' : outline.handler.open(name.local, attributes, outline.frames.length, line, column)
  outline.frames.push({ name, decision, attributes, line, column, text: '', hasChildren: false })
  return decision
}

/**
 * The character data between two tags. White space alone beside child elements is layout and is left out; `last`: the
 * element ends here.
 */
export function addRun(outline: Outline, run: string, last: boolean): void {
  const frame = topFrame(outline)
  if (frame === undefined || frame.decision !== 'descend' || run === '') return
  if ((!last || frame.hasChildren) && isBlank(run)) return
  frame.text += run
}

/** An end tag of what is not a record. */
export function closeElement(outline: Outline): void {
  const frame = outline.frames.pop()!
  if (frame.decision === 'descend') outline.handler.close(frame.name.local, frame.text, outline.frames.length)
}

/** The frame of a record is left without a word: its node was told instead. */
export function closeRecord(outline: Outline): void {
  outline.frames.pop()
}

export function isRootClosed(outline: Outline): boolean {
  return outline.rootSeen && outline.frames.length === 0
}

export function isBlank(text: string): boolean {
  return !/[^ \t\n\r]/.test(text)
}
