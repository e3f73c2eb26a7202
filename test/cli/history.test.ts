import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { history } from '../../src/cli/history.ts'
import { show } from '../../src/cli/show.ts'
import { acquireLock } from '../../src/folder/lock.ts'
import { openSqliteLedger } from '../../src/ledger/sqlite-ledger.ts'
import { newMessage } from '../ledger/temp-ledger.ts'
import { inProcess } from './command-context.ts'
import { exchangeFolder } from './obmen24.ts'

const id = '0b7e5a10-0000-4000-8000-000000000001'

/** A folder whose ledger remembers one run that linked one company, and another that is being worked on. */
async function rememberingFolder(t: TestContext): Promise<string> {
  const folder = await exchangeFolder(t, 'target: portal\n')
  await writeFile(join(folder, 'webhook.txt'), 'https://romashka.example.ru/rest/1/k3y0ft3st/\n')
  await mkdir(join(folder, '.obmen24'))
  const ledger = openSqliteLedger(join(folder, '.obmen24', 'ledger.sqlite'))
  const { number } = await ledger.addMessage(newMessage({ name: 'contragents.xml' }))
  const { number: run } = await ledger.beginRun('2026-03-05T09:05:07+03:00', [number])
  await ledger.links.put([
    {
      entity: 'company',
      key: id,
      portalId: 51,
      told: '',
      hash: 'h',
      generated: '',
      message: number,
      run,
      at: '2026-03-05T09:05:09+03:00',
    },
  ])
  const create = {
    kind: 'create',
    entity: 'company',
    originatorId: '1C',
    originId: id,
    fields: { title: 'Сова' },
    points: [],
    companyIds: [],
  }
  const operation = { run, card: 1, entity: 'company', key: id, portalId: null, change: JSON.stringify(create), sentAt: 0 }
  const [sent] = await ledger.operations.sending([operation])
  await ledger.operations.settle([{ number: sent!, state: 'done', portalId: 51, result: null }])
  await ledger.answered(number, 'done', { counts: { created: 1 }, rows: 1, problem: null })
  await ledger.finishRun(run, '2026-03-05T09:05:10+03:00', { files: 1, rows: 1, created: 1 })
  await ledger.beginRun('2026-03-05T10:00:00+03:00', [])
  await ledger.close()
  return folder
}

test('history tells every run, the newest first, while another process works in the folder', async (t) => {
  const folder = await rememberingFolder(t)
  const lock = await acquireLock(join(folder, '.obmen24'), { command: 'watch' })
  assert.equal(lock.kind, 'held')
  t.after(() => lock.kind === 'held' && lock.release())
  const screen = inProcess(folder)
  assert.equal(await history(screen.context, { number: undefined, dir: undefined, limit: 20 }), 0)
  assert.match(
    screen.out(),
    /2 {2}2026-03-05 10:00:00 {2}1С → Битрикс24 {2}идёт сейчас\n1 {2}2026-03-05 09:05:07 .*успешно +создано: 1/,
  )
})

test('a run that nobody is working on was cut short, whoever looks into the folder meanwhile', async (t) => {
  const folder = await rememberingFolder(t)
  for (const command of ['', 'plan']) {
    const lock = command === '' ? null : await acquireLock(join(folder, '.obmen24'), { command })
    const screen = inProcess(folder)
    await history(screen.context, { number: undefined, dir: undefined, limit: 20 })
    assert.match(screen.out(), /2 .* не закончен +прерван при обработке файлов, следующий запуск продолжит\n/, command)
    if (lock?.kind === 'held') lock.release()
  }
})

test('one run is told with its file, its rows and its operations', async (t) => {
  const folder = await rememberingFolder(t)
  const screen = inProcess(folder)
  assert.equal(await history(screen.context, { number: 1, dir: folder, limit: 20 }), 0)
  assert.match(screen.out(), /Операции на портале: +выполнено: 1/)
  assert.match(screen.out(), /1 {2}contragents\.xml {2}принят {2}создано: 1/)
  const json = inProcess(folder, { json: true })
  await history(json.context, { number: 1, dir: folder, limit: 20 })
  const told = JSON.parse(json.out())
  assert.deepEqual([told.end, told.files[0].rows, told.operations], ['done', 1, { done: 1 }])
})

test('a run that there is not is told with where the numbers are', async (t) => {
  const folder = await rememberingFolder(t)
  const screen = inProcess(folder)
  assert.equal(await history(screen.context, { number: 9, dir: folder, limit: 20 }), 2)
  assert.match(screen.err(), /obmen24 history.*\[plan\.no-such-run\]/s)
})

test('a folder in which nothing has run yet has no history, and gets no database by being asked', async (t) => {
  const folder = await exchangeFolder(t)
  const screen = inProcess(folder)
  assert.equal(await history(screen.context, { number: undefined, dir: folder, limit: 20 }), 0)
  assert.equal(screen.out(), 'Запусков ещё не было.\n')
  assert.equal(await show(inProcess(folder).context, { id, dir: folder }), 2)
  await assert.rejects(mkdir(join(folder, '.obmen24', 'x')), 'the state folder was not made')
})

test('a 1C id is shown with its card, its message and what was sent, and no secret', async (t) => {
  const folder = await rememberingFolder(t)
  const screen = inProcess(folder)
  assert.equal(await show(screen.context, { id: ` ${id} `, dir: folder }), 0)
  assert.match(screen.out(), /компания № 51.*\n {2}https:\/\/romashka\.example\.ru\/crm\/company\/details\/51\//)
  assert.match(screen.out(), /создание карточки: выполнено/)
  assert.doesNotMatch(screen.out(), /k3y0ft3st/)
  const json = inProcess(folder, { json: true })
  await show(json.context, { id, dir: folder })
  assert.equal(JSON.parse(json.out()).links[0].portalId, 51)
})
