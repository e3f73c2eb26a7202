import type { CardRow } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { ReadOptions } from '../../../onec/read/open-input.ts'
import { readPart } from '../../../onec/read/read-part.ts'
import type { ReadRow } from '../../../onec/read/reading.ts'
import type { Language } from '../../../problems/language.ts'
import type { Problem } from '../../../problems/problem.ts'
import type { Settings } from '../../../settings/settings.ts'
import { fieldProblems } from '../../field-problems.ts'
import type { RowSource } from '../../handle/handler.ts'
import { because } from '../../handle/outcome.ts'
import { sift } from '../../handle/sift.ts'
import { contexts } from '../../map/contexts.ts'
import { partsInOrder, runsOfKind, type SetInput } from '../../ordered-parts.ts'
import type { Routes } from '../../routes.ts'
import { stageContactPersons } from './contact-persons.ts'
import { stageCounterparties } from './counterparties.ts'
import { type CardExchange, rulesOf } from './rules-of.ts'
import { type StagedRow, type StageShop, settled } from './shop.ts'

export interface StageOptions {
  readonly run: number
  readonly settings: Pick<Settings, 'bitrix24'>
  readonly routes: Routes
  readonly reading: ReadOptions
  readonly ledger: Ledger
  readonly language: Language
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
  const rules = new Map<CardExchange, string>()
  const shop: StageShop = {
    ...options,
    contextOf: mapping.contextOf,
    rulesOf(exchange) {
      const text = rules.get(exchange) ?? JSON.stringify(rulesOf(exchange))
      rules.set(exchange, text)
      return text
    },
  }
  const last = new Map<number, number>()
  let done = 0
  for (const { message, part } of partsInOrder(inputs)) {
    const source = { message, file: part.facts.file, generated: part.facts.generatedAt ?? '' }
    for await (const rows of readPart(part, options.reading)) {
      for (const batch of runsOfKind(rows).flatMap(batchesOf)) {
        const before = last.get(message) ?? 0
        const staged = await stageBatch(shop, batch, source)
        await ledger.cards.addRows(
          batch.map((row, place) => cardRow(message, before + place + 1, row, staged[place]!)),
          run,
        )
        last.set(message, before + batch.length)
      }
      done += rows.length
      options.progress?.(done)
    }
  }
  return { rows: done, problems: fieldProblems(mapping.all()) }
}

const batchSize = 500

function batchesOf(rows: readonly ReadRow[]): readonly (readonly ReadRow[])[] {
  const count = Math.ceil(rows.length / batchSize)
  return Array.from({ length: count }, (_, place) => rows.slice(place * batchSize, (place + 1) * batchSize))
}

async function stageBatch(shop: StageShop, rows: readonly ReadRow[], source: RowSource): Promise<readonly StagedRow[]> {
  switch (rows[0]!.kind) {
    case 'counterparty':
      return stageCounterparties(shop, rows, source)
    case 'contactPerson':
      return stageContactPersons(shop, rows, source)
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
