import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { createSheet } from '../../src/bitrix24/import-csv/sheet.ts'
import { exchangesOf } from '../../src/exchange/folder/home.ts'
import { profileOf } from '../../src/exchange/profile.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import { objects, obmen24, tempFolder } from './obmen24.ts'

const { settings } = parseSettings('')
const { headers } = createSheet('company', profileOf(settings!.bitrix24, exchangesOf(settings!)))

/** As the portal gives it: windows-1251, every name quoted, a semicolon at the end of each line. */
function sample(names: readonly string[]): Buffer {
  const line = names.map((name) => `"${name}";`).join('')
  return iconv.encode(`${line}\r\n${names.map(() => '"";').join('')}\r\n`, 'win1251')
}

test('a sample with all our columns is well', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'образец.csv'), sample(headers))
  const { exitCode, stdout, stderr } = await obmen24(['convert', '--check-headers', 'образец.csv'], { cwd })
  assert.equal(exitCode, 0, stdout)
  assert.equal(stderr, '')
  assert.match(stdout, new RegExp(`мастер узнает сам: ${headers.length}`))
  assert.match(stdout, /Всё в порядке/)
})

test('columns that the portal calls otherwise or lacks are named, each remedy once', async (context) => {
  const cwd = await tempFolder(context)
  const names = headers
    .filter((name) => name !== 'Комментарий')
    .map((name) => (name === 'Рабочий телефон' ? 'Телефон рабочий' : name))
  await writeFile(join(cwd, 's.csv'), sample([...names, 'Логотип']))
  const { exitCode, stdout } = await obmen24(['convert', '--check-headers', 's.csv'], { cwd })
  assert.equal(exitCode, 3)
  assert.match(stdout, /на портале нет: \d+ — .*«Комментарий»/)
  assert.match(stdout, /у портала есть ещё.*Логотип/)
  assert.equal(stdout.match(/\[import\.header-missing\]/g)?.length, 1)
  const [told] = objects((await obmen24(['convert', '--check-headers', 's.csv', '--json'], { cwd })).stdout)
  assert.equal(told.entity, 'company')
  assert.equal(told.form, 'titles')
  assert.ok(told.missing.some(({ title }: { title: string }) => title === 'Комментарий'))
  assert.ok(told.extra.includes('Логотип'))
})

test('what the sample is of is seen by its headers, and may be told', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'c.csv'), sample(['Имя', 'Фамилия', 'Отчество', 'Должность', 'Мобильный телефон']))
  const seen = objects((await obmen24(['convert', '--check-headers', 'c.csv', '--json'], { cwd })).stdout)
  assert.equal(seen[0].entity, 'contact')
  const told = objects((await obmen24(['convert', '--check-headers', 'c.csv', '--entity', 'deal', '--json'], { cwd })).stdout)
  assert.equal(told[0].entity, 'deal')
})

test('requisite columns that are all absent are told as one thing', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 's.csv'), sample(headers.filter((name) => !/еквизит/.test(name))))
  const { stdout } = await obmen24(['convert', '--check-headers', 's.csv', '--language', 'en'], { cwd })
  assert.match(stdout, /columns of requisites, addresses and accounts: \d+/)
  assert.match(stdout, /\[import\.requisites-off\]/)
  assert.doesNotMatch(stdout, /not on the portal/)
})

test('a file that is no sample is told so in two lines', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'x.csv'), 'a;b\r\n')
  const { exitCode, stdout } = await obmen24(['convert', '--check-headers', 'x.csv'], { cwd })
  assert.equal(exitCode, 3)
  assert.match(stdout, /ни один столбец не похож на наши/)
  assert.ok(stdout.split('\n').length <= 3, stdout)
  await writeFile(join(cwd, 'empty.csv'), '')
  assert.match((await obmen24(['convert', '--check-headers', 'empty.csv'], { cwd })).stdout, /нет строки заголовков/)
})

test('a sample that is not there is a usage error', async (context) => {
  const cwd = await tempFolder(context)
  const { exitCode, stderr } = await obmen24(['convert', '--check-headers', 'nowhere.csv'], { cwd })
  assert.equal(exitCode, 2)
  assert.match(stderr, /Файл не найден: nowhere\.csv/)
  const json = await obmen24(['convert', '--check-headers', 'nowhere.csv', '--json'], { cwd })
  assert.equal(objects(json.stdout)[0].error.code, 'command.no-file')
})
