import assert from 'node:assert/strict'
import { rename, rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { catalogue, counterparties, exchangeFolder } from './exchange-folder.ts'
import { readCsvAnswer } from './read-answer.ts'

test('a folder read by copying keeps its files; each is taken once, and again when it has changed', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: {path: in, take: copy}}')
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  const counts: number[] = []
  for (let round = 0; round < 3; round++) counts.push((await exchange.run()).runs.length)
  assert.deepEqual(counts, [1, 0, 0])
  await exchange.put({ 'in/import.xml': catalogue(['Болт', 'Гайка']) })
  const { runs } = await exchange.run()
  assert.deepEqual(
    runs[0]!.answers.map(({ counts: { prepared, unchanged } }) => [prepared, unchanged]),
    [[1, 1]],
  )
  assert.deepEqual(await exchange.names('in'), ['import.xml'])
})

test('a copied file that 1C rewrote with the same bytes is a repeat', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: {path: in, take: copy}}')
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.run()
  const later = new Date('2026-03-06T00:00:00')
  await utimes(join(exchange.root, 'in/import.xml'), later, later)
  const { runs } = await exchange.run()
  assert.deepEqual(
    runs.flatMap(({ answers }) => answers.map(({ verdict }) => verdict)),
    ['repeat'],
  )
})

test('a folder that is gone is an error of its own, told in status.txt, and the other folders are worked all the same', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: [in, share]}')
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  const report = await exchange.run()
  assert.equal(report.gone, 1)
  assert.equal(report.exit, 4)
  assert.ok(report.codes.includes('folder.gone'))
  assert.deepEqual(
    report.runs[0]!.answers.map(({ verdict }) => verdict),
    ['done'],
  )
  const status = await exchange.text('out/status.txt')
  assert.match(status, /^failure\r\n/)
  assert.match(status, /text=Недоступно папок обмена: 1/)
})

test('a folder without its sentinel is gone, not empty: nothing is taken from it until the share is back', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: {path: in, sentinel: .obmen24-here}}')
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  const away = await exchange.run()
  assert.deepEqual([away.gone, away.exit, away.runs.length], [1, 4, 0])
  assert.ok(away.codes.includes('folder.sentinel-missing'))
  await exchange.put({ 'in/.obmen24-here': '' })
  const back = await exchange.run()
  assert.deepEqual([back.gone, back.exit, back.runs.length], [0, 0, 1])
  assert.deepEqual(await exchange.names('in'), ['.obmen24-here'])
})

test('nothing is taken before the marker of the folder appears; it goes with the files', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: {path: in, marker: ready.txt}}')
  await exchange.put({ 'in/import.xml': catalogue(['Болт']), 'in/offers.xml': catalogue(['Гайка']) })
  const early = await exchange.run()
  assert.deepEqual([early.runs.length, early.waiting], [0, 2])
  assert.match(await exchange.text('out/status.txt'), /waiting=2\r\n.*text=Новых файлов нет, ожидается: 2/s)
  await exchange.put({ 'in/ready.txt': '' })
  const { runs } = await exchange.run()
  assert.equal(runs[0]!.answers.length, 2)
  assert.deepEqual(await exchange.names('in'), [], 'the marker must not vouch for the next export')
})

test('with a marker for each file, only the files that have theirs are taken', async (t) => {
  const exchange = await exchangeFolder(t, "folders: {in: {path: in, marker: '{name}.ready'}}")
  await exchange.put({ 'in/a.xml': catalogue(['Болт']), 'in/b.xml': catalogue(['Гайка']), 'in/b.xml.ready': '' })
  const { runs, waiting } = await exchange.run()
  assert.deepEqual([runs[0]!.answers.map(({ input }) => input), waiting], [['b.xml'], 1])
  assert.deepEqual(await exchange.names('in'), ['a.xml'])
})

test('a marker that never comes is told after the patience has run out, and the files stay', async (t) => {
  const exchange = await exchangeFolder(t, 'folders: {in: {path: in, marker: ready.txt}}')
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.run()
  exchange.now = new Date(exchange.now.getTime() + 11 * 60_000)
  const { codes, waiting } = await exchange.run()
  assert.deepEqual([codes, waiting], [['folder.marker-missing'], 1])
})

test('a file that is never finished waits, then lies in failed/ with its reason; it is answered, and blocks nobody', async (t) => {
  const exchange = await exchangeFolder(t)
  const whole = catalogue(['Болт', 'Гайка'])
  const cut = whole.slice(0, whole.length - 40)
  await exchange.put({ 'in/cut.xml': cut, 'in/empty.xml': '', 'in/whole.xml': whole })
  const first = await exchange.run()
  assert.deepEqual([first.runs[0]!.answers.map(({ input }) => input), first.waiting], [['whole.xml'], 2])
  exchange.now = new Date(exchange.now.getTime() + 5 * 60_000)
  assert.equal((await exchange.run()).waiting, 2, 'half of the patience is not all of it')
  exchange.now = new Date(exchange.now.getTime() + 6 * 60_000)
  const last = await exchange.run()
  assert.deepEqual([last.waiting, last.exit], [0, 3])
  assert.deepEqual(await exchange.names('failed'), [
    '000002 cut.xml',
    '000002 cut.xml.reason.txt',
    '000003 empty.xml',
    '000003 empty.xml.reason.txt',
  ])
  assert.equal(await exchange.text('failed/000002 cut.xml'), cut)
  for (const name of ['cut.xml', 'empty.xml']) {
    const { head } = readCsvAnswer(await exchange.text(`out/${name}.result.csv`))
    assert.equal(head['Итог'], 'отказ')
    assert.notEqual(head['ТекстОшибки'], '')
  }
})

test('a file that grows between two looks is left for later', async (t) => {
  const exchange = await exchangeFolder(t, 'readiness: {giveUp: 10m}', { settle: 400 })
  const whole = catalogue(['Болт'])
  await exchange.put({ 'in/import.xml': whole })
  const running = exchange.run()
  let writing = true
  const writer = (async () => {
    for (let size = 0; writing; size++) {
      await exchange.put({ 'in/import.xml': `${whole}${' '.repeat(size)}` })
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
  })()
  const { runs, waiting } = await running
  writing = false
  await writer
  assert.deepEqual([runs.length, waiting], [0, 1])
  assert.equal((await exchange.run()).runs.length, 1, 'and taken when it stands still')
})

test('one run by schedule takes a table whose last line has no end: it looks long enough', async (t) => {
  const exchange = await exchangeFolder(t, '', { settle: 60 })
  await exchange.put({ 'in/kontragenty.csv': counterparties(['1;Ромашка ООО;;7701000019']).trimEnd() })
  const { runs, waiting } = await exchange.run()
  assert.deepEqual([runs.length, waiting], [1, 0])
})

test('a folder that comes back later brings what waited in it', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await rename(join(exchange.root, 'in'), join(exchange.root, 'away'))
  assert.equal((await exchange.run()).exit, 4)
  await rename(join(exchange.root, 'away'), join(exchange.root, 'in'))
  assert.equal((await exchange.run()).runs.length, 1)
  await rm(join(exchange.root, 'in'), { recursive: true })
  assert.equal((await exchange.run()).gone, 1)
})
