import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addCompany, answers, company, counterpartyExchange, edit, marked, points, requisitesOf, table, undo } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const columns = 'Код;Наименование;ИНН;Телефон;Комментарий;Юридический адрес;Контактное лицо'
const inn = '7707083893'
const lutik = `000000001;ООО Лютик;${inn};+7 495 123-45-67;Отсрочка;г Тверь, ул Мира, 1;Иванов Иван`
const klever = '000000002;ООО Клевер;7728168971;;;;'

function reasons(result: Awaited<ReturnType<typeof undo>>): string {
  return result.kind === 'refused' ? result.problem.code : 'run'
}

/** All that the cards say: who touched them when is no part of it, and nothing may be said in several ways. */
function cardsOf({ state }: PortalExchange): unknown {
  const all = [
    Object.values(state.items[4] ?? {}),
    Object.values(state.items[3] ?? {}),
    Object.values(state.requisites),
    state.addresses,
    Object.values(state.bankDetails),
  ]
  return JSON.parse(
    JSON.stringify(all, (name, value) => (touches.has(name) || value === null || value === '' ? undefined : value)),
  )
}

const touches = new Set(['updatedTime', 'lastActivityTime', 'DATE_MODIFY', 'MODIFY_BY_ID'])

test('an undo takes away what the run made and gives back what it changed; a second one has nothing to do', async (t) => {
  const folder = await portalFolder(t)
  const id = await addCompany(folder, 'Лютик', { inn, phone: '+79001112233' })
  await edit(folder, 4, id, { comments: 'Постоянный' })
  const before = cardsOf(folder)
  await folder.put({ 'in/a.csv': table(columns, lutik, klever) })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual([folder.companies().length, folder.contacts().length, company(folder, id)['title']], [2, 1, 'ООО Лютик'])
  assert.equal(reasons(await undo(folder, 1)), 'run')
  const after = cardsOf(folder)
  assert.deepEqual(after, before)
  assert.equal(reasons(await undo(folder, 1)), 'plan.nothing-to-undo')
  assert.equal(reasons(await undo(folder, 2)), 'plan.undo-of-undo')
  assert.equal(reasons(await undo(folder, 99)), 'plan.no-such-run')
  await folder.put({ 'in/b.csv': table(columns, lutik, klever) })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual([folder.companies().length, folder.contacts().length], [2, 1], 'the next export does it all once more')
})

test('an undo of a later run brings back what the earlier one had written, numbers of managers untouched', async (t) => {
  const folder = await portalFolder(t)
  await folder.put({ 'in/a.csv': table(columns, lutik, klever) })
  await folder.run()
  const card = marked(folder, 4)['000000001']!
  await edit(folder, 4, card.id, { fm: [{ typeId: 'PHONE', valueType: 'MOBILE', value: '+79001112233' }] })
  await folder.put({
    'in/b.csv': table(columns, lutik.replace('Лютик', 'Лютик Плюс').replace('45-67', '45-68').replace('Мира, 1', 'Мира, 2')),
  })
  await folder.run()
  assert.deepEqual([card['title'], points(card)], ['ООО Лютик Плюс', ['+74951234568', '+79001112233']])
  await undo(folder, 2)
  assert.deepEqual([card['title'], points(card)], ['ООО Лютик', ['+74951234567', '+79001112233']])
  assert.deepEqual(
    folder.state.addresses.map(({ ADDRESS_1 }) => ADDRESS_1),
    ['г Тверь, ул Мира, 1'],
  )
  await folder.put({ 'in/c.csv': table(columns, lutik) })
  await folder.run()
  assert.deepEqual(await answers(folder, 'c.csv'), ['000000001 без изменений exchange.unchanged'], 'the ledger went back, too')
})

test('what people touched since the run is left, and the rest is taken back', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange('contactPersons: false') })
  const id = await addCompany(folder, 'Лютик', { inn })
  await folder.put({
    'in/a.csv': table(columns, lutik, klever, '000000003;ООО Мак;7707049388;;;;', '000000004;ООО Роза;;+7 495 111-11-11;;;'),
  })
  await folder.run()
  const cards = marked(folder, 4)
  await edit(folder, 4, id, { title: 'Лютик (VIP)' })
  await edit(folder, 4, cards['000000002']!.id, { comments: 'Важный клиент' })
  await edit(folder, 4, cards['000000004']!.id, { UF_CRM_1747309879: 'Ларина' })
  const result = await undo(folder, 1)
  assert.equal(reasons(result), 'run')
  assert.deepEqual(
    folder.companies().map(({ title }) => title),
    ['Лютик (VIP)', 'ООО Клевер', 'ООО Роза'],
  )
  assert.deepEqual(
    [company(folder, id)['comments'] ?? '', points(company(folder, id))],
    ['', []],
    'untouched values of a touched card go back',
  )
  const told = await folder.withHome(async ({ ledger }) =>
    (await ledger.cards.inState(2, 'done', 'company', 0, 10)).map(({ key, result }) => `${key} ${result?.code}`),
  )
  assert.deepEqual(told.sort(), [
    '000000001 apply.undo-touched',
    '000000002 apply.undo-extended',
    '000000003 ',
    '000000004 apply.undo-extended',
  ])
})

test('a run that a fault cut short is finished first, and is then undone as a whole', async (t) => {
  const folder = await portalFolder(t)
  folder.sandbox.plan({ on: 'crm.requisite.add', do: 'overload' })
  await folder.put({ 'in/a.csv': table(columns, lutik, klever) })
  const cut = await folder.run()
  assert.deepEqual([cut.unfinished, folder.companies().length, Object.keys(folder.state.requisites).length], [true, 2, 0])
  assert.equal(reasons(await undo(folder, 1)), 'plan.run-open')
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual([folder.companies().length, Object.keys(folder.state.requisites).length], [2, 2])
  assert.equal(reasons(await undo(folder, 1)), 'run')
  assert.deepEqual(cardsOf(folder), [[], [], [], [], []])
})

test('an undo that a fault cuts short goes on at the next start', async (t) => {
  const folder = await portalFolder(t)
  const id = await addCompany(folder, 'Лютик', { inn })
  const before = cardsOf(folder)
  await folder.put({ 'in/a.csv': table(columns, lutik, klever) })
  await folder.run()
  folder.sandbox.plan({ on: 'crm.item.delete', do: 'overload' })
  await undo(folder, 1)
  const open = await folder.withHome(({ ledger }) => ledger.openRun())
  assert.equal(open?.direction, 'undo')
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual([await folder.withHome(({ ledger }) => ledger.openRun()), requisitesOf(folder, 4, id).length], [null, 1])
  assert.deepEqual(cardsOf(folder), before)
})

test('the same bytes tell it anew after the run that took them was taken back', async (t) => {
  const folder = await portalFolder(t)
  const before = folder.companies().length
  await folder.put({ 'in/k.csv': table(columns, klever) })
  await folder.run()
  assert.equal(folder.companies().length, before + 1)
  await undo(folder, 1)
  assert.equal(folder.companies().length, before)
  await folder.put({ 'in/k.csv': table(columns, klever) })
  const report = await folder.run()
  assert.deepEqual([report.exit, folder.companies().length], [0, before + 1])
})
