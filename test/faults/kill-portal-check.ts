import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { ItemRow, PortalState, Row } from '../../src/bitrix24/sandbox/state.ts'
import { readCsvAnswer, totalsOf } from '../exchange/folder/read-answer.ts'
import type { ExpectedCard, Round } from './kill-portal-world.ts'

const typeIds = { company: 4, contact: 3 } as const

/** What must hold when a round is over: one card per 1C id, nothing lost, nothing doubled, every row answered. */
export async function assertRound(root: string, state: PortalState, rounds: readonly Round[]): Promise<void> {
  const { expected } = rounds.at(-1)!
  const ids = idsOf(state)
  assert.deepEqual([...ids.keys()].sort(), [...expected.keys()].sort(), '1C ids that have a card')
  for (const entity of ['company', 'contact'] as const) {
    const cards = Object.values(state.items[typeIds[entity]] ?? {})
    const wanted = [...expected.values()].filter((card) => card.entity === entity)
    assert.equal(cards.length, wanted.length, `number of cards: ${entity}`)
  }
  for (const [key, card] of expected) assertCard(state, key, card, ids)
  assertNoOrphans(state)
  assertLedger(root, ids, expected)
  for (const { rows } of rounds) for (const [path, keys] of Object.entries(rows)) await assertAnswer(root, path, keys, ids)
  await assertKept(root, rounds)
}

/** Portal id by 1C id; throws where two cards have one. */
function idsOf(state: PortalState): ReadonlyMap<string, number> {
  const ids = new Map<string, number>()
  for (const typeId of Object.values(typeIds)) {
    for (const card of Object.values(state.items[typeId] ?? {})) {
      const key = text(card['originId'])
      assert.equal(card['originatorId'], '1C', `${typeId} № ${card.id}: a card that is nobody's`)
      assert.ok(!ids.has(key), `${key} has two cards: № ${ids.get(key)} and № ${card.id}`)
      ids.set(key, card.id)
    }
  }
  return ids
}

function assertCard(state: PortalState, key: string, card: ExpectedCard, ids: ReadonlyMap<string, number>): void {
  const there = state.items[typeIds[card.entity]]?.[ids.get(key)!]
  assert.ok(there !== undefined, `${key}: no card`)
  const requisites = requisitesOf(state, card.entity, there.id)
  assert.equal(
    requisites.length,
    card.inn === '' && Object.keys(card.addresses).length === 0 ? 0 : 1,
    `${key}: number of requisites`,
  )
  const requisiteId = Number(requisites[0]?.['ID'] ?? 0)
  const addresses = state.addresses.filter(
    (row) => Number(row['ENTITY_TYPE_ID']) === 8 && Number(row['ENTITY_ID']) === requisiteId,
  )
  const found = {
    name:
      card.entity === 'company'
        ? text(there['title'])
        : [there['lastName'], there['name'], there['secondName']].map(text).join(' '),
    phones: pointsOf(there, 'PHONE'),
    emails: pointsOf(there, 'EMAIL'),
    inn: text(requisites[0]?.['RQ_INN']),
    addresses: addresses.map((row) => Number(row['TYPE_ID'])).sort(),
    accounts: banksOf(state, requisiteId).map((row) => text(row['RQ_ACC_NUM'])),
    companies: (card.entity === 'contact' ? companiesOf(there) : []).map((id) => keyOf(state, id)).sort(),
  }
  const { entity: _, addresses: streets, ...wanted } = card
  assert.deepEqual(found, { ...wanted, addresses: Object.keys(streets).map(Number).sort() }, key)
  for (const row of addresses) {
    const street = streets[Number(row['TYPE_ID'])]!
    assert.ok(JSON.stringify(row).includes(street), `${key}: ${street} in ${JSON.stringify(row)}`)
  }
}

// What belonged to a card that was made twice would be left behind.
function assertNoOrphans(state: PortalState): void {
  const cards = new Set(
    Object.values(typeIds).flatMap((typeId) => Object.keys(state.items[typeId] ?? {}).map((id) => `${typeId}:${id}`)),
  )
  for (const row of Object.values(state.requisites))
    assert.ok(cards.has(`${text(row['ENTITY_TYPE_ID'])}:${text(row['ENTITY_ID'])}`))
  const isThere = (row: Row) => state.requisites[Number(row['ENTITY_ID'])] !== undefined
  assert.ok(Object.values(state.bankDetails).every(isThere), 'accounts of requisites')
  assert.ok(state.addresses.every(isThere), 'addresses of requisites')
}

function assertLedger(root: string, ids: ReadonlyMap<string, number>, expected: Round['expected']): void {
  const ledger = new DatabaseSync(join(root, '.obmen24', 'ledger.sqlite'), { readOnly: true })
  try {
    const links = ledger.prepare('SELECT entity, key, portal_id, hash FROM links ORDER BY key').all()
    assert.deepEqual(
      links.map(({ entity, key, portal_id, hash }) => [entity, key, portal_id, hash !== '']),
      [...expected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { entity }]) => [entity, key, ids.get(key), true]),
      'links of the ledger',
    )
    const count = (sql: string) => Number(ledger.prepare(`SELECT count(*) AS count FROM ${sql}`).get()!['count'])
    assert.equal(count(`operations WHERE state IN ('sent', 'unknown')`), 0, 'operations of unknown outcome')
    assert.equal(count(`messages WHERE state = 'taken'`), 0, 'messages without an answer')
    assert.equal(count(`cards WHERE state <> 'done' OR left_over = 1`), 0, 'cards that are not through')
  } finally {
    ledger.close()
  }
}

async function assertAnswer(
  root: string,
  path: string,
  keys: readonly string[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const answer = readCsvAnswer(await readFile(join(root, answerPath(path)), 'utf8'))
  assert.deepEqual(
    answer.lines.map((line) => [line['Ид1С'], line['ИдБ24']]),
    keys.map((key) => [key, String(ids.get(key))]),
    path,
  )
  const odd = answer.lines.filter((line) => !ordinary.includes(line['Код']!))
  assert.deepEqual(odd, [], path)
  assert.equal(totalsOf(answer).sum, keys.length, `${path}: totals`)
}

// 1C has changed what a person had written on a card by hand.
const ordinary = ['', 'exchange.unchanged', 'apply.conflict-onec']

async function assertKept(root: string, rounds: readonly Round[]): Promise<void> {
  assert.deepEqual(await readdir(join(root, 'in')), [], 'inputs left behind')
  const paths = (await readdir(join(root, 'archive'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const kept = await Promise.all(paths.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))
  assert.deepEqual(kept.sort(), rounds.flatMap(({ files }) => Object.values(files)).sort(), 'every input is kept exactly once')
}

/** 1C id → what was done with the row, for each answer. */
export async function actionsOf(root: string, rounds: readonly Round[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const paths = rounds.flatMap(({ rows }) => Object.keys(rows))
  const pairs = paths.map(async (path) => {
    const { lines } = readCsvAnswer(await readFile(join(root, answerPath(path)), 'utf8'))
    return [path, lines.map((each) => `${each['Ид1С']} ${each['Действие']}`)] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}

export function retriesOf(root: string): number {
  const ledger = new DatabaseSync(join(root, '.obmen24', 'ledger.sqlite'), { readOnly: true })
  try {
    return Number(ledger.prepare(`SELECT count(*) AS count FROM runs WHERE direction = 'retry'`).get()!['count'])
  } finally {
    ledger.close()
  }
}

/** All that the portal holds, without the numbers and times that it gave itself. */
export function portrait(state: PortalState): readonly unknown[] {
  const cards = (['company', 'contact'] as const).flatMap((entity) =>
    Object.values(state.items[typeIds[entity]] ?? {}).map((card) => {
      const { id, fm, companyId, companyIds, contactIds, ...fields } = card
      return {
        entity,
        ...withoutTimes(fields),
        points: fm.map(({ typeId, valueType, value }) => `${typeId} ${valueType} ${value}`).sort(),
        companies:
          entity === 'contact'
            ? companiesOf(card)
                .map((each) => keyOf(state, each))
                .sort()
            : [],
        requisites: requisitesOf(state, entity, id).map((row) => ({
          ...withoutTimes(row),
          addresses: state.addresses
            .filter((each) => Number(each['ENTITY_ID']) === Number(row['ID']))
            .map(withoutTimes)
            .map(inOrder)
            .sort(),
          accounts: banksOf(state, Number(row['ID'])).map(withoutTimes).map(inOrder).sort(),
        })),
      }
    }),
  )
  return cards
    .map((card) => JSON.parse(inOrder(card)) as Row)
    .sort((a, b) => (text(a['originId']) < text(b['originId']) ? -1 : 1))
}

function withoutTimes(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !own.test(name)))
}

const own = /^(ID|ENTITY_ID|ANCHOR_ID|LOC_ADDR_ID|DATE_CREATE|DATE_MODIFY|createdTime|updatedTime|movedTime|lastActivityTime)$/

function inOrder(value: object): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

function answerPath(path: string): string {
  return `out/${path.replace(/^in\//, '')}.result.csv`
}

function requisitesOf(state: PortalState, entity: ExpectedCard['entity'], id: number): readonly Row[] {
  return Object.values(state.requisites).filter(
    (row) => Number(row['ENTITY_TYPE_ID']) === typeIds[entity] && Number(row['ENTITY_ID']) === id,
  )
}

function banksOf(state: PortalState, requisiteId: number): readonly Row[] {
  return Object.values(state.bankDetails)
    .filter((row) => Number(row['ENTITY_ID']) === requisiteId)
    .sort((a, b) => (text(a['RQ_ACC_NUM']) < text(b['RQ_ACC_NUM']) ? -1 : 1))
}

// A number that a person wrote with an 8 is the one that 1C tells with +7.
function pointsOf({ fm }: ItemRow, typeId: string): readonly string[] {
  return fm.flatMap((each) => (each.typeId === typeId ? [each.value.replace(/^8(?=\d{10}$)/, '+7')] : [])).sort()
}

function companiesOf(contact: ItemRow): readonly number[] {
  const { companyIds, companyId } = contact
  if (Array.isArray(companyIds)) return companyIds.map(Number)
  return Number(companyId ?? 0) > 0 ? [Number(companyId)] : []
}

function keyOf(state: PortalState, companyId: number): string {
  return text(state.items[4]?.[companyId]?.['originId'])
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
