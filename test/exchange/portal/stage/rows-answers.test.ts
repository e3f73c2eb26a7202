import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeZip } from '../../../onec/read/zip/zip-maker.ts'
import { only } from '../../workbench.ts'
import { openStaging, outcomes, type StagedRun, table } from './staging.ts'

const settings = (more = '') => `
target: portal
exchanges:
  - { name: Наряды, preset: work-orders, files: zn*.csv${more} }
  - { name: Строки, preset: document-rows, files: rows*.csv }
`
const rows = (...list: readonly string[]) => table('Заказ-наряд;Номенклатура;Количество;Ед.изм.;Цена;Сумма', ...list)
const oil = '77;Масло;2;шт;500;1000'
const work = '77;Замена масла;1;ч;700;700'
const zn = (...list: readonly string[]) => ({ 'zn.csv': table('Номер;Сумма;Организация', ...list) })

const told = async (staged: StagedRun, place = 0) =>
  (await staged.lines(place)).map(({ action, bitrixId, code }) => [action, bitrixId, code].filter(Boolean).join(' '))

test('rows that come alone tell what became of their document: changed, refused, under review, waiting', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  const numbers = [77, 78, 79, 80]
  await apply(await stage({ ...zn(...numbers.map((number) => `${number};1;`)), 'rows.csv': rows(oil) }))
  const of = (action: string, code: string) => ({ action, code, text: 'Почему.', portalId: null })
  const alone = await stage({
    'rows.csv': rows(...numbers.flatMap((each) => [work, oil].map((row) => row.replace('77', `${each}`)))),
  })
  await apply(alone, {
    'workOrder:78': of('refused', 'rest.refused'),
    'workOrder:79': of('review', 'apply.conflict'),
    'workOrder:80': of('waiting', 'plan.product-waits'),
  })
  const expected = ['updated 101', 'refused rest.refused', 'review apply.conflict', 'waiting plan.product-waits']
  assert.deepEqual(
    await told(alone),
    expected.flatMap((each) => [each, each]),
  )
  assert.ok((await alone.lines()).slice(2).every(({ text }) => text === 'Почему.'))
})

test('rows that come with their document say the same as it does, changed or not', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  const files = { ...zn('77;1;'), 'rows.csv': rows(oil, work) }
  const first = await stage(files)
  await apply(first)
  assert.deepEqual([await told(first), await told(first, 1)], [['created 101'], ['created 101', 'created 101']])
  const again = await stage(files)
  const same = 'unchanged 101 exchange.unchanged'
  assert.deepEqual([await told(again), await told(again, 1)], [[same], [same, same]])
})

test('rows that came first wait, say for what, and show the card of their document as soon as that has come', async (t) => {
  const { stage, apply, ledger } = await openStaging(t, settings())
  const early = await stage({ 'rows.csv': rows(oil, work, oil.replace('77', '78')) })
  await apply(early)
  assert.deepEqual(await told(early), Array(3).fill('waiting exchange.rows-wait'))
  assert.match((await early.lines())[2]!.text, /ждут документ 78/)
  const document = await stage(zn('77;1;'))
  assert.deepEqual(await ledger.cards.messagesOf(document.run), [...early.messages, ...document.messages])
  await apply(document)
  assert.deepEqual(await told(early), ['created 101', 'created 101', 'waiting exchange.rows-wait'])
  const changed = await stage(zn('77;2;'))
  await apply(changed)
  assert.deepEqual(
    [await told(early), await told(changed)],
    [['created 101', 'created 101', 'waiting exchange.rows-wait'], ['updated 101']],
  )
})

test('rows of a document that waits are its word too: both answers tell what becomes of it in the end', async (t) => {
  const { stage, apply, retry, ledger } = await openStaging(t, settings())
  const waits = { 'workOrder:77': { action: 'waiting', code: 'plan.document-waits', text: 'Ждёт.', portalId: null } }
  const document = await stage(zn('77;1;'))
  await apply(document, waits)
  const alone = await stage({ 'rows.csv': rows(oil) })
  await apply(alone, waits)
  const waiting = ['waiting plan.document-waits']
  assert.deepEqual([await told(document), await told(alone)], [waiting, waiting])
  const again = await retry()
  assert.deepEqual(await ledger.cards.messagesOf(again.run), [...document.messages, ...alone.messages])
  await apply(again)
  const [same = ''] = await told(alone)
  assert.match(same, /^created \d+$/)
  assert.deepEqual(await told(document), [same])
})

test('rows of a document that its exchange does not take share the reason, and go with it once it is taken', async (t) => {
  const { stage, apply } = await openStaging(t, settings(", only: { organisation: ['ООО Маяк'] }, stages: { новый: NEW }"))
  const order = (state: string, organisation: string) => ({
    'zn.csv': table('Номер;Состояние;Сумма;Организация', `77;${state};1;${organisation}`),
  })
  const other = await stage({ ...order('новый', 'ООО Парус'), 'rows.csv': rows(oil) })
  await apply(other)
  assert.deepEqual([await told(other), await told(other, 1)], [['skipped exchange.filtered'], ['skipped exchange.filtered']])
  const unknown = await stage({ ...order('странный', 'ООО Маяк'), 'rows.csv': rows(oil) })
  await apply(unknown)
  const refused = ['refused exchange.state-unmapped']
  assert.deepEqual([await told(unknown), await told(unknown, 1)], [refused, refused])
  const right = await stage(order('новый', 'ООО Маяк'))
  await apply(right)
  assert.equal(only(right.documents).says.draft.rows.length, 1)
  assert.deepEqual([await told(other, 1), await told(unknown, 1)], [['skipped exchange.filtered'], ['created 101']])
})

test('rows that go nowhere say so: the exchange of documents leaves them out, or there is none', async (t) => {
  const { stage, apply } = await openStaging(t, settings(', rows: false'))
  const both = await stage({ ...zn('77;1;'), 'rows.csv': rows(oil) })
  await apply(both)
  const alone = await stage({ 'rows.csv': rows(work) })
  const unused = ['skipped exchange.rows-unused']
  assert.deepEqual([await told(both, 1), await told(alone)], [unused, unused])
  const nobody = await openStaging(t, settings(', enabled: false'))
  assert.deepEqual(await told(await nobody.stage({ 'rows.csv': rows(oil) })), ['skipped exchange.none'])
})

test('what is found about a row itself is said beside what became of its document', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  const odd = table('Заказ-наряд;Номенклатура;Количество;Цена;Сумма;Ставка НДС', '77;Масло;2;500;1000;льготная')
  const early = await stage({ 'rows.csv': odd })
  await apply(early)
  const [waiting] = await early.lines()
  assert.match(waiting!.text, /^Строки запомнены .*льготная/)
  await apply(await stage(zn('77;1;')))
  const [line] = await early.lines()
  assert.deepEqual([line!.action, line!.bitrixId, line!.code], ['created', '101', 'vat.unknown'])
  assert.match(line!.text, /льготная/)
  assert.doesNotMatch(line!.text, /запомнены/)
  const [unchanged] = await (await stage({ 'rows.csv': odd })).lines()
  assert.match(unchanged!.text, /^Без изменений .*льготная/)
})

test('of two files of one archive that tell rows of the same document one is taken, and the other is told so', async (t) => {
  const { stage } = await openStaging(t, `${settings()}`.replace('rows*.csv', "['rows*.csv', '*.zip']"))
  const zip = makeZip([
    { name: 'rows1.csv', content: rows(oil) },
    { name: 'rows2.csv', content: rows(work) },
  ])
  const staged = await stage({ ...zn('77;1;'), 'all.zip': zip })
  assert.equal(only(staged.documents).says.draft.rows.length, 1)
  assert.deepEqual(outcomes(await staged.lines(1)), ['waiting', 'skipped exchange.twice'])
})
