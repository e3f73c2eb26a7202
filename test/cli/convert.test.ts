import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { importFileNames } from '../../src/exchange/import-set.ts'
import { counterpartiesCsv, counterpartiesXml, objects, obmen24, tempFolder } from './obmen24.ts'

test('mixed files become one set of import files, an answer each, and the operator page', async (context) => {
  const cwd = await tempFolder(context)
  await mkdir(join(cwd, 'из 1С'))
  await writeFile(join(cwd, 'из 1С', 'Сова.xml'), counterpartiesXml)
  await writeFile(join(cwd, 'из 1С', 'b.csv'), counterpartiesCsv(['000000007;АО "Медный чайник";5012003453;']))
  const { exitCode, stdout, stderr } = await obmen24(['convert', 'из 1С', '--out', 'готово'], { cwd })
  assert.equal(exitCode, 0, stderr)
  assert.match(stdout, /Готово, файлы для импорта в папке .*готово:/)
  assert.match(stdout, /1-companies\.csv +компании +карточек 2, строк 2/)
  assert.deepEqual((await readdir(join(cwd, 'готово'))).sort(), [
    '1-companies.csv',
    'b.csv.result.csv',
    'КАК-ЗАГРУЗИТЬ.html',
    'Сова.xml.result.csv',
  ])
  const companies = await readFile(join(cwd, 'готово', '1-companies.csv'), 'utf8')
  assert.match(companies, /Полярная сова/)
  assert.match(companies, /Медный чайник/)
  assert.deepEqual((await readdir(join(cwd, 'из 1С'))).sort(), ['b.csv', 'Сова.xml'])
})

test('the same call gives the same import files, byte for byte', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'a.xml'), counterpartiesXml)
  const made: Buffer[] = []
  for (const out of ['one', 'two']) {
    await obmen24(['convert', 'a.xml', '--out', out], { cwd })
    made.push(await readFile(join(cwd, out, '1-companies.csv')))
  }
  assert.deepEqual(made[0], made[1])
})

test('E3: bookings become deals with no settings at all, and contracts say that they need a portal', async (context) => {
  const cwd = await tempFolder(context)
  const bookings = [
    'Номер брони;Дата;Статус;Гость;Заезд;Выезд;Сумма',
    '15;01.03.2026;Подтверждена;Иванова Анна;05.03.2026;08.03.2026;12000',
  ]
  await writeFile(join(cwd, 'bookings.csv'), `\uFEFF${bookings.join('\n')}\n`)
  await writeFile(
    join(cwd, 'contracts.csv'),
    '\uFEFFНомер договора;Дата;Контрагент;Сумма;Действует до\n7;01.02.2026;ООО Лютик;100000;31.12.2026\n',
  )
  const { exitCode, stderr } = await obmen24(['convert', 'bookings.csv', 'contracts.csv', '--out', 'out'], { cwd })
  assert.equal(exitCode, 0, stderr)
  const [, deal = ''] = (await readFile(join(cwd, 'out', '4-deals.csv'), 'utf8')).split('\r\n')
  assert.match(deal, /"Заявка №15 \(Иванова\) 05\.03\.2026 - 08\.03\.2026";"60"/)
  assert.match(deal, /"Анна Иванова";"12000\.00";"RUB".*"В работе";"нет"/)
  const answer = await readFile(join(cwd, 'out', 'contracts.csv.result.csv'), 'utf8')
  assert.match(answer, /^договор;7;;пропущен;exchange\.needs-portal;/m)
})

test('a bad file does not keep the good one from being converted: exit code 3', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'a.xml'), counterpartiesXml)
  await writeFile(join(cwd, 'b.xml'), counterpartiesXml.slice(0, 400))
  const { exitCode, stdout, stderr } = await obmen24(['convert', 'a.xml', 'b.xml', '--out', 'out', '--language', 'en'], { cwd })
  assert.equal(exitCode, 3)
  assert.match(stdout, /b\.xml +refused/)
  assert.match(stderr, /Error: b\.xml, line \d+.*\[xml\.truncated\]/s)
  assert.ok((await readdir(join(cwd, 'out'))).includes('HOW-TO-IMPORT.html'))
})

test('where nothing can be imported it is said', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'a.csv'), 'один;два\r\nx;y\r\n')
  const { exitCode, stdout, stderr } = await obmen24(['convert', 'a.csv', '--out', 'out'], { cwd })
  assert.equal(exitCode, 0)
  assert.match(stdout, /Загружать в Битрикс24 нечего/)
  assert.match(stderr, /Не понять, что это за таблица/)
})

test('an import file of an earlier conversion does not stay among the new ones', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'a.xml'), counterpartiesXml)
  await mkdir(join(cwd, 'out'))
  await writeFile(join(cwd, 'out', importFileNames.deal), 'old')
  const { exitCode } = await obmen24(['convert', 'a.xml', '--out', 'out'], { cwd })
  assert.equal(exitCode, 0)
  const names = await readdir(join(cwd, 'out'))
  assert.ok(names.includes(importFileNames.company))
  assert.ok(!names.includes(importFileNames.deal))
})

test('--json prints the conversion as one object, also when a file is missing', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'a.xml'), counterpartiesXml)
  const good = await obmen24(['convert', 'a.xml', '--out', 'out', '--json'], { cwd })
  assert.equal(good.stderr, '')
  const [made] = objects(good.stdout)
  assert.equal(made.out, join(cwd, 'out'))
  assert.equal(made.files[0].name, '1-companies.csv')
  assert.equal(made.answers[0].verdict, 'done')
  const bad = await obmen24(['convert', 'zzz.xml', '--out', 'out', '--json'], { cwd })
  assert.equal(bad.exitCode, 2)
  assert.equal(objects(bad.stdout)[0].error.code, 'command.no-file')
})

test('settings of an exchange folder say how to convert', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(
    join(cwd, 'obmen24.yaml'),
    'exchanges:\n  - {name: Мои, preset: counterparties, files: a*.csv, columns: {name: Имечко}}\n',
  )
  await writeFile(join(cwd, 'a.csv'), 'Код;Имечко;ИНН\r\n1;Сова;7701000001\r\n')
  const { exitCode, stdout, stderr } = await obmen24(['convert', 'a.csv', '--out', 'out', '--settings', '.'], { cwd })
  assert.equal(exitCode, 0, stderr)
  assert.match(stdout, /подготовлено: 1/)
})
