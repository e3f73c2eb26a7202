import assert from 'node:assert/strict'
import { copyFile, readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { NewKnown } from '../../src/ledger/known.ts'
import type { Ledger } from '../../src/ledger/ledger.ts'
import { openSqliteLedger } from '../../src/ledger/sqlite-ledger.ts'
import { link, result, row, stageKeys, start } from './portal-cards.ts'
import { newMessage, openLedger, tempFolder, tempLedger } from './temp-ledger.ts'

function known(id: string, given: Partial<NewKnown> = {}): NewKnown {
  return { kind: 'product', id, hash: `hash of ${id}`, generated: '', message: 1, record: { name: id }, ...given }
}

async function idsOf(ledger: Ledger, kind: string): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const batch of ledger.allKnown(kind)) ids.push(...batch.map(({ id }) => id))
  return ids
}

test('messages are numbered from one without gaps, and a reopened ledger goes on counting', async (t) => {
  const { ledger, path } = await tempLedger(t)
  assert.equal(await ledger.lastMessageNumber(), 0)
  assert.equal((await ledger.addMessage(newMessage())).number, 1)
  assert.equal((await ledger.addMessage(newMessage())).number, 2)
  const again = openLedger(t, path)
  assert.equal((await again.addMessage(newMessage())).number, 3)
  assert.equal(await ledger.lastMessageNumber(), 3)
})

test('a message comes back as it was taken, and its new place is kept', async (t) => {
  const { ledger } = await tempLedger(t)
  const taken = newMessage({ repeatOf: 7, modifiedMs: 1772690707000.5, source: '\\\\server\\1c\\webdata\\Контрагенты.csv' })
  const message = await ledger.addMessage(taken)
  assert.deepEqual(message, { ...taken, number: 1, state: 'taken', verdict: null, run: null })
  await ledger.setKeptAt(1, '/archive/2026-03-05/000001 a.xml')
  assert.equal((await ledger.messageKeptAt('/archive/2026-03-05/000001 a.xml'))?.number, 1)
  assert.equal(await ledger.messageKeptAt('/kept/a.xml'), null)
  await ledger.answered(1, 'done', { rows: 3 })
  assert.equal(await ledger.messageKeptAt('/archive/2026-03-05/000001 a.xml'), null, 'an answered message waits nowhere')
})

test('only what was used to the last row counts as already taken', async (t) => {
  const { ledger } = await tempLedger(t)
  for (const verdict of ['refused', 'partly', 'repeat', 'done', 'done']) {
    const { number } = await ledger.addMessage(newMessage({ sha256: 'same' }))
    if (verdict === 'done') continue
    await ledger.answered(number, verdict, {})
    assert.equal(await ledger.doneMessageByHash('same'), null, verdict)
  }
  await ledger.answered(5, 'done', {})
  await ledger.answered(4, 'done', {})
  assert.equal((await ledger.doneMessageByHash('same'))?.number, 4, 'the first of them')
  assert.equal(await ledger.doneMessageByHash('other'), null)
})

test('of every path the newest message is found, and of all messages those not answered', async (t) => {
  const { ledger } = await tempLedger(t)
  for (const source of ['/in/a.xml', '/in/b.xml', '/in/a.xml']) await ledger.addMessage(newMessage({ source }))
  assert.deepEqual((await ledger.newestBySource()).map(({ number }) => number).sort(), [2, 3])
  await ledger.answered(2, 'done', {})
  assert.deepEqual(
    (await ledger.takenMessages()).map(({ number }) => number),
    [1, 3],
  )
})

test('a run is open until it is finished, and keeps its messages and its sums', async (t) => {
  const { ledger } = await tempLedger(t)
  assert.equal(await ledger.openRun(), null)
  for (let count = 0; count < 3; count += 1) await ledger.addMessage(newMessage())
  const run = await ledger.beginRun('2026-03-05T09:05:07+03:00', [3, 1])
  const begun = { startedAt: '2026-03-05T09:05:07+03:00', direction: 'in', stage: 'reading', undoOf: null }
  assert.deepEqual(run, { ...begun, number: 1, finishedAt: null, state: 'open', summary: null })
  assert.deepEqual(await ledger.openRun(), run)
  assert.deepEqual(
    (await ledger.messagesOfRun(1)).map(({ number }) => number),
    [1, 3],
  )
  await ledger.finishRun(1, '2026-03-05T09:06:00+03:00', { rows: 12 })
  assert.equal(await ledger.openRun(), null)
  await ledger.beginRun('later', [2])
  const [newest, first] = await ledger.runs(5)
  assert.deepEqual([newest?.number, newest?.state], [2, 'open'])
  assert.deepEqual([first?.finishedAt, first?.summary], ['2026-03-05T09:06:00+03:00', { rows: 12 }])
  assert.equal((await ledger.runs(1)).length, 1)
})

test('a run keeps its direction, what it takes back and how far it has come', async (t) => {
  const { ledger, path } = await tempLedger(t)
  const { number } = await ledger.beginRun('2026-03-05T09:05:07+03:00', [])
  await ledger.setStage(number, 'stopped')
  assert.equal((await openLedger(t, path).openRun())?.stage, 'stopped')
  await ledger.finishRun(number, 'now', {})
  const undo = await ledger.beginRun('later', [], 'undo', number)
  assert.deepEqual([undo.direction, undo.undoOf, undo.stage], ['undo', 1, 'reading'])
  assert.deepEqual(await ledger.openRun(), undo)
})

test('why a run stands still is kept until it is tried anew or finished', async (t) => {
  const { ledger } = await tempLedger(t)
  const { number } = await ledger.beginRun('2026-03-05T09:05:07+03:00', [])
  await ledger.noteFailure(number, 'Портал не ответил')
  assert.equal((await ledger.openRun())?.failure, 'Портал не ответил')
  await ledger.noteFailure(number, null)
  assert.equal((await ledger.openRun())?.failure, undefined)
  await ledger.noteFailure(number, 'Портал не ответил')
  await ledger.finishRun(number, 'later', {})
  assert.equal((await ledger.runByNumber(number))?.failure, undefined)
})

test('a message is found by its number', async (t) => {
  const { ledger } = await tempLedger(t)
  const message = await ledger.addMessage(newMessage())
  assert.deepEqual(await ledger.messageByNumber(1), message)
  assert.equal(await ledger.messageByNumber(2), null)
})

test('what is remembered is found by kind and id, the last word counts, and the date of the newest file stays', async (t) => {
  const { ledger } = await tempLedger(t)
  await ledger.remember([known('a', { generated: '2026-03-05' }), known('b'), known('a', { kind: 'group' })])
  await ledger.remember([known('a', { hash: 'new', generated: '', message: 4, record: [1, null, 'ё'] })])
  const found = await ledger.known('product', ['a', 'b', 'nobody'])
  assert.deepEqual([...found.keys()].sort(), ['a', 'b'])
  const expected = { kind: 'product', id: 'a', hash: 'new', generated: '2026-03-05', message: 4, seen: 4, record: [1, null, 'ё'] }
  assert.deepEqual({ ...found.get('a') }, expected)
  assert.equal((await ledger.known('group', ['a'])).get('a')?.hash, 'hash of a')
  assert.equal((await ledger.known('product', [])).size, 0)
})

test('a thing seen again unchanged keeps its message and learns the newer date, never an older one', async (t) => {
  const { ledger } = await tempLedger(t)
  await ledger.remember([known('a', { generated: '2026-03-05' }), known('b')])
  await ledger.seen('product', ['a', 'b', 'nobody'], 9, '2026-03-04')
  const found = await ledger.known('product', ['a', 'b', 'nobody'])
  assert.deepEqual([found.get('a')?.message, found.get('a')?.seen, found.get('a')?.generated], [1, 9, '2026-03-05'])
  assert.equal(found.get('b')?.generated, '2026-03-04')
  assert.equal(found.size, 2, 'nothing is made up')
})

test('the offers of a good are those of its id and of its variants, and of no other good', async (t) => {
  const { ledger } = await tempLedger(t)
  const ids = ['g1', 'g1#a', 'g1#b', 'g10', 'g1$', 'g1"', 'g2#a']
  await ledger.remember(ids.map((id) => known(id, { kind: 'offer' })))
  const under = await ledger.knownUnder('offer', ['g1', 'g2', 'g3'])
  assert.deepEqual(
    under.get('g1')?.map(({ id }) => id),
    ['g1', 'g1#a', 'g1#b'],
  )
  assert.deepEqual(
    under.get('g2')?.map(({ id }) => id),
    ['g2#a'],
  )
  assert.deepEqual(under.get('g3'), [])
})

test('all of a kind come batch by batch in the order of their ids, none twice and none left out', async (t) => {
  const { ledger } = await tempLedger(t)
  const ids = Array.from({ length: 1203 }, (_, place) => String(place).padStart(5, '0'))
  await ledger.remember(ids.toReversed().map((id) => known(id)))
  await ledger.remember([known('x', { kind: 'group' })])
  assert.deepEqual(await idsOf(ledger, 'product'), ids)
  assert.deepEqual(await idsOf(ledger, 'nothing'), [])
})

test('contacts of one name are counted by their keys, the same contact once', async (t) => {
  const { ledger } = await tempLedger(t)
  await ledger.addContactNames([
    { name: 'Вера Осокина', key: '1' },
    { name: 'Вера Осокина', key: '2' },
  ])
  await ledger.addContactNames([{ name: 'Вера Осокина', key: '1' }])
  assert.equal(await ledger.countContactName('Вера Осокина'), 2)
  assert.equal(await ledger.countContactName('Анна Рябова'), 0)
})

test('work that throws leaves nothing behind, of whatever kind', async (t) => {
  const { ledger } = await tempLedger(t)
  await ledger.addMessage(newMessage())
  await ledger.beginRun('before', [1])
  await assert.rejects(
    ledger.atomically(async () => {
      await ledger.addMessage(newMessage())
      await ledger.remember([known('a')])
      await ledger.titles.put({ key: 'k', title: 'Т', name: 'т', likeness: 'т' })
      await ledger.addContactNames([{ name: 'Вера', key: '1' }])
      await ledger.answered(1, 'done', {})
      await ledger.finishRun(1, 'now', {})
      throw new Error('no more disk')
    }),
    /no more disk/,
  )
  assert.equal(await ledger.lastMessageNumber(), 1)
  assert.deepEqual(await idsOf(ledger, 'product'), [])
  assert.equal(await ledger.titles.titleOf('k'), undefined)
  assert.equal(await ledger.countContactName('Вера'), 0)
  assert.equal((await ledger.takenMessages()).length, 1)
  assert.equal((await ledger.openRun())?.number, 1)
  assert.equal(await ledger.atomically(async () => 'goes on'), 'goes on')
})

test('after a crash in the middle of a run the ledger opens as it was before the run', async (t) => {
  const { ledger, path } = await tempLedger(t)
  await ledger.addMessage(newMessage())
  const run = await ledger.beginRun('2026-03-05T09:05:07+03:00', [1])
  const crashed = join(await tempFolder(t), 'copy')
  await ledger.atomically(async () => {
    await ledger.remember(Array.from({ length: 5000 }, (_, place) => known(`id ${place}`, { record: 'x'.repeat(200) })))
    await ledger.finishRun(run.number, 'now', {})
    // What a killed program leaves on the disk: the files as they are, in the middle of the transaction.
    for (const name of await readdir(dirname(path))) {
      if (name.startsWith(basename(path)) && !name.endsWith('-shm'))
        await copyFile(join(dirname(path), name), crashed + name.slice(basename(path).length))
    }
  })
  const reopened = openLedger(t, crashed)
  assert.deepEqual(await reopened.openRun(), run)
  assert.deepEqual(
    (await reopened.messagesOfRun(run.number)).map(({ number }) => number),
    [1],
  )
  assert.deepEqual(await idsOf(reopened, 'product'), [])
  await reopened.remember([known('goes on')])
  assert.deepEqual(await idsOf(reopened, 'product'), ['goes on'])
  assert.equal((await idsOf(ledger, 'product')).length, 5000, 'the run that lived is whole')
})

test('a scratch ledger remembers as well, and makes no files beside its own', async (t) => {
  const folder = await tempFolder(t)
  const ledger = openSqliteLedger(join(folder, 'scratch.sqlite'), 'scratch')
  await ledger.atomically(async () => ledger.remember([known('a')]))
  assert.deepEqual(await idsOf(ledger, 'product'), ['a'])
  assert.deepEqual(await readdir(folder), ['scratch.sqlite'])
  await ledger.close()
})

test('what is known is looked up by kind and id at once: no lookup goes through a whole kind', async (t) => {
  const asked = t.mock.method(DatabaseSync.prototype, 'prepare')
  const { ledger, path } = await tempLedger(t)
  await ledger.remember([known('a')])
  await ledger.known('product', ['a'])
  await ledger.knownUnder('product', ['a'])
  await ledger.seen('product', ['a'], 2, '')
  await idsOf(ledger, 'product')
  const lookups = asked.mock.calls.map(({ arguments: [sql] }) => sql).filter((sql) => /(?:FROM|UPDATE) known/.test(sql))
  assert.equal(new Set(lookups).size, 4)
  const database = new DatabaseSync(path, { readOnly: true })
  for (const sql of lookups) {
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
    const steps = plan.map(({ detail }) => detail).filter((detail) => detail.includes('known'))
    assert.ok(steps.length > 0 && steps.every((step) => /PRIMARY KEY \(kind=\? AND id/.test(step)), `${sql}: ${steps.join(', ')}`)
  }
  database.close()
})

test('cards, links, rows and operations are looked up at once: no lookup goes through a whole table', async (t) => {
  const asked = t.mock.method(DatabaseSync.prototype, 'prepare')
  const { ledger, path } = await tempLedger(t)
  const { run, cards } = await stageKeys(ledger, ['a'])
  await ledger.cards.addRows([row(1, 1, 1, { people: [1] })], run)
  await ledger.cards.retell(run, cards)
  await ledger.cards.planned(run, [{ number: 1, plan: '{}', plannedAt: 1 }])
  await ledger.cards.done(run, [{ number: 1, result: result('refused') }])
  await Promise.all([ledger.cards.inState(run, 'done', '', 0, 5), ledger.cards.inState(run, 'done', 'company', 0, 5)])
  await Promise.all([
    ledger.cards.ofKeys(run, 'company', ['a']),
    ledger.cards.leftOf('company', ['a']),
    ledger.cards.byKey('a', 1),
  ])
  await Promise.all([ledger.cards.leftOver(5, start), ledger.cards.counts(run), ledger.cards.messagesOf(run)])
  await Array.fromAsync(ledger.cards.rowsOf(1))
  await ledger.links.put([link('a', 1)])
  await Promise.all([ledger.links.of('company', ['a']), ledger.links.owners('company', [1]), ledger.links.byKey('a')])
  await Promise.all([ledger.links.toldAgain('company', ['a'], ''), Array.fromAsync(ledger.links.all())])
  await Promise.all([ledger.operations.open(1), ledger.operations.ofCards(1, [1]), ledger.operations.byKey('a', 5)])
  await Array.fromAsync(ledger.operations.done(1))
  await ledger.companyNames.put([{ key: 'a', names: ['а'] }])
  await Promise.all([ledger.companyNames.known(['a']), ledger.companyNames.named(['а']), ledger.companyNames.remove(['a'])])
  const tables = /(?:FROM|UPDATE) (?:cards|card_rows|card_people|links|operations|company_names)\b/
  const lookups = new Set(asked.mock.calls.map(({ arguments: [sql] }) => sql).filter((sql) => tables.test(sql)))
  assert.ok(lookups.size > 20)
  const database = new DatabaseSync(path, { readOnly: true })
  for (const sql of lookups) {
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
    // Only what comes page by page must not be sorted for every page; the few cards of one 1C id may.
    const isPaged = sql.includes('LIMIT') && !sql.includes('WHERE key = ?')
    const isSlow = (detail: string) => detail.startsWith('SCAN') || (isPaged && detail.includes('TEMP'))
    const scans = plan.map(({ detail }) => detail).filter(isSlow)
    assert.deepEqual(scans, [], sql)
  }
  database.close()
})
