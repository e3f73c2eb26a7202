import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import { type StatusFacts, writeStatus } from '../../../src/exchange/folder/status.ts'
import { catalogue, counterparties, exchangeFolder, type TestExchange } from './exchange-folder.ts'

test('status.txt beats also when nothing came, and says so', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.run()
  const first = await status(exchange)
  assert.deepEqual([first['state'], first['run'], first['text']], ['success', '0', 'Новых файлов нет'])
  exchange.now = new Date('2026-03-05T10:00:00')
  await exchange.run()
  assert.deepEqual([first['time'], (await status(exchange))['time']], ['2026-03-05T09:05:07', '2026-03-05T10:00:00'])
})

test('the number of the last run and of the last message stay through a round that found nothing', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/a.xml': catalogue(['Болт']), 'in/b.xml': catalogue(['Гайка']) })
  await exchange.run()
  await exchange.run()
  const { run, message, total } = await status(exchange)
  assert.deepEqual([run, message, total], ['1', '2', '0'])
})

test('success means that every file was used; a refused one makes it a failure with the number of both', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/a.xml': catalogue(['Болт']) })
  await exchange.run()
  assert.deepEqual(pick(await status(exchange)), ['success', '1', '0', 'Обработано файлов: 1'])
  await exchange.put({ 'in/a.xml': catalogue(['Гайка']), 'in/b.xml': '<a><b></a>' })
  await exchange.run()
  assert.deepEqual(pick(await status(exchange)), [
    'failure',
    '1',
    '1',
    'Обработано файлов: 1, не принято: 1, причины в папке failed',
  ])
})

test('rows with errors are counted in words, the files they came in are done', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/kontragenty.csv': counterparties(['1;Ромашка ООО;;7701000019', '2;;;', '3;;;']) })
  await exchange.run()
  assert.deepEqual(pick(await status(exchange)), ['success', '1', '0', 'Обработано файлов: 1, строк с ошибкой: 2'])
})

test('while a run goes on, the state is progress', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'in/a.xml': catalogue(['Болт']) })
  const seen: string[] = []
  const path = join(exchange.root, 'out/status.txt')
  await exchange.withHome((home) => runExchange(home, { patient: true, progress: () => seen.push(readFileSync(path, 'utf8')) }))
  assert.match(seen[0]!, /^progress\r\n/)
  assert.match(seen[0]!, /total=1\r\n[\s\S]*text=Идёт обмен, файлов: 1\r\n$/)
  assert.match(await exchange.text('out/status.txt'), /^success\r\n/)
})

test('every sentence is said in both languages, in one line without a semicolon', async (t) => {
  const cases: readonly StatusFacts[] = [
    facts({ state: 'progress', total: 3 }),
    facts({ gone: 2 }),
    facts({ interrupted: true }),
    facts({ interrupted: true, stopped: true }),
    facts({ total: 0 }),
    facts({ total: 0, waiting: 2 }),
    facts({ done: 2, failed: 1, total: 3, waiting: 4, refusedRows: 5 }),
  ]
  for (const language of ['ru', 'en'] as const) {
    const exchange = await exchangeFolder(t, `language: ${language}`)
    const texts: string[] = []
    for (const given of cases) {
      await exchange.withHome((home) => writeStatus(home, given))
      texts.push((await status(exchange))['text']!)
    }
    assert.equal(new Set(texts).size, cases.length)
    for (const text of texts) assert.match(text, language === 'ru' ? /^[А-Яа-яё\d ,:]+(failed)?[А-Яа-яё\d ,:]*$/ : /^[\w ,:]+$/)
  }
})

test('a status that cannot be written stops nothing', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.put({ 'out/status.txt/x': '', 'in/a.xml': catalogue(['Болт']) })
  assert.equal((await exchange.run()).exit, 0)
})

test('the status file appears whole: a reader that looks at every change never finds it short', async (t) => {
  const exchange = await exchangeFolder(t)
  await exchange.run()
  const stop = new AbortController()
  const broken: string[] = []
  const watching = (async () => {
    try {
      for await (const { filename } of watch(join(exchange.root, 'out'), { signal: stop.signal })) {
        if (filename !== 'status.txt') continue
        const text = await exchange.text('out/status.txt').catch(() => null)
        if (text === null || !/^(success|progress|failure)\r\n[\s\S]*text=.+\r\n$/.test(text)) broken.push(String(text))
      }
    } catch (error) {
      if (!stop.signal.aborted) throw error
    }
  })()
  for (const name of ['Болт', 'Гайка', 'Шайба', 'Винт']) {
    await exchange.put({ 'in/a.xml': catalogue([name]) })
    await exchange.run()
  }
  stop.abort()
  await watching
  assert.deepEqual(broken, [])
})

async function status(exchange: TestExchange): Promise<Readonly<Record<string, string>>> {
  const [state = '', ...lines] = (await exchange.text('out/status.txt')).trimEnd().split('\r\n')
  return { state, ...Object.fromEntries(lines.map((line) => line.split('='))) }
}

function pick(found: Readonly<Record<string, string>>): readonly (string | undefined)[] {
  return [found['state'], found['done'], found['failed'], found['text']]
}

function facts(given: Partial<StatusFacts>): StatusFacts {
  return { state: 'success', run: 1, done: 0, failed: 0, waiting: 0, total: 1, lastMessage: 1, ...given }
}
