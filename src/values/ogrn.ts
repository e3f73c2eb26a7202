import type { ProblemCode } from '../problems/table.ts'
import { spoiltByExcel } from './excel.ts'
import { notFilled, type Parsed } from './parsed.ts'
import { tidy } from './text.ts'

/** ОГРН of a company (13 digits) or ОГРНИП of a sole proprietor (15). A wrong one is kept and flagged; not so Excel's. */
export function parseOgrn(text: string): Parsed<string> {
  const written = tidy(text).replace(/^ОГРН(?:ИП)?[\s:№]*/i, '')
  if (written === '') return notFilled
  if (spoiltByExcel(written)) return { value: null, code: 'ogrn.excel' }
  const compact = written.replaceAll(/[\s'’`-]/g, '')
  return { value: compact, code: flaw(compact) }
}

function flaw(ogrn: string): ProblemCode | null {
  if (!/^(?:\d{13}|\d{15})$/.test(ogrn)) return 'ogrn.length'
  return checkDigitMatches(ogrn) ? null : 'ogrn.check-digit'
}

// All digits but the last, divided by 11 (by 13 in ОГРНИП); the last digit of the rest is the check digit.
function checkDigitMatches(ogrn: string): boolean {
  const rest = BigInt(ogrn.slice(0, -1)) % (ogrn.length === 13 ? 11n : 13n)
  return ogrn.endsWith(String(rest % 10n)) && !/^0+$/.test(ogrn)
}
