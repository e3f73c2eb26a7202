import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { catalogue, counterparties, exchangeFolder, makeOlder } from './exchange-folder.ts'

test('the archive keeps what came to the byte, whatever its encoding and line ends', async (t) => {
  const exchange = await exchangeFolder(t)
  const inputs = {
    'kontragenty.csv': iconv.encode(counterparties(['1;ООО «Ёж»;;7701000019']), 'windows-1251'),
    'import.xml': Buffer.from(`\ufeff${catalogue(['Болт']).replaceAll('\n', '\r\n')}`),
    'шум.zip': Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(500)]),
  }
  await exchange.put(Object.fromEntries(Object.entries(inputs).map(([name, bytes]) => [`in/${name}`, bytes])))
  await exchange.run()
  exchange.now = new Date(exchange.now.getTime() + 11 * 60_000)
  await exchange.run()
  const kept = { ...(await exchange.files('archive')), ...(await exchange.files('failed')) }
  for (const [name, bytes] of Object.entries(inputs)) {
    const found = Object.entries(kept).filter(([path]) => path.endsWith(` ${name}`))
    assert.equal(found.length, 1, name)
    assert.deepEqual(found[0]![1], bytes, name)
  }
})

test('old answers, archived days and logs go when their time is over; all else stays', async (t) => {
  const exchange = await exchangeFolder(t, 'answer: {keep: 30d}\narchive: {keep: 30d}\nlogs: {keep: 30d}')
  await exchange.put({ 'in/old.xml': catalogue(['Болт']) })
  await exchange.run()
  await exchange.put({
    'out/моё.txt': 'не наше',
    'archive/заметки/a.txt': 'не наше',
    '.obmen24/logs/2026-03-05.log': '',
    '.obmen24/logs/notes.txt': 'не наше',
  })
  const month = 31 * 24 * 60 * 60_000
  exchange.now = new Date(exchange.now.getTime() + month)
  for (const path of ['out/old.xml.result.csv', 'out/моё.txt', '.obmen24/logs/2026-03-05.log', '.obmen24/logs/notes.txt']) {
    await makeOlder(join(exchange.root, path), exchange.now, month)
  }
  await exchange.put({ 'in/new.xml': catalogue(['Гайка']) })
  await exchange.run()
  await makeOlder(join(exchange.root, 'out/new.xml.result.csv'), exchange.now, 60_000)
  await exchange.run()
  assert.deepEqual(await exchange.names('out'), ['new.xml.result.csv', 'status.txt', 'моё.txt'])
  assert.deepEqual(await exchange.names('archive'), ['2026-04-05/000002 new.xml', 'заметки/a.txt'])
  assert.deepEqual(await exchange.names('.obmen24/logs'), ['notes.txt'])
})

test('with forever nothing is ever removed', async (t) => {
  const exchange = await exchangeFolder(t, 'answer: {keep: forever}\narchive: {keep: forever}\nlogs: {keep: forever}')
  await exchange.put({ 'in/old.xml': catalogue(['Болт']), '.obmen24/logs/2026-03-05.log': '' })
  await exchange.run()
  await makeOlder(join(exchange.root, 'out/old.xml.result.csv'), exchange.now, 0)
  exchange.now = new Date('2036-01-01T00:00:00')
  await exchange.run()
  assert.deepEqual(await exchange.names('archive'), ['2026-03-05/000001 old.xml'])
  assert.deepEqual(await exchange.names('out'), ['old.xml.result.csv', 'status.txt'])
  assert.deepEqual(await exchange.names('.obmen24/logs'), ['2026-03-05.log'])
})
