import { notFilled, type Parsed } from './parsed.ts'
import { tidy } from './text.ts'

/** КПП: four digits of the tax office, two digits or Latin capitals of the reason, three digits. A wrong one is kept, flagged. */
export function parseKpp(text: string): Parsed<string> {
  const compact = tidy(text)
    .replaceAll(/[\s'’`]/g, '')
    .toUpperCase()
  if (compact === '') return notFilled
  return { value: compact, code: /^\d{4}[\dA-Z]{2}\d{3}$/.test(compact) && !/^0+$/.test(compact) ? null : 'kpp.format' }
}
