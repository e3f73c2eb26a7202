import type { DealDraft } from '../../bitrix24/drafts/draft.ts'
import type { LinkBook } from '../../bitrix24/import-csv/links.ts'
import type { Language } from '../../problems/language.ts'
import type { Problem } from '../../problems/problem.ts'
import { contentHash } from '../content-hash.ts'
import { compareKnown } from './compare-known.ts'
import type { RowSource } from './handler.ts'
import { type KnownBatch, openKnownBatch } from './known-batch.ts'
import { because, type Outcome, outcome } from './outcome.ts'
import type { Workshop } from './workshop.ts'

/** What kind of document a deal of the import files was: numbers of orders and of work orders do not mix. */
export type DealKind = 'order' | 'workOrder' | 'booking'

export interface NewDeal {
  readonly kind: DealKind
  readonly draft: DealDraft
  readonly problems: readonly Problem[]
  readonly source: RowSource
  readonly links: LinkBook
}

/**
 * Writes a deal once. The deal import can only create (`bitrix24-csv-import.md §6`): a document that comes again changed
 * goes to a person, because a second row would be a second deal.
 */
export async function addDeal(shop: Workshop, { kind, draft, problems, source, links }: NewDeal): Promise<Outcome> {
  const { language, ledger } = shop
  if (draft.key === '') return because('refused', 'exchange.no-id', language)
  const known = await openKnownBatch(ledger, kind, [draft.key, otherKey(draft)], source)
  const id = keyOf(kind, draft, known)
  const hash = contentHash(draft)
  const before = known.get(id)
  const same = compareKnown(shop, known, id, hash, source)
  if (same !== null) {
    await known.save()
    return same
  }
  if (before !== undefined) {
    const told = { number: draft.key, message: before.message, changes: changes(before.record, draft, language) }
    return because('review', 'exchange.deal-changed', language, told, hash)
  }
  const result = await shop.importSet.add(draft, links)
  if (!result.written) return outcome('refused', [...problems, ...result.problems], language)
  known.put(id, hash, { originId: draft.originId, ...summary(draft) })
  await known.save()
  return outcome('prepared', [...problems, ...result.problems], language, hash)
}

/**
 * Orders are known by the number of the shop alone, as 1C may make the document anew. Numbers of work orders are 1C's own and
 * begin anew every year: two ids under one number are two documents.
 */
function keyOf(kind: DealKind, draft: DealDraft, known: KnownBatch): string {
  const other = (known.get(draft.key)?.record as { originId?: string } | undefined)?.originId ?? ''
  const isOther = kind === 'workOrder' && other !== '' && draft.originId !== '' && other !== draft.originId
  return isOther ? otherKey(draft) : draft.key
}

function otherKey({ key, originId }: DealDraft): string {
  return `${key}#${originId}`
}

/** What a person would have to change by hand, kept to be able to say so later. */
function summary({ stage, amount, companyTitle, contactName, closeDate }: DealDraft): Readonly<Record<string, string>> {
  return { stage, amount, companyTitle, contactName, closeDate }
}

function changes(before: unknown, draft: DealDraft, language: Language): string {
  const old = before as Readonly<Record<string, string>>
  const words = texts[language]
  const named = Object.entries(summary(draft)).filter(([field, value]) => old[field] !== value)
  const told = named.map(([field, value]) => `${words[field] ?? field}: ${old[field] || '—'} → ${value || '—'}`)
  return told.length === 0 ? words['other']! : told.join(', ')
}

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: {
    stage: 'стадия',
    amount: 'сумма',
    companyTitle: 'компания',
    contactName: 'контакт',
    closeDate: 'дата закрытия',
    other: 'состав или другие поля',
  },
  en: {
    stage: 'stage',
    amount: 'amount',
    companyTitle: 'company',
    contactName: 'contact',
    closeDate: 'close date',
    other: 'rows or other fields',
  },
}
