import { elementWeight } from './limits.ts'
import type { XmlNode } from './node.ts'
import { isBlank } from './outline.ts'
import { ownString } from './own-string.ts'

/** A node that is still being read. */
export interface NodeDraft {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string> | null
  children: XmlNode[]
  text: string
  readonly line: number
  readonly column: number
}

/** A record while the strict reader builds it: its open elements, and what it weighs so far (`limits.ts`). */
export interface RecordDraft {
  readonly open: NodeDraft[]
  run: string
  weight: number
}

export function startRecord(name: string, attributes: ReadonlyMap<string, string>, line: number, column: number): RecordDraft {
  return { open: [draft(name, attributes, line, column)], run: '', weight: elementWeight }
}

export function startChild(
  record: RecordDraft,
  name: string,
  attributes: ReadonlyMap<string, string>,
  line: number,
  column: number,
): void {
  const parent = topNode(record)
  settleRun(record, parent, !isBlank(record.run))
  const child = draft(name, attributes, line, column)
  if (parent.children === noChildren) parent.children = []
  parent.children.push(child)
  record.open.push(child)
  record.weight += elementWeight
  for (const value of attributes.values()) record.weight += value.length
}

export function addText(record: RecordDraft, text: string): void {
  record.run += text
  record.weight += text.length
}

/** Ends the innermost element; its node when that was the record itself. */
export function endElement(record: RecordDraft): XmlNode | null {
  const node = topNode(record)
  settleRun(record, node, node.children === noChildren || !isBlank(record.run))
  record.open.pop()
  return record.open.length === 0 ? node : null
}

export function topNode(record: RecordDraft): NodeDraft {
  return record.open[record.open.length - 1]!
}

/** One for all leaves: most elements are leaves. */
export const noChildren: XmlNode[] = []
Object.freeze(noChildren)

function draft(name: string, attributes: ReadonlyMap<string, string>, line: number, column: number): NodeDraft {
  return { name, attributes: attributes.size === 0 ? null : attributes, children: noChildren, text: '', line, column }
}

function settleRun(record: RecordDraft, node: NodeDraft, wanted: boolean): void {
  if (wanted) node.text = node.text === '' ? ownString(record.run) : node.text + record.run
  record.run = ''
}
