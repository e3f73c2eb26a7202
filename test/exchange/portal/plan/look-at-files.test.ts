import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { CardPlan } from '../../../../src/exchange/portal/plan/card-plan.ts'
import { changeTexts } from '../../../../src/report/change-texts.ts'
import { planChanges } from '../../../../src/report/plan-report.ts'
import { planWords } from '../../../../src/report/plan-words.ts'
import { contracts, deals, exchange, invoices, items, removeItem, withExchanges } from '../document-hands.ts'
import { answers, plan, table } from '../hands.ts'
import { type PortalExchange, portalFolder } from '../portal-folder.ts'

const settings = (attachments = 'attachments: { alsoParent: true }') =>
  withExchanges(
    exchange('Договоры', 'contracts', 'files: [d*.csv]', 'into: process', 'process: 1032', 'stages: { Действует: Действует }'),
    exchange('Заказ-наряды', 'work-orders', 'files: [zn*.csv]', 'stages: { в работе: В работе }'),
    exchange('Счета', 'invoices', 'files: [s*.csv]', attachments),
  )
const order = table('Номер заказ-наряда;Состояние;Сумма;Контрагент;ИНН', 'ЗН-1;в работе;600;ООО Лютик;7707083893')
const contract = table('Номер договора;Статус договора;Контрагент;ИНН', '17;Действует;ООО Лютик;7707083893')
const invoice = (basis: string, under: string) =>
  table('Номер счета;Контрагент;ИНН;Основание;Договор;Сумма', `58;ООО Лютик;7707083893;${basis};${under};600`)
const pdf = { 'in/Счет 58.pdf': '%PDF-1.4\n% счёт\n%%EOF\n' }

async function opened(t: TestContext, attachments?: string): Promise<PortalExchange> {
  return portalFolder(t, { yaml: settings(attachments) })
}

/** The plan of the only file. */
async function fileIn(folder: PortalExchange): Promise<CardPlan> {
  const { plans } = await plan(folder)
  const [file, other] = plans.filter(({ entity }) => entity === 'file')
  assert.ok(file !== undefined && other === undefined)
  return file
}

/** Where the file goes, `invoice 1`. */
const targets = ({ changes }: CardPlan) =>
  changes.map((change) => (change.kind === 'addFile' ? `${change.entity} ${change.id}` : change.kind))
const timelines = (folder: PortalExchange) => folder.state.comments.map((each) => `${each['ENTITY_TYPE']} ${each['ENTITY_ID']}`)

describe('a file that goes to the parent of its document too', () => {
  it('waits with a document that waits for its parent, and goes to both when the parent has come', async (t) => {
    const folder = await opened(t)
    await folder.put({ 'in/s.csv': invoice('ЗН-1', ''), ...pdf })
    const first = await fileIn(folder)
    assert.deepEqual(
      [first.action, first.portalId, first.waitsFor, first.changes, first.problems.map(({ code }) => code)],
      ['wait', null, [], [], ['plan.file-waits']],
    )
    await folder.run()
    assert.deepEqual([invoices(folder), timelines(folder)], [[], []])
    assert.deepEqual(await answers(folder, 'Счет 58.pdf'), ['Счет 58.pdf ждет plan.file-waits'])
    await folder.put({ 'in/zn.csv': order })
    await folder.run()
    const [deal, sent] = [deals(folder)[0]!, invoices(folder)[0]!]
    assert.equal(sent['parentId2'], deal.id)
    assert.deepEqual(timelines(folder), [`smart_invoice ${sent.id}`, `deal ${deal.id}`])
    assert.deepEqual([await answers(folder, 'Счет 58.pdf'), await folder.left()], [['Счет 58.pdf создан'], 0])
  })

  it('comes with a document and its parent that the same run makes, and waits for the document alone', async (t) => {
    const folder = await opened(t)
    await folder.put({ 'in/s.csv': invoice('ЗН-1', ''), 'in/zn.csv': order, ...pdf })
    const { action, waitsFor, comes = [], changes } = await fileIn(folder)
    assert.deepEqual([action, waitsFor, changes], ['create', ['invoice:58'], []])
    assert.deepEqual(
      comes.map(({ role, name }) => [role, name]),
      [['parent', '58']],
    )
    await folder.run()
    assert.deepEqual(timelines(folder), ['smart_invoice 1', 'deal 1'])
  })

  it('goes to what the document was made for, and not to the contract that both fall under', async (t) => {
    const folder = await opened(t)
    await folder.put({ 'in/d.csv': contract, 'in/zn.csv': order, 'in/s.csv': invoice('ЗН-1', '17') })
    await folder.run()
    assert.equal(invoices(folder)[0]!['parentId1032'], items(folder, contracts)[0]!.id)
    await folder.put(pdf)
    const { action, portalId, changes } = await fileIn(folder)
    assert.deepEqual([action, portalId, targets({ changes } as CardPlan)], ['create', 1, ['invoice 1', 'deal 1']])
    await folder.run()
    assert.deepEqual(timelines(folder), ['smart_invoice 1', 'deal 1'])
  })

  it('goes to a smart process that it was made for, which is called by its name', async (t) => {
    const folder = await opened(t)
    await folder.put({ 'in/d.csv': contract, 'in/s.csv': invoice('17', '') })
    await folder.run()
    await folder.put(pdf)
    const file = await fileIn(folder)
    const told = planChanges(file, planWords.ru, changeTexts(null, 'ru')).map(({ what, to }) => `${what}: ${to}`)
    assert.deepEqual(told, ['Файл: Счет 58.pdf (Счёт № 1)', 'Файл: Счет 58.pdf («Договоры» № 1)'])
  })

  it('goes to its document alone when somebody has deleted the parent', async (t) => {
    const folder = await opened(t)
    await folder.put({ 'in/zn.csv': order, 'in/s.csv': invoice('ЗН-1', '') })
    await folder.run()
    await removeItem(folder, 2, 1)
    await folder.put(pdf)
    assert.deepEqual(targets(await fileIn(folder)), ['invoice 1'])
  })
})

it('without the setting a file goes to its document alone, whatever that was made for', async (t) => {
  const folder = await opened(t, 'attachments: { alsoParent: false }')
  await folder.put({ 'in/zn.csv': order, 'in/s.csv': invoice('ЗН-1', '') })
  await folder.run()
  await folder.put(pdf)
  assert.deepEqual(targets(await fileIn(folder)), ['invoice 1'])
})
