import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { OutCard, Way } from '../../src/ledger/outgoing.ts'
import { schemaSteps } from '../../src/ledger/schema.ts'
import { openLedger, tempFolder, tempLedger } from './temp-ledger.ts'

function card(portalId: number, given: Partial<OutCard> = {}): OutCard {
  const texts = { number: `B24-${portalId}`, known: '{}', told: null, document: '{}', sentAt: '2026-03-05T09:05:07+03:00' }
  const unread = { reading: null, word: null, confirmedAt: '' }
  return { portalId, state: 'ready', message: 0, afterRun: 4, problems: null, ...unread, ...texts, ...given }
}

const way: Way = {
  name: 'Заказы',
  source: 'deal https://mayak.example',
  rules: 'aa',
  since: '2026-03-05T09:05:07+03:00',
  polledAt: 1772690707000,
  message: 3,
  messageAt: '2026-03-05T09:05:07+03:00',
  digest: 'bb',
  written: true,
  confirmed: 2,
  exported: '2026-03-05T08:00:00',
  failure: '',
}

const idsOf = (cards: readonly OutCard[]) => cards.map(({ portalId }) => portalId)

test('a way and its cards come back as they were put, and of one way only', async (t) => {
  const { ledger } = await tempLedger(t)
  const { outgoing } = ledger
  assert.equal(await outgoing.way('Заказы'), null)
  await outgoing.putWay(way)
  await outgoing.putWay({ ...way, name: 'Счета', written: false })
  assert.deepEqual(await outgoing.way('Заказы'), way)
  assert.equal((await outgoing.way('Счета'))?.written, false)
  const stuck = card(2, { state: 'seen', document: null, told: '{}', problems: '[]' })
  await outgoing.put('Заказы', [card(1), stuck])
  await outgoing.put('Счета', [card(1, { number: 'X' })])
  assert.deepEqual([...(await outgoing.of('Заказы', [2, 1, 9])).values()], [stuck, card(1)])
  assert.deepEqual(await outgoing.counts('Заказы'), { open: 1, stuck: 1 })
  await outgoing.remove('Заказы', [1])
  assert.deepEqual(await outgoing.counts('Заказы'), { open: 0, stuck: 1 })
  await outgoing.clear('Заказы')
  assert.deepEqual(await outgoing.counts('Счета'), { open: 1, stuck: 0 })
})

test('what is ready gets one number, the next of all ways; the message has the oldest first', async (t) => {
  const { ledger } = await tempLedger(t)
  const { outgoing } = ledger
  await outgoing.put('а', [card(3), card(7)])
  assert.equal(await outgoing.number('а'), 1)
  await outgoing.put('б', [card(1)])
  assert.equal(await outgoing.number('б'), 2)
  await outgoing.put('а', [card(1), card(3, { sentAt: '2026-03-05T10:00:00+03:00' })])
  assert.deepEqual(idsOf(await outgoing.open('а')), [7, 1, 3])
  assert.equal(await outgoing.number('а'), 3)
  assert.deepEqual(
    (await outgoing.open('а')).map(({ portalId, state, message }) => [portalId, state, message]),
    [
      [7, 'sent', 1],
      [1, 'sent', 3],
      [3, 'sent', 3],
    ],
  )
  assert.deepEqual([await outgoing.wayOf(2), await outgoing.wayOf(3), await outgoing.wayOf(4)], ['б', 'а', null])
})

test('a confirmation takes what stood in the message, not what has changed since', async (t) => {
  const { ledger } = await tempLedger(t)
  const { outgoing } = ledger
  await outgoing.put('а', [card(1), card(2), card(3)])
  await outgoing.number('а')
  await outgoing.put('а', [card(2, { state: 'ready', message: 1 }), card(3, { state: 'forgotten', message: 1 }), card(4)])
  assert.equal(await outgoing.confirm('а', 1, '2026-03-05T10:05:00+03:00'), 2)
  assert.equal(await outgoing.confirm('а', 1, '2026-03-05T10:06:00+03:00'), 0)
  const rows = await outgoing.of('а', [1, 2, 3, 4])
  assert.deepEqual(
    [...rows.values()].map(({ state, document }) => [state, document === null]),
    [
      ['confirmed', true],
      ['ready', false],
      ['confirmed', true],
      ['ready', false],
    ],
  )
})

test('what 1C tells of a document that it was sent waits for the next poll; of others nothing is kept', async (t) => {
  const { ledger } = await tempLedger(t)
  const { outgoing } = ledger
  await outgoing.putWay(way)
  await outgoing.putWay({ ...way, name: 'Счета', source: 'invoice https://mayak.example', exported: '' })
  await outgoing.put('Заказы', [card(1), card(2, { state: 'sent', message: 1 }), card(3, { state: 'confirmed' })])
  await outgoing.put('Счета', [card(1, { number: 'B24-2' })])
  assert.deepEqual([...(await outgoing.awaited())].sort(), ['B24-1', 'B24-2'])
  for (const number of ['B24-2', 'B24-3', 'B24-9']) await outgoing.hear('deal', number, '"слово"')
  const words = async (name: string, ids: readonly number[]) =>
    [...(await outgoing.of(name, ids)).values()].map(({ word }) => word)
  assert.deepEqual([await words('Заказы', [1, 2, 3]), await words('Счета', [1])], [[null, '"слово"', null], [null]])
  await outgoing.noteExport('2026-03-05T09:00:00')
  await outgoing.noteExport('2026-03-05T07:00:00')
  assert.deepEqual(
    [(await outgoing.way('Заказы'))?.exported, (await outgoing.way('Счета'))?.exported],
    ['2026-03-05T09:00:00', '2026-03-05T09:00:00'],
  )
})

test('a card is found by its number in 1C and by that on the portal, on every way that has it', async (t) => {
  const { ledger } = await tempLedger(t)
  const { outgoing } = ledger
  await outgoing.put('а', [card(1), card(2)])
  await outgoing.put('б', [card(1, { number: 'С-1' })])
  assert.deepEqual(await outgoing.numbered('С-1'), [{ way: 'б', card: card(1, { number: 'С-1' }) }])
  assert.deepEqual(
    (await outgoing.withId(1)).map((each) => [each.way, each.card.number]),
    [
      ['а', 'B24-1'],
      ['б', 'С-1'],
    ],
  )
  assert.deepEqual(await outgoing.numbered('B24-9'), [])
})

test('cards of an older ledger stay on their way, and nobody has looked yet what 1C has read of them', async (t) => {
  const path = join(await tempFolder(t), 'ledger.sqlite')
  const older = new DatabaseSync(path)
  older.exec(`${schemaSteps.slice(0, 3).join(';')}; PRAGMA user_version = 3;
    INSERT INTO ways VALUES ('Заказы', 'deal https://mayak.example', 'aa', '', 1, 3, '', 'bb', 1, 2, '');
    INSERT INTO out_cards VALUES ('Заказы', 5, 'sent', 3, 'B24-5', '{}', NULL, 4, '{}', '2026-03-05T09:05:07+03:00', NULL)`)
  older.close()
  const { outgoing } = openLedger(t, path)
  assert.deepEqual(await outgoing.open('Заказы'), [card(5, { state: 'sent', message: 3 })])
  assert.equal((await outgoing.way('Заказы'))?.exported, '')
  assert.equal(await outgoing.confirm('Заказы', 3, '2026-03-05T10:05:00+03:00'), 1)
  assert.equal((await outgoing.of('Заказы', [5])).get(5)?.confirmedAt, '2026-03-05T10:05:00+03:00')
})

test('a poll is a run that is done when it is written down, with its way and why it failed', async (t) => {
  const { ledger } = await tempLedger(t)
  const run = await ledger.beginRun('2026-03-05T09:00:00+03:00', [])
  await ledger.finishRun(run.number, '2026-03-05T09:01:00+03:00', {})
  const times = { startedAt: '2026-03-05T09:05:07+03:00', finishedAt: '2026-03-05T09:05:09+03:00' }
  assert.equal(await ledger.addPoll({ ...times, way: 'Заказы', summary: { documents: 2 }, failure: null }), 2)
  await ledger.addPoll({ ...times, way: 'Заказы', summary: {}, failure: 'портал не отвечает' })
  assert.equal(await ledger.openRun(), null)
  const [failed, done, first] = await ledger.runs(3)
  assert.deepEqual(
    [failed?.poll, done?.poll, first?.poll],
    [{ way: 'Заказы', failure: 'портал не отвечает' }, { way: 'Заказы', failure: null }, undefined],
  )
  assert.deepEqual([done?.number, done?.direction, done?.state, done?.summary], [2, 'out', 'done', { documents: 2 }])
  assert.equal((await ledger.beginRun('2026-03-05T09:06:00+03:00', [])).number, 4)
})

test('runs of an older ledger stay what they were, with their messages and the runs that took them back', async (t) => {
  const path = join(await tempFolder(t), 'ledger.sqlite')
  const older = new DatabaseSync(path)
  older.exec(`${schemaSteps[0]}; ${schemaSteps[1]}; PRAGMA user_version = 2;
    INSERT INTO runs (number, started_at, finished_at, state, summary, direction, stage, undo_of, faults) VALUES
      (4, 'then', 'later', 'done', '{"rows":3}', 'in', 'answering', NULL, 1), (5, 'then', NULL, 'open', NULL, 'undo', 'planned', 4, 0);
    INSERT INTO messages (number, source, name, bytes, sha256, modified_ms, taken_at, kept_at, state, run)
      VALUES (1, 'a', 'a', 1, 'aa', 1, 'then', 'a', 'taken', 4)`)
  older.close()
  const ledger = openLedger(t, path)
  const [undo, first] = await ledger.runs(2)
  const done = {
    number: 4,
    startedAt: 'then',
    finishedAt: 'later',
    state: 'done',
    summary: { rows: 3 },
    direction: 'in',
    stage: 'answering',
  }
  assert.deepEqual(first, { ...done, undoOf: null })
  assert.deepEqual([undo?.direction, undo?.undoOf, undo?.stage], ['undo', 4, 'planned'])
  assert.equal((await ledger.messagesOfRun(4)).length, 1)
  assert.equal(await ledger.noteFault(4), 2)
  // The references still hold.
  await assert.rejects(async () => ledger.beginRun('now', [], 'undo', 99), /FOREIGN KEY/)
})
