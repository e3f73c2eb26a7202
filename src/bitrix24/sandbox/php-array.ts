/**
 * PHP has one array for both: keys 0, 1, 2 … in this order become a JSON array, nothing at all `[]`, anything else an
 * object (`bitrix24-rest.md §1.5`, §12). `pairs`: in the order in which the keys came.
 */
export function phpArray(pairs: readonly (readonly [string, unknown])[]): unknown {
  if (pairs.every(([key], index) => key === String(index))) return pairs.map(([, value]) => value)
  return Object.fromEntries(pairs)
}

/** The same for everything inside a JSON body; an empty object stays what it is, as nobody can tell its kind. */
export function asPhp(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asPhp)
  if (typeof value !== 'object' || value === null) return value
  const pairs = Object.entries(value)
  return pairs.length === 0 ? value : phpArray(pairs.map(([key, inner]) => [key, asPhp(inner)]))
}
