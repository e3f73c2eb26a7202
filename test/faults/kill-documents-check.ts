import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { filesOf } from '../../src/bitrix24/sandbox/methods/timeline/comment-files.ts'
import type { ItemRow, PortalState, Row } from '../../src/bitrix24/sandbox/state.ts'
import { readCsvAnswer, totalsOf } from '../exchange/folder/read-answer.ts'
import { cardsText } from '../scenarios/portal/cards-text.ts'
import type { ExpectedDocument, ExpectedRound } from './kill-documents-expected.ts'

/** What must hold when a round is over. `inputs`: all that 1C has written so far. */
export async function assertDocuments(
  root: string,
  state: PortalState,
  expected: ExpectedRound,
  inputs: readonly string[],
): Promise<void> {
  const cards = documentsOf(state)
  assert.deepEqual([...cards.keys()].sort(), [...expected.documents.keys()].sort(), 'documents that have a card')
  for (const [name, document] of expected.documents) assertDocument(state, name, document, cards)
  assertClients(state, expected)
  assertNothingOver(state, expected)
  assertLedger(root, [...cards.values()])
  for (const [file, lines] of Object.entries(expected.answers)) await assertAnswer(root, file, lines, idsOf(state, cards))
  const { names } = readMessage(root, state)
  assert.deepEqual([...names].sort(), [...expected.sent].sort(), 'what 1C is told')
  await assertKept(root, inputs)
}

interface Card {
  readonly entityTypeId: ExpectedDocument['entityTypeId']
  readonly row: ItemRow
}

/** Cards of documents by number, 1C id or title; throws where two are the same. */
function documentsOf(state: PortalState): ReadonlyMap<string, Card> {
  const cards = new Map<string, Card>()
  for (const entityTypeId of [2, 31, 1032] as const) {
    for (const row of Object.values(state.items[entityTypeId] ?? {})) {
      const name = nameOf(entityTypeId, row)
      assert.ok(!cards.has(name), `${name} has two cards: № ${cards.get(name)?.row.id} and № ${row.id}`)
      cards.set(name, { entityTypeId, row })
    }
  }
  return cards
}

function nameOf(entityTypeId: number, row: ItemRow): string {
  if (entityTypeId !== 2) return text(row['xmlId']).replace(/^1C\|/, '')
  return text(row['UF_CRM_ID_1C']) || text(row['originId']) || text(row['title'])
}

function assertDocument(state: PortalState, name: string, document: ExpectedDocument, cards: ReadonlyMap<string, Card>): void {
  const { entityTypeId, row } = cards.get(name)!
  const nameById = (typeId: number, id: unknown) =>
    [...cards].find(([, card]) => card.entityTypeId === typeId && card.row.id === Number(id ?? 0))?.[0] ?? ''
  const rows = state.productRows[`${ownerTypes[entityTypeId]}:${row.id}`] ?? []
  const found: ExpectedDocument = {
    entityTypeId,
    stageId: text(row['stageId']),
    amount: Math.round(Number(row['opportunity']) * 100),
    rows: rows.map(rowText),
    contacts: contactIdsOf(row)
      .map((id) => phonesOf(state.items[3]?.[id]).join())
      .sort(),
    company: text(state.items[4]?.[Number(row['companyId'] ?? 0)]?.['originId']),
    parents: { deal: nameById(2, row['parentId2']), contract: nameById(1032, row['parentId1032']) },
    files: state.comments
      .filter((each) => each['ENTITY_TYPE'] === timelines[entityTypeId] && Number(each['ENTITY_ID']) === row.id)
      .flatMap((each) => filesOf(each).map((file) => file.name)),
  }
  assert.deepEqual(found, document, name)
  if (entityTypeId !== 31) return
  const links = state.requisiteLinks.filter((link) => link['ENTITY_TYPE_ID'] === 31 && Number(link['ENTITY_ID']) === row.id)
  const owners = links.map((link) => Number(state.requisites[Number(link['REQUISITE_ID'])]?.['ENTITY_ID']))
  assert.deepEqual(owners, [row['companyId']], `${name}: requisites`)
}

const ownerTypes = { 2: 'D', 31: 'SI', 1032: 'T408' } as const
const timelines = { 2: 'deal', 31: 'smart_invoice', 1032: 'dynamic_1032' } as const

function rowText(row: Row): string {
  const [quantity, price] = [Number(row['quantity']), Number(row['price'])]
  return `${text(row['productName'])} × ${quantity} = ${Math.round(quantity * price * 100 + 1e-6)}`
}

function contactIdsOf({ contactIds, contactId }: ItemRow): readonly number[] {
  if (Array.isArray(contactIds)) return contactIds.map(Number)
  return Number(contactId ?? 0) > 0 ? [Number(contactId)] : []
}

function assertClients(state: PortalState, { phones, firms }: ExpectedRound): void {
  const contacts = Object.values(state.items[3] ?? {})
  assert.deepEqual(contacts.map((each) => phonesOf(each).join()).sort(), [...phones].sort(), 'contacts by phone')
  const companies = Object.values(state.items[4] ?? {}).filter((each) => each['isMyCompany'] !== 'Y')
  assert.deepEqual(companies.map((each) => text(each['originId'])).sort(), [...firms].sort(), 'companies')
}

// A number that a person wrote with an 8 is the one that 1C tells with +7.
function phonesOf(row: ItemRow | undefined): readonly string[] {
  return (row?.fm ?? []).flatMap(({ typeId, value }) => (typeId === 'PHONE' ? [value.replace(/^8(?=\d{10}$)/, '+7')] : []))
}

// What belonged to a card that was made twice would be left behind.
function assertNothingOver(state: PortalState, { documents }: ExpectedRound): void {
  const files = [...documents.values()].flatMap((document) => document.files)
  assert.equal(state.comments.length, files.length, 'comments in timelines')
  for (const row of Object.values(state.requisites))
    assert.ok(state.items[Number(row['ENTITY_TYPE_ID'])]?.[Number(row['ENTITY_ID'])])
}

function assertLedger(root: string, cards: readonly Card[]): void {
  const ledger = new DatabaseSync(join(root, '.obmen24', 'ledger.sqlite'), { readOnly: true })
  try {
    const count = (sql: string) => Number(ledger.prepare(`SELECT count(*) AS count FROM ${sql}`).get()!['count'])
    assert.equal(count(`operations WHERE state IN ('sent', 'unknown')`), 0, 'operations of unknown outcome')
    assert.equal(count(`messages WHERE state = 'taken'`), 0, 'messages without an answer')
    const told = cards.filter(({ row }) => text(row['xmlId']) !== '' || text(row['originId']) !== '')
    const entityOf = { 2: 'deal', 31: 'invoice', 1032: 'process:1032' } as const
    const links = ledger.prepare(`SELECT entity, portal_id FROM links WHERE entity NOT IN ('company', 'contact', 'file')`).all()
    assert.deepEqual(
      links.map((link) => `${link['entity']} ${link['portal_id']}`).sort(),
      told.map(({ entityTypeId, row }) => `${entityOf[entityTypeId]} ${row.id}`).sort(),
      'links of the ledger',
    )
  } finally {
    ledger.close()
  }
}

function idsOf(state: PortalState, cards: ReadonlyMap<string, Card>): ReadonlyMap<string, number> {
  const clients = [4, 3].flatMap((typeId) => Object.values(state.items[typeId] ?? {}))
  return new Map([
    ...clients.map((each) => [text(each['originId']), each.id] as const),
    ...[...cards].map(([name, { row }]) => [name, row.id] as const),
  ])
}

async function assertAnswer(
  root: string,
  file: string,
  lines: ExpectedRound['answers'][string],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const answer = readCsvAnswer(await readFile(join(root, 'out', `${file}.result.csv`), 'utf8'))
  assert.deepEqual(
    answer.lines.map((line) => [line['Ид1С'], line['ИдБ24']]),
    lines.map(([id, card]) => [id, card === '' ? '' : String(ids.get(card))]),
    file,
  )
  const odd = answer.lines.filter((line) => !ordinary.includes(line['Код']!))
  assert.deepEqual(odd, [], file)
  assert.equal(totalsOf(answer).sum, lines.length, `${file}: totals`)
}

// 1C has changed what a person had written on a card by hand; a PDF came before its invoice.
const ordinary = ['', 'exchange.unchanged', 'apply.conflict-onec', 'plan.file-waits']

async function assertKept(root: string, inputs: readonly string[]): Promise<void> {
  assert.deepEqual(await readdir(join(root, 'in')), [], 'inputs left behind')
  const paths = (await readdir(join(root, 'archive'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const kept = await Promise.all(paths.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))
  assert.deepEqual(kept.sort(), [...inputs].sort(), 'every input is kept exactly once')
}

/** The message to 1C as it lies there: its number, and what its documents are known by. Throws where it is not whole. */
export function readMessage(root: string, state: PortalState): { readonly number: number; readonly names: ReadonlySet<string> } {
  const path = join(root, 'to1c', 'sdelki.csv')
  if (!existsSync(path)) return { number: 0, names: new Set() }
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';'))
  const [head = [], columns = [], ...rest] = lines
  assert.deepEqual(rest.at(-1), ['#Конец', String(rest.length - 1)], 'the message is whole')
  const place = columns.indexOf('ИдБ24')
  const deals = rest.slice(0, -1).map((cells) => state.items[2]![Number(cells[place])]!)
  return { number: Number(head[3]), names: new Set(deals.map((deal) => nameOf(2, deal))) }
}

/** All that the portal holds, without the numbers and times that it gave itself. */
export function documentPortrait(state: PortalState): readonly string[] {
  const cards = cardsText(state).split('\n\n')
  return cards
    .map((card) =>
      card
        .replaceAll(/^(\S.*?) \d+:/gm, '$1:')
        .replaceAll(/ \[\d+\]/g, '')
        .replaceAll(own, '')
        .trim(),
    )
    .sort()
}

const own = /^ *(?:дата начала|предполагаемая дата закрытия): .*\n?|[\da-f]{16,}/gm

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
