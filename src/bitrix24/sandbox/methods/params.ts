import type { Params } from '../method.ts'

/** A parameter by its name: as the docs write it, else in whatever case it came (`FILTER`, `filter`). */
export function param(params: Params, name: string): unknown {
  if (name in params) return params[name]
  const wanted = name.toLowerCase()
  const found = Object.keys(params).find((key) => key.toLowerCase() === wanted)
  return found === undefined ? undefined : params[found]
}

/** A parameter that is an object; a PHP array with positions counts as one. Null: it is something else. */
export function recordOf(value: unknown): Params | null {
  return typeof value === 'object' && value !== null ? (value as Params) : null
}

/** A list: an array, or what brackets with numbers were taken apart to. Null: it is something else. */
export function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  const record = recordOf(value)
  return record !== null && Object.keys(record).every((key) => /^\d+$/.test(key)) ? Object.values(record) : null
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** A whole number, or 0 for whatever is none. */
export function integerOf(value: unknown): number {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : 0
  return Number.isSafeInteger(number) ? number : 0
}

export function isYes(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'Y' || value === 'y' || value === 'true'
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}
