import assert from 'node:assert/strict'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { counterpartiesCsv, counterpartiesXml, exchangeFolder, objects, start } from './obmen24.ts'
import { until } from './until.ts'

test('a file dropped while watching is worked off, and Ctrl-C ends with 0', async (context) => {
  const folder = await exchangeFolder(context)
  const watching = start(['watch', folder])
  await until(() => readFile(join(folder, '.obmen24', 'lock.json')))
  await writeFile(join(folder, 'in', 'Контрагенты.csv'), counterpartiesCsv())
  await until(() => readFile(join(folder, 'out', 'Контрагенты.csv.result.csv')))
  await writeFile(join(folder, 'in', 'second.part'), counterpartiesXml)
  await rename(join(folder, 'in', 'second.part'), join(folder, 'in', 'second.xml'))
  await until(() => readFile(join(folder, 'out', 'second.xml.result.csv')))
  watching.kill('SIGINT')
  const { exitCode, stdout, stderr } = await watching
  assert.equal(exitCode, 0, stderr)
  assert.match(stdout, /^Слежу за папкой .*; остановить — Ctrl-C$/m)
  assert.match(stdout, /Контрагенты\.csv +принят/)
  assert.match(stdout, /second\.xml +принят/)
  assert.match(stdout, /Остановлено, начатое закончено\.$/)
})

test('what has begun is finished before Ctrl-C ends the watch', async (context) => {
  const folder = await exchangeFolder(context)
  const rows = Array.from({ length: 20_000 }, (_, at) => `${at + 1};ООО "Завод № ${at + 1}";;`)
  await writeFile(join(folder, 'in', 'big.csv'), counterpartiesCsv(rows))
  const watching = start(['watch', folder])
  await until(async () => assert.equal((await readdir(join(folder, 'archive'))).length, 1))
  watching.kill('SIGINT')
  const { exitCode, stderr } = await watching
  assert.equal(exitCode, 0, stderr)
  assert.match(await readFile(join(folder, 'out', 'big.csv.result.csv'), 'utf8'), /#Конец;20000/)
})

test('a service manager that sends SIGTERM to the launcher and its child ends it as gently', async (context) => {
  const folder = await exchangeFolder(context)
  const watching = start(['watch', folder])
  await until(() => readFile(join(folder, 'out', 'status.txt')))
  watching.kill('SIGTERM')
  watching.kill('SIGTERM')
  assert.equal((await watching).exitCode, 0)
})

test('a folder that goes away is told once, and worked again when it is back', async (context) => {
  const folder = await exchangeFolder(context)
  const watching = start(['watch', folder, '--language', 'en'])
  await until(() => readFile(join(folder, 'out', 'status.txt')))
  await rename(join(folder, 'in'), join(folder, 'away'))
  await until(async () => assert.match(await readFile(join(folder, 'out', 'status.txt'), 'utf8'), /^failure/))
  await rename(join(folder, 'away'), join(folder, 'in'))
  await until(async () => assert.match(await readFile(join(folder, 'out', 'status.txt'), 'utf8'), /^success/))
  await writeFile(join(folder, 'in', 'a.csv'), counterpartiesCsv())
  await until(() => readFile(join(folder, 'out', 'a.csv.result.csv')))
  watching.kill('SIGINT')
  const { exitCode, stderr } = await watching
  assert.equal(exitCode, 0)
  assert.equal(stderr.match(/folder\.gone/g)?.length, 1)
})

test('--json prints one object for every round that had something to do', async (context) => {
  const folder = await exchangeFolder(context)
  const watching = start(['watch', folder, '--json'])
  await until(() => readFile(join(folder, '.obmen24', 'lock.json')))
  for (const name of ['a.csv', 'b.csv']) {
    await writeFile(join(folder, 'in', name), counterpartiesCsv([`1;Сова ${name};;`]))
    await until(() => readFile(join(folder, 'out', `${name}.result.csv`)))
  }
  watching.kill('SIGINT')
  const { stdout, stderr } = await watching
  assert.equal(stderr, '')
  const rounds = objects(stdout)
  assert.deepEqual(
    rounds.map((round) => round.runs[0].answers[0].input),
    ['a.csv', 'b.csv'],
  )
  await rm(join(folder, 'import'), { recursive: true })
})
