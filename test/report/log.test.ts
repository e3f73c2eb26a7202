import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { problem } from '../../src/problems/problem.ts'
import { openLog } from '../../src/report/log.ts'

async function tempFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'obmen24 log '))
  context.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

async function linesOf(folder: string) {
  const texts = await Promise.all((await readdir(folder)).sort().map((name) => readFile(join(folder, name), 'utf8')))
  return texts.flatMap((text) => text.split('\n').filter((line) => line !== '')).map((line) => JSON.parse(line))
}

const answer = { message: 7, input: 'a.xml', verdict: 'done', rows: 2, counts: { prepared: 2 } }

test('a line for every answer and every problem, with its code and place', async (context) => {
  const folder = join(await tempFolder(context), 'logs')
  const log = openLog(folder, 'info')
  const problems = [problem('file.empty', {}, { file: 'b.xml' })]
  log.report({ runs: [{ run: 3, answers: [answer] }], waiting: 0, gone: 0, problems })
  await log.close()
  const [answered, wrong, ...rest] = await linesOf(folder)
  assert.deepEqual(rest, [])
  assert.deepEqual([answered.run, answered.message, answered.input, answered.verdict], [3, 7, 'a.xml', 'done'])
  assert.deepEqual([wrong.level, wrong.code, wrong.place], [50, 'file.empty', { file: 'b.xml' }])
})

test('secrets of a portal are in no line, wherever they came from', async (context) => {
  const folder = await tempFolder(context)
  const log = openLog(folder, 'debug')
  const address = 'https://portal.example/rest/17/s3cr3tt0k3n/crm.company.add'
  log.failure(new Error(`no answer from ${address}`))
  log.report({ runs: [{ run: 1, answers: [{ ...answer, input: 'password=hunter2.csv' }] }], waiting: 0, gone: 0, problems: [] })
  await log.close()
  const text = JSON.stringify(await linesOf(folder))
  assert.match(text, /portal\.example/)
  assert.doesNotMatch(text, /s3cr3tt0k3n|hunter2/)
})

test('the level decides what is written', async (context) => {
  const folder = await tempFolder(context)
  const log = openLog(folder, 'error')
  log.report({
    runs: [{ run: 1, answers: [answer] }],
    waiting: 0,
    gone: 0,
    problems: [problem('exchange.repeat', { message: 1 })],
  })
  log.report({ runs: [], waiting: 1, gone: 0, problems: [] })
  log.failure('a text that was thrown')
  await log.close()
  assert.deepEqual(
    (await linesOf(folder)).map(({ level }) => level),
    [50],
  )
})

test('a new day begins a new file', async (context) => {
  const folder = await tempFolder(context)
  const yesterday = openLog(folder, 'info', '2020-02-29')
  yesterday.report({ runs: [{ run: 1, answers: [answer] }], waiting: 0, gone: 0, problems: [] })
  const today = yesterday.ofToday()
  assert.notEqual(today, yesterday)
  assert.equal(today.ofToday(), today)
  today.report({ runs: [{ run: 2, answers: [answer] }], waiting: 0, gone: 0, problems: [] })
  await today.close()
  const names = (await readdir(folder)).sort()
  assert.equal(names.length, 2)
  assert.equal(names[0], '2020-02-29.log')
  assert.deepEqual(
    (await linesOf(folder)).map(({ run }) => run),
    [1, 2],
  )
})
