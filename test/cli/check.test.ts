import assert from 'node:assert/strict'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { exchangeFolder, objects, obmen24, tempFolder } from './obmen24.ts'

test('a good folder is told line by line, and no trial file stays in it', async (context) => {
  const folder = await exchangeFolder(context, 'exchanges:\n  - {name: Клиенты, preset: counterparties}\n')
  const { exitCode, stdout, stderr } = await obmen24(['check', folder])
  assert.equal(exitCode, 0, stderr)
  assert.equal(stderr, '')
  for (const name of ['in', 'out', 'import', 'archive', 'failed', '.obmen24'])
    assert.ok(stdout.includes(join(folder, name)), name)
  assert.equal(stdout.match(/✓/g)?.length, 6)
  assert.match(stdout, /Обмены: Клиенты\./)
  assert.deepEqual(await readdir(join(folder, 'in')), [])
})

test('the folder may be named by its settings file, or be the one we are in', async (context) => {
  const folder = await exchangeFolder(context)
  assert.equal((await obmen24(['check', join(folder, 'obmen24.yaml')])).exitCode, 0)
  assert.equal((await obmen24(['check'], { cwd: folder })).exitCode, 0)
})

test('an input folder that is not there is exit code 4, with what to do', async (context) => {
  const folder = await exchangeFolder(context)
  await rm(join(folder, 'in'), { recursive: true })
  const { exitCode, stdout, stderr } = await obmen24(['check', folder])
  assert.equal(exitCode, 4)
  assert.match(stdout, /✗ +входящие/)
  assert.match(stderr, /→ Проверьте путь в настройках.*\[folder\.gone\]/)
  const json = await obmen24(['check', folder, '--json'])
  assert.equal(json.exitCode, 4)
  const [told] = objects(json.stdout)
  assert.equal(told.ok, false)
  assert.equal(told.problems[0].code, 'folder.gone')
})

test('a folder without settings is told how to get them', async (context) => {
  const folder = await tempFolder(context)
  const { exitCode, stderr } = await obmen24(['check'], { cwd: folder })
  assert.equal(exitCode, 2)
  assert.match(stderr, /obmen24 init/)
})

test('a wrong key is told with line, column and the key that was meant', async (context) => {
  const folder = await exchangeFolder(context)
  await writeFile(join(folder, 'obmen24.yaml'), '# моё\nlangauge: ru\nfolders:\n  inn: here\n')
  for (const command of ['check', 'run', 'watch']) {
    const { exitCode, stderr } = await obmen24([command, folder])
    assert.equal(exitCode, 2)
    assert.match(stderr, /obmen24\.yaml, строка 2, столбец 1.*«language»/)
    assert.match(stderr, /строка 4, столбец 3/)
  }
  const english = await obmen24(['check', folder, '--language', 'en'])
  assert.match(english.stderr, /obmen24\.yaml, line 2, column 1/)
  const json = await obmen24(['check', folder, '--json'])
  assert.equal(json.exitCode, 2)
  assert.equal(json.stderr, '')
  const [{ error }] = objects(json.stdout)
  assert.equal(error.code, 'settings')
  assert.deepEqual(
    error.problems.map(({ code, line }: { code: string; line: number }) => [code, line]),
    [
      ['settings.unknown-key', 2],
      ['settings.unknown-key', 4],
    ],
  )
})

test('settings that are no YAML are told with the line', async (context) => {
  const folder = await exchangeFolder(context)
  await writeFile(join(folder, 'obmen24.yaml'), 'folders:\n  in: [one\n')
  const { exitCode, stderr } = await obmen24(['check', folder])
  assert.equal(exitCode, 2)
  assert.match(stderr, /строка \d.*\n.*\n.*\[settings\.yaml\]/)
})

test('the settings say the language, the command line overrules them', async (context) => {
  const folder = await exchangeFolder(context, 'language: en\n')
  assert.match((await obmen24(['check', folder])).stdout, /All is well/)
  assert.match((await obmen24(['check', folder, '--language', 'ru'])).stdout, /Всё в порядке/)
})
