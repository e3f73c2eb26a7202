import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { end, keysOf, newCard, result, row, stageKeys, start } from './portal-cards.ts'
import { tempLedger } from './temp-ledger.ts'

async function actionsOf(ledger: Ledger, message: number): Promise<readonly (string | undefined)[]> {
  return (await Array.fromAsync(ledger.cards.rowsOf(message))).flat().map(({ card }) => card?.result?.action)
}

test('a card goes from staged through planned to done, and keeps all that was said of it', async (t) => {
  const { cards } = (await tempLedger(t)).ledger
  const [staged] = await cards.stage(1, [newCard('a', { generated: '2026-03-05', message: 4 })])
  const asStaged = { run: 1, number: 1, entity: 'company', key: 'a', told: 'told of a', hash: 'hash of a', rules: '{}' } as const
  const untouched = { generated: '2026-03-05', message: 4, state: 'staged', plan: null, plannedAt: null, result: null } as const
  assert.deepEqual(staged, { ...asStaged, ...untouched })
  assert.deepEqual(await cards.byNumbers(1, [1, 2]), [staged])
  await cards.planned(1, [{ number: 1, plan: '{"action":"create"}', plannedAt: 1772690707000.25 }])
  const [planned] = await cards.inState(1, 'planned', 'company', 0, 10)
  assert.deepEqual([planned?.plan, planned?.plannedAt], ['{"action":"create"}', 1772690707000.25])
  assert.deepEqual(
    (await cards.plans(1, 0, 10)).map(({ number, plan }) => [number, plan]),
    [[1, '{"action":"create"}']],
  )
  assert.deepEqual(await cards.plans(1, 1, 10), [])
  const done = { action: 'created', code: 'plan.healed', text: 'Создана заново.', portalId: 77 }
  await cards.done(1, [{ number: 1, result: done }])
  assert.deepEqual((await cards.ofKeys(1, 'company', ['a', 'b'])).get('a')?.result, done)
  assert.deepEqual(await cards.counts(1), { staged: 0, planned: 0, done: 1 })
})

test('an entity and key stand once in a run: what comes again gets the card that is there', async (t) => {
  const { cards } = (await tempLedger(t)).ledger
  const contact = newCard('a', { entity: 'contact' })
  const staged = await cards.stage(1, [newCard('a'), contact, newCard('a', { told: 'other' })])
  assert.deepEqual(
    staged.map(({ number, told }) => [number, told]),
    [
      [1, 'told of a'],
      [2, 'told of a'],
      [1, 'told of a'],
    ],
  )
  const [another] = await cards.stage(2, [newCard('a')])
  assert.equal(another?.number, 3, 'each run has its own')
  const changed = { told: 'now', hash: 'new', rules: '[]', generated: '2026', message: 9 }
  await cards.retell(1, [{ number: 2, ...changed }])
  assert.deepEqual((await cards.byNumbers(1, [2]))[0], { ...staged[1], ...changed })
  await cards.planned(2, [{ number: 3, plan: '{}', plannedAt: 1 }])
  await cards.retell(2, [{ number: 3, ...changed }])
  assert.equal((await cards.byNumbers(2, [3]))[0]?.told, 'told of a', 'a plan was made from it')
})

test('cards of a state come by number, of one entity or of any, a batch at a time', async (t) => {
  const { cards } = (await tempLedger(t)).ledger
  const keys = Array.from({ length: 9 }, (_, place) => String(place))
  await cards.stage(
    1,
    keys.map((key, place) => newCard(key, { entity: place % 3 === 0 ? 'company' : 'contact' })),
  )
  assert.deepEqual(keysOf(await cards.inState(1, 'staged', '', 0, 4)), ['0', '1', '2', '3'])
  assert.deepEqual(keysOf(await cards.inState(1, 'staged', '', 7, 4)), ['7', '8'])
  assert.deepEqual(keysOf(await cards.inState(1, 'staged', 'company', 1, 4)), ['3', '6'])
  assert.deepEqual(await cards.inState(2, 'staged', '', 0, 4), [])
  assert.deepEqual(await cards.counts(1), { staged: 9, planned: 0, done: 0 })
})

test('rows come in their order with their cards, those of their people, or their own outcome', async (t) => {
  const { cards } = (await tempLedger(t)).ledger
  await cards.stage(
    1,
    ['a', 'b'].map((key) => newCard(key)),
  )
  const outcome = { action: 'skipped', code: 'exchange.filtered', text: 'Не проходит отбор.', portalId: 5 }
  const many = Array.from({ length: 1200 }, (_, place) => row(7, place + 4, 1))
  const rows = [row(7, 1, 1, { people: [2, 1] }), row(7, 2, null, { result: outcome, hash: 'x' }), row(7, 3, 2), ...many]
  await cards.addRows(rows, 1)
  await cards.addRows([row(8, 1, 1)], 1)
  const batches = await Array.fromAsync(cards.rowsOf(7))
  const read = batches.flat()
  assert.ok(batches.length > 2, 'not all at once')
  assert.deepEqual(
    read.map((each) => each.row),
    [{ ...rows[0], people: [1, 2] }, ...rows.slice(1)],
  )
  assert.deepEqual(
    read.slice(0, 3).map(({ card, people }) => [card?.key, keysOf(people)]),
    [
      ['a', ['a', 'b']],
      [undefined, []],
      ['b', []],
    ],
  )
  assert.deepEqual(await cards.messagesOf(1), [7, 8])
  await assert.rejects(cards.addRows([row(7, 2, 1)], 1), /UNIQUE/, 'a row has one outcome')
})

test('what was not used is left over until a newer run has it, and a retry speaks for the row that asked', async (t) => {
  const { ledger } = await tempLedger(t)
  const first = await stageKeys(ledger, ['a', 'b', 'c', 'd'])
  await ledger.cards.addRows(
    first.cards.map(({ number }) => row(1, number, number)),
    first.run,
  )
  for (const [place, action] of ['refused', 'review', 'waiting', 'created'].entries())
    await ledger.cards.done(first.run, [{ number: place + 1, result: result(action) }])
  await ledger.finishRun(first.run, 'now', {})
  assert.deepEqual(keysOf(await ledger.cards.leftOver(10, start)), ['a', 'b', 'c'])
  assert.deepEqual(keysOf(await ledger.cards.leftOver(1, { run: 1, number: 1 })), ['b'])
  assert.deepEqual([...(await ledger.cards.leftOf('company', ['a', 'd', 'x'])).keys()], ['a'])
  const retry = await stageKeys(ledger, ['a', 'b'], { direction: 'retry' })
  assert.deepEqual(keysOf(await ledger.cards.leftOver(10, start)), ['c'], 'the others are being tried')
  assert.deepEqual(await ledger.cards.messagesOf(retry.run), [1])
  await ledger.cards.done(retry.run, [
    { number: 5, result: result('created') },
    { number: 6, result: result('refused') },
  ])
  assert.deepEqual(await actionsOf(ledger, 1), ['created', 'refused', 'waiting', 'created'])
  assert.deepEqual(keysOf(await ledger.cards.leftOver(10, start)), ['c', 'b'])
  const again = await stageKeys(ledger, ['b'], { direction: 'retry' })
  await end(ledger, again.run, again.cards, 'created')
  assert.deepEqual(await actionsOf(ledger, 1), ['created', 'created', 'waiting', 'created'])
})

test('a newer message is another word of 1C: the older row keeps its outcome and is left over no more', async (t) => {
  const { ledger } = await tempLedger(t)
  const first = await stageKeys(ledger, ['a'])
  await ledger.cards.addRows([row(1, 1, 1)], first.run)
  await end(ledger, first.run, first.cards, 'refused')
  const second = await stageKeys(ledger, ['a'], { message: 2 })
  await ledger.cards.addRows([row(2, 1, 2)], second.run)
  await end(ledger, second.run, second.cards, 'created')
  assert.deepEqual([await actionsOf(ledger, 1), await actionsOf(ledger, 2)], [['refused'], ['created']])
  assert.deepEqual(await ledger.cards.leftOver(10, start), [])
  assert.deepEqual(
    (await ledger.cards.byKey('a', 5)).map(({ number }) => number),
    [2, 1],
    'the newest first',
  )
  assert.equal((await ledger.cards.byKey('a', 1)).length, 1)
})

test('an undo is no word of 1C: it speaks for no row, is never left over, and ends nobody else being so', async (t) => {
  const { ledger } = await tempLedger(t)
  const first = await stageKeys(ledger, ['a', 'b'])
  await ledger.cards.addRows([row(1, 1, 1), row(1, 2, 2)], first.run)
  await ledger.cards.done(first.run, [
    { number: 1, result: result('refused') },
    { number: 2, result: result('created') },
  ])
  const undo = await stageKeys(ledger, ['a', 'b'], { direction: 'undo' })
  await end(ledger, undo.run, undo.cards, 'refused')
  assert.deepEqual(
    (await ledger.cards.leftOver(10, start)).map(({ run, key }) => [run, key]),
    [[first.run, 'a']],
  )
  assert.deepEqual(await actionsOf(ledger, 1), ['refused', 'created'])
  const retry = await stageKeys(ledger, ['a'], { direction: 'retry' })
  await end(ledger, retry.run, retry.cards, 'created')
  assert.deepEqual(await actionsOf(ledger, 1), ['created', 'created'])
})

test('pruning forgets runs that nothing can come of, and keeps what may be answered once more', async (t) => {
  const { ledger } = await tempLedger(t)
  const used = await stageKeys(ledger, ['a'], { message: 1 })
  await ledger.cards.addRows([row(1, 1, 1), row(1, 2, null, { result: result('refused') })], used.run)
  await end(ledger, used.run, used.cards, 'created')
  const failed = await stageKeys(ledger, ['b', 'c'], { message: 2 })
  await ledger.cards.addRows([row(2, 1, 2), row(2, 2, 3, { people: [2] })], failed.run)
  await end(ledger, failed.run, failed.cards, 'waiting')
  const retry = await stageKeys(ledger, ['b'], { message: 2, direction: 'retry' })
  await end(ledger, retry.run, retry.cards, 'created')
  const open = await stageKeys(ledger, ['d'], { message: 3 })
  await ledger.cards.prune(open.run)
  assert.deepEqual([await actionsOf(ledger, 1), await actionsOf(ledger, 2)], [[], ['created', 'waiting']])
  assert.deepEqual(keysOf(await ledger.cards.byKey('a', 5)), [])
  const last = await stageKeys(ledger, ['c'], { message: 2, direction: 'retry' })
  await end(ledger, last.run, last.cards, 'created')
  await ledger.cards.prune(last.run)
  assert.deepEqual(await actionsOf(ledger, 2), ['created', 'created'], 'a card of it was tried in a run that stays')
  await ledger.cards.prune(last.run + 1)
  assert.deepEqual(await actionsOf(ledger, 2), [])
  assert.deepEqual([await ledger.cards.messagesOf(failed.run), await ledger.cards.byKey('b', 5)], [[], []])
  assert.deepEqual(keysOf(await ledger.cards.inState(open.run, 'staged', '', 0, 5)), ['d'], 'an open run stays')
})

test('rows that wait for a document are found by it and are told a card, that of whoever tries it anew', async (t) => {
  const { ledger } = await tempLedger(t)
  const early = await stageKeys(ledger, [], { message: 1 })
  const awaiting = (number: number, document: string, given = {}) => row(1, number, null, { document, people: [], ...given })
  const note = { action: '', code: 'vat.unknown', text: 'Странный НДС.', portalId: null }
  await ledger.cards.addRows([awaiting(1, 'a'), awaiting(2, 'b'), awaiting(3, 'a', { result: note })], early.run)
  await ledger.cards.addRows([row(2, 1, null, { document: 'a' })], early.run)
  const found = await ledger.cards.rowsAwaiting('a', 1)
  assert.deepEqual(found, [awaiting(1, 'a'), awaiting(3, 'a', { result: note })])
  const first = await stageKeys(ledger, ['deal'], { message: 3 })
  await end(ledger, first.run, first.cards, 'waiting')
  const second = await stageKeys(ledger, ['deal'], { message: 3 })
  const [card] = second.cards
  await ledger.cards.retellRows(found.map(({ document: _told, ...each }) => ({ ...each, card: card!.number })))
  assert.deepEqual(await ledger.cards.rowsAwaiting('a', 1), [])
  await end(ledger, second.run, second.cards, 'waiting')
  const third = await stageKeys(ledger, ['deal'], { message: 3, direction: 'retry' })
  assert.deepEqual(await ledger.cards.messagesOf(third.run), [1])
  await end(ledger, third.run, third.cards, 'created')
  assert.deepEqual(await actionsOf(ledger, 1), ['created', undefined, 'created'])
  assert.deepEqual((await Array.fromAsync(ledger.cards.rowsOf(1))).flat()[2]?.row.result, note)
})

test('rows that outlive the run of their card keep what became of it', async (t) => {
  const { ledger } = await tempLedger(t)
  const kept = await stageKeys(ledger, ['left'], { message: 1 })
  await ledger.cards.addRows(
    [row(1, 1, 1), row(1, 2, null, { document: 'a', result: { action: '', code: 'vat.unknown', text: 'НДС.', portalId: null } })],
    kept.run,
  )
  await end(ledger, kept.run, kept.cards, 'waiting')
  const gone = await stageKeys(ledger, ['deal'], { message: 2 })
  const [awaiting] = await ledger.cards.rowsAwaiting('a', 1)
  await ledger.cards.retellRows([{ ...awaiting!, card: gone.cards[0]!.number }])
  const done = { action: 'updated', code: '', text: 'Обновлена.', portalId: 7 }
  await ledger.cards.done(gone.run, [{ number: gone.cards[0]!.number, result: done }])
  await ledger.finishRun(gone.run, 'now', {})
  await ledger.cards.prune(gone.run + 1)
  assert.deepEqual(await ledger.cards.byKey('deal', 5), [])
  const [, told] = (await Array.fromAsync(ledger.cards.rowsOf(1))).flat()
  assert.deepEqual([told?.card, told?.row.result], [null, { ...done, code: 'vat.unknown', text: 'Обновлена. НДС.' }])
})
