import type { Params } from './method.ts'
import { parseQuery } from './parse-query.ts'

/** A command of a batch, `crm.item.get?entityTypeId=4&id=7`. */
export interface BatchCommand {
  readonly key: string
  /** In lower case. */
  readonly method: string
  readonly query: string
}

/** `cmd` as an object or an array, in its order. Entries that are no text are passed over. */
export function batchCommands({ cmd }: Params): readonly BatchCommand[] {
  if (typeof cmd !== 'object' || cmd === null) return []
  return Object.entries(cmd).flatMap(([key, text]) => (typeof text === 'string' ? [commandOf(key, text)] : []))
}

/** `halt`: 1 or true stop at the first command that fails; query encoding brings them as text. */
export function halts({ halt }: Params): boolean {
  return ![undefined, null, false, 0, '', '0', 'false'].includes(halt as never)
}

/** The values are decoded once, and `$result[…]` in them becomes what those commands before have brought. */
export function commandParams({ query }: BatchCommand, results: ReadonlyMap<string, unknown>): Params {
  const params = parseQuery(query)
  return query.includes('result') ? (withResults(params, results) as Params) : params
}

// As part of an address: a bare `#` ends it, a bare `&` ends the value.
function commandOf(key: string, text: string): BatchCommand {
  const address = text.split('#', 1)[0]!
  const mark = address.indexOf('?')
  const method = (mark === -1 ? address : address.slice(0, mark)).toLowerCase()
  return { key, method, query: mark === -1 ? '' : address.slice(mark + 1) }
}

function withResults(value: unknown, results: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') return value.includes('$result[') ? replaced(value, results) : value
  if (Array.isArray(value)) return value.map((inner) => withResults(inner, results))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withResults(inner, results)]))
}

/** A value that is nothing but a reference takes the result as it is, with its type. */
function replaced(text: string, results: ReadonlyMap<string, unknown>): unknown {
  const whole = /^\$result((?:\[[^\]]*\])+)$/.exec(text)
  if (whole !== null) return resolve(whole[1]!, results) ?? text
  return text.replace(/\$result((?:\[[^\]]*\])+)/g, (literal, path: string) => {
    const found = resolve(path, results)
    return typeof found === 'string' || typeof found === 'number' ? String(found) : literal
  })
}

/** Undefined where the path leads nowhere: then the text stays as it is, and that is no error (`bitrix24-rest.md §1.5`). */
function resolve(path: string, results: ReadonlyMap<string, unknown>): unknown {
  const [key = '', ...steps] = path.slice(1, -1).split('][')
  let found = results.get(key)
  for (const step of steps) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = (found as Readonly<Record<string, unknown>>)[step]
  }
  return found ?? undefined
}
