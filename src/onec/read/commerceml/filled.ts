import { filledId } from '../../../values/reference.ts'

/** The value, or '' where 1C wrote an empty one of its own: a reference of zeros, a date of year 1 (`1c-side.md §3.1`). */
export function filled(text: string): string {
  const value = filledId(text)
  return value.startsWith('0') && emptyDate.test(value) ? '' : value
}

const emptyDate = /^(?:0001-01-01|01\.01\.0001)(?:[T ]0?0:00:00)?$/
