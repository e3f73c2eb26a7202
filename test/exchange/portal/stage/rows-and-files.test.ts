import assert from 'node:assert/strict'
import { test } from 'node:test'
import { only } from '../../workbench.ts'
import { openStaging, outcomes, type StagedRun, table } from './staging.ts'

const settings = (more = '', others = '') => `
target: portal
exchanges:
  - { name: Наряды, preset: work-orders, files: zn.csv${more} }
  - { name: Строки, preset: document-rows, files: rows*.csv }
${others}`
const header = 'Заказ-наряд;Тип;Номенклатура;Артикул;Количество;Ед.изм.;Цена;% скидки;Сумма'
const rows = (...list: readonly string[]) => table(header, ...list)
const oil = '77;товар;Масло 5W-40;М-540;2;шт;1 000,00;10;1 800,00'
const work = '77;работа;Замена масла;;1,5;ч;2 400,00;;3 600,00'
const zn = (...list: readonly string[]) => ({ 'zn.csv': table('Номер;Сумма;Заказчик;Телефон', ...list) })
const namesOf = ({ documents }: Pick<StagedRun, 'documents'>) =>
  documents.map(({ key, says }) => [key, ...says.draft.rows.map(({ product }) => product)])

test('B12: rows of a table of their own become product rows with price, discount, unit and sum', async (t) => {
  const { stage, ledger } = await openStaging(t, settings())
  const staged = await stage({ ...zn('77;5 400,00;Рябова Анна;+79161234567'), 'rows.csv': rows(oil, work) })
  assert.deepEqual(only(staged.documents).says.draft.rows, [
    {
      product: 'Масло 5W-40',
      price: '900.00',
      quantity: '2',
      amount: '1800.00',
      productId: '',
      article: 'М-540',
      measure: '796',
      vat: '',
      vatIncluded: true,
      discount: '100.00',
      listPrice: '1000',
    },
    {
      product: 'Замена масла',
      price: '2400.00',
      quantity: '1.5',
      amount: '3600.00',
      productId: '',
      article: '',
      measure: '356',
      vat: '',
      vatIncluded: true,
      discount: '',
    },
  ])
  const { number } = only(staged.documents)
  const cards = (await Array.fromAsync(ledger.cards.rowsOf(staged.messages[1]!))).flat().map(({ card }) => card?.number)
  assert.deepEqual(cards, [number, number], 'they tell what becomes of their document')
})

test('B12: works and parts can be listed in the comment of the deal', async (t) => {
  const comment = '\n    fields:\n      comments: "{% for row in rows %}{{ row.name }} — {{ row.amount }}; {% endfor %}"\n'
  const yaml = settings().replace(
    '{ name: Наряды, preset: work-orders, files: zn.csv }',
    `name: Наряды\n    preset: work-orders\n    files: zn.csv${comment}`,
  )
  const staged = await (await openStaging(t, yaml)).stage({ ...zn('77;1;;'), 'rows.csv': rows(oil, work) })
  assert.equal(only(staged.documents).says.draft.comments, 'Масло 5W-40 — 1800; Замена масла — 3600;')
})

test('rows that came before their document wait for it, and a document that comes alone keeps those it had', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  const early = await stage({ 'rows.csv': rows(oil) })
  assert.deepEqual([early.documents, outcomes(await early.lines())], [[], ['waiting exchange.rows-wait']])
  await apply(early)
  const first = await stage(zn('77;1;;'))
  assert.deepEqual(namesOf(first), [['workOrder:77', 'Масло 5W-40']])
  await apply(first)
  const changed = await stage(zn('77;2;;'))
  assert.deepEqual(namesOf(changed), [['workOrder:77', 'Масло 5W-40']])
})

test('when only the rows of a document change it is told again with them, and when they do not it is not', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  await apply(await stage({ ...zn('77;1;Рябова Анна;+79161234567', '78;1;;'), 'rows.csv': rows(oil, work) }))
  const same = await stage({ 'rows.csv': rows(oil, work) })
  assert.deepEqual([same.documents, outcomes(await same.lines())], [[], Array(2).fill('unchanged exchange.unchanged')])
  const changed = await stage({ 'rows.csv': rows(oil.replace(';2;', ';3;')) })
  assert.deepEqual(namesOf(changed), [['workOrder:77', 'Масло 5W-40']], 'a file tells all rows of the documents that it names')
  assert.deepEqual(
    [changed.documents[0]!.says.refs[0]?.keys, changed.documents[0]!.says.draft.amount, changed.cards],
    [['phone:+79161234567'], '1.00', []],
  )
  await apply(changed)
  assert.deepEqual((await stage({ 'rows.csv': rows(oil.replace(';2;', ';3;')) })).documents, [])
})

test('a document that comes with its changed rows is one card, and says what its own row says', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  await apply(await stage({ ...zn('77;1;;'), 'rows.csv': rows(oil) }))
  const both = await stage({ 'rows.csv': rows(work), ...zn('77;2;;') })
  assert.deepEqual([namesOf(both), only(both.documents).says.draft.amount], [[['workOrder:77', 'Замена масла']], '2.00'])
  assert.equal(only(both.documents).says.carried, undefined)
})

test('a document that waits is told again with its new rows, too', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  const waits = { action: 'waiting', code: 'plan.waits', text: '', portalId: null }
  await apply(await stage({ ...zn('77;1;;'), 'rows.csv': rows(oil) }), { 'workOrder:77': waits })
  assert.deepEqual(namesOf(await stage({ 'rows.csv': rows(work) })), [['workOrder:77', 'Замена масла']])
})

test('rows of one document may stand anywhere in a file of thousands', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  const others = Array.from({ length: 1300 }, (_, place) => oil.replace('77', String(1000 + place)))
  const files = { ...zn('77;1;;', '1500;1;;'), 'rows.csv': rows(work, ...others, oil) }
  const staged = await stage(files)
  assert.deepEqual(namesOf(staged), [
    ['workOrder:77', 'Замена масла', 'Масло 5W-40'],
    ['workOrder:1500', 'Масло 5W-40'],
  ])
  await apply(staged)
  assert.deepEqual((await stage({ 'rows.csv': files['rows.csv'] })).documents, [])
})

test('of two files of rows in one run the newer is taken, and the other is told so', async (t) => {
  const { stage } = await openStaging(t, settings())
  const staged = await stage({ 'rows1.csv': rows(oil), 'rows2.csv': rows(work), ...zn('77;1;;') })
  assert.deepEqual(namesOf(staged), [['workOrder:77', 'Замена масла']])
  assert.deepEqual([outcomes(await staged.lines(0)), outcomes(await staged.lines(1))], [['skipped exchange.twice'], ['waiting']])
})

test('rows belong to documents of their kind, by the number or by the 1C id', async (t) => {
  const more =
    "  - { name: Счета, preset: invoices, files: inv.csv }\n  - { name: СС, preset: document-rows, of: invoices, files: 'of-inv*' }\n"
  const { stage } = await openStaging(t, settings('', more))
  const staged = await stage({
    ...zn('77;1;;'),
    'inv.csv': table('Ид;Номер счета;Сумма', 'сч-1;77;1'),
    'of-inv.csv': rows(oil.replace('77', 'сч-1')),
    'rows.csv': rows(work),
  })
  assert.deepEqual(namesOf(staged), [
    ['workOrder:77', 'Замена масла'],
    ['сч-1', 'Масло 5W-40'],
  ])
})

test('rows: false leaves the rows out, and what nobody asked for changes nothing', async (t) => {
  const { stage, apply } = await openStaging(t, settings(', rows: false'))
  await apply(await stage({ ...zn('77;1;;'), 'rows.csv': rows(oil) }))
  assert.deepEqual((await stage({ 'rows.csv': rows(work) })).documents, [])
})

test('a row without a document is refused, and rows that no exchange wants are passed over', async (t) => {
  const { stage } = await openStaging(t, settings())
  const staged = await stage({ 'rows.csv': rows('0;товар;Масло;;1;шт;1;;1', ';товар;Масло;;1;шт;1;;1') })
  assert.deepEqual(
    (await staged.lines()).map(({ action }) => action),
    ['waiting', 'refused'],
  )
})

const invoices = `  - { name: Счета, preset: invoices, files: inv.csv, numberField: UF_CRM_N }\n`
const inv = (...list: readonly string[]) => ({ 'inv.csv': table('Номер счета;Дата счета;Сумма', ...list) })
const pdf = '%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF\n'
const filesOf = ({ files }: Pick<StagedRun, 'files'>) => files.map(({ says }) => [says.number, ...says.documents])

test('C4: a PDF finds its invoice by the number in its name, when it comes after it or with it', async (t) => {
  const { stage, apply } = await openStaging(t, settings('', invoices))
  const staged = await stage({ ...inv('УТ-000123;05.03.2026;1'), 'Счет на оплату № 000123 от 05.03.2026.pdf': pdf })
  const { key, entity, says, rules } = only(staged.files)
  assert.deepEqual([entity, key], ['file', 'file:Счет на оплату № 000123 от 05.03.2026.pdf'])
  assert.deepEqual(
    [says.of, says.documents, says.number, says.comment, says.alsoParent, says.file.name, says.file.message, says.file.bytes],
    [
      'invoice',
      ['invoice:УТ-000123'],
      '000123',
      'Счет на оплату № 000123 от 05.03.2026.pdf',
      false,
      'Счет на оплату № 000123 от 05.03.2026.pdf',
      staged.messages[1],
      Buffer.byteLength(pdf),
    ],
  )
  assert.match(says.file.sha256, /^[0-9a-f]{64}$/)
  assert.equal(JSON.parse(rules).exchange, 'Счета')
  await apply(staged)
  const later = await stage({ 'invoice_000123.pdf': pdf, '000123.pdf': pdf })
  assert.deepEqual(filesOf(later), [
    ['000123', 'invoice:УТ-000123'],
    ['000123', 'invoice:УТ-000123'],
  ])
})

test('C4: a PDF that comes first waits, and finds its invoice when it is tried again', async (t) => {
  const { stage, apply, retry } = await openStaging(t, settings('', invoices))
  const early = await stage({ 'Счет 17.pdf': pdf })
  assert.deepEqual(filesOf(early), [['17']])
  await apply(early, { 'file:Счет 17.pdf': { action: 'waiting', code: 'plan.waits', text: '', portalId: null } })
  await apply(await stage(inv('17;05.03.2026;1')))
  assert.deepEqual(filesOf(await retry()), [['17', 'invoice:17']])
})

test('a file that fits several documents says all of them, one exactly written or of the day before the others', async (t) => {
  const { stage, apply } = await openStaging(t, settings('', invoices.replace('numberField: UF_CRM_N', 'numbers: yearly')))
  await apply(await stage(inv('17;05.03.2025;1', '17;06.03.2026;1', 'УТ-18;05.03.2026;1', 'БП-18;05.03.2026;1')))
  const staged = await stage({ '17.pdf': pdf, 'Счет 17 от 06.03.2026.pdf': pdf, 'УТ-18.pdf': pdf, '18.pdf': pdf })
  const byName = Object.fromEntries(staged.files.map(({ says }) => [says.file.name, says.documents]))
  assert.deepEqual(byName, {
    '17.pdf': ['invoice:2025/17', 'invoice:2026/17'],
    'Счет 17 от 06.03.2026.pdf': ['invoice:2026/17'],
    'УТ-18.pdf': ['invoice:2026/УТ-18'],
    '18.pdf': ['invoice:2026/УТ-18', 'invoice:2026/БП-18'],
  })
})

test('a file without a number is refused, one that no exchange wants is passed over, one sent before is unchanged', async (t) => {
  const more = invoices.replace(
    'numberField: UF_CRM_N',
    "attachments: { files: ['Сч*.pdf'], comment: 'Счёт № {{ number }}: {{ name }}', alsoParent: true }",
  )
  const { stage, apply } = await openStaging(t, settings('', more))
  const staged = await stage({ 'Счет.pdf': pdf, 'Прайс 17.pdf': pdf, 'Счет 17.pdf': pdf })
  assert.deepEqual(
    [outcomes(await staged.lines(0)), outcomes(await staged.lines(1)), outcomes(await staged.lines(2))],
    [['refused exchange.attachment-no-number'], ['skipped exchange.none'], ['waiting']],
  )
  const { comment, alsoParent } = only(staged.files).says
  assert.deepEqual([comment, alsoParent], ['Счёт № 17: Счет 17.pdf', true])
  await apply(staged)
  const again = await stage({ 'Счет 17.pdf': pdf })
  assert.deepEqual([again.files, outcomes(await again.lines())], [[], ['unchanged exchange.unchanged']])
  assert.equal((await stage({ 'Счет 17.pdf': `${pdf}%\n` })).files.length, 1, 'another content is another file')
})

const outgoing = 'outgoing: [{ name: В 1С, confirmations: [confirm*.txt] }]\n'

test('a confirmation of 1C is remembered, one of a message that was never sent is told of', async (t) => {
  const plain = await (await openStaging(t, settings('', outgoing))).stage({ 'confirm.txt': '7' })
  assert.deepEqual(outcomes(await plain.lines()), ['remembered'])
  const heard: [number, string][] = []
  const { stage } = await openStaging(t, settings('', outgoing), async (message, file) => {
    heard.push([message, file])
    return message === 7 ? 'taken' : 'unknown'
  })
  const staged = await stage({ 'confirm1.txt': '7', 'confirm2.txt': '8' })
  assert.deepEqual(
    [outcomes(await staged.lines(0)), outcomes(await staged.lines(1))],
    [['remembered'], ['skipped exchange.confirmation-unknown']],
  )
  assert.deepEqual(heard.sort(), [
    [7, 'confirm1.txt'],
    [8, 'confirm2.txt'],
  ])
})
