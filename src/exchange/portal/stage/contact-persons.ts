import type { ReadRow } from '../../../onec/read/reading.ts'
import { problem } from '../../../problems/problem.ts'
import type { ContactPerson } from '../../../records/counterparty.ts'
import type { RowSource } from '../../handle/handler.ts'
import { outcome } from '../../handle/outcome.ts'
import { sift } from '../../handle/sift.ts'
import { contactPersonKey } from '../../map/contact-person-card.ts'
import { scopeOf } from '../../map/scope.ts'
import { openCompanies } from './companies.ts'
import { openStageDesk } from './desk.ts'
import type { CardExchange } from './rules-of.ts'
import { rowOfHeard, type StagedRow, type StageShop, settled } from './shop.ts'
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
  const desk = await openStageDesk(shop.ledger, shop.run, { company: [], contact: records.map(contactPersonKey) })
  const staged = rows.map((row): (() => StagedRow) => {
    const record = row.record as ContactPerson | null
    const sifted = sift(row, exchange, () => scopeOf(row, record!), language)
    if (sifted !== null || record === null || exchange === null) return () => settled(sifted!)
    const company = companies.of(record.counterpartyId)
    const told = toldPerson(row, record, company.keys, shop.contextOf(exchange))
    const problems = [...record.problems, ...company.problems]
    if (!isNamed(told)) return () => settled(outcome('refused', [...problems, problem('exchange.no-title')], language))
    const heard = desk.hear(told, shop.rulesOf(exchange), source)
    return () => rowOfHeard(heard, { problems }, language)
  })
  await desk.save()
  return staged.map((row) => row())
}
