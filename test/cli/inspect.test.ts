import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { execa } from 'execa'
import { makeZip } from '../onec/read/zip/zip-maker.ts'
import { counterpartiesCsv, counterpartiesXml, exchangeFolder, objects, obmen24, sourceArguments, tempFolder } from './obmen24.ts'

test('a person sees what a file is and holds', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'моя выгрузка.xml'), counterpartiesXml)
  const { exitCode, stdout, stderr } = await obmen24(['inspect', 'моя выгрузка.xml'], { cwd })
  assert.equal(exitCode, 0)
  assert.equal(stderr, '')
  assert.match(stdout, /^моя выгрузка\.xml$/m)
  assert.match(stdout, /^ {2}Формат +CommerceML 2\.08 \(urn:1C\.ru:commerceml_2\)$/m)
  assert.match(stdout, /^ {2}Сформирован +2026-03-05 09:00:00$/m)
  assert.match(stdout, /^ {2}Записи +контрагенты: 1$/m)
  const english = await obmen24(['inspect', 'моя выгрузка.xml', '--language', 'en'], { cwd })
  assert.match(english.stdout, /^ {2}Records +counterparties: 1$/m)
})

test('--json prints one object a line with the keys that scripts rely on', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'a.xml'), counterpartiesXml)
  await writeFile(join(cwd, 'b.csv'), counterpartiesCsv())
  const { exitCode, stdout, stderr } = await obmen24(['inspect', 'a.xml', 'b.csv', '--json'], { cwd })
  assert.equal(exitCode, 0)
  assert.equal(stderr, '')
  const [xml, csv] = objects(stdout)
  const keys = [
    'file',
    'bytes',
    'sha256',
    'format',
    'encoding',
    'schemaVersion',
    'namespace',
    'generatedAt',
    'changesOnly',
    'counts',
    'warnings',
    'error',
  ]
  assert.deepEqual(Object.keys(xml), keys)
  assert.deepEqual(Object.keys(csv), keys)
  assert.equal(xml.bytes, Buffer.byteLength(counterpartiesXml))
  assert.match(xml.sha256, /^[0-9a-f]{64}$/)
  assert.deepEqual(xml.encoding, { declared: 'UTF-8', actual: 'utf-8', bom: false })
  assert.equal(xml.schemaVersion, '2.08')
  assert.deepEqual(xml.counts, { counterparty: 1 })
  assert.equal(csv.format, 'csv')
  assert.deepEqual(csv.encoding, { declared: null, actual: 'windows-1251', bom: false })
  assert.deepEqual(csv.counts, { counterparty: 2 })
  assert.equal(csv.error, null)
})

test('--records prints every record of XML, CSV and zip as a line of JSON', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'a.xml'), counterpartiesXml)
  await writeFile(join(cwd, 'b.csv'), counterpartiesCsv())
  await writeFile(join(cwd, 'c.zip'), makeZip([{ name: 'import.xml', content: counterpartiesXml }]))
  const { exitCode, stdout, stderr } = await obmen24(['inspect', 'a.xml', 'b.csv', 'c.zip', '--records'], { cwd })
  assert.equal(exitCode, 0, stderr)
  const records = objects(stdout)
  assert.deepEqual(
    records.map(({ kind, inn }) => [kind, inn]),
    [
      ['counterparty', '7701000001'],
      ['counterparty', '7701000001'],
      ['counterparty', '5012003453'],
      ['counterparty', '7701000001'],
    ],
  )
  assert.equal(records[0].id, '0b7e5a10-0000-4000-8000-000000000001')
})

test('a row that could not become a record is printed as refused, with the reason', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'b.csv'), counterpartiesCsv(['1;Сова;;', '2;;7701000001;']))
  const records = objects((await obmen24(['inspect', 'b.csv', '--records'], { cwd })).stdout)
  assert.equal(records.length, 2)
  assert.equal(records[1].refused, true)
  assert.match(records[1].problems[0].message, /\S/)
})

test('a refused file is exit code 3, tells line and column, and does not hide the others', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'bad.xml'), counterpartiesXml.replace('</Наименование>', '</Имя>'))
  await writeFile(join(cwd, 'good.xml'), counterpartiesXml)
  const { exitCode, stdout } = await obmen24(['inspect', 'bad.xml', 'good.xml'], { cwd })
  assert.equal(exitCode, 3)
  assert.match(stdout, /Ошибка: строка 6, столбец \d+: .*\[xml\.mismatch\]/s)
  assert.match(stdout, /good\.xml/)
  const [bad] = objects((await obmen24(['inspect', 'bad.xml', '--json'], { cwd })).stdout)
  assert.equal(bad.error.code, 'xml.mismatch')
  assert.equal(bad.error.line, 6)
  const records = await obmen24(['inspect', 'bad.xml', '--records'], { cwd })
  assert.equal(records.stdout, '')
  assert.match(records.stderr, /xml\.mismatch/)
  const json = objects((await obmen24(['inspect', 'bad.xml', '--records', '--json'], { cwd })).stdout)
  assert.equal(json[0].error.code, 'xml.mismatch')
})

test('files that are not there are exit code 2; the others are shown all the same', async (context) => {
  const cwd = await tempFolder(context)
  await writeFile(join(cwd, 'a.xml'), counterpartiesXml)
  const { exitCode, stdout, stderr } = await obmen24(['inspect', 'nowhere.xml', 'a.xml'], { cwd })
  assert.equal(exitCode, 2)
  assert.match(stdout, /^a\.xml$/m)
  assert.match(stderr, /Файл не найден: nowhere\.xml/)
  const json = objects((await obmen24(['inspect', 'nowhere.xml', 'a.xml', '--json'], { cwd })).stdout)
  assert.deepEqual(
    json.map(({ file, error }) => [file, error?.code ?? null]),
    [
      ['nowhere.xml', 'command.no-file'],
      ['a.xml', null],
    ],
  )
})

test('masks and folders stand for the files in them, each once', async (context) => {
  const cwd = await tempFolder(context)
  await mkdir(join(cwd, 'webdata', 'goods 1'), { recursive: true })
  await writeFile(join(cwd, 'webdata', 'import0.xml'), counterpartiesXml)
  await writeFile(join(cwd, 'webdata', 'goods 1', 'Товары.xml'), counterpartiesXml)
  await writeFile(join(cwd, 'webdata', 'readme.txt'), 'no')
  const byMask = objects((await obmen24(['inspect', 'webdata/*.XML', 'webdata/import0.xml', '--json'], { cwd })).stdout)
  assert.deepEqual(
    byMask.map(({ file }) => file),
    [join('webdata', 'import0.xml')],
  )
  const byFolder = objects((await obmen24(['inspect', 'webdata', '--json'], { cwd })).stdout)
  assert.equal(byFolder.length, 3)
  assert.equal((await obmen24(['inspect', 'webdata/*.zip'], { cwd })).exitCode, 2)
})

test('the encoding may be told in any usual spelling, and by the settings', async (context) => {
  const folder = await exchangeFolder(context, 'reading: {encoding: cp866}\n')
  await writeFile(
    join(folder, 'a.csv'),
    Buffer.from([...Buffer.from('Код;'), 0x8d, 0xa0, 0xa8, 0xac, ...Buffer.from('\r\n1;x\r\n')]),
  )
  for (const args of [
    ['--encoding', 'CP866'],
    ['--settings', folder],
    ['--settings', join(folder, 'obmen24.yaml')],
  ]) {
    const [facts] = objects((await obmen24(['inspect', 'a.csv', '--json', ...args], { cwd: folder })).stdout)
    assert.equal(facts.encoding.actual, 'cp866', args.join(' '))
  }
  assert.equal((await obmen24(['inspect', 'a.csv', '--settings', 'nowhere.yaml'], { cwd: folder })).exitCode, 2)
})

test('a reader that has enough ends the program without a word', async (context) => {
  const cwd = await tempFolder(context)
  const rows = Array.from({ length: 20_000 }, (_, at) => `${at + 1};ООО "Завод № ${at + 1}";;`)
  await writeFile(join(cwd, 'big.csv'), counterpartiesCsv(rows))
  const inspecting = execa(process.execPath, [...sourceArguments, 'inspect', 'big.csv', '--records'], {
    cwd,
    reject: false,
    buffer: false,
  })
  await Promise.race([once(inspecting.stdout, 'data'), inspecting])
  inspecting.stdout.destroy()
  let complaint = ''
  inspecting.stderr.on('data', (text) => {
    complaint += text
  })
  const { exitCode } = await inspecting
  assert.equal(exitCode, 0)
  assert.equal(complaint, '')
})
