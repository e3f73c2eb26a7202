import { currencyCode } from '../../values/currency.ts'
import { compareKey } from '../../values/text.ts'
import type { MapContext } from './map-context.ts'

/** Code of a currency as the portal has it: by the table of the settings, else the ISO code, else what 1C wrote. */
export function currencyOf(text: string, { portal }: MapContext): string {
  if (text === '') return ''
  const key = compareKey(text)
  const entry = Object.entries(portal.currencies).find(([name]) => compareKey(name) === key)
  return entry?.[1] ?? currencyCode(text) ?? text
}
