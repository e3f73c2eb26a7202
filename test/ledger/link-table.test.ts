import assert from 'node:assert/strict'
import { test } from 'node:test'
import { link } from './portal-cards.ts'
import { tempLedger } from './temp-ledger.ts'

test('a link is found by entity and key, by its card and by the 1C id alone, and the last word counts', async (t) => {
  const { links } = (await tempLedger(t)).ledger
  await links.put([link('a', 5), link('b', 6), link('a', 5, { entity: 'contact' })])
  const newer = link('a', 7, { told: '{"ё":1}', hash: 'new', generated: '2026-03-05', message: 3, run: 2 })
  await links.put([newer])
  assert.deepEqual([...(await links.of('company', ['b', 'a', 'x'])).values()], [link('b', 6), newer])
  assert.deepEqual(await links.byKey('a'), [newer, link('a', 5, { entity: 'contact' })])
  assert.deepEqual(
    [...(await links.owners('company', [5, 6, 7]))],
    [
      [6, 'b'],
      [7, 'a'],
    ],
  )
  assert.deepEqual(await links.counts(), { company: 2, contact: 1 })
  await links.remove('company', ['a', 'x'])
  assert.deepEqual([(await links.of('company', ['a'])).size, (await links.of('contact', ['a'])).size], [0, 1])
})

test('told once more by a newer file it is newer, by an older one it stays', async (t) => {
  const { links } = (await tempLedger(t)).ledger
  await links.put([link('a', 5, { generated: '2026-03-05' }), link('b', 6)])
  await links.toldAgain('company', ['a', 'b', 'x'], '2026-03-04')
  const found = await links.of('company', ['a', 'b'])
  assert.deepEqual([found.get('a')?.generated, found.get('b')?.generated], ['2026-03-05', '2026-03-04'])
  assert.deepEqual(await links.counts(), { company: 2 }, 'nothing is made up')
})

test('all come by entity and key, none twice and none left out', async (t) => {
  const { links } = (await tempLedger(t)).ledger
  const keys = Array.from({ length: 1203 }, (_, place) => String(place).padStart(5, '0'))
  await links.put(keys.toReversed().flatMap((key, place) => [link(key, place, { entity: 'contact' }), link(key, place)]))
  const read = (await Array.fromAsync(links.all())).flat()
  assert.deepEqual(
    read.map(({ entity, key }) => entity + key),
    [...keys.map((key) => `company${key}`), ...keys.map((key) => `contact${key}`)],
  )
})
