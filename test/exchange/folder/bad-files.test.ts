import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { catalogue, exchangeFolder } from './exchange-folder.ts'
import { readCsvAnswer } from './read-answer.ts'

const broken = join(import.meta.dirname, '../../../samples/broken/in')

test('whatever comes with it, a good file is worked off in the same run', async (t) => {
  const bad = await Promise.all((await readdir(broken)).map(async (name) => [name, await readFile(join(broken, name))] as const))
  for (const [name, bytes] of bad) {
    const exchange = await exchangeFolder(t)
    await exchange.put({ [`in/${name}`]: bytes, 'in/zz-good.xml': catalogue(['Совсем новый товар']) })
    const { runs } = await exchange.run()
    const good = runs.flatMap(({ answers }) => answers).find(({ input }) => input === 'zz-good.xml')
    assert.deepEqual([good?.verdict, good?.counts.prepared], ['done', 1], name)
  }
})

test('no byte of any input is lost: what came lies in archive/ or failed/, once, and failed/ has a reason beside each file', async (t) => {
  const exchange = await exchangeFolder(t)
  const names = await readdir(broken)
  const given = await Promise.all(names.map((name) => readFile(join(broken, name))))
  await exchange.put(Object.fromEntries(names.map((name, index) => [`in/${name}`, given[index]!])))
  await exchange.run()
  exchange.now = new Date(exchange.now.getTime() + 11 * 60_000)
  await exchange.run()
  const kept = { ...(await exchange.files('archive')), ...(await exchange.files('failed')) }
  const reasons = Object.keys(kept).filter((name) => name.endsWith('.reason.txt'))
  const files = Object.entries(kept).filter(([name]) => !name.endsWith('.reason.txt'))
  assert.deepEqual(files.map(([, bytes]) => hash(bytes)).sort(), given.map(hash).sort())
  const failed = (await exchange.names('failed')).filter((name) => !name.endsWith('.reason.txt'))
  assert.deepEqual(reasons.sort(), failed.map((name) => `${name}.reason.txt`).sort())
  assert.deepEqual(await exchange.names('in'), [])
  for (const name of names) assert.ok((await exchange.text(`out/${name}.result.csv`)).includes('#Итог;'), name)
})

test('the reason in failed/ and the one in the answer say the same: where, what, and what to do', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/amp.xml': catalogue(['Болт & гайка']) })
  await exchange.run()
  const { head } = readCsvAnswer(await exchange.text('out/amp.xml.result.csv'))
  const reason = await exchange.text('failed/000001 amp.xml.reason.txt')
  assert.equal(head['КодОшибки'], 'xml.ampersand')
  assert.match(head['ТекстОшибки']!, /строка 4, столбец \d+/)
  assert.match(reason, /Код: xml\.ampersand/)
  assert.match(reason, /Где: строка 4, столбец \d+/)
  assert.match(reason, /Что делать: .*&amp;/)
})

test('a file mended by hand and dropped again is accepted', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/amp.xml': catalogue(['Болт & гайка']) })
  await exchange.run()
  await exchange.put({ 'in/amp.xml': catalogue(['Болт &amp; гайка']) })
  const { exit } = await exchange.run()
  assert.equal(exit, 0)
  assert.match(await exchange.text('import/2026-03-05 000002/3-products.csv'), /Болт & гайка/)
})

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
