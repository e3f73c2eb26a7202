import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom } from '../../../src/bitrix24/sandbox/random.ts'
import type { PortalExchange } from '../portal/portal-folder.ts'
import { addDeal, backFolder, change, confirm, deal, message, pass, runAfter } from './hands.ts'
import { runKilled } from './killed.ts'

/** The file at every moment: whole, and its number never smaller than before. */
async function look(folder: PortalExchange, last: { number: number; text: string }): Promise<void> {
  const text = await folder.text('out/orders.csv').catch(() => null)
  if (text === null) {
    assert.equal(last.text, '', 'the file never goes')
    return
  }
  const { number } = await message(folder)
  assert.ok(number >= last.number, `${number} after ${last.number}`)
  Object.assign(last, { number, text })
}

test('a run killed before any of its steps is done again to the same message, and loses nothing', async (t) => {
  const folder = await backFolder(t)
  await folder.run()
  const ids: number[] = []
  const last = { number: 0, text: '' }
  for (let at = 1; ; at += 1) {
    ids.push(await addDeal(folder, { opportunity: at }))
    await pass(folder, 6)
    const steps = await runKilled(folder, at)
    await look(folder, last)
    await runAfter(folder)
    await look(folder, last)
    const { number, lines } = await message(folder)
    assert.equal(number, at, `killed before step ${at}`)
    assert.deepEqual(
      lines.map((line) => Number(line['ИдБ24'])),
      ids,
      `killed before step ${at}`,
    )
    if (steps < at) break
  }
})

for (const seed of [1, 2, 3]) {
  test(`runs killed at random, cards changed and messages confirmed in any order: nothing is lost (seed ${seed})`, async (t) => {
    const folder = await backFolder(t)
    await folder.run()
    const random = seededRandom(seed)
    const whole = (below: number) => Math.floor(random() * below)
    const ids: number[] = []
    /** What 1C has read so far, as a reader that takes every message and confirms some. */
    const taken = new Map<number, number>()
    const last = { number: 0, text: '' }
    const read = async () => {
      await look(folder, last)
      const { number, lines } = await message(folder)
      for (const line of lines) taken.set(Number(line['ИдБ24']), Number(line['Сумма']))
      if (number > 0 && random() < 0.5) await confirm(folder, number)
    }
    for (let round = 0; round < 14; round += 1) {
      for (let many = whole(3); many > 0; many -= 1) {
        if (ids.length < 6) ids.push(await addDeal(folder, { opportunity: 1 + whole(100) }))
        else await change(folder, ids[whole(ids.length)]!, { opportunity: 1 + whole(100) })
      }
      await pass(folder, 6)
      if (random() < 0.7) await runKilled(folder, 1 + whole(60))
      else await folder.run()
      if (random() < 0.6) await read()
    }
    await runAfter(folder)
    await runAfter(folder)
    await read()
    assert.deepEqual(Object.fromEntries(taken), Object.fromEntries(ids.map((id) => [id, deal(folder, id)['opportunity']])))
    await confirm(folder, (await message(folder)).number)
    await runAfter(folder)
    await runAfter(folder)
    assert.deepEqual((await message(folder)).lines, [], 'all is confirmed')
  })
}
