import { compare, type Decimal, parseDecimal } from './decimal.ts'
import { tidy } from './text.ts'

export interface VatRate {
  /** `20`, or null for «Без НДС». */
  readonly percent: Decimal | null
  /** As the file had it. */
  readonly text: string
}

/**
 * Reads `20`, `18%`, `НДС 20%`, `20/120`, `НДС20_120`, `Без НДС`, `Без налога` (`1c-side.md §3.2`). Null: empty, or no rate
 * that the text tells («Общая»).
 */
export function parseVat(text: string): VatRate | null {
  const written = tidy(text)
  if (/^без\s*(?:ндс|налога)|^(?:ндс\s+)?не\s*облаг|^освобожд/i.test(written))
    return Object.freeze({ percent: null, text: written })
  const [, rate] = rateText.exec(written) ?? []
  const percent = rate === undefined ? null : parseDecimal(rate).value
  return percent === null || compare(percent, '100') > 0 ? null : Object.freeze({ percent, text: written })
}

// The rate, its reckoned form (`20/120`), both (`20% (20/120)`).
const rateText = /^(?:ндс)?\s*\(?(\d+(?:[.,]\d+)?)\s*%?(?:\s*[/_]\s*1\d\d(?:[.,]\d+)?\s*%?)?\)?(?:\s*\(\d+\/\d+\))?(?:\s*ндс)?$/i
