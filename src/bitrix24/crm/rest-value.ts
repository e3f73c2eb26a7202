/** A row as the portal gave it: classic methods give texts, universal ones give types (`bitrix24-rest.md §12`). */
export type RestRow = Readonly<Record<string, unknown>>

/** A scalar as text; '' for all that is no scalar. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** An id, given as a number or as text; 0 for "none", however it is said. */
export function idOf(value: unknown): number {
  const id = Number(textOf(value))
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}

/** An object; PHP gives an empty one as `[]` (`bitrix24-rest.md §1.5`). */
export function recordOf(value: unknown): RestRow {
  return isRecord(value) ? value : {}
}

/** A list; PHP gives one with gaps as an object. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return isRecord(value) ? Object.values(value) : []
}

/** Rows of a list: universal methods wrap them in `items`, or in what they are (`bitrix24-rest.md §2.8, §6, §7`). */
export function rowsOf(result: unknown): readonly RestRow[] {
  const wrapper = isRecord(result) ? wrappers.find((name) => name in result) : undefined
  const rows = isRecord(result) && wrapper !== undefined ? result[wrapper] : result
  return listOf(rows).map(recordOf)
}

const wrappers = ['items', 'productRows', 'categories', 'types', 'catalogs', 'products', 'offers'] as const

function isRecord(value: unknown): value is RestRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
