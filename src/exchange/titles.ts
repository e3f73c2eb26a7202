import { createTitleRegister, type RegisteredTitle } from '../bitrix24/import-csv/titles.ts'
import type { Known } from '../ledger/known.ts'
import type { Ledger } from '../ledger/ledger.ts'

/**
 * The title under which a company stands on the portal. It stays the same from run to run, so that contacts and deals keep
 * finding it, until 1C itself gives the company another name.
 */
export async function companyTitles(
  ledger: Ledger,
  key: string,
  wanted: string,
  suffixes: readonly string[],
  before: Known | undefined,
): Promise<RegisteredTitle> {
  const earlier = (before?.record as { wanted?: string } | undefined)?.wanted
  if (earlier !== undefined && earlier !== wanted) await ledger.titles.remove(key)
  return await createTitleRegister(ledger.titles).titleFor(key, wanted, suffixes)
}
