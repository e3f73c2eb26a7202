import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { counterpartiesCsv, counterpartiesXml, exchangeFolder, objects, obmen24, start } from './obmen24.ts'
import { until } from './until.ts'

// No coverage of processes that are killed: half a report would spoil that of the whole test run.
const killed = { NODE_V8_COVERAGE: '' }

test('what lies ready is worked off: answer, import files, archive; a second run has nothing to do', async (context) => {
  const folder = await exchangeFolder(context)
  await writeFile(join(folder, 'in', 'Контрагенты за март.csv'), counterpartiesCsv())
  const first = await obmen24(['run', folder])
  assert.equal(first.exitCode, 0, first.stderr)
  assert.match(first.stdout, /Контрагенты за март\.csv +принят +подготовлено: 2/)
  assert.match(first.stdout, /Файлы для импорта в Битрикс24: .+/)
  assert.match(await readFile(join(folder, 'out', 'Контрагенты за март.csv.result.csv'), 'utf8'), /#Итог;выполнен/)
  assert.match(await readFile(join(folder, 'out', 'status.txt'), 'utf8'), /^success\r\n/)
  assert.deepEqual(await readdir(join(folder, 'in')), [])
  const sets = await readdir(join(folder, 'import'))
  assert.equal(sets.length, 1)
  assert.ok((await readdir(join(folder, 'import', sets[0]!))).includes('КАК-ЗАГРУЗИТЬ.html'))
  const second = await obmen24(['run', folder])
  assert.equal(second.exitCode, 0)
  assert.equal(second.stdout, 'Новых файлов нет.')
})

test('a file that came before is answered as a repeat', async (context) => {
  const folder = await exchangeFolder(context)
  for (const round of [1, 2]) {
    await writeFile(join(folder, 'in', 'a.csv'), counterpartiesCsv())
    const { exitCode, stdout } = await obmen24(['run', folder, '--language', 'en'])
    assert.equal(exitCode, 0)
    assert.match(stdout, round === 1 ? /a\.csv +taken +prepared: 2/ : /a\.csv +already taken +the same data as in message 1/)
  }
})

test('a broken file goes to failed/, the good one beside it is taken, and the exit code is 3', async (context) => {
  const folder = await exchangeFolder(context)
  await writeFile(join(folder, 'in', 'good.xml'), counterpartiesXml)
  await writeFile(join(folder, 'in', 'bad.xml'), counterpartiesXml.replace('</ИНН>', '</КПП>'))
  const { exitCode, stdout, stderr } = await obmen24(['run', folder])
  assert.equal(exitCode, 3, stderr)
  assert.match(stdout, /good\.xml +принят +подготовлено: 1/)
  assert.match(stdout, /bad\.xml +не принят/)
  const failed = await readdir(join(folder, 'failed'))
  assert.ok(failed.some((name) => name.endsWith('bad.xml')))
  assert.ok(failed.some((name) => name.endsWith('.txt')))
})

test('--json prints the round as one object, with files, answers and problems', async (context) => {
  const folder = await exchangeFolder(context)
  await writeFile(join(folder, 'in', 'a.csv'), counterpartiesCsv())
  const { exitCode, stdout, stderr } = await obmen24(['run', folder, '--json'])
  assert.equal(exitCode, 0)
  assert.equal(stderr, '')
  const [round, ...rest] = objects(stdout)
  assert.deepEqual(rest, [])
  assert.equal(round.runs.length, 1)
  assert.equal(round.runs[0].answers[0].input, 'a.csv')
  assert.equal(round.runs[0].answers[0].counts.prepared, 2)
  assert.deepEqual(
    round.runs[0].files.map(({ name, cards }: { name: string; cards: number }) => [name, cards]),
    [['1-companies.csv', 2]],
  )
  assert.equal(objects((await obmen24(['run', folder, '--json'])).stdout)[0].runs.length, 0)
})

test('--quiet is silent where all is well, and tells what is not', async (context) => {
  const folder = await exchangeFolder(context)
  await writeFile(join(folder, 'in', 'a.csv'), counterpartiesCsv())
  const good = await obmen24(['run', folder, '--quiet'])
  assert.equal(good.stdout + good.stderr, '')
  await rm(join(folder, 'in'), { recursive: true })
  const gone = await obmen24(['run', folder, '--quiet'])
  assert.equal(gone.exitCode, 4)
  assert.equal(gone.stdout, '')
  assert.match(gone.stderr, /folder\.gone/)
})

test('output that goes to a file has no colours and no progress in it', async (context) => {
  const folder = await exchangeFolder(context)
  await writeFile(join(folder, 'in', 'a.csv'), counterpartiesCsv())
  const { stdout, stderr } = await obmen24(['run', folder])
  assert.doesNotMatch(stdout + stderr, /[\u001b\r]/)
})

test('a second instance ends with 6 and says who works here, and the lock goes with its process', async (context) => {
  const folder = await exchangeFolder(context)
  const first = start(['watch', folder], { env: killed })
  await until(() => readFile(join(folder, '.obmen24', 'lock.json'), 'utf8'))
  const second = await obmen24(['run', folder])
  assert.equal(second.exitCode, 6)
  assert.match(second.stderr, new RegExp(`процесс ${first.pid} .*«watch».*\\n.*\\n.*\\[folder\\.lock-busy\\]`))
  const json = await obmen24(['watch', folder, '--json'])
  assert.equal(json.exitCode, 6)
  assert.equal(objects(json.stdout)[0].error.code, 'folder.lock-busy')
  first.kill('SIGKILL')
  await first
  const after = await obmen24(['run', folder])
  assert.equal(after.exitCode, 0, after.stderr)
})

test('a run that was killed is done again by the next one: every row is answered once', async (context) => {
  const folder = await exchangeFolder(context)
  const rows = Array.from({ length: 20_000 }, (_, at) => `${at + 1};ООО "Завод № ${at + 1}";;`)
  await writeFile(join(folder, 'in', 'big.csv'), counterpartiesCsv(rows))
  const cutShort = start(['run', folder], { env: killed })
  // The file is in the archive and no answer is there yet: the middle of the work.
  await until(async () => assert.equal((await readdir(join(folder, 'archive'))).length, 1))
  cutShort.kill('SIGKILL')
  assert.equal((await cutShort).signal, 'SIGKILL')
  const { exitCode, stdout, stderr } = await obmen24(['run', folder])
  assert.equal(exitCode, 0, stderr)
  assert.match(stdout, /big\.csv +принят +подготовлено: 20000/)
  const answer = await readFile(join(folder, 'out', 'big.csv.result.csv'), 'utf8')
  assert.match(answer, /#Строк;20000\r?\n/)
  assert.equal(answer.match(/^контрагент;/gm)?.length, 20_000)
  assert.equal((await readdir(join(folder, 'import'))).length, 1)
})

test('a ledger that another program holds is a passing obstacle: exit code 5', async (context) => {
  const folder = await exchangeFolder(context)
  assert.equal((await obmen24(['run', folder])).exitCode, 0)
  const holder = new DatabaseSync(join(folder, '.obmen24', 'ledger.sqlite'))
  holder.exec('BEGIN EXCLUSIVE')
  await writeFile(join(folder, 'in', 'a.csv'), counterpartiesCsv())
  const { exitCode, stderr } = await obmen24(['run', folder])
  assert.equal(exitCode, 5)
  assert.match(stderr, /^Временная помеха: .*\nЗапустите команду ещё раз/)
  assert.equal(objects((await obmen24(['run', folder, '--json'])).stdout)[0].error.code, 'temporary')
  holder.close()
  const after = await obmen24(['run', folder])
  assert.equal(after.exitCode, 0, after.stderr)
  assert.match(after.stdout, /a\.csv +принят/)
})

test('a damaged ledger is told with the way out: exit code 4', async (context) => {
  const folder = await exchangeFolder(context)
  await mkdir(join(folder, '.obmen24'))
  await writeFile(join(folder, '.obmen24', 'ledger.sqlite'), 'no database at all'.repeat(100))
  const { exitCode, stderr } = await obmen24(['run', folder])
  assert.equal(exitCode, 4)
  assert.match(stderr, /повреждена.*\nВерните ledger\.sqlite из резервной копии/)
})

test('a state folder that cannot be made is exit code 4', async (context) => {
  const folder = await exchangeFolder(context, 'folders: {state: occupied/state}\n')
  await writeFile(join(folder, 'occupied'), 'a file where a folder should be')
  const { exitCode, stderr } = await obmen24(['run', folder])
  assert.equal(exitCode, 4)
  assert.match(stderr, /folder\.lock-unavailable/)
})

test('the log of the day tells what was answered, without secrets', async (context) => {
  const folder = await exchangeFolder(context)
  await writeFile(join(folder, 'in', 'https_rest_1_abcdef.csv'), counterpartiesCsv(['1;password=hunter2;;']))
  assert.equal((await obmen24(['run', folder])).exitCode, 0)
  const logs = await readdir(join(folder, '.obmen24', 'logs'))
  assert.match(logs.join(), /^\d{4}-\d\d-\d\d\.log$/)
  const log = await readFile(join(folder, '.obmen24', 'logs', logs[0]!), 'utf8')
  assert.match(log, /"verdict":"done"/)
  assert.doesNotMatch(log, /hunter2/)
})

test('old answers and logs are removed when their time is over', async (context) => {
  const folder = await exchangeFolder(context, 'answer: {keep: 1d}\nlogs: {keep: 1d}\n')
  const old = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000)
  for (const name of ['out/old.csv.result.csv', 'out/mine.txt', '.obmen24/logs/2020-01-01.log']) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), 'x')
    await utimes(join(folder, name), old, old)
  }
  assert.equal((await obmen24(['run', folder])).exitCode, 0)
  assert.deepEqual((await readdir(join(folder, 'out'))).sort(), ['mine.txt', 'status.txt'])
  assert.ok(!(await readdir(join(folder, '.obmen24', 'logs'))).includes('2020-01-01.log'))
})
