import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { objects, obmen24, tempFolder } from './obmen24.ts'

test('a new exchange folder passes the check at once, whatever its name', async (context) => {
  const cwd = await tempFolder(context)
  const made = await obmen24(['init', 'обмен с 1С'], { cwd })
  assert.equal(made.exitCode, 0, made.stderr)
  assert.match(made.stdout, /obmen24 check "обмен с 1С"/)
  assert.deepEqual((await readdir(join(cwd, 'обмен с 1С'))).sort(), ['in', 'obmen24.schema.json', 'obmen24.yaml', 'out'])
  const checked = await obmen24(['check', 'обмен с 1С'], { cwd })
  assert.equal(checked.exitCode, 0, checked.stderr)
  assert.match(checked.stdout, /Всё в порядке/)
})

test('without a name the present folder becomes the exchange folder, in the language asked for', async (context) => {
  const cwd = await tempFolder(context)
  const { exitCode, stdout } = await obmen24(['init', '--language', 'en'], { cwd })
  assert.equal(exitCode, 0)
  assert.match(stdout, /^ {2}obmen24 check {3}check the settings/m)
  assert.match(await readFile(join(cwd, 'obmen24.yaml'), 'utf8'), /^language: en/m)
})

test('an exchange folder that is there already is left as it is', async (context) => {
  const cwd = await tempFolder(context)
  await mkdir(join(cwd, 'ex'))
  await writeFile(join(cwd, 'ex', 'obmen24.yaml'), 'language: en\n')
  const { exitCode, stderr } = await obmen24(['init', 'ex'], { cwd })
  assert.equal(exitCode, 2)
  assert.match(stderr, /Здесь уже есть папка обмена/)
  assert.equal(await readFile(join(cwd, 'ex', 'obmen24.yaml'), 'utf8'), 'language: en\n')
  const again = await obmen24(['init', 'ex', '--json'], { cwd })
  assert.equal(objects(again.stdout)[0].error.code, 'exists')
  assert.equal(again.stderr, '')
})

test('--json tells where things are, --quiet nothing', async (context) => {
  const cwd = await tempFolder(context)
  const json = await obmen24(['init', 'one', '--json'], { cwd })
  const [told] = objects(json.stdout)
  assert.ok(told.settings.startsWith(told.folder))
  assert.equal(json.stderr, '')
  const quiet = await obmen24(['init', 'two', '--quiet'], { cwd })
  assert.equal(quiet.stdout + quiet.stderr, '')
})
