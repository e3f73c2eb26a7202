import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml'
import type * as z from 'zod'
import type { ProblemCode } from '../problems/table.ts'
import { newPlaces, type Path, type Places, pathText } from './places.ts'
import { alternativeFor, below, isDictionary, takesBare } from './schema-shape.ts'

/** A mistake that YAML lets pass and that would change the meaning. */
interface TreeFault {
  readonly code: ProblemCode
  readonly args: Readonly<Record<string, string>>
  readonly path: Path
  readonly offset: number
}

export interface Tree {
  /** Plain objects for zod. Where the declaration wants text, the text is as the file has it: `012`, `+7900`, `true`. */
  readonly value: unknown
  readonly places: Places
  readonly faults: readonly TreeFault[]
}

/** YAML document → plain values, with the declaration at hand, because only it knows where `012` is a number. */
export function readTree(document: Document, source: string, schema: z.ZodType): Tree {
  const places = newPlaces()
  const faults: TreeFault[] = []
  const fault = (code: ProblemCode, path: Path, offset: number, args: Record<string, string> = {}) => {
    faults.push({ code, path, offset, args: { path: pathText(path), ...args } })
    return null
  }

  function read(given: Node | null, around: z.ZodType | undefined, path: Path, keyOffset?: number): unknown {
    const offset = given?.range?.[0] ?? keyOffset ?? 0
    places.set(path, { value: offset, ...(keyOffset !== undefined && { key: keyOffset }) })
    const node = followed(given) as Node | null | undefined
    if (isAlias(given) && node === undefined) return fault('settings.unquoted-star', path, offset, { name: given.source })
    // Below an unknown key nothing is read: it is told as a whole, and a reference to itself would have no end.
    if (around === undefined && !isScalar(node)) return null
    if (isMap(node)) return readKeys(node.items as Pair[], node.flow === true, around, path, offset)
    if (isSeq(node)) return readList(node.items as Node[], around, path)
    return isScalar(node) ? readScalar(node, around, path, offset) : null
  }

  function followed(node: unknown): unknown {
    return isAlias(node) ? node.resolve(document) : node
  }

  function readKeys(pairs: Pair[], flow: boolean, around: z.ZodType | undefined, path: Path, offset: number): unknown {
    if (flow && source.startsWith('{{', offset)) return fault('settings.unquoted-template', path, offset)
    const has = (key: string) => wordOf(followed(pairs.find((pair) => wordOf(pair.key) === key)?.value))
    const schema = around && alternativeFor(around, 'keys', has)
    const value: Record<string, unknown> = Object.create(null)
    for (const pair of pairs) {
      const keyOffset = (pair.key as Node).range?.[0] ?? offset
      if (!isScalar(pair.key)) {
        fault('settings.list-key', path, keyOffset)
        continue
      }
      const key = wordOf(pair.key)
      const child = below(schema, key)
      const found = read(pair.value as Node | null, child, [...path, key], keyOffset)
      // `folders:` with everything below it commented out says nothing; an unknown key or a word of the user does.
      if (found !== null || child === undefined) value[key] = found
      else if (isDictionary(schema)) value[key] = ''
    }
    return value
  }

  function readList(items: Node[], around: z.ZodType | undefined, path: Path): unknown {
    const schema = around && alternativeFor(around, 'list', () => undefined)
    return items.map((item, index) => read(item, below(schema, index), [...path, index]))
  }

  function readScalar(node: Scalar, schema: z.ZodType | undefined, path: Path, offset: number): unknown {
    const lost = node.type === 'PLAIN' ? node.comment?.match(/^\s*[^\s'"«]*\{\{.*/)?.[0] : undefined
    if (lost !== undefined) return fault('settings.lost-template', path, offset, { lost: `#${lost}` })
    if (node.value === null || typeof node.value === 'string' || takesBare(schema, node.value)) return node.value
    return node.source
  }

  return { value: read(document.contents as Node | null, schema, []), places, faults }
}

/** A key or a value as written: `20`, `012`. */
function wordOf(node: unknown): string {
  if (!isScalar(node)) return String(node)
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}
