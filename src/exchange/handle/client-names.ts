import type { Ledger } from '../../ledger/ledger.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import { isGuid } from '../../values/reference.ts'
import { squeeze } from '../../values/text.ts'
import type { KnownCounterparty } from './counterparties.ts'

export interface CompanyLink {
  /** Title as the company file has it, or ''. */
  readonly title: string
  readonly problems: readonly Problem[]
}

/**
 * The company that a row names by its 1C id or by its name. A name that several companies have is no link. A name that no
 * company has yet may still be one of the portal's, an id never: the wizard would make a company called by it.
 */
export async function companyLink(ledger: Ledger, idOrName: string): Promise<CompanyLink> {
  if (idOrName === '') return noLink
  const known = await clientOf(ledger, idOrName)
  if (known !== null && known.companyTitle !== '') return { title: known.companyTitle, problems: [] }
  const named = known === null ? await companyByName(ledger, idOrName, '') : null
  if (named !== null) return named
  return { title: looksLikeId(idOrName) ? '' : idOrName, problems: [problem('exchange.company-unknown', { company: idOrName })] }
}

/**
 * The company that 1C calls by that name; where an ИНН is given, one that has no other. Several: no link and why. Null: there
 * is none.
 */
export async function companyByName(ledger: Ledger, name: string, inn: string): Promise<CompanyLink | null> {
  const named = await ledger.titles.namesakes(squeeze(name).toLowerCase().replaceAll('ё', 'е'))
  const candidates: { title: string; inn: string }[] = []
  for (const { key, title } of named) candidates.push({ title, inn: (await clientOf(ledger, key))?.inn ?? '' })
  const same = inn === '' ? candidates : candidates.filter((each) => each.inn === inn)
  const fitting = same.length > 0 ? same : candidates.filter((each) => each.inn === '')
  if (fitting.length === 0) return null
  if (fitting.length === 1) return { title: fitting[0]!.title, problems: [] }
  const titles = fitting.map(({ title }) => title).join('; ')
  return { title: '', problems: [problem('exchange.company-several', { company: name, titles })] }
}

/** A counterparty by its key (`counterpartyKey`), or the contact person of that 1C id; null where neither has come. */
export async function clientOf(ledger: Ledger, key: string): Promise<KnownCounterparty | null> {
  for (const kind of ['counterparty', 'contactPerson', 'representative']) {
    const found = (await ledger.known(kind, [key])).get(key)
    if (found !== undefined) return { wanted: '', companyTitle: '', contactName: '', inn: '', ...(found.record as object) }
  }
  return null
}

// A GUID, or a code of 1C: `000000123`, `УТ-000123`, `БП00-000123`.
function looksLikeId(text: string): boolean {
  return isGuid(text) || /^(?:[\p{L}\d]{1,4}-)?\p{L}{0,4}\d{3,}$/u.test(text)
}

const noLink: CompanyLink = { title: '', problems: [] }
