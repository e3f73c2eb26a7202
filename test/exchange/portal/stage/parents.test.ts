import assert from 'node:assert/strict'
import { test } from 'node:test'
import { only } from '../../workbench.ts'
import { buyerXml, clients, openStaging, orders, orderXml, outcomes, type StagedRun, table } from './staging.ts'

const settings = (more = '', exchanges: readonly string[] = ['contracts', 'orders', 'work-orders']) => `
target: portal
exchanges:
  - { name: К, preset: counterparties, files: k*.xml }
  - { name: С, preset: invoices, files: inv*.csv${more} }
${exchanges.map((preset, place) => `  - { name: О${place}, preset: ${preset}, files: ${preset}*${preset === 'contracts' ? ', into: process, process: 1032' : ''} }`).join('\n')}
`
const company = { 'k.xml': clients([{ id: 'k1', name: 'ООО «Лютик»', inn: '7701000019' }]) }
const invoice = (...rows: readonly string[]) => ({
  'inv.csv': table('Номер счета;Дата счета;Статус счета;Организация;Контрагент;ИНН;Основание;Договор;Оплатить до;Сумма', ...rows),
})
const row = (number: string, basis = '', contract = '', more = 'Выставлен') =>
  `${number};05.03.2026;${more};ООО "Ромашка";ООО «Лютик»;7701000019;${basis};${contract};15.03.2026;1 000,00`
const parents = ({ documents }: Pick<StagedRun, 'documents'>) =>
  documents.map(({ says }) =>
    says.refs.flatMap(({ role, entity, keys, portalId }) =>
      role === 'parent' ? [`${entity || '?'} ${keys.join('|')}${portalId === undefined ? '' : ` #${portalId}`}`] : [],
    ),
  )

test('C4: an invoice becomes an invoice with its own company, its term and its client', async (t) => {
  const { stage } = await openStaging(t, settings(', organisations: { \'ООО "Ромашка"\': Ромашка }'))
  const staged = await stage({ ...company, ...invoice(row('58'), row('59', '', '', 'Оплачен')) })
  const [first, second] = staged.documents.map(({ says }) => says)
  assert.deepEqual([first!.entity, first!.key, first!.draft.kind], ['invoice', 'invoice:58', 'invoice'])
  const { title, number, beginDate, closeDate, myCompany, stage: at } = first!.draft
  assert.deepEqual(
    [title, number, beginDate, closeDate, myCompany, at],
    ['Счёт 58 от 05.03.2026', '58', '2026-03-05', '2026-03-15', 'Ромашка', ''],
  )
  assert.equal(second!.draft.stage, 'Оплачен')
  assert.ok(first!.initial.includes('stage'), 'an invoice that is not paid yet keeps whatever stage it has')
  assert.deepEqual(first!.refs, [{ role: 'company', entity: 'company', keys: ['k1'], name: 'ООО «Лютик»' }])
})

test('C1: a contract becomes an item of the smart process with its term, bound to its company', async (t) => {
  const { stage } = await openStaging(t, settings())
  const staged = await stage({
    ...company,
    'contracts.csv': table(
      'Ид;Номер договора;Дата договора;Контрагент;ИНН;Действует с;Действует до',
      'дог-1;17;01.02.2026;ООО «Лютик»;7701000019;10.02.2026;31.12.2026',
      'дог-2;18;01.02.2026;ООО «Лютик»;7701000019;;',
    ),
  })
  const [first, second] = staged.documents.map(({ says }) => says)
  assert.deepEqual([first!.entity, first!.key, first!.draft.kind], ['process:1032', 'дог-1', 'process'])
  assert.deepEqual(
    [first!.draft.title, first!.draft.beginDate, first!.draft.closeDate, second!.draft.beginDate],
    ['Договор 17 от 01.02.2026', '2026-02-10', '2026-12-31', '2026-02-01'],
  )
  assert.deepEqual(parents(staged), [[], []])
  assert.deepEqual(
    first!.refs.map(({ role, keys }) => [role, ...keys]),
    [['company', 'k1']],
  )
})

test('C4: an invoice belongs to its basis and its contract, by id or number, in whatever file order they come', async (t) => {
  const { stage } = await openStaging(t, settings())
  const staged = await stage({
    ...invoice(row('1', 'D-1045', '17'), row('2', 'дог-1'), row('3', 'ЗН-000077')),
    'orders.xml': orders([orderXml('D-1045', buyerXml('k1;ООО «Лютик»;7701000019'))]),
    'work-orders.csv': table('Ид;Номер;Сумма', 'zn-77;ЗН-000077;5'),
    'contracts.csv': table('Ид;Номер договора;Контрагент;ИНН', 'дог-1;17;ООО «Лютик»;7701000019'),
    ...company,
  })
  const invoices = staged.documents.filter(({ entity }) => entity === 'invoice')
  assert.deepEqual(parents({ documents: invoices }), [
    ['deal order:D-1045', 'process:1032 дог-1'],
    ['process:1032 дог-1'],
    ['deal zn-77'],
  ])
})

test('a basis that has not come is kept with all that it may mean; one that nobody tells of is only a text', async (t) => {
  const { stage } = await openStaging(t, settings())
  const staged = await stage(invoice(row('1', 'D-1045', '17')))
  assert.deepEqual(parents(staged), [
    ['? D-1045|order:D-1045|workOrder:D-1045|booking:D-1045|contract:D-1045', '? 17|contract:17'],
  ])
  const alone = await (await openStaging(t, settings('', []))).stage(invoice(row('1', 'D-1045', '17')))
  assert.deepEqual(parents(alone), [[]])
})

test('C4: a number that the portal itself gave leads to its card, whoever else tells of documents', async (t) => {
  const { stage } = await openStaging(t, settings('', []))
  const staged = await stage(invoice(row('1', 'B24-1045'), row('2', 'b24-1046'), row('3', 'B24-10x')))
  assert.deepEqual(
    parents(staged).map(([ref = '']) => ref.replace(/\|.*\|[^ ]*/, '|…')),
    ['? B24-1045|… #1045', '? b24-1046|… #1046', ''],
  )
  const other = await (await openStaging(t, settings(", numberPrefix: ''"))).stage(invoice(row('1', '1045')))
  assert.deepEqual(parents(other)[0]!.length, 1)
  assert.doesNotMatch(parents(other)[0]![0]!, /#/)
})

test('a work order is bound to its contract where the contract was told, and speaks of it otherwise', async (t) => {
  const { stage, apply } = await openStaging(t, settings())
  const order = (number: string) => ({ 'work-orders.csv': table('Номер;Сумма;Договор', `${number};5;17`) })
  const first = await stage(order('1'))
  assert.deepEqual(parents(first), [[]])
  await apply(first)
  await apply(await stage({ 'contracts.csv': table('Ид;Номер договора', 'дог-1;17') }))
  assert.deepEqual(parents(await stage(order('2'))), [['process:1032 дог-1']])
})

test('a deal belongs to no other deal: a contract that is one stays a text', async (t) => {
  const deals =
    settings('', []) +
    '  - { name: Д, preset: contracts, files: contracts* }\n  - { name: Н, preset: work-orders, files: work* }\n'
  const { stage } = await openStaging(t, deals)
  const staged = await stage({
    'contracts.csv': table('Ид;Номер договора', 'дог-1;17'),
    'work.csv': table('Номер;Сумма;Договор', '1;5;17'),
  })
  assert.deepEqual(parents(staged), [[], []])
})

test('numbers that begin anew every year are told apart by the year, and a basis by its day', async (t) => {
  const { stage } = await openStaging(
    t,
    `${settings('', ['contracts'])}  - { name: Н, preset: work-orders, files: work*, numbers: yearly }\n`,
  )
  const staged = await stage({
    'work.csv': table('Номер;Дата;Сумма', '17;05.03.2025;1', '17;06.03.2026;2', '18;;3'),
    ...invoice(row('1', '17'), row('2', '18'), row('3', 'workOrder:2026/17')),
  })
  assert.deepEqual(
    staged.documents.map(({ key }) => key),
    ['workOrder:2025/17', 'workOrder:2026/17', 'workOrder:18', 'invoice:2'],
  )
  assert.deepEqual(parents(staged).slice(3), [['deal workOrder:18']])
  const lines = await staged.lines(1)
  assert.deepEqual(outcomes(lines), ['review exchange.parent-several', 'waiting', 'review exchange.parent-several'])
  assert.match(lines[0]!.text, /17 \(05\.03\.2025\).*17 \(06\.03\.2026\)/)
})

test('which of several parents is meant is not guessed when a document is tried again', async (t) => {
  const { stage, apply, retry } = await openStaging(t, settings())
  const waits = { action: 'waiting', code: 'plan.waits', text: '', portalId: null }
  await apply(await stage(invoice(row('1', '17'))), { 'invoice:1': waits })
  await apply(
    await stage({
      'work-orders.csv': table('Номер;Сумма', '17;5'),
      'orders.xml': orders([orderXml('17', buyerXml('k1;ООО «Лютик»;7701000019'))]),
    }),
  )
  assert.deepEqual(parents(await retry()), [['? ']])
})

test('what a document waits for is looked up once more when it is tried again', async (t) => {
  const { stage, apply, retry } = await openStaging(t, settings())
  const waits = { action: 'waiting', code: 'plan.waits', text: '', portalId: null }
  const rows = table('Номер счета;Контрагент ИД;Контрагент;ИНН;Основание', '1;k1;Лютик;;D-1045', '2;;;7701000019;', '3;k9;Ирис;;')
  const first = await stage({ 'inv.csv': rows })
  assert.deepEqual(parents(first)[0]?.[0]?.slice(0, 8), '? D-1045')
  await apply(first, { 'invoice:1': waits, 'invoice:2': waits, 'invoice:3': waits })
  await apply(await stage({ ...company, 'orders.xml': orders([orderXml('D-1045', buyerXml('k1;ООО «Лютик»;7701000019'))]) }))
  const again = await retry()
  assert.deepEqual(
    again.documents.map(({ says }) => says.refs.map(({ role, entity, keys }) => [role, entity, ...keys].join(' '))),
    [['company company k1', 'parent deal order:D-1045'], ['company company k1'], ['contact  k9']],
  )
  await apply(again)
  const same = await stage({ 'inv.csv': rows })
  assert.deepEqual(
    same.documents.map(({ key }) => key).filter((key) => key === 'invoice:1'),
    [],
    'it is what 1C tells when it tells it again',
  )
  assert.deepEqual(outcomes(await first.lines()), ['created', 'created', 'created'])
})

test('a review of the basis of one row leaves the others alone', async (t) => {
  const { stage } = await openStaging(t, settings())
  const twins = clients([
    { id: 'k1', name: 'ООО «Лютик»', inn: '7701000019' },
    { id: 'k2', name: 'ООО «Лютик»', inn: '7701000019' },
  ])
  const staged = await stage({ 'k.xml': twins, ...invoice(row('1')), 'work-orders.csv': table('Номер;Сумма', '5;1') })
  assert.deepEqual(outcomes(await staged.lines(1)), ['review exchange.client-several'])
  assert.equal(only(staged.documents).key, 'workOrder:5')
})
