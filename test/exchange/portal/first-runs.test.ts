import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counterparties } from '../folder/exchange-folder.ts'
import { readCsvAnswer } from '../folder/read-answer.ts'
import { addCompany } from './hands.ts'
import { portalFolder } from './portal-folder.ts'

const two = ['000000001;ООО Лютик;+7 495 123-45-67;7707083893', '000000002;ООО Клевер;+7 495 765-43-21;7728168971']

test('new counterparties become companies with phone and requisite, and a second export of the same asks nothing', async (t) => {
  const folder = await portalFolder(t)
  const before = folder.companies().length
  await folder.put({ 'in/kontragenty.csv': counterparties(two) })
  const first = await folder.run()
  assert.deepEqual([first.exit, first.codes], [0, []])
  const made = folder.companies().slice(before)
  assert.deepEqual(
    made.map(({ title, originId, fm }) => [title, originId, fm.map(({ value }) => value)]),
    [
      ['ООО Лютик', '000000001', ['+74951234567']],
      ['ООО Клевер', '000000002', ['+74957654321']],
    ],
  )
  assert.deepEqual(
    Object.values(folder.state.requisites).map(({ RQ_INN, ENTITY_ID }) => [RQ_INN, Number(ENTITY_ID)]),
    [
      ['7707083893', made[0]!.id],
      ['7728168971', made[1]!.id],
    ],
  )
  const { lines } = readCsvAnswer(await folder.text('out/kontragenty.csv.result.csv'))
  assert.deepEqual(
    lines.map((line) => [line['Ид1С'], line['ИдБ24'], line['Действие'], line['Текст']]),
    [
      ['000000001', String(made[0]!.id), 'создан', ''],
      ['000000002', String(made[1]!.id), 'создан', ''],
    ],
  )
  folder.requests()
  await folder.put({ 'in/kontragenty2.csv': counterparties([...two].reverse()) })
  const second = await folder.run()
  assert.equal(second.exit, 0)
  assert.equal(folder.requests(), 0, 'nothing changed, so nothing is asked')
})

test('what a person changed on the portal survives, unless 1C changed the same', async (t) => {
  const folder = await portalFolder(t)
  await folder.put({ 'in/k.csv': counterparties(two) })
  await folder.run()
  const [first, second] = folder.companies().slice(-2)
  first!['title'] = 'ООО Лютик (звонить до 12)'
  first!.fm.push({ id: 9001, typeId: 'PHONE', valueType: 'MOBILE', value: '+79001112233' })
  second!['title'] = 'Клевер'
  await folder.put({
    'in/k2.csv': counterparties([
      '000000001;ООО Лютик;+7 495 123-45-68;7707083893',
      '000000002;ООО Клевер Плюс;+7 495 765-43-21;7728168971',
    ]),
  })
  const report = await folder.run()
  assert.deepEqual([report.exit, report.codes], [0, []])
  assert.deepEqual(
    [first!['title'], first!.fm.map(({ value }) => value)],
    ['ООО Лютик (звонить до 12)', ['+74951234568', '+79001112233']],
    'the number of 1C is replaced, that of the manager stays',
  )
  assert.equal(second!['title'], 'ООО Клевер Плюс')
})

test('a company made by hand is found by its ИНН and taken over, once', async (t) => {
  const folder = await portalFolder(t)
  const id = await addCompany(folder, 'Лютик', { inn: '7707083893' })
  await folder.put({ 'in/k.csv': counterparties(two) })
  const before = folder.companies().length
  const report = await folder.run()
  assert.deepEqual([report.exit, report.codes], [0, []])
  assert.equal(folder.companies().length, before + 1)
  const card = folder.state.items[4]![id]!
  assert.deepEqual([card['title'], card['originId'], card['originatorId']], ['ООО Лютик', '000000001', '1C'])
  assert.equal(Object.values(folder.state.requisites).filter(({ ENTITY_ID }) => Number(ENTITY_ID) === id).length, 1)
})

test('two cards with one ИНН are a doubt for a person, and nothing is written', async (t) => {
  const folder = await portalFolder(t)
  const ids = [
    await addCompany(folder, 'Лютик', { inn: '7707083893' }),
    await addCompany(folder, 'Лютик 2', { inn: '7707083893' }),
  ]
  await folder.put({ 'in/k.csv': counterparties(two.slice(0, 1)) })
  const report = await folder.run()
  const { lines } = readCsvAnswer(await folder.text('out/k.csv.result.csv'))
  assert.equal(report.exit, 3)
  assert.equal(lines[0]!['Код'], 'plan.several')
  for (const id of ids) assert.ok(lines[0]!['Текст']!.includes(`/crm/company/details/${id}/`), lines[0]!['Текст'])
  assert.deepEqual(
    ids.map((id) => folder.state.items[4]![id]!['title']),
    ['Лютик', 'Лютик 2'],
  )
})
