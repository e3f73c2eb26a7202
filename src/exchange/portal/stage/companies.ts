import type { Ledger } from '../../../ledger/ledger.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import { squeeze } from '../../../values/text.ts'
import { cardTitle } from '../plan/card-title.ts'
import type { ToldCard } from '../told-card.ts'

/** The companies that rows name. */
export interface NamedCompanies {
  /** Key of the company with that 1C id or name; none, and why, where there is no such company or there are several. */
  of(idOrName: string): { readonly keys: readonly string[]; readonly problems: readonly Problem[] }
}

export async function openCompanies(ledger: Ledger, idsOrNames: readonly string[]): Promise<NamedCompanies> {
  const asked = [...new Set(idsOrNames)].filter((each) => each !== '')
  const known = await ledger.companyNames.known(asked)
  const named = await ledger.companyNames.named(asked.filter((each) => !known.has(each)).map(foldedName))
  return {
    of(idOrName) {
      if (idOrName === '') return { keys: [], problems: [] }
      if (known.has(idOrName)) return { keys: [idOrName], problems: [] }
      const keys = named.get(foldedName(idOrName)) ?? []
      if (keys.length === 1) return { keys, problems: [] }
      if (keys.length === 0) return { keys, problems: [problem('exchange.company-unknown', { company: idOrName })] }
      const titles = keys.map((key) => `1С: ${key}`).join('; ')
      return { keys: [], problems: [problem('exchange.company-several', { company: idOrName, titles })] }
    },
  }
}

/**
 * Remembers what companies are called: a table of contact persons, or a document, may call one by the name that 1C has, or by the title
 * that the settings give it. A contact is no company to be found so.
 */
export async function nameCompanies(
  ledger: Ledger,
  told: readonly { readonly card: ToldCard; readonly name: string }[],
): Promise<void> {
  const companies = told.filter(({ card }) => card.entity === 'company')
  await ledger.companyNames.put(
    companies.map(({ card, name }) => ({
      key: card.key,
      names: [...new Set([cardTitle(card), name].map(foldedName))].filter((each) => each !== ''),
    })),
  )
  await ledger.companyNames.remove(told.flatMap(({ card }) => (card.entity === 'contact' ? [card.key] : [])))
}

/** A name as two spellings of it are one: without case, ё and double spaces. */
export function foldedName(name: string): string {
  return squeeze(name).toLowerCase().replaceAll('ё', 'е')
}
