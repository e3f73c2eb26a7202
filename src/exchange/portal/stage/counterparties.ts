import type { ReadRow } from '../../../onec/read/reading.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { Counterparty } from '../../../records/counterparty.ts'
import type { ExchangeOf } from '../../../settings/settings.ts'
import { compareKey } from '../../../values/text.ts'
import type { RowSource } from '../../handle/handler.ts'
import { because, outcome } from '../../handle/outcome.ts'
import { sift } from '../../handle/sift.ts'
import { scopeOf } from '../../map/scope.ts'
import { cardTitle } from '../plan/card-title.ts'
import type { ToldCard } from '../told-card.ts'
import { openClientDesk } from './client-desk.ts'
import { noteClients } from './client-index.ts'
import { nameCompanies } from './companies.ts'
import type { Heard, StageDesk, Wanted } from './desk.ts'
import { rowOfHeard, type StagedRow, type StageShop, settled } from './shop.ts'
import { takeOver } from './take-over.ts'
import { isNamed, toldCounterparty } from './told-of.ts'

/** Rows of counterparties → the cards that they ask for, with those of their people. */
export async function stageCounterparties(
  shop: StageShop,
  rows: readonly ReadRow[],
  source: RowSource,
): Promise<readonly StagedRow[]> {
  const exchange = shop.routes.exchangeFor('counterparty', source.file) as ExchangeOf<'counterparties'> | null
  const opened = rows.map((row) => openRow(shop, row, exchange))
  const cards = opened.flatMap((each) => ('row' in each ? [] : [each.card, ...each.people]))
  await takeOver(shop, cards)
  const desk = openClientDesk(shop.ledger, shop.run)
  await desk.open(wantedBy(cards))
  const rules = exchange === null ? '' : shop.rulesOf(exchange)
  const heard = opened.map((each) => ('row' in each ? each : hear(desk, each, rules, source)))
  await desk.save()
  await remember(shop, heard, source)
  return heard.map((each) => ('row' in each ? each.row : stagedRow(shop, each)))
}

interface OpenRow {
  readonly record: Counterparty
  readonly card: ToldCard
  readonly people: readonly ToldCard[]
}

interface HeardRow extends OpenRow {
  readonly heard: Heard
  readonly heardPeople: readonly Heard[]
}

type Settled = { readonly row: StagedRow }

function openRow(shop: StageShop, row: ReadRow, exchange: ExchangeOf<'counterparties'> | null): OpenRow | Settled {
  const { language } = shop
  const record = row.record as Counterparty | null
  const sifted = sift(row, exchange, () => scopeOf(row, record!), language)
  if (sifted !== null || record === null || exchange === null) return { row: settled(sifted!) }
  if (compareKey(record.role) === 'владелецкаталога') return { row: settled(because('skipped', 'exchange.own-firm', language)) }
  const told = toldCounterparty(row, record, shop.contextOf(exchange))
  if (isNamed(told.card)) return { record, ...told }
  return { row: settled(outcome('refused', [...record.problems, problem('exchange.no-title')], language)) }
}

function wantedBy(cards: readonly ToldCard[]): Wanted {
  const keysOf = (entity: ToldCard['entity']) => cards.filter((card) => card.entity === entity).map(({ key }) => key)
  return { company: keysOf('company'), contact: keysOf('contact') }
}

// The people of a row that is not taken are not taken either.
function hear(desk: StageDesk<ToldCard>, opened: OpenRow, rules: string, source: RowSource): HeardRow {
  const heard = desk.hear(opened.card, rules, source)
  const isTaken = heard.kind === 'card' || heard.kind === 'unchanged'
  return { ...opened, heard, heardPeople: isTaken ? opened.people.map((person) => desk.hear(person, rules, source)) : [] }
}

// By what others may name them.
async function remember({ ledger }: StageShop, heard: readonly (HeardRow | Settled)[], { message }: RowSource): Promise<void> {
  const taken = heard.flatMap((each) => ('row' in each || each.heard.kind !== 'card' ? [] : [each]))
  await nameCompanies(
    ledger,
    taken.map(({ record, card }) => ({ card, name: record.name })),
  )
  const people = taken.flatMap((each) => each.people.filter((_person, place) => each.heardPeople[place]?.kind === 'card'))
  await noteClients(ledger, [...taken.map(({ card }) => card), ...people], message)
}

function stagedRow({ language }: StageShop, { record, people, heard, heardPeople }: HeardRow): StagedRow {
  const numbers: number[] = []
  const late: Problem[] = []
  for (const [place, person] of heardPeople.entries()) {
    if (person.kind === 'card' || person.kind === 'twice') numbers.push(person.number())
    if (person.kind === 'twice')
      late.push(problem('exchange.twice', { message: person.message }, { field: cardTitle(people[place]!) }))
  }
  return rowOfHeard(heard, { problems: record.problems, late, people: numbers }, language)
}
