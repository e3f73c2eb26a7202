import type { RecordTape } from './fast-record.ts'
import type { Scan } from './fast-scan.ts'
import { noAttributes, putAttribute } from './names.ts'
import type { XmlNode } from './node.ts'
import type { Frame } from './outline.ts'
import { noChildren } from './record-builder.ts'

/** Makes the record's nodes out of what was read. Each value becomes a string of its own (`node.ts`). */
export function buildRecord(scan: Scan, tape: RecordTape, frame: Frame): XmlNode {
  const units = Buffer.from(scan.units.buffer, 0, scan.out * 2)
  const whole = units.toString('utf16le')
  const value = (from: number, to: number) => {
    // Below 13 letters V8 copies a substring; above, it would keep the whole record alive.
    return to - from < 13 ? whole.substring(from, to) : units.toString('utf16le', from * 2, to * 2)
  }
  const { name, depth, line, column, from, to, attributes, count } = tape
  const { names } = scan.names
  const more = tape.more.length === 0 ? null : furtherText(tape.more, value)
  const path: Draft[] = []
  for (let index = 0; index < count; index += 1) {
    const level = depth[index]!
    const first = attributes[index]!
    const last = index + 1 < count ? attributes[index + 1]! : scan.attributes
    const node: Draft = {
      name: names[name[index]!]!.local,
      attributes: first === last ? null : attributesFrom(scan, first, last, false, value),
      children: index + 1 < count && depth[index + 1]! > level ? [] : noChildren,
      text: (from[index] === to[index] ? '' : value(from[index]!, to[index]!)) + (more?.get(index) ?? ''),
      line: line[index]!,
      column: column[index]!,
    }
    if (level > 0) path[level - 1]!.children.push(node)
    path[level] = node
  }
  const root = path[0]!
  return { ...root, attributes: frame.attributes.size === 0 ? null : frame.attributes, line: frame.line, column: frame.column }
}

function furtherText(more: readonly number[], value: (from: number, to: number) => string): Map<number, string> {
  const texts = new Map<number, string>()
  for (let at = 0; at < more.length; at += 3) {
    texts.set(more[at]!, (texts.get(more[at]!) ?? '') + value(more[at + 1]!, more[at + 2]!))
  }
  return texts
}

/** The attributes of the start tag that was read last, outside records. */
export function tagAttributes(scan: Scan, isRoot: boolean): ReadonlyMap<string, string> {
  if (scan.attributes === 0) return noAttributes
  const units = Buffer.from(scan.units.buffer)
  const value = (from: number, to: number) => units.toString('utf16le', from * 2, to * 2)
  return attributesFrom(scan, 0, scan.attributes, isRoot, value) ?? noAttributes
}

interface Draft extends XmlNode {
  readonly children: XmlNode[]
}

function attributesFrom(
  scan: Scan,
  first: number,
  last: number,
  isRoot: boolean,
  value: (from: number, to: number) => string,
): ReadonlyMap<string, string> | null {
  const attributes = new Map<string, string>()
  for (let index = first; index < last; index += 1) {
    const name = scan.names.names[scan.attributeName[index]!]!
    putAttribute(attributes, name, value(scan.attributeFrom[index]!, scan.attributeTo[index]!), isRoot)
  }
  return attributes.size === 0 ? null : attributes
}
