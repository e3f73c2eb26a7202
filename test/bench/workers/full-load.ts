import { readFileSync } from 'node:fs'
import { XMLParser } from 'fast-xml-parser'

// The usual way: the whole file as one text, the whole text as one tree; texts stay texts, as ids and ИНН must.
const [path = '', encoding = '', element = ''] = process.argv.slice(2)
const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, parseAttributeValue: false })
const tree: unknown = parser.parse(new TextDecoder(encoding).decode(readFileSync(path)))
process.stdout.write(String(countOf(tree)))

// Records of one file all stand in one list, the first of that name on the way down.
function countOf(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0
  for (const [name, child] of Object.entries(node)) {
    if (name === element) return Array.isArray(child) ? child.length : 1
    const count = Array.isArray(child) ? 0 : countOf(child)
    if (count > 0) return count
  }
  return 0
}
