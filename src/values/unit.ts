import { okei } from './okei.ts'
import { tidy } from './text.ts'

/**
 * The symbol that a Bitrix24 unit of measurement has by default (`шт`, `кг`, `bitrix24-csv-import.md §12`) for what a 1C
 * file tells of a unit: by the ОКЕИ code, which may be padded (`796␠`), else by the name (`шт.`, `Штука`, `PCE`, or the
 * code once more). A unit that is in no list keeps its own name, or its code where it has none.
 */
export function unitSymbol(code: string, name: string): string {
  const number = tidy(code)
  const word = tidy(name)
  return byCode.get(number) ?? byName.get(nameKey(word)) ?? (word === '' ? (byCode.get(number.padStart(3, '0')) ?? number) : word)
}

const byCode = new Map(okei.map((unit) => [unit.code, unit.symbol]))
const byName = new Map(
  okei.flatMap(({ code, symbol, name, international, also }) =>
    [symbol, code, name, international, ...also].filter((word) => word !== '').map((word) => [nameKey(word), symbol] as const),
  ),
)

// `шт.` is `шт`, «Тыс. шт» is «тыс.шт»: dots and spaces tell no units apart.
function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s.]+/g, '')
    .replaceAll('²', '2')
    .replaceAll('³', '3')
}
