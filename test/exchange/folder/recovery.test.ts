import assert from 'node:assert/strict'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { processRun } from '../../../src/exchange/folder/process-run.ts'
import { runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import { takeInputs } from '../../../src/exchange/folder/take-inputs.ts'
import { claimFile } from '../../../src/folder/claim.ts'
import type { Ledger } from '../../../src/ledger/ledger.ts'
import { filesIn, inputFolder } from '../../folder/temp-folder.ts'
import { catalogue, exchangeFolder, idOf, type TestExchange } from './exchange-folder.ts'
import { readCsvAnswer } from './read-answer.ts'

// Each test leaves the folder as a process does that was killed between two steps; the next run is an ordinary one.

test('killed after a file was claimed and before it had a number: the next run numbers it and works it off', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.withHome(async ({ folders }) => {
    const [file] = await filesIn(inputFolder(folders.inputs[0]!.path))
    assert.equal((await claimFile(file!, folders.work, { take: 'move' })).kind, 'claimed')
  })
  await exchange.run()
  await assertDoneOnce(exchange, 1)
})

test('killed after the files had their numbers: they are worked off by the next run', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.withHome((home) => takeInputs(home, true))
  await exchange.run()
  await assertDoneOnce(exchange, 1)
})

test('killed when the bytes were moved to the archive and the ledger did not know: the file is found there', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.withHome(async (home) => {
    await takeInputs(home, true)
    const [message] = await home.ledger.takenMessages()
    await home.ledger.setKeptAt(message!.number, join(home.folders.work, 'as it was before the move'))
  })
  await exchange.run()
  await assertDoneOnce(exchange, 1)
})

test('killed in the middle of a run: the same run is done again under its number, before anything new is taken', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.withHome(async (home) => {
    await takeInputs(home, true)
    await home.ledger.beginRun('2026-03-05T09:00:00+03:00', [1])
  })
  await exchange.put({ 'in/import.xml': catalogue(['Гайка']) })
  const { runs } = await exchange.run()
  assert.deepEqual(
    runs.map(({ run, answers }) => [run, answers.map(({ message }) => message)]),
    [
      [1, [1]],
      [2, [2]],
    ],
  )
  assert.deepEqual(await exchange.names('import').then((names) => names.filter((name) => name.endsWith('.csv'))), [
    '2026-03-05 000001/3-products.csv',
    '2026-03-05 000002/3-products.csv',
  ])
})

test('killed after the import folder and the answers were in place: doing the run again gives the same bytes', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']), 'in/bad.xml': '<a><b></a>' })
  let before: Readonly<Record<string, Buffer>> = {}
  const lost = new Error('the process is killed here')
  await exchange.withHome(async (home) => {
    await takeInputs(home, true)
    const run = await home.ledger.beginRun('2026-03-05T09:05:07+03:00', [1, 2])
    const dying = { ...home, ledger: diesBefore(home.ledger, 'finishRun', lost) }
    await assert.rejects(processRun(dying, run, { incomplete: new Map() }), lost)
    before = { ...(await exchange.files('import')), ...(await exchange.files('out')), ...(await exchange.files('failed')) }
  })
  const { runs, exit } = await exchange.run()
  assert.deepEqual([runs.map(({ run }) => run), exit], [[1], 3])
  const { 'status.txt': _, ...after } = {
    ...(await exchange.files('import')),
    ...(await exchange.files('out')),
    ...(await exchange.files('failed')),
  }
  assert.deepEqual(after, before)
  assert.deepEqual((await exchange.names('failed')).length, 2)
})

test('the message of an archived file that somebody took away is answered as refused, and the queue goes on', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.withHome((home) => takeInputs(home, true))
  await rm(join(exchange.root, 'archive'), { recursive: true })
  await exchange.put({ 'in/offers.xml': catalogue(['Гайка']) })
  const { runs } = await exchange.run()
  assert.deepEqual(
    runs.flatMap(({ answers }) => answers.map(({ input, verdict }) => `${input} ${verdict}`)),
    ['import.xml refused', 'offers.xml done'],
  )
})

test("an import folder of that name that is somebody's own stays as it is: the set stands beside it, once", async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'import/2026-03-05 000001/мои заметки.txt': 'загружено', 'in/import.xml': catalogue(['Болт']) })
  const { runs, exit } = await exchange.run()
  assert.equal(exit, 0)
  assert.equal(runs[0]!.importFolder, join(exchange.root, 'import/2026-03-05 000001 (2)'))
  assert.equal(await exchange.text('import/2026-03-05 000001/мои заметки.txt'), 'загружено')
  assert.match(await exchange.text('import/2026-03-05 000001 (2)/3-products.csv'), /Болт/)
})

test('a memory begun anew on the same day makes its sets beside those of the old one', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.run()
  await rm(join(exchange.root, '.obmen24'), { recursive: true })
  await exchange.put({ 'in/import.xml': catalogue(['Гайка']) })
  await exchange.run()
  const folders = ['import/2026-03-05 000001', 'import/2026-03-05 000001 (2)']
  const texts = await Promise.all(folders.map((folder) => exchange.text(`${folder}/3-products.csv`)))
  assert.deepEqual(
    texts.map((text) => /Болт|Гайка/.exec(text)?.[0]),
    ['Болт', 'Гайка'],
  )
  assert.deepEqual(await exchange.names('archive'), ['2026-03-05/000001 import (2).xml', '2026-03-05/000001 import.xml'])
})

test('a set that cannot be put into its place is no set: nothing is remembered, and the next run does it again', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.withHome(async (home) => {
    await takeInputs(home, true)
    const run = await home.ledger.beginRun('2026-03-05T09:05:07+03:00', [1])
    // The name of the set begins with the day of the run: this one leads into a folder that is not there.
    const done = await processRun(home, { ...run, startedAt: 'no/such/folder' }, { incomplete: new Map() })
    assert.deepEqual(
      [done.answers, done.importFolder, done.problems.map(({ code }) => code)],
      [[], null, ['folder.write-failed']],
    )
    assert.equal((await home.ledger.known('product', [idOf('Болт')])).size, 0)
    assert.equal((await home.ledger.openRun())?.number, 1)
  })
  assert.deepEqual(await exchange.names('import'), [])
  await exchange.run()
  await assertDoneOnce(exchange, 1)
})

test('an answer left beside its place by a killed process is put there by the next start', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.run()
  const answer = join(exchange.root, 'out/import.xml.result.csv')
  await rename(answer, join(exchange.root, 'out/.~obmen24-new-import.xml.result.csv'))
  await exchange.put({ 'out/.~obmen24-tmp-1': 'half', 'import/.~obmen24-tmp-2/1-companies.csv': 'half' })
  await exchange.run()
  assert.deepEqual(await exchange.names('out'), ['import.xml.result.csv', 'status.txt'])
  assert.equal(
    (await exchange.names('import')).some((name) => name.startsWith('.~')),
    false,
  )
})

test('a round with nothing to do changes nothing but the heartbeat', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  await exchange.run()
  const before = await exchange.files('.')
  exchange.now = new Date(exchange.now.getTime() + 60_000)
  await exchange.withHome((home) => runExchange(home, { patient: true }))
  const after = await exchange.files('.')
  const changed = Object.keys({ ...before, ...after }).filter(
    (name) => before[name]?.equals(after[name] ?? Buffer.from('')) !== true,
  )
  assert.deepEqual(
    changed.filter((name) => !name.startsWith('.obmen24/')),
    ['out/status.txt'],
  )
})

function diesBefore(ledger: Ledger, call: keyof Ledger, death: Error): Ledger {
  return new Proxy(ledger, {
    get(target, name) {
      if (name === call) return () => Promise.reject(death)
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

async function assertDoneOnce(exchange: TestExchange, message: number): Promise<void> {
  assert.deepEqual(await exchange.names('in'), [])
  assert.deepEqual(await exchange.names('archive'), ['2026-03-05/000001 import.xml'])
  assert.deepEqual(await exchange.names('.obmen24/work'), [])
  const { head, lines } = readCsvAnswer(await exchange.text('out/import.xml.result.csv'))
  assert.deepEqual([head['Сообщение'], head['Итог'], lines.length], [String(message), 'выполнен', 1])
  const made = (await exchange.names('import')).filter((name) => name.endsWith('.csv'))
  assert.deepEqual(made, ['2026-03-05 000001/3-products.csv'])
}
