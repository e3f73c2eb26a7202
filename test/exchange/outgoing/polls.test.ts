import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../../../src/bitrix24/sandbox/random.ts'
import type { PortalExchange } from '../portal/portal-folder.ts'
import { runBetween } from './between.ts'
import { addDeal, backFolder, change, deal, message, pass, runAfter, wayOf } from './hands.ts'

const amounts = async (folder: PortalExchange) =>
  Object.fromEntries((await message(folder)).lines.map((line) => [line['ИдБ24'], Number(line['Сумма'])]))

test('only what changes from the first start on goes to 1C', async (t) => {
  const folder = await backFolder(t)
  const old = await addDeal(folder, { opportunity: 1 })
  await runAfter(folder, 60)
  const fresh = await addDeal(folder, { opportunity: 2 })
  await runAfter(folder)
  assert.deepEqual(await amounts(folder), { [fresh]: 2 })
  await change(folder, old, { opportunity: 3 })
  await runAfter(folder)
  assert.deepEqual(await amounts(folder), { [old]: 3, [fresh]: 2 })
})

test('D9: the portal is asked no more often than the settings say, and not at all when it is switched off', async (t) => {
  const folder = await backFolder(t, 'every: 10m')
  await folder.run()
  folder.requests()
  await runAfter(folder, 5)
  assert.equal(folder.requests(), 0)
  await runAfter(folder, 4)
  assert.ok(folder.requests() > 0, 'a scheduler that is a little early does not lose every other turn')
  const off = await backFolder(t, 'enabled: false')
  await runAfter(off, 60)
  assert.equal(off.requests(), 0)
  assert.equal((await off.names('out')).includes('orders.csv'), false)
})

test('changes of the very second of a poll, and of cards already read by it, come with the next one', async (t) => {
  const folder = await backFolder(t, 'overlap: 1ms')
  await folder.run()
  const ids: number[] = []
  for (let at = 0; at < 120; at += 1) ids.push(await addDeal(folder, { opportunity: 1 }))
  await pass(folder, 6)
  let pages = 0
  const during: number[] = []
  await runBetween(folder, {
    async after(commands) {
      if (commands[0]?.method !== 'crm.item.list') return
      pages += 1
      if (pages !== 2) return
      // Time stands still: the same second as that of the poll.
      await change(folder, ids[3]!, { opportunity: 7 })
      await change(folder, ids[110]!, { opportunity: 8 })
      during.push(await addDeal(folder, { opportunity: 9 }))
    },
  })
  assert.ok(pages >= 3)
  await runAfter(folder)
  const found = await amounts(folder)
  assert.equal(Object.keys(found).length, 121)
  assert.deepEqual([found[ids[3]!], found[ids[110]!], found[during[0]!]], [7, 8, 9])
})

test('a poll that is cut short is done again from the same moment', async (t) => {
  const folder = await backFolder(t, 'overlap: 1ms')
  await folder.run()
  const before = (await wayOf(folder))?.since
  for (let at = 0; at < 60; at += 1) await addDeal(folder, { opportunity: 1 })
  await pass(folder, 6)
  let lists = 0
  const report = await runBetween(folder, {
    async before(commands) {
      if (commands[0]?.method === 'crm.item.list') lists += 1
      if (lists === 2) throw Object.assign(new Error('power cut'), { code: 'EKILLED' })
    },
  }).catch((error: unknown) => error)
  assert.ok(report instanceof Error)
  assert.equal((await wayOf(folder))?.since, before)
  await runAfter(folder)
  assert.equal((await message(folder)).numbers.length, 60)
})

for (const seed of [1, 2, 3, 4]) {
  test(`whatever changes at any moment of any poll is in the message in the end (seed ${seed})`, async (t) => {
    const folder = await backFolder(t, 'overlap: 1ms')
    await folder.run()
    const random = seededRandom(seed)
    const whole = (below: number) => Math.floor(random() * below)
    const ids: number[] = []
    let edits = 0
    const touch = async () => {
      if (ids.length < 70 && random() < 0.6) ids.push(await addDeal(folder, { opportunity: 1 + whole(1000) }))
      else if (ids.length > 0) await change(folder, ids[whole(ids.length)]!, { opportunity: 1 + whole(1000) })
      edits += 1
    }
    let number = 0
    for (let round = 0; round < 8; round += 1) {
      for (let many = whole(20); many > 0; many -= 1) await touch()
      await pass(folder, 6)
      await runBetween(folder, {
        async before() {
          if (random() < 0.5) await touch()
        },
        async after() {
          if (random() < 0.5) await touch()
        },
      })
      const now = (await message(folder)).number
      assert.ok(now === number || now === number + 1, 'a message a poll at most')
      number = now
    }
    await runAfter(folder)
    assert.deepEqual(await amounts(folder), Object.fromEntries(ids.map((id) => [id, deal(folder, id)['opportunity']])))
    assert.ok((await message(folder)).number <= edits)
  })
}
