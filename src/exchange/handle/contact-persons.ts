import { linkName } from '../../bitrix24/import-csv/links.ts'
import type { ReadRow } from '../../onec/read/reading.ts'
import type { ContactPerson } from '../../records/counterparty.ts'
import { contentHash } from '../content-hash.ts'
import { contactPersonDraft, contactPersonKey } from '../map/contact-person-card.ts'
import { scopeOf } from '../map/scope.ts'
import { companyLink } from './client-names.ts'
import { compareKnown } from './compare-known.ts'
import type { Handler, RowSource } from './handler.ts'
import { type KnownBatch, openKnownBatch } from './known-batch.ts'
import { type Outcome, outcome } from './outcome.ts'
import { knownAsOther } from './people.ts'
import { sift } from './sift.ts'
import type { Workshop } from './workshop.ts'

/** Rows of a table of contact persons → contacts, each bound to its company by the title that the company file has. */
export function contactPersonHandler(shop: Workshop): Handler {
  return {
    async handle(rows, source) {
      const keys = rows.flatMap(({ record }) => (record?.kind === 'contactPerson' ? [contactPersonKey(record)] : []))
      const known = await openKnownBatch(shop.ledger, 'contactPerson', keys, source)
      const outcomes: Outcome[] = []
      for (const row of rows) outcomes.push(await handleRow(shop, row, source, known))
      await known.save()
      return outcomes
    },
  }
}

async function handleRow(shop: Workshop, row: ReadRow, source: RowSource, known: KnownBatch): Promise<Outcome> {
  const { language } = shop
  const exchange = shop.routes.exchangeFor('contactPerson', source.file)
  const record = row.record as ContactPerson | null
  const sifted = sift(row, exchange, () => scopeOf(row, record!), language)
  if (sifted !== null || record === null || exchange === null) return sifted!
  const company = await companyLink(shop.ledger, record.counterpartyId)
  const draft = contactPersonDraft(record, company.title, scopeOf(row, record), shop.contextOf(exchange))
  const hash = contentHash(draft)
  const same = compareKnown(shop, known, draft.key, hash, source)
  if (same !== null) return same
  const asOther = await knownAsOther(shop, draft.key, hash, ['representative', 'counterparty'])
  if (asOther?.action === 'unchanged') known.put(draft.key, hash, { contactName: linkName(draft) })
  if (asOther !== null) return asOther
  const result = await shop.importSet.add(draft)
  const problems = [...record.problems, ...company.problems, ...result.problems]
  if (!result.written) return outcome('refused', problems, language)
  await shop.ledger.addContactNames([{ name: linkName(draft), key: draft.key }])
  known.put(draft.key, hash, { contactName: linkName(draft) })
  return outcome('prepared', problems, language, hash)
}
