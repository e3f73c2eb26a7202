import { parseDecimal } from '../../../values/decimal.ts'

/** A whole number from 0, which says that nothing was taken yet; 1C may part its digits by spaces (`1 045`). Null: it is none. */
export function messageNumber(text: string): number | null {
  const { value } = parseDecimal(text)
  return value !== null && /^\d{1,15}$/.test(value) ? Number(value) : null
}

/** Names under which the number may stand, as `compareKey` makes them. */
export const numberNames: ReadonlySet<string> = new Set([
  'сообщение',
  'номерсообщения',
  'номер',
  'message',
  'messagenumber',
  'receivedno',
])
