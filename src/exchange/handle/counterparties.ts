import type { CompanyDraft, ContactDraft } from '../../bitrix24/drafts/draft.ts'
import { linkName } from '../../bitrix24/import-csv/links.ts'
import { titleSuffixes } from '../../bitrix24/import-csv/titles.ts'
import type { Known } from '../../ledger/known.ts'
import type { ReadRow } from '../../onec/read/reading.ts'
import type { Problem } from '../../problems/problem.ts'
import type { ContactPerson, Counterparty } from '../../records/counterparty.ts'
import type { ExchangeOf } from '../../settings/settings.ts'
import { compareKey } from '../../values/text.ts'
import { contentHash } from '../content-hash.ts'
import { contactPersonDraft } from '../map/contact-person-card.ts'
import { becomesCompany, companyDraft, counterpartyKey, personDraft } from '../map/counterparty-cards.ts'
import type { MapContext } from '../map/map-context.ts'
import { scopeOf } from '../map/scope.ts'
import { companyTitles } from '../titles.ts'
import { compareKnown } from './compare-known.ts'
import type { Handler, RowSource } from './handler.ts'
import { type KnownBatch, openKnownBatch } from './known-batch.ts'
import { because, type Outcome, outcome } from './outcome.ts'
import { knownAsOther, writePeople } from './people.ts'
import { sift } from './sift.ts'
import type { Workshop } from './workshop.ts'

/** How a counterparty is called on the portal, kept so that contacts and deals can name it to the character. */
export interface KnownCounterparty {
  readonly wanted: string
  readonly companyTitle: string
  readonly contactName: string
  readonly inn: string
}

/** Counterparties → companies with their contact persons, or contacts. */
export function counterpartyHandler(shop: Workshop): Handler {
  return {
    async handle(rows, source) {
      const keys = rows.flatMap(({ record }) => (record?.kind === 'counterparty' ? [counterpartyKey(record)] : []))
      const known = await openKnownBatch(shop.ledger, 'counterparty', keys, source)
      const outcomes: Outcome[] = []
      for (const row of rows) outcomes.push(await handleRow(shop, row, source, known))
      await known.save()
      return outcomes
    },
  }
}

async function handleRow(shop: Workshop, row: ReadRow, source: RowSource, known: KnownBatch): Promise<Outcome> {
  const { language } = shop
  const exchange = shop.routes.exchangeFor('counterparty', source.file) as ExchangeOf<'counterparties'> | null
  const record = row.record as Counterparty | null
  const scope = () => scopeOf(row, record!)
  const sifted = sift(row, exchange, scope, language)
  if (sifted !== null || record === null || exchange === null) return sifted!
  if (compareKey(record.role) === 'владелецкаталога') return because('skipped', 'exchange.own-firm', language)
  const cards = counterpartyCards(row, record, exchange, shop.contextOf(exchange))
  const id = counterpartyKey(record)
  const hash = contentHash(cards.card)
  const before = known.get(id)
  const same = compareKnown(shop, known, id, hash, source)
  const writing: Writing = { source, when: 'now', cards: known }
  if (same !== null) return same.action === 'unchanged' ? peopleOnly(shop, cards, before!, writing, same) : same
  const asPerson = await knownAsOther(shop, id, hash, ['representative', 'contactPerson'])
  if (asPerson !== null) return asPerson
  if (breaksLinks(shop, cards.card, before)) return because('skipped', 'exchange.twice', language, { message: before!.seen })
  const written = await writeCounterparty(shop, record, cards, before, writing)
  if (!written.written) return outcome('refused', [...record.problems, ...written.problems], language)
  // Under a title that is not the one 1C wants the card is not what it should be: it is remembered as it was written, so
  // the next export writes it anew, or finds it right where 1C has come back to that title.
  const asWritten = written.isLate ? contentHash({ ...cards.card, title: written.known.record.wanted }) : hash
  known.put(id, asWritten, written.known.record)
  return outcome('prepared', [...record.problems, ...written.problems], language, hash)
}

// Deals of this run name the client as their document did: a card that the portal would not find by that name has to wait.
function breaksLinks(shop: Workshop, card: CompanyDraft | ContactDraft, before: Known | undefined): boolean {
  if (before === undefined || !shop.isOfThisRun(before.seen)) return false
  const { companyTitle, contactName } = before.record as KnownCounterparty
  return card.kind === 'company' ? companyTitle === '' : contactName !== linkName(card)
}

// The card of the counterparty stays as it is; its people may have changed.
async function peopleOnly(
  shop: Workshop,
  { persons }: CounterpartyCards,
  before: Known,
  writing: Writing,
  same: Outcome,
): Promise<Outcome> {
  const { companyTitle } = before.record as KnownCounterparty
  const people = await writePeople(shop, persons, companyTitle, writing)
  if (people.written > 0) return outcome('prepared', people.problems, shop.language, same.hash)
  return people.problems.length === 0 ? same : outcome('skipped', people.problems, shop.language, same.hash)
}

/** How cards are written. */
export interface Writing {
  readonly source: RowSource
  /** `later`: the card waits, and goes where a fuller one comes until the end of the run. */
  readonly when: 'now' | 'later'
  /** Counterparties of the batch that is being worked off, not saved yet. */
  readonly cards: KnownBatch | null
}

/** The cards that one counterparty becomes. */
export interface CounterpartyCards {
  readonly card: CompanyDraft | ContactDraft
  readonly persons: readonly ContactDraft[]
}

export function counterpartyCards(
  row: Pick<ReadRow, 'cells'>,
  record: Counterparty,
  exchange: { soleProprietor?: string; person?: string; contactPersons?: boolean },
  context: MapContext,
): CounterpartyCards {
  const scope = context.fields.size === 0 ? {} : scopeOf(row, record)
  const card = becomesCompany(record, exchange) ? companyDraft(record, scope, context) : personDraft(record, scope, context)
  // A sole proprietor may stand among its own people; there is one card for one id.
  const isOther = ({ id, name, deleted }: ContactPerson) => !deleted && name !== '' && (id === '' || id !== record.id)
  const people = exchange.contactPersons === false ? [] : record.contactPersons.filter(isOther)
  // `fields:` of this exchange speak of the counterparty, not of its people.
  const personContext = { ...context, fields: new Map() }
  return { card, persons: people.map((person) => contactPersonDraft(person, '', scopeOf({}, person), personContext)) }
}

/**
 * Writes the cards under the title that is the company's own, and tells what to remember of it. A title that other cards of
 * this very run name already stays for this time, whatever 1C calls the company now.
 */
export async function writeCounterparty(
  shop: Workshop,
  record: Counterparty,
  { card, persons }: CounterpartyCards,
  before: Known | undefined,
  writing: Writing,
) {
  const problems: Problem[] = []
  const id = counterpartyKey(record)
  const told = (before?.record as KnownCounterparty | undefined) ?? null
  const names = { wanted: '', companyTitle: '', contactName: '', inn: record.inn }
  let draft: CompanyDraft | ContactDraft = card
  let isLate = false
  if (card.kind === 'company') {
    const isNamed = told !== null && shop.importSet.isLinked(told.companyTitle)
    const suffixes = titleSuffixes({ inn: record.inn, kpp: record.kpp, code: record.id })
    const granted = await companyTitles(shop.ledger, id, card.title, suffixes, isNamed ? undefined : before)
    problems.push(...granted.problems)
    Object.assign(names, { wanted: isNamed ? told!.wanted : card.title, companyTitle: granted.title })
    isLate = names.wanted !== card.title
    draft = { ...card, title: granted.title }
  } else {
    names.contactName = linkName(card)
  }
  const result = await (writing.when === 'now' ? shop.importSet.add(draft) : shop.importSet.postpone(draft))
  problems.push(...result.problems)
  if (result.written) {
    if (names.contactName !== '') await shop.ledger.addContactNames([{ name: names.contactName, key: id }])
    const people = await writePeople(shop, persons, names.companyTitle, writing)
    problems.push(...people.problems)
  }
  const remembered: KnownCounterparty = names
  return { written: result.written, isLate, problems, known: { id, record: remembered } }
}
