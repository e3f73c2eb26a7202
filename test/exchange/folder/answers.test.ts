import assert from 'node:assert/strict'
import { cp, open, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { recordsOf } from './count-input.ts'
import { catalogue, counterparties, exchangeFolder, idOf } from './exchange-folder.ts'
import { readCsvAnswer, readJsonAnswer, readXmlAnswer, totalsOf } from './read-answer.ts'

const samples = join(import.meta.dirname, '../../../samples')

// Found by reading the files by eye, as no reader but ours makes sense of them.
const rowsOfTables: Readonly<Record<string, number>> = { 'kontragenty.csv': 15, 'kontaktnye_lica.csv': 3, 'zn_20260305.csv': 9 }

for (const sample of ['ut103', 'ut11', 'unf', 'cml31', 'v77', 'counterparties-csv', 'work-orders-csv']) {
  test(`sample ${sample}: every row that came in stands in exactly one line of each answer, and the counts add up`, async (t) => {
    const yaml = (await readFile(join(samples, sample, 'obmen24.yaml'), 'utf8')).replace(/^answer:\n {2}encoding: .*\n/m, '')
    const exchange = await exchangeFolder(t, `${yaml}\nanswer: {files: [csv, xml, json]}\n`)
    await cp(join(samples, sample), exchange.root, { recursive: true })
    const { runs } = await exchange.run()
    const answers = runs.flatMap((run) => run.answers)
    assert.ok(answers.length > 0)
    const archived = await exchange.files('archive')
    for (const { input, message } of answers) {
      const csv = readCsvAnswer(await exchange.text(`out/${input}.result.csv`))
      const xml = readXmlAnswer(await exchange.text(`out/${input}.result.xml`))
      const json = readJsonAnswer(await exchange.text(`out/${input}.result.json`))
      const where = `${sample}, ${input}`
      for (const answer of [csv, xml, json]) {
        assert.deepEqual(
          answer.lines.map((line) => Number(line['НомерСтроки'])),
          answer.lines.map((_, index) => index + 1),
          where,
        )
        const { totals, sum } = totalsOf(answer)
        assert.equal(sum, answer.lines.length, where)
        assert.equal(answer.head['Строк'], String(answer.lines.length), where)
        assert.deepEqual(totals, totalsOf(csv).totals, where)
        assert.deepEqual(answer.lines.map(keyOf), csv.lines.map(keyOf), where)
      }
      const bytes = Object.entries(archived).find(([name]) => name.includes(`/${String(message).padStart(6, '0')} `))![1]
      if (input.endsWith('.csv')) {
        assert.equal(csv.lines.length, rowsOfTables[input], where)
        continue
      }
      const text = iconv.decode(bytes, bytes.toString('latin1').includes('encoding="windows-1251"') ? 'windows-1251' : 'utf-8')
      const told = csv.lines.map((line) => `${line['Вид']} ${line['Ид1С']}`)
      assert.deepEqual([...told].sort(), [...recordsOf(text)].sort(), where)
    }
  })
}

test('an answer is replaced in one step: who holds the old one open reads it to its end', async (t) => {
  const exchange = await exchangeFolder(t)
  const path = join(exchange.root, 'out/kontragenty.csv.result.csv')
  await exchange.put({ 'in/kontragenty.csv': counterparties(['1;Ромашка ООО;;7701000019']) })
  await exchange.run()
  const reader = await open(path)
  const before = await stat(path)
  await exchange.put({ 'in/kontragenty.csv': counterparties(['1;Ромашка ООО;;7701000019', '2;Вектор ООО;;7702000212']) })
  await exchange.run()
  const old = readCsvAnswer(await reader.readFile('utf8'))
  await reader.close()
  assert.equal(old.head['Сообщение'], '1')
  assert.equal(readCsvAnswer(await readFile(path, 'utf8')).lines.length, 2)
  if (process.platform !== 'win32') assert.notEqual((await stat(path)).ino, before.ino, 'written beside it and renamed')
  assert.deepEqual((await readdir(join(exchange.root, 'out'))).sort(), ['kontragenty.csv.result.csv', 'status.txt'])
})

test('an answer in windows-1251 says which letters did not fit, and nothing breaks', async (t) => {
  const exchange = await exchangeFolder(t, 'answer: {encoding: windows-1251}')
  await exchange.put({ 'in/kontragenty.csv': counterparties(['١٢٣;;;', '2;Ромашка ООО;;7701000019']) })
  const { codes, exit } = await exchange.run()
  assert.deepEqual([codes.includes('exchange.letters-lost'), exit], [true, 3])
  const bytes = await readFile(join(exchange.root, 'out/kontragenty.csv.result.csv'))
  const { lines } = readCsvAnswer(iconv.decode(bytes, 'windows-1251'))
  assert.deepEqual(
    lines.map((line) => line['Ид1С']),
    ['???', '2'],
  )
})

test('no answer files are written where the settings want none, and the ledger knows the answers all the same', async (t) => {
  const exchange = await exchangeFolder(t, 'answer: {files: [], status: false}')
  await exchange.put({ 'in/import.xml': catalogue(['Болт']) })
  const { runs } = await exchange.run()
  assert.deepEqual(await exchange.names('out'), [])
  assert.equal(runs[0]!.answers[0]!.counts.prepared, 1)
  await exchange.withHome(async ({ ledger }) => assert.equal((await ledger.takenMessages()).length, 0))
})

test('what was found about the card of a good stands in the lines of its good and of its offer', async (t) => {
  const exchange = await exchangeFolder(t)
  const id = idOf('Рулон')
  const goods = catalogue(['Рулон']).replace('</Товар>', '<БазоваяЕдиница>рулон</БазоваяЕдиница></Товар>')
  const offers = `<КоммерческаяИнформация><ПакетПредложений><Предложения><Предложение><Ид>${id}</Ид><Количество>1</Количество></Предложение></Предложения></ПакетПредложений></КоммерческаяИнформация>`
  await exchange.put({ 'in/import.xml': goods, 'in/offers.xml': offers })
  await exchange.run()
  for (const name of ['import.xml', 'offers.xml']) {
    const [line] = readCsvAnswer(await exchange.text(`out/${name}.result.csv`)).lines
    assert.deepEqual([line!['Действие'], line!['Код']], ['подготовлен', 'import.list-value'], name)
    assert.match(line!['Текст']!, /Единица измерения/)
  }
})

test('an answer that cannot be written is a problem of the run, not the end of it', async (t) => {
  const exchange = await exchangeFolder(t)
  // A folder of that name stands where the answer must go.
  await exchange.put({
    'out/import.xml.result.csv/x': '',
    'in/import.xml': catalogue(['Болт']),
    'in/offers.xml': catalogue(['Гайка']),
  })
  const { codes, exit } = await exchange.run()
  assert.ok(
    codes.some((code) => code.startsWith('folder.')),
    codes.join(),
  )
  assert.equal(exit, 5)
  assert.equal(readCsvAnswer(await exchange.text('out/offers.xml.result.csv')).lines.length, 1)
})

function keyOf(line: Readonly<Record<string, string>>): string {
  return ['Вид', 'Ид1С', 'Действие', 'Код', 'Хеш', 'ДатаВремя'].map((name) => line[name]).join(' ')
}
