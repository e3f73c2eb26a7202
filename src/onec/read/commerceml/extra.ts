import type { Extra } from '../../../records/common.ts'
import type { Requisite } from '../../../records/order.ts'
import type { XmlNode } from '../xml/node.ts'
import { filled } from './filled.ts'

/** Collects what the model has no field for, so that no word of 1C is lost between the file and the mapping of the user. */
export class ExtraFields {
  // A file may call an element `__proto__`.
  readonly #fields = new Map<string, string>()
  readonly #blanks: string[] = []

  /** Empty values are left out; a name that comes again gets ` (2)`. */
  add(name: string, value: string): void {
    const text = filled(value)
    if (text !== '') this.#fields.set(freeName(this.#fields, name), text)
  }

  /** Children and attributes of the element that no field of the record took. */
  addRest(node: XmlNode, known: ReadonlySet<string>, prefix = ''): void {
    if (node.attributes !== null) {
      for (const [name, value] of node.attributes) if (!known.has(name)) this.#told(joined(prefix, name), value)
    }
    for (const child of node.children) if (!known.has(child.name)) this.addNode(child, prefix)
  }

  /** An unknown element with all that is inside it, by dotted path: `Марки.Марка`. */
  addNode(node: XmlNode, prefix = ''): void {
    const path = joined(prefix, node.name)
    // What only holds others has no value that could be empty.
    if (node.children.length === 0 || filled(node.text) !== '') this.#told(path, node.text)
    this.addRest(node, nothing, path)
  }

  /** Requisites by their own names. */
  addRequisites(requisites: readonly Requisite[]): void {
    for (const { name, value } of requisites) this.#told(name || 'ЗначениеРеквизита', value)
  }

  done(): Extra {
    if (this.#fields.size === 0 && this.#blanks.length === 0) return noExtra
    const extra = Object.freeze(Object.fromEntries(this.#fields))
    if (this.#blanks.length > 0) blanks.set(extra, this.#blanks)
    return extra
  }

  /** What the file has, if only empty. */
  #told(name: string, value: string): void {
    if (filled(value) === '') this.#blanks.push(name)
    this.add(name, value)
  }
}

/**
 * Names that stood beside these and were empty. They are no part of the record, whose content must not change with them; but who maps
 * such a name has not mistaken it.
 */
export function blanksOf(extra: Extra): readonly string[] {
  return blanks.get(extra) ?? []
}

const blanks = new WeakMap<Extra, readonly string[]>()

const noExtra: Extra = Object.freeze({})
const nothing: ReadonlySet<string> = new Set()

function joined(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`
}

function freeName(fields: ReadonlyMap<string, string>, name: string): string {
  if (!fields.has(name)) return name
  for (let count = 2; ; count += 1) {
    const next = `${name} (${count})`
    if (!fields.has(next)) return next
  }
}
