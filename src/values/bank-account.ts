import type { ProblemCode } from '../problems/table.ts'
import { spoiltByExcel } from './excel.ts'
import { notFilled, type Parsed } from './parsed.ts'
import { tidy } from './text.ts'

/**
 * Account number, 20 digits, with its key checked against the bank where that is known (`bik` may be empty). A wrong one
 * is kept and flagged: IBANs of other countries come in the same field.
 */
export function parseAccount(text: string, bik: string): Parsed<string> {
  const written = tidy(text)
  if (written === '') return notFilled
  if (spoiltByExcel(written)) return { value: null, code: 'account.excel' }
  const compact = written.replaceAll(/[\s'’`.-]/g, '').toUpperCase()
  return { value: compact, code: flaw(compact, tidy(bik)) }
}

/** БИК: nine digits, the first of them 0 in all Russian banks. A wrong one is kept, flagged. */
export function parseBik(text: string): Parsed<string> {
  const compact = tidy(text).replaceAll(/[\s'’`]/g, '')
  if (compact === '') return notFilled
  return { value: compact, code: /^0\d{8}$/.test(compact) ? null : 'bik.format' }
}

function flaw(account: string, bik: string): ProblemCode | null {
  if (!/^\d{20}$/.test(account)) return 'account.length'
  return keyMatches(account, bik) ? null : 'account.check-key'
}

/**
 * Порядок расчёта контрольного ключа (Bank of Russia, 08.09.1997 № 515). Only banks (БИК 04…) are checked: treasury
 * accounts (БИК 00…, 01…) are numbered otherwise.
 */
function keyMatches(account: string, bik: string): boolean {
  if (!/^04\d{7}$/.test(bik)) return true
  const total = [...(bankPart(account, bik) + account)].reduce(
    (sum, digit, place) => sum + Number(digit) * [7, 1, 3][place % 3]!,
    0,
  )
  return total % 10 === 0
}

// An account kept by the Bank of Russia itself (a correspondent one, or any at a cash centre) is keyed to its office.
function bankPart(account: string, bik: string): string {
  const keptByBankOfRussia = account.startsWith('30101') || /00[0-2]$/.test(bik)
  return keptByBankOfRussia ? `0${bik.slice(4, 6)}` : bik.slice(6)
}
