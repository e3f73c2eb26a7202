import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { simulatedClock } from '../../../src/bitrix24/sandbox/clock.ts'
import { fixturePortal } from '../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'
import { counterparties } from '../folder/exchange-folder.ts'
import { addDeal, backFolder, change, message, runAfter, runAs, states, wayName, wayOf } from './hands.ts'

test('D10: a portal that is away fails the poll, is told in the history once, and what changed meanwhile goes when it is back', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const id = await addDeal(folder, { opportunity: 5 })
  folder.sandbox.plan({ on: 'any', do: 'not-commercial', times: 2 })
  for (let round = 0; round < 2; round += 1) {
    const report = await runAfter(folder)
    assert.deepEqual(report.codes, ['portal.plan'])
    assert.equal(report.unfinished, true)
    assert.match(await folder.text('out/status.txt'), /^failure\r\n/)
  }
  assert.equal((await message(folder)).number, 0, 'the file is there all the same')
  await runAfter(folder)
  assert.deepEqual((await message(folder)).numbers, [`B24-${id}`])
  const runs = await folder.withHome(({ ledger }) => ledger.runs(10))
  assert.deepEqual(
    runs.map(({ direction, poll, summary }) => [
      direction,
      poll?.way,
      poll?.failure?.replace(/.*\[/, '['),
      summary?.['documents'],
    ]),
    [
      ['out', wayName, undefined, 1],
      ['out', wayName, '[portal.plan]', 0],
    ],
  )
})

test('a portal that answers badly now and then loses nothing', async (t) => {
  const plan = ['crm.item.list', 'crm.item.productrow.list', 'server.time', 'crm.item.fields'].flatMap((on) =>
    (['lose-answer', 'truncated', 'empty', 'reset', 'expired'] as const).map((fault) => ({ on, do: fault, chance: 0.08 })),
  )
  const folder = await backFolder(t, 'overlap: 1s', '', { faults: { seed: 3, plan } })
  folder.now = new Date('2026-03-05T06:05:07Z')
  await folder.run()
  const ids: number[] = []
  let failures = 0
  for (let round = 1; round <= 8; round += 1) {
    ids.push(await addDeal(folder, { opportunity: round }))
    await change(folder, ids[Math.floor(round / 2)] ?? ids[0]!, { opportunity: 100 + round })
    if ((await runAfter(folder)).unfinished) failures += 1
  }
  for (let start = 0; start < 40 && ((await wayOf(folder))?.failure !== '' || start === 0); start += 1) {
    await runAfter(folder)
  }
  assert.ok(failures > 0, 'something did fail')
  const found = (await message(folder)).lines.map((line) => [Number(line['ИдБ24']), Number(line['Сумма'])])
  const wanted = ids.map((id) => [id, folder.state.items[2]![id]!['opportunity']])
  assert.deepEqual(new Map(found as [number, number][]), new Map(wanted as [number, number][]))
})

test('while a run is under way on the portal, nothing is asked: its cards are not people’s', async (t) => {
  const folder = await backFolder(t, '', 'exchanges:\n  - name: Контрагенты\n    preset: counterparties')
  await folder.run()
  await addDeal(folder)
  await folder.put({ 'in/a.csv': counterparties(['1;Ромашка;+7 495 000-00-01;7701000017']) })
  folder.sandbox.plan({ on: 'crm.item.batchImport', do: 'not-commercial', times: 1 })
  const report = await runAfter(folder)
  assert.equal(report.unfinished, true)
  assert.deepEqual(
    report.outgoing.map(({ poll }) => poll),
    ['none'],
  )
  assert.deepEqual(
    (await runAfter(folder)).outgoing.map(({ poll }) => poll),
    ['done'],
  )
  assert.equal((await message(folder)).number, 1)
})

test('the webhook of another portal is refused: numbers of its cards would be those of other documents', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const id = await addDeal(folder)
  await runAfter(folder)
  const other = openSandbox({
    clock: simulatedClock(Date.parse('2026-03-05T08:00:00Z')),
    state: fixturePortal('vladivostok'),
    methods,
  })
  t.after(() => other.close())
  const own = await readFile(join(folder.root, 'webhook.txt'), 'utf8')
  await writeFile(join(folder.root, 'webhook.txt'), `${(await other.listen()).webhook}\n`)
  assert.deepEqual((await runAfter(folder)).codes, ['plan.other-portal'])
  assert.deepEqual((await message(folder)).numbers, [`B24-${id}`])
  await writeFile(join(folder.root, 'webhook.txt'), own)
  assert.deepEqual((await runAfter(folder)).codes, [])
})

test('a way that is made of other cards begins anew', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const id = await addDeal(folder)
  await runAfter(folder)
  await runAs(folder, { into: 'invoice' })
  assert.deepEqual(await states(folder, [id]), [null])
  assert.deepEqual((await message(folder)).lines, [])
})

test('a card that is gone from the portal is stuck no more; what was sent of it stays until 1C has it', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const [one, other] = [await addDeal(folder), await addDeal(folder)]
  await runAfter(folder)
  await folder.withHome(async ({ ledger }) => {
    const rows = [...(await ledger.outgoing.of(wayName, [one, other])).values()]
    const stuck = rows.map((row) => ({
      ...row,
      problems: '[]',
      ...(row.portalId === one ? { state: 'seen' as const, message: 0 } : {}),
    }))
    await ledger.outgoing.put(wayName, stuck)
  })
  for (const id of [one, other]) await folder.ask('crm.item.delete', { entityTypeId: 2, id })
  await runAfter(folder)
  assert.deepEqual(await states(folder, [one, other]), [null, 'sent'])
  assert.match(await folder.text('out/status.txt'), /unsent=0/)
})
