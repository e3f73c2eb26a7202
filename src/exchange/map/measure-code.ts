import type { UnitRef } from '../../records/catalogue.ts'
import { okei } from '../../values/okei.ts'
import { compareKey, tidy } from '../../values/text.ts'
import { unitSymbol } from '../../values/unit.ts'
import type { MapContext } from './map-context.ts'
import { foldedTable } from './words.ts'

/**
 * ОКЕИ code of a unit, by which product rows name it (`bitrix24-rest.md §7`): as 1C has it, else that of its name, or of the name that
 * the settings give it. '' where neither tells it.
 */
export function measureCode({ code, name, fullName }: UnitRef, { portal }: MapContext): string {
  const told = tidy(code)
  if (codes.has(told)) return told
  const table = foldedTable(portal.measures)
  const words = [name, fullName, told].filter((word) => word !== '')
  for (const word of words.flatMap((each) => [table.get(compareKey(each)), each])) {
    const found = word === undefined ? undefined : bySymbol.get(unitSymbol('', word))
    if (found !== undefined) return found
  }
  return /^\d{3,4}$/.test(told) ? told : ''
}

const codes = new Set(okei.map(({ code }) => code))
const bySymbol = new Map(okei.map(({ code, symbol }) => [symbol, code]))
