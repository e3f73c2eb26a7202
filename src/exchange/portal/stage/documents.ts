import type { ReadRow } from '../../../onec/read/reading.ts'
import type { Problem } from '../../../problems/problem.ts'
import { whyNot } from '../../handle/document-verdict.ts'
import type { RowSource } from '../../handle/handler.ts'
import { because, outcome } from '../../handle/outcome.ts'
import { sift } from '../../handle/sift.ts'
import { documentKey } from '../../map/document-key.ts'
import type { DocumentExchange, DocumentRecord } from '../../map/document-record.ts'
import { scopeOf } from '../../map/scope.ts'
import type { ToldCard } from '../told-card.ts'
import type { DocumentKind, ToldDocument } from '../told-document.ts'
import { openClientDesk } from './client-desk.ts'
import { noteClients } from './client-index.ts'
import { nameCompanies } from './companies.ts'
import type { Heard, StageDesk } from './desk.ts'
import { clientsOf, type DocumentClients } from './document-clients.ts'
import { type DocumentDesk, openDocumentDesk } from './document-desk.ts'
import { entityOf } from './document-entity.ts'
import { noteNumbers } from './document-numbers.ts'
import { parentsOf } from './document-parents.ts'
import { rowsIdsOf, rowsOfDocument, rowsUnused, type ToldRows } from './document-rows.ts'
import { type HeardRow, hearReturns } from './hear-returns.ts'
import type { RowGroups } from './row-groups.ts'
import { rowOfHeard, type StagedRow, type StageShop, settled } from './shop.ts'
import { tellRows } from './tell-rows.ts'
import { toldDocument } from './told-document-of.ts'

/** Rows of documents of one kind → their cards, with the cards of the clients whom they name. */
export async function stageDocuments(
  shop: StageShop,
  kind: DocumentKind,
  rows: readonly ReadRow[],
  source: RowSource,
  groups: RowGroups,
): Promise<readonly StagedRow[]> {
  const exchange = shop.routes.exchangeFor(kind, source.file) as DocumentExchange | null
  const records = exchange === null ? [] : rows.flatMap(({ record }) => (record?.kind === kind ? [record] : []))
  const desks: Desks = { documents: openDocumentDesk(shop.ledger, shop.run), clients: openClientDesk(shop.ledger, shop.run) }
  if (exchange !== null) await desks.documents.open({ [entityOf(exchange)]: records.map((each) => documentKey(each, exchange)) })
  const heard: (HeardDocument | StagedRow)[] = []
  for (const row of rows) heard.push(await hearRow(shop, desks, row, exchange, source, groups))
  await desks.clients.save()
  await desks.documents.save()
  await note(shop, heard.filter(isHeard), source)
  for (const [place, each] of heard.entries()) if (!isHeard(each)) noteRefusal(shop, rows[place]!, each)
  await hearReturns(
    shop,
    exchange,
    rows.map((row, place) => ({ row, heard: heardRow(heard[place]!) })),
    source,
  )
  return heard.map((each) => (isHeard(each) ? stagedRow(shop, each) : each))
}

// What an older file tells, or another row of this run tells otherwise, is not the word of 1C.
function heardRow(each: HeardDocument | StagedRow): HeardRow | null {
  if (!isHeard(each)) return { settled: each }
  return each.heard.kind === 'older' || each.heard.kind === 'twice' ? null : { told: each.told }
}

interface Desks {
  readonly documents: DocumentDesk
  readonly clients: StageDesk<ToldCard>
}

interface HeardDocument {
  readonly record: DocumentRecord
  readonly told: ToldDocument
  readonly heard: Heard
  readonly problems: readonly Problem[]
  readonly people: readonly Heard[]
  /** Its rows of a table of their own, and whether the exchange takes them. */
  readonly table: ToldRows | null
  readonly takesRows: boolean
}

/** Why a row asks for no card, or null; the same for every row of one document. */
export function settledAs(shop: StageShop, row: ReadRow, exchange: DocumentExchange | null): StagedRow | null {
  const record = row.record as DocumentRecord | null
  const sifted = sift(row, exchange, () => scopeOf(row, record!), shop.language)
  if (sifted !== null || record === null || exchange === null) return settled(sifted!)
  const unwanted = whyNot(record, exchange, shop.language)
  if (unwanted !== null) return settled(unwanted)
  return documentKey(record, exchange) === '' ? settled(because('refused', 'exchange.no-id', shop.language)) : null
}

async function hearRow(
  shop: StageShop,
  desks: Desks,
  given: ReadRow,
  exchange: DocumentExchange | null,
  source: RowSource,
  groups: RowGroups,
): Promise<HeardDocument | StagedRow> {
  const answer = settledAs(shop, given, exchange)
  if (answer !== null || exchange === null) return answer!
  const row = groups.wholeOf(given, exchange)
  const record = row.record as DocumentRecord
  const clients = await clientsOf(shop, desks.clients, record, exchange)
  if ('doubt' in clients) return settled(outcome('review', [...record.problems, clients.doubt], shop.language))
  const parents = record.kind === 'order' ? [] : await parentsOf(shop, record, exchange)
  if ('doubt' in parents) return settled(outcome('review', [...record.problems, parents.doubt], shop.language))
  const table = await rowsOfDocument(shop.ledger, record)
  const told = toldDocument(row, record, table?.rows ?? [], { clients, parents }, shop.contextOf(exchange))
  const heard = desks.documents.hear(told, shop.documentRulesOf(exchange), source)
  // What a document says of its client is news only where the document is.
  const people = heard.kind === 'card' ? await hearClients(shop, desks, clients, exchange, source) : []
  const problems = [...record.problems, ...clients.problems]
  return { record, told, heard, problems, people, table, takesRows: exchange.rows }
}

async function hearClients(
  shop: StageShop,
  { clients: desk }: Desks,
  { cards }: DocumentClients,
  exchange: DocumentExchange,
  source: RowSource,
): Promise<readonly Heard[]> {
  const all: Heard[] = []
  for (const card of cards) {
    await desk.open({ [card.entity]: [card.key] })
    all.push(desk.hear(card, shop.clientRulesOf(exchange), source))
  }
  // At once: the next row may name the same client by less. What somebody else has told of him is noted already.
  const own = cards.filter(({ entity, key, by }) => by === 'document' && desk.lastOf(entity, key)?.by === by)
  await noteClients(shop.ledger, own, source.message)
  await nameCompanies(
    shop.ledger,
    own.map((card) => ({ card, name: '' })),
  )
  return all
}

async function note(shop: StageShop, heard: readonly HeardDocument[], { message }: RowSource): Promise<void> {
  const told = heard.filter(({ heard: { kind } }) => kind === 'card' || kind === 'unchanged')
  const numbers = told.flatMap(({ record, told: { entity, key } }) => {
    const names = [record.id, record.number, record.kind === 'order' ? record.number1c : '']
    const day = record.date?.slice(0, 10) ?? ''
    return [...new Set(names)].flatMap((number) => (number === '' ? [] : [{ of: record.kind, entity, key, number, day }]))
  })
  await noteNumbers(shop.ledger, numbers, message)
  // They have the rows that came with them, and those that came before them.
  for (const { record, heard, table, takesRows } of told) {
    for (const id of rowsIdsOf(record)) shop.touchedRows.delete(id)
    if (table === null) continue
    await tellRows(shop.ledger, table, takesRows ? rowOfHeard(heard, { problems: [] }, shop.language) : rowsUnused(shop))
  }
}

/** Where the document was not told before either, its rows share the reason why it asks for no card. */
function noteRefusal({ touchedRows }: StageShop, { record, kind }: ReadRow, refusal: StagedRow): void {
  if (record === null || record.kind !== kind) return
  for (const id of rowsIdsOf(record as DocumentRecord)) {
    const touched = touchedRows.get(id)
    if (touched !== undefined) touchedRows.set(id, { refusal, ...touched })
  }
}

function stagedRow({ language }: StageShop, { heard, problems, people }: HeardDocument): StagedRow {
  const numbers = people.flatMap((each) => (each.kind === 'card' || each.kind === 'twice' ? [each.number()] : []))
  return rowOfHeard(heard, { problems, people: [...new Set(numbers)] }, language)
}

function isHeard(each: HeardDocument | StagedRow): each is HeardDocument {
  return 'heard' in each
}
