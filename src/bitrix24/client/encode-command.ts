import type { Command, ParamValue } from './command.ts'

/**
 * A command as a batch takes it: `crm.item.get?entityTypeId=4&id=7`, PHP brackets, names and values encoded once
 * (`bitrix24-rest.md §1.5`). Booleans become 1 and 0, null becomes '', an empty object is left out. An empty array cannot
 * be said in a batch at all, and left out it would mean "do not touch": it is thrown as the caller's bug.
 */
export function encodeCommand({ method, params }: Command): string {
  const pairs = Object.entries(params).flatMap(([name, value]) => [...encodePairs(encode(name), value)])
  return pairs.length === 0 ? method : `${method}?${pairs.join('&')}`
}

/**
 * Would the portal take a part of this text for a reference to another command's result? It looks for `$result[` in values
 * that are already decoded, so encoding does not help: such a command goes alone.
 */
export function holdsReference(value: ParamValue): boolean {
  if (typeof value === 'string') return value.includes('$result[')
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsReference)
}

function* encodePairs(name: string, value: ParamValue): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield `${name}=${encode(scalarText(value))}`
    return
  }
  if (Array.isArray(value) && value.length === 0) throw new Error(`A batch cannot say an empty array: ${name}`)
  for (const [key, inner] of Object.entries<ParamValue>(value)) yield* encodePairs(`${name}[${encode(key)}]`, inner)
}

function scalarText(value: string | number | boolean | null): string {
  if (value === null) return ''
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
