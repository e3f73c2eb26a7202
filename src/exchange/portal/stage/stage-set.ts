import type { CardRow } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { InputPart, ReadOptions } from '../../../onec/read/open-input.ts'
import { readPart } from '../../../onec/read/read-part.ts'
import type { ReadRow } from '../../../onec/read/reading.ts'
import type { Language } from '../../../problems/language.ts'
import type { Problem } from '../../../problems/problem.ts'
import type { Exchange, Settings } from '../../../settings/settings.ts'
import { fieldProblems, noteBlanks } from '../../field-problems.ts'
import type { RowSource } from '../../handle/handler.ts'
import { because } from '../../handle/outcome.ts'
import { sift } from '../../handle/sift.ts'
import { contexts } from '../../map/contexts.ts'
import type { DocumentExchange } from '../../map/document-record.ts'
import { partsInOrder, runsOfKind, type SetInput } from '../../ordered-parts.ts'
import { openHearing } from '../../outgoing/hearing.ts'
import type { Routes } from '../../routes.ts'
import { stageAttachments } from './attachments.ts'
import { stageConfirmations } from './confirmations.ts'
import { stageContactPersons } from './contact-persons.ts'
import { stageCounterparties } from './counterparties.ts'
import { stageDocumentRows } from './document-rows.ts'
import { settledAs, stageDocuments } from './documents.ts'
import { gatherGroups, noGroups, type RowGroups } from './row-groups.ts'
import { stageRowsAgain } from './rows-again.ts'
import { clientRulesOf, documentRulesOf, rulesOf } from './rules-of.ts'
import { type StagedRow, type StageShop, settled } from './shop.ts'

export interface StageOptions {
  readonly run: number
  readonly settings: Pick<Settings, 'bitrix24'>
  readonly routes: Routes
  readonly reading: ReadOptions
  /** Those of the settings, or the usual ones. */
  readonly exchanges: readonly Exchange[]
  readonly ledger: Ledger
  readonly language: Language
  /** Takes a confirmation of 1C (`StageShop.confirm`). */
  confirm?(message: number, file: string): Promise<'taken' | 'unknown'>
  /** Told now and then how many rows are done. */
  progress?(rows: number): void
}

export interface StagedSet {
  readonly rows: number
  /** What was found about the set as a whole. */
  readonly problems: readonly Problem[]
}

/**
 * Reads a set of inputs into the ledger: every row of every input stands there once, with the card that it asks for or with why it
 * asks for none. Some hundreds of rows stand in memory at a time. The caller makes it lasting or not at all
 * (`Ledger.atomically`): done again after a crash it must find nothing of itself.
 */
export async function stageSet(inputs: readonly SetInput[], options: StageOptions): Promise<StagedSet> {
  const { ledger, run } = options
  const mapping = contexts(options.settings.bitrix24)
  const shop: StageShop = {
    ...options,
    contextOf: mapping.contextOf,
    rulesOf: onceAsText(rulesOf),
    documentRulesOf: onceAsText(documentRulesOf),
    clientRulesOf: onceAsText(clientRulesOf),
    touchedRows: new Map(),
    hearing: await openHearing(ledger),
  }
  const last = new Map<number, number>()
  const blanks = new Set<string>()
  let done = 0
  for (const { message, part } of partsInOrder(inputs)) {
    const source = { message, file: part.facts.file, generated: part.facts.generatedAt ?? '' }
    const groups = await groupsOf(shop, part, options.reading)
    for await (const rows of readPart(part, options.reading)) {
      for (const batch of runsOfKind(rows).flatMap(batchesOf)) {
        const before = last.get(message) ?? 0
        const staged = await stageBatch(shop, batch, source, groups)
        await ledger.cards.addRows(
          batch.map((row, place) => cardRow(message, before + place + 1, row, staged[place]!)),
          run,
        )
        last.set(message, before + batch.length)
      }
      noteBlanks(rows, blanks)
      done += rows.length
      options.progress?.(done)
    }
  }
  await stageRowsAgain(shop)
  return { rows: done, problems: fieldProblems(mapping.all(), blanks) }
}

/** The rules of an exchange as the ledger keeps them. */
function onceAsText<E extends object>(rulesOfExchange: (exchange: E) => unknown): (exchange: E) => string {
  const texts = new Map<E, string>()
  return (exchange) => {
    const text = texts.get(exchange) ?? JSON.stringify(rulesOfExchange(exchange))
    texts.set(exchange, text)
    return text
  }
}

async function groupsOf(shop: StageShop, part: InputPart, reading: ReadOptions): Promise<RowGroups> {
  const kind = tableKinds.find((each) => (part.facts.counts[each] ?? 0) > 0)
  const exchange = kind === undefined ? null : (shop.routes.exchangeFor(kind, part.facts.file) as DocumentExchange | null)
  if (exchange === null) return noGroups
  return gatherGroups(
    () => readPart(part, reading),
    exchange,
    (row) => row.kind === kind && settledAs(shop, row, exchange) === null,
  )
}

const tableKinds = ['workOrder', 'booking', 'contract', 'invoice'] as const

const batchSize = 500

function batchesOf(rows: readonly ReadRow[]): readonly (readonly ReadRow[])[] {
  const count = Math.ceil(rows.length / batchSize)
  return Array.from({ length: count }, (_, place) => rows.slice(place * batchSize, (place + 1) * batchSize))
}

async function stageBatch(
  shop: StageShop,
  rows: readonly ReadRow[],
  source: RowSource,
  groups: RowGroups,
): Promise<readonly StagedRow[]> {
  const { kind } = rows[0]!
  switch (kind) {
    case 'counterparty':
      return stageCounterparties(shop, rows, source)
    case 'contactPerson':
      return stageContactPersons(shop, rows, source)
    case 'order':
    case 'workOrder':
    case 'booking':
    case 'contract':
    case 'invoice':
      return stageDocuments(shop, kind, rows, source, groups)
    case 'documentRow':
      return stageDocumentRows(shop, rows, source)
    case 'attachment':
      return stageAttachments(shop, rows, source)
    case 'confirmation':
      return stageConfirmations(shop, rows, source)
    default:
      return rows.map((row) => notYet(shop, row, source))
  }
}

function notYet({ routes, language }: StageShop, row: ReadRow, source: RowSource): StagedRow {
  if (row.kind === 'row' && row.record !== null) return settled(because('skipped', 'exchange.table-unknown', language))
  const sifted = sift(row, routes.exchangeFor(row.kind, source.file), null, language)
  return settled(sifted ?? because('skipped', 'exchange.portal-not-yet', language))
}

function cardRow(message: number, row: number, { kind, id }: ReadRow, staged: StagedRow): CardRow {
  return { message, row, kind, id, ...staged }
}
