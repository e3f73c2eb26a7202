import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { type BadFile, quarantine } from '../../src/folder/quarantine.ts'
import { brokenFs } from './broken-fs.ts'
import { contentOf, fill, tempFolder } from './temp-folder.ts'

const bad: BadFile = {
  number: 12,
  name: 'импорт.xml',
  language: 'ru',
  reason: {
    code: 'xml.truncated',
    message: 'Файл оборван.',
    cause: 'Выгрузка\nпрервалась.',
    action: 'Повторите её.',
    place: 'строка 3, столбец 7',
  },
}

test('the file and its reason lie side by side, in words that Notepad shows right', async (t) => {
  const folder = await tempFolder(t)
  await fill(folder, { 'work/1': 'x' })
  const done = await quarantine(join(folder, 'work/1'), join(folder, 'failed'), bad)
  const path = join(folder, 'failed', '000012 импорт.xml')
  assert.deepEqual(done, { kind: 'quarantined', path, reasonPath: `${path}.reason.txt` })
  const content = await contentOf(folder)
  assert.deepEqual(Object.keys(content), ['failed/000012 импорт.xml', 'failed/000012 импорт.xml.reason.txt'])
  assert.equal(
    content['failed/000012 импорт.xml.reason.txt'],
    [
      '\ufeffФайл: импорт.xml',
      '',
      'Что случилось: Файл оборван.',
      'Где: строка 3, столбец 7',
      'Почему: Выгрузка прервалась.',
      'Что делать: Повторите её.',
      '',
      'Сам файл лежит рядом, в нём ничего не изменено. Чтобы обработать его снова, положите его в папку обмена.',
      'Код: xml.truncated',
      '',
    ].join('\r\n'),
  )
})

test('the reason speaks the language of the settings, and says no place where there is none', async (t) => {
  const folder = await tempFolder(t)
  await fill(folder, { 'work/1': 'x' })
  await quarantine(join(folder, 'work/1'), folder, { ...bad, language: 'en', reason: { ...bad.reason, place: '' } })
  const text = (await contentOf(folder))['000012 импорт.xml.reason.txt'] ?? ''
  assert.match(text, /^\ufeffFile: импорт\.xml\r\n\r\nWhat happened: .*\r\nWhy: .*\r\nWhat to do: /)
  assert.doesNotMatch(text, /Where/)
})

test('the reason is written first; if it cannot be, the file stays in work/', async (t) => {
  const folder = await tempFolder(t)
  await fill(folder, { 'work/1': 'x' })
  const [from, failed] = [join(folder, 'work/1'), join(folder, 'failed')]
  for (const [fs, code] of [
    [brokenFs({ open: (path) => (path?.startsWith(failed) ? 'ENOSPC' : null) }), 'folder.disk-full'],
    [brokenFs({ rename: (path) => (path === from ? 'EIO' : null) }), 'folder.move-failed'],
    [brokenFs({ mkdir: () => 'EROFS' }), 'folder.no-rights'],
  ] as const) {
    const done = await quarantine(from, failed, bad, { fs, waitMs: 0 })
    assert.ok(done.kind === 'failed')
    assert.equal(done.problem.code, code)
    assert.equal((await contentOf(folder))['work/1'], 'x')
  }
  assert.equal((await quarantine(from, failed, bad)).kind, 'quarantined')
  assert.equal(Object.keys(await contentOf(folder)).length, 2)
})

test('another file of the same number and name gets a pair of its own', async (t) => {
  const folder = await tempFolder(t)
  await fill(folder, { 'work/1': 'x', 'work/2': 'other' })
  await quarantine(join(folder, 'work/1'), folder, bad)
  const second = await quarantine(join(folder, 'work/2'), folder, bad)
  assert.ok(second.kind === 'quarantined')
  assert.deepEqual([second.path, second.reasonPath], [join(folder, '000012 импорт (2).xml'), `${second.path}.reason.txt`])
})
