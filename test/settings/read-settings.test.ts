import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import iconv from 'iconv-lite'
import { readSettings } from '../../src/settings/read-settings.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obmen24-settings-'))
})
after(() => rm(folder, { recursive: true }))

const written = async (bytes: Uint8Array | string) => {
  const path = join(folder, 'obmen24.yaml')
  await writeFile(path, bytes)
  return path
}

const text = 'bitrix24: {responsible: Мария Ларина}\n'

test('UTF-8 is read with and without a BOM', async () => {
  for (const bytes of [text, `\uFEFF${text}`]) {
    const { settings, problems } = await readSettings(await written(bytes))
    assert.equal(settings?.bitrix24.responsible, 'Мария Ларина')
    assert.deepEqual(problems, [])
  }
})

test('windows-1251 and UTF-16 are read with a warning', async () => {
  const files: [string, Uint8Array][] = [
    ['windows-1251', iconv.encode(text, 'win1251')],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true })],
  ]
  for (const [encoding, bytes] of files) {
    const { settings, problems } = await readSettings(await written(bytes))
    assert.equal(settings?.bitrix24.responsible, 'Мария Ларина')
    assert.deepEqual(problems, [{ code: 'settings.encoding', args: { encoding }, place: { file: 'obmen24.yaml' } }])
  }
})

test('problems name the file', async () => {
  const { settings, problems } = await readSettings(await written('langage: ru'))
  assert.equal(settings, null)
  assert.deepEqual(problems[0]?.place, { file: 'obmen24.yaml', line: 1, column: 1, setting: 'langage' })
})

test('the language of the messages can be asked for', async () => {
  const { problems } = await readSettings(await written('langage: ru'), 'en')
  assert.match(String(problems[0]?.args['hint']), /Did you mean/)
})

test('a file that is not there is told apart from one that cannot be read', async () => {
  const absent = await readSettings(join(folder, 'nothing.yaml'))
  assert.equal(absent.settings, null)
  assert.equal(absent.problems[0]?.code, 'settings.not-found')
  const unreadable = await readSettings(folder)
  assert.equal(unreadable.problems[0]?.code, 'settings.unreadable')
  assert.equal(unreadable.problems[0]?.args['reason'], 'EISDIR')
})

test('what is no refusal of the file system is a bug and thrown', async () => {
  await assert.rejects(readSettings(undefined as unknown as string), TypeError)
})
