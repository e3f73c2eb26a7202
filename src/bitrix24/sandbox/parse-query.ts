import { unescape as unescapePercent } from 'node:querystring'
import type { Params } from './method.ts'
import { phpArray } from './php-array.ts'

/**
 * `a[b][0][C]=x&a[]=y` as PHP reads it: the name ends at the first `=`, both sides are decoded once, then the brackets are
 * taken apart; the last of two equal names wins (data-encoding.md of the docs).
 */
export function parseQuery(text: string): Params {
  return paramsOf(
    text
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const equals = pair.indexOf('=')
        return equals === -1 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))]
      }),
  )
}

/** The same for names and values that some other encoding has brought already decoded. */
export function paramsOf(pairs: readonly (readonly [string, string] | readonly string[])[]): Params {
  const root = newBranch()
  for (const [name = '', value = ''] of pairs) {
    const path = pathOf(name)
    if (path.length > 0) put(root, path, value)
  }
  return Object.fromEntries([...root.values].map(([key, node]) => [key, plain(node)]))
}

interface Branch {
  readonly values: Map<string, Branch | string>
  /** What `[]` takes: one more than the largest number so far. */
  next: number
}

function newBranch(): Branch {
  return { values: new Map(), next: 0 }
}

// A broken percent sequence stays as it is written, as in PHP.
function decode(text: string): string {
  return unescapePercent(text.replaceAll('+', ' '))
}

/** `a[b][]` → `a`, `b`, ``. What follows the last bracket is lost; a bracket that is not closed becomes `_`. */
function pathOf(name: string): readonly string[] {
  const open = name.indexOf('[')
  if (open === 0 || name === '') return []
  if (open === -1 || name.indexOf(']', open) === -1) return [name.trimStart().replace(/[ .[]/g, '_')]
  const head = name.slice(0, open).trimStart().replace(/[ .]/g, '_')
  const keys = /^(?:\[[^\]]*\])+/.exec(name.slice(open))?.[0] ?? ''
  return [head, ...keys.slice(1, -1).split('][')]
}

function put(root: Branch, path: readonly string[], value: string): void {
  let branch = root
  path.forEach((written, depth) => {
    const key = written === '' && depth > 0 ? String(branch.next) : written
    if (/^(0|[1-9]\d{0,14})$/.test(key)) branch.next = Math.max(branch.next, Number(key) + 1)
    if (depth === path.length - 1) {
      branch.values.set(key, value)
      return
    }
    const held = branch.values.get(key)
    const inner = typeof held === 'object' ? held : newBranch()
    branch.values.set(key, inner)
    branch = inner
  })
}

function plain(node: Branch | string): unknown {
  if (typeof node === 'string') return node
  return phpArray([...node.values].map(([key, inner]) => [key, plain(inner)]))
}
