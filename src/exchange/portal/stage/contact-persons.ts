import type { ReadRow } from '../../../onec/read/reading.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { ContactPerson } from '../../../records/counterparty.ts'
import type { RowSource } from '../../handle/handler.ts'
import { outcome } from '../../handle/outcome.ts'
import { sift } from '../../handle/sift.ts'
import { scopeOf } from '../../map/scope.ts'
import type { ToldCard } from '../told-card.ts'
import { openClientDesk } from './client-desk.ts'
import { noteClients } from './client-index.ts'
import { type NamedCompanies, openCompanies } from './companies.ts'
import type { CardExchange } from './rules-of.ts'
import { rowOfHeard, type StagedRow, type StageShop, settled } from './shop.ts'
import { takeOver } from './take-over.ts'
import { isNamed, toldPerson } from './told-of.ts'

/** Rows of a table of contact persons → contacts, bound to the company that the row names by its 1C id or its name. */
export async function stageContactPersons(
  shop: StageShop,
  rows: readonly ReadRow[],
  source: RowSource,
): Promise<readonly StagedRow[]> {
  const { language } = shop
  const exchange = shop.routes.exchangeFor('contactPerson', source.file) as CardExchange | null
  const records = rows.flatMap(({ record }) => (record?.kind === 'contactPerson' ? [record] : []))
  const companies = await openCompanies(
    shop.ledger,
    records.map(({ counterpartyId }) => counterpartyId),
  )
  const opened = rows.map((row) => openRow(shop, row, exchange, companies))
  const told = opened.flatMap((each) => ('told' in each ? [each.told] : []))
  await takeOver(shop, told)
  const desk = openClientDesk(shop.ledger, shop.run)
  await desk.open({ contact: told.map(({ key }) => key) })
  const rules = exchange === null ? '' : shop.rulesOf(exchange)
  const heard = opened.map((each) => ('told' in each ? { ...each, heard: desk.hear(each.told, rules, source) } : each))
  await desk.save()
  const taken = heard.flatMap((each) => ('told' in each && each.heard.kind === 'card' ? [each.told] : []))
  await noteClients(shop.ledger, taken, source.message)
  return heard.map((each) => ('told' in each ? rowOfHeard(each.heard, each, language) : each))
}

interface OpenPerson {
  readonly told: ToldCard
  readonly problems: readonly Problem[]
}

function openRow(
  { language, contextOf }: StageShop,
  row: ReadRow,
  exchange: CardExchange | null,
  companies: NamedCompanies,
): OpenPerson | StagedRow {
  const record = row.record as ContactPerson | null
  const sifted = sift(row, exchange, () => scopeOf(row, record!), language)
  if (sifted !== null || record === null || exchange === null) return settled(sifted!)
  const company = companies.of(record.counterpartyId)
  const told = toldPerson(row, record, company.keys, contextOf(exchange))
  const problems = [...record.problems, ...company.problems]
  return isNamed(told) ? { told, problems } : settled(outcome('refused', [...problems, problem('exchange.no-title')], language))
}
