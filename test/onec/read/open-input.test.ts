import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import iconv from 'iconv-lite'
import { openInput } from '../../../src/onec/read/open-input.ts'
import { readPart } from '../../../src/onec/read/read-part.ts'
import type { ReadRow } from '../../../src/onec/read/reading.ts'
import { entryOf } from '../../../src/problems/describe.ts'
import { tempFolder } from '../../folder/temp-folder.ts'
import { file, product } from './commerceml/commerceml.ts'
import { pdf } from './pdf.ts'
import { options } from './read-options.ts'
import { makeZip } from './zip/zip-maker.ts'

const catalogue = product('<Ид>g</Ид><Наименование>Болт</Наименование>')
const offers = file(
  '<ПакетПредложений СодержитТолькоИзменения="true"><Предложения><Предложение><Ид>g</Ид></Предложение></Предложения></ПакетПредложений>',
  'ДатаФормирования="2026-03-06"',
)
const full = file('<Каталог СодержитТолькоИзменения="false"/>', '')
const table = 'Наименование;Артикул\nБолт;Б-1\nГайка;Г-1\n'

/** `name` is what the program calls the file, which may have folders in it. */
interface Opening extends Readonly<Record<string, unknown>> {
  readonly name?: string
}

async function open(t: TestContext, content: string | Uint8Array, file = 'import.xml', { name = file, ...more }: Opening = {}) {
  const path = join(await tempFolder(t), file)
  await writeFile(path, content)
  const input = await openInput(path, name, { ...options, ...more })
  t.after(() => input.close())
  return { ...input, path }
}

async function rowsOf({ parts }: Awaited<ReturnType<typeof open>>, more = {}): Promise<readonly ReadRow[]> {
  const rows: ReadRow[] = []
  for (const part of parts) for await (const batch of readPart(part, { ...options, ...more })) rows.push(...batch)
  return rows
}

test('a CommerceML file: what it is, what it holds, its rows', async (t) => {
  const input = await open(t, `\uFEFF${catalogue}`)
  const { facts } = input
  assert.deepEqual(
    [facts.file, facts.format, facts.encoding, facts.schemaVersion, facts.generatedAt, facts.counts, facts.warnings, facts.error],
    [
      'import.xml',
      'commerceml',
      { declared: 'UTF-8', actual: 'utf-8', bom: true },
      '2.07',
      '2026-03-05T09:05:07',
      { product: 1 },
      [],
      null,
    ],
  )
  assert.equal(facts.bytes, Buffer.byteLength(`\uFEFF${catalogue}`))
  assert.match(facts.sha256, /^[0-9a-f]{64}$/)
  assert.deepEqual(
    (await rowsOf(input)).map(({ id }) => id),
    ['g'],
  )
})

test('the name says nothing: XML called .csv is XML, a table called .xml is a table', async (t) => {
  assert.equal((await open(t, catalogue, 'goods.csv')).facts.format, 'commerceml')
  const { facts } = await open(t, table, 'import.xml')
  assert.deepEqual([facts.format, facts.counts], ['csv', { product: 2 }])
})

test('windows-1251 is read as such, declared or not', async (t) => {
  const declared = catalogue.replace('UTF-8', 'windows-1251')
  const input = await open(t, iconv.encode(declared, 'windows-1251'))
  const [row] = await rowsOf(input)
  assert.equal(row?.record?.kind === 'product' ? row.record.name : '', 'Болт')
  const csv = await open(t, iconv.encode(table, 'windows-1251'), 'goods.csv')
  assert.deepEqual([csv.facts.encoding.actual, (await rowsOf(csv)).length], ['windows-1251', 2])
})

test('UTF-8 that declares windows-1251 is read and told of', async (t) => {
  const input = await open(t, catalogue.replace('UTF-8', 'windows-1251'))
  assert.deepEqual(
    input.facts.warnings.map(({ code }) => code),
    ['encoding.declared-differs'],
  )
  const [row] = await rowsOf(input)
  assert.equal(row?.record?.kind === 'product' ? row.record.name : '', 'Болт')
})

test('an empty file, one of zeros, and one that is no text are refused', async (t) => {
  for (const [content, code] of [
    ['', 'file.empty'],
    [Buffer.alloc(4096), 'file.zeros'],
    [Buffer.concat([Buffer.from('abc'), Buffer.alloc(2), Buffer.from('def')]), 'file.binary'],
  ] as const) {
    const { facts, parts } = await open(t, content)
    assert.deepEqual([facts.error?.code, facts.format, parts], [code, 'unknown', []])
  }
})

test('XML that is no CommerceML is of unknown format, and refused', async (t) => {
  const { facts, parts } = await open(t, '<html><body>502 Bad Gateway</body></html>')
  assert.deepEqual([facts.error?.code, facts.format, parts], ['commerceml.other-root', 'unknown', []])
})

test('a broken CommerceML file is refused with its place, and gives no part', async (t) => {
  const { facts, parts } = await open(t, catalogue.slice(0, -30))
  assert.deepEqual([facts.error?.code, facts.format, parts], ['xml.truncated', 'commerceml', []])
  const junk = await open(t, `undefinedundefined${catalogue}`)
  assert.deepEqual([junk.facts.error?.code, junk.facts.error?.place], ['xml.junk-before', { line: 1, column: 1 }])
})

test('a table: rows by kind, by the header or by what the settings say', async (t) => {
  const input = await open(t, table, 'goods.csv')
  assert.deepEqual([input.facts.format, input.facts.counts], ['csv', { product: 2 }])
  assert.deepEqual(
    (await rowsOf(input)).map(({ kind, line }) => [kind, line]),
    [
      ['product', 2],
      ['product', 3],
    ],
  )
  const named = { tableOf: () => ({ kind: 'counterparty' }), shapeOf: () => ({ delimiter: ';', header: true }) }
  assert.deepEqual((await open(t, table, 'k.csv', named)).facts.counts, { counterparty: 2 })
})

test('the encoding that the settings name for a table goes before the usual one', async (t) => {
  const content = iconv.encode('Имя\nПёс\n', 'cp866')
  const { facts } = await open(t, content, 'a.csv', { encoding: 'windows-1251', shapeOf: () => ({ encoding: 'cp866' }) })
  assert.match(facts.encoding.actual, /866/)
})

test('an archive: its files in their order, their counts added, changes only if one of them is', async (t) => {
  const input = await open(
    t,
    makeZip([
      { name: 'a/import.xml', content: catalogue },
      { name: 'a/offers.xml', content: offers },
      { name: 'goods.csv', content: table },
    ]),
    'v8.zip',
  )
  const { facts } = input
  assert.deepEqual([facts.format, facts.error, facts.warnings], ['zip', null, []])
  assert.deepEqual(facts.counts, { product: 3, offer: 1 })
  assert.deepEqual([facts.changesOnly, facts.generatedAt], [true, '2026-03-05T09:05:07'])
  assert.deepEqual(
    facts.entries?.map(({ file: name, format, counts }) => [name, format, counts]),
    [
      ['a/import.xml', 'commerceml', { product: 1 }],
      ['a/offers.xml', 'commerceml', { offer: 1 }],
      ['goods.csv', 'csv', { product: 2 }],
    ],
  )
  assert.deepEqual(
    (await rowsOf(input)).map(({ kind }) => kind),
    ['product', 'offer', 'product', 'product'],
  )
})

test('an archive is full only if every file in it that says something says so', async (t) => {
  const changesOnly = async (...contents: readonly string[]) =>
    (await open(t, makeZip(contents.map((content, at) => ({ name: `${at}.xml`, content }))), 'a.zip')).facts.changesOnly
  assert.equal(await changesOnly(catalogue), null)
  assert.equal(await changesOnly(catalogue, full), false)
  assert.equal(await changesOnly(full, catalogue), false)
  assert.equal(await changesOnly(full, offers), true)
})

test('one broken file inside refuses the archive, by the name of that file', async (t) => {
  const entries = [
    { name: 'import.xml', content: catalogue },
    { name: 'offers.xml', content: offers.slice(0, -20) },
  ]
  const { facts, parts, path } = await open(t, makeZip(entries), 'a.zip')
  assert.deepEqual([facts.error?.code, facts.error?.place.file, parts], ['xml.truncated', 'offers.xml', []])
  assert.deepEqual(
    facts.entries?.map(({ error }) => error?.code ?? null),
    [null, 'xml.truncated'],
  )
  // Nothing holds the file: it can be moved away.
  await rename(path, `${path}.moved`)
  await rm(`${path}.moved`)
})

test('warnings inside an archive name their file', async (t) => {
  const entries = [
    { name: 'import.xml', content: catalogue },
    { name: 'classifier.xml', content: '<Классификатор/>' },
    { name: 'inner.zip', content: makeZip([{ name: 'x.xml', content: catalogue }]) },
  ]
  const { facts } = await open(t, makeZip(entries), 'a.zip')
  assert.deepEqual(
    facts.warnings.map(({ code, place }) => [code, place.file]),
    [
      ['zip.nested', 'inner.zip'],
      ['commerceml.fragment', 'classifier.xml'],
    ],
  )
})

test('an archive under another name inside an archive is refused, not read as a table', async (t) => {
  const inner = makeZip([{ name: 'x.xml', content: catalogue }])
  const { facts } = await open(t, makeZip([{ name: 'import.xml', content: inner }]), 'a.zip')
  assert.deepEqual([facts.error?.code, facts.error?.place.file], ['zip.nested', 'import.xml'])
})

test('a damaged archive is refused as a whole', async (t) => {
  const { facts, parts } = await open(t, makeZip([{ name: 'import.xml', content: catalogue }]).subarray(0, 200), 'a.zip')
  assert.deepEqual([facts.error?.code, facts.format, parts], ['zip.truncated', 'zip', []])
})

test('C4: a PDF is one attachment, known by its bytes, with its size and hash', async (t) => {
  for (const name of ['Счет № 58.pdf', 'scheta/2026/Счет № 58.dat']) {
    const input = await open(t, pdf(5000), 'invoice', { name })
    const { facts } = input
    assert.deepEqual([facts.format, facts.counts, facts.warnings, facts.error], ['file', { attachment: 1 }, [], null])
    const [row, ...others] = await rowsOf(input)
    assert.deepEqual(others, [])
    assert.deepEqual(row, {
      record: {
        kind: 'attachment',
        id: basename(name),
        deleted: false,
        extra: {},
        problems: [],
        origin: { line: 1, row: 1 },
        name: basename(name),
        bytes: pdf(5000).length,
        sha256: createHash('sha256').update(pdf(5000)).digest('hex'),
      },
      kind: 'attachment',
      id: basename(name),
      line: 1,
      row: 1,
      problems: [],
    })
  }
})

test('a PDF that breaks off is refused, and may be tried again', async (t) => {
  const { facts, parts } = await open(t, pdf(5000).subarray(0, 3000), 'a.pdf')
  assert.deepEqual([facts.error?.code, facts.format, parts], ['file.pdf-cut', 'unknown', []])
  assert.equal(entryOf(facts.error!).retry, true)
})

test('C4: a PDF beside the data in one archive is read with it', async (t) => {
  const input = await open(
    t,
    makeZip([
      { name: 'счета/Счет № 58.pdf', content: pdf(100) },
      { name: 'scheta.csv', content: 'Номер счета;Контрагент;Сумма\n58;Ромашка;5\n' },
    ]),
    'v8.zip',
  )
  assert.deepEqual([input.facts.error, input.facts.counts], [null, { attachment: 1, invoice: 1 }])
  assert.deepEqual(
    (await rowsOf(input)).map(({ kind, id }) => [kind, id]),
    [
      ['attachment', 'Счет № 58.pdf'],
      ['invoice', '58'],
    ],
  )
  const cut = await open(t, makeZip([{ name: 'a.pdf', content: pdf(100).subarray(0, 90) }]), 'v8.zip')
  assert.deepEqual([cut.facts.error?.code, cut.facts.error?.place.file], ['file.pdf-cut', 'a.pdf'])
})

test('workbooks, pictures and other archives are refused with what they are', async (t) => {
  const book = makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
  ])
  for (const [content, name, code, type] of [
    [book, 'Прайс.xlsx', 'file.office', 'XLSX'],
    [book, 'import.zip', 'file.office', 'XLSX'],
    [Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0', 'latin1'), 'Прайс.xls', 'file.office', 'XLS, DOC'],
    [Buffer.from('MOXCEL\0\x08\0\x01'), 'Прайс.mxl', 'file.office', 'MXL'],
    [Buffer.from('\xff\xd8\xff\xe0\0', 'latin1'), 'скан.jpg', 'file.picture', 'JPEG'],
    [Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), 'v8.zip', 'file.archive', 'RAR'],
  ] as const) {
    const { facts, parts, path } = await open(t, content, name)
    assert.deepEqual([facts.error?.code, facts.error?.args['type'], facts.format, parts], [code, type, 'unknown', []], name)
    await rename(path, `${path}.moved`)
  }
  const inside = await open(t, makeZip([{ name: 'Прайс.xlsx', content: book }]), 'v8.zip')
  assert.deepEqual([inside.facts.error?.code, inside.facts.error?.place.file], ['file.office', 'Прайс.xlsx'])
})

test('a file that the settings call a confirmation is one, whatever it looks like; another is none', async (t) => {
  const isConfirmation = (name: string) => name.startsWith('confirm')
  for (const content of ['12\n', iconv.encode('Сообщение;12\r\n', 'win1251'), '<Подтверждение Сообщение="12"/>']) {
    const input = await open(t, content, 'confirm.txt', { isConfirmation })
    assert.deepEqual([input.facts.format, input.facts.counts, input.facts.error], ['confirmation', { confirmation: 1 }, null])
    const [row] = await rowsOf(input)
    assert.deepEqual([row?.kind, row?.id, row?.record?.kind === 'confirmation' && row.record.message], ['confirmation', '12', 12])
  }
  assert.equal((await open(t, '12\n', 'other.txt', { isConfirmation })).facts.format, 'csv')
  const bad = await open(t, 'готово\n', 'confirm.txt', { isConfirmation })
  assert.deepEqual([bad.facts.error?.code, bad.facts.format, bad.parts], ['confirmation.no-number', 'confirmation', []])
  const zipped = await open(t, makeZip([{ name: 'confirm.txt', content: '12' }]), 'v8.zip', { isConfirmation })
  assert.deepEqual(zipped.facts.counts, { confirmation: 1 })
})

test('an error of the disk is thrown', async (t) => {
  await assert.rejects(openInput(join(await tempFolder(t), 'none.xml'), 'none.xml', options), { code: 'ENOENT' })
})
