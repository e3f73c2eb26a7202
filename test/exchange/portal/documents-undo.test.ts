import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  addItem,
  deals,
  editItem,
  exchange,
  goods,
  invoices,
  rows,
  setRows,
  withExchanges,
  workOrderExchanges,
  workOrders,
} from './document-hands.ts'
import { addContact, answers, table, undo } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const number = '3000004876'
const oil = `${number};Масло 5W-40;3;500,00;1500,00`

async function known(t: Parameters<typeof portalFolder>[0], ...keys: readonly string[]): Promise<PortalExchange> {
  const folder = await portalFolder(t, { yaml: workOrderExchanges(...keys) })
  await folder.put({ 'in/zn.csv': workOrders({ number }), 'in/rows.csv': goods(oil) })
  assert.equal((await folder.run()).exit, 0)
  return folder
}

async function changed(folder: PortalExchange): Promise<void> {
  await folder.put({
    'in/zn.csv': workOrders({ number, state: 'выполнен', amount: '2000,00' }),
    'in/rows.csv': goods(`${number};Масло 5W-40;4;500,00;2000,00`),
  })
  assert.equal((await folder.run()).exit, 0)
}

/** What the undo said of the cards that it left. */
async function left(folder: PortalExchange, run: number): Promise<readonly string[]> {
  const undone = await undo(folder, run)
  assert.equal(undone.kind, 'run')
  const cards = await folder.withHome(({ ledger }) =>
    ledger.cards.inState(undone.kind === 'run' ? undone.run : 0, 'done', '', 0, 100),
  )
  return cards.flatMap(({ entity, result }) => (result?.text === '' ? [] : [`${entity} ${result?.code}: ${result?.text}`]))
}

const deal = (folder: PortalExchange) => deals(folder)[0]!
const rowsOf = (folder: PortalExchange) => rows(folder, 'D:1').map(({ productName, quantity }) => `${productName} ${quantity}`)

describe('a run that made documents', () => {
  it('is taken back as long as nobody has touched them, and 1C may tell them again', async (t) => {
    const folder = await known(t)
    assert.deepEqual(await left(folder, 1), [])
    assert.deepEqual([deals(folder).length, folder.contacts().length], [0, 0])
    await folder.put({ 'in/zn2.csv': workOrders({ number }) })
    await folder.run()
    assert.deepEqual([deals(folder).length, await answers(folder, 'zn2.csv')], [1, [`${number} создан`]])
  })

  for (const [what, touch] of Object.entries<(folder: PortalExchange) => Promise<unknown>>({
    'moved by a manager': (folder) => editItem(folder, 2, 1, { stageId: 'C5:AGREEMENT' }),
    'whose rows a manager edited': (folder) => setRows(folder, 'D', 1, [{ productName: 'Фильтр', price: 500, quantity: 3 }]),
    'to which a manager added somebody': async (folder) =>
      editItem(folder, 2, 1, { contactIds: [1, await addContact(folder, { lastName: 'Другая' })] }),
    'for which an invoice was made': (folder) => addItem(folder, 31, { title: 'Счёт', parentId2: 1 }),
    'with words of a manager in a field that 1C does not tell': (folder) =>
      editItem(folder, 2, 1, { sourceDescription: 'Со слов' }),
  })) {
    it(`keeps a deal ${what}, and says so`, async (t) => {
      const folder = await known(t)
      await touch(folder)
      const told = await left(folder, 1)
      assert.equal(deals(folder).length, 1)
      assert.match(told.join('\n'), /^deal apply\.undo-(?:touched|extended): /)
    })
  }
})

describe('a run that changed a document', () => {
  it('is taken back with fields, stage, amount and rows', async (t) => {
    const folder = await known(t)
    await changed(folder)
    assert.deepEqual(rowsOf(folder), ['Масло 5W-40 4'])
    assert.deepEqual(await left(folder, 2), [])
    const { stageId, opportunity, isManualOpportunity } = deal(folder)
    assert.deepEqual([stageId, opportunity, isManualOpportunity, rowsOf(folder)], ['C5:IN_WORK', 1500, 'N', ['Масло 5W-40 3']])
    await changed(folder)
    assert.deepEqual([deal(folder)['stageId'], rowsOf(folder)], ['C5:DONE', ['Масло 5W-40 4']], 'and done again')
  })

  it('leaves what somebody has changed since, and takes back the rest', async (t) => {
    const folder = await known(t)
    await changed(folder)
    await setRows(folder, 'D', 1, [{ productName: 'Фильтр', price: 500, quantity: 4 }])
    const told = await left(folder, 2)
    assert.deepEqual([deal(folder)['stageId'], rowsOf(folder)], ['C5:IN_WORK', ['Фильтр 4']])
    assert.match(told.join(), /Товары/)
  })

  it('leaves a deal that it adopted as it was before', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges() })
    const contact = await addContact(folder, { lastName: 'Рябова', name: 'Анна' }, { phone: '+7 916 123-45-67' })
    await addItem(folder, 2, { title: 'Ручная', categoryId: 5, contactIds: [contact] })
    await folder.put({ 'in/zn.csv': workOrders({ number }), 'in/rows.csv': goods(oil) })
    await folder.run()
    assert.deepEqual([deal(folder)['UF_CRM_ID_1C'], rowsOf(folder)], [number, ['Масло 5W-40 3']])
    assert.deepEqual(await left(folder, 1), [])
    const { title, UF_CRM_ID_1C: said, originId, stageId } = deal(folder)
    assert.deepEqual([title, said || '', originId || '', stageId, rowsOf(folder)], ['Ручная', '', '', 'C5:NEW', []])
    assert.deepEqual(deal(folder)['contactIds'], [contact])
  })

  it('E3: takes a guest out again whom it had added, and leaves one whom a manager added', async (t) => {
    const folder = await portalFolder(t, {
      yaml: withExchanges(
        exchange('Гости', 'contacts', 'files: [g*.csv]'),
        exchange('Брони', 'bookings', 'files: [b*.csv]', 'pipeline: Бронирования', 'clients: false'),
      ),
    })
    const booking = (guests: string) =>
      table(
        'Номер брони;Статус;Ид гостя;Гость;Ид проживающих;Заезд;Выезд',
        `B-17;Подтверждена;g0;Гость0 Иван;${guests};06.03.2026;08.03.2026`,
      )
    await folder.put({ 'in/g.csv': table('Ид;ФИО', 'g0;Гость0 Иван', 'g1;Гость1 Иван'), 'in/b.csv': booking('g0') })
    await folder.run()
    await folder.put({ 'in/b.csv': booking('g0,g1') })
    await folder.run()
    assert.deepEqual(deal(folder)['contactIds'], [1, 2])
    assert.deepEqual(await left(folder, 2), [])
    assert.deepEqual(deal(folder)['contactIds'], [1])
    await folder.put({ 'in/b.csv': booking('g0,g1') })
    await folder.run()
    const other = await addContact(folder, { lastName: 'Третий' })
    await editItem(folder, 2, 1, { contactIds: [1, 2, other] })
    const told = await left(folder, 4)
    assert.deepEqual(deal(folder)['contactIds'], [1, 2, other])
    assert.match(told.join(), /Контакты/)
  })

  it('E7: cannot bring back a card that it deleted, and says so', async (t) => {
    const folder = await known(t, 'deleted: delete')
    await folder.put({ 'in/zn.csv': workOrders({ number, deleted: 'да' }) })
    await folder.run()
    const told = await left(folder, 2)
    assert.match(told.join(), /deal apply\.undo-deleted: .*вернуть нельзя/)
    assert.equal(deals(folder).length, 0)
  })
})

it('a run that made a deal and its invoice goes back as a whole, the invoice first', async (t) => {
  const folder = await portalFolder(t, {
    yaml: withExchanges(
      exchange('Заказ-наряды', 'work-orders', 'files: [zn*.csv]', 'stages: { в работе: В работе }'),
      exchange('Счета', 'invoices', 'files: [s*.csv]'),
    ),
  })
  const invoice = table('Номер счета;Дата счета;Контрагент;Основание;Сумма', `58;05.03.2026;Рябова Анна Петровна;${number};600`)
  await folder.put({ 'in/zn.csv': workOrders({ number }), 'in/s.csv': invoice, 'in/Счет 58.pdf': '%PDF-1.4\n%%EOF\n' })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual([invoices(folder)[0]!['parentId2'], folder.state.comments.length], [1, 1])
  assert.deepEqual(await left(folder, 1), [])
  assert.deepEqual(
    [deals(folder).length, invoices(folder).length, folder.contacts().length, folder.state.comments.length],
    [0, 0, 0, 0],
  )
})

it('a deal of a run stays when another run has attached a file to it', async (t) => {
  const folder = await portalFolder(t, {
    yaml: withExchanges(
      exchange(
        'Заказ-наряды',
        'work-orders',
        'files: [zn*.csv]',
        'stages: { в работе: В работе }',
        "attachments: { files: ['Акт*.pdf'] }",
      ),
    ),
  })
  await folder.put({ 'in/zn.csv': workOrders({ number }) })
  await folder.run()
  await folder.put({ [`in/Акт ${number}.pdf`]: '%PDF-1.4\n%%EOF\n' })
  assert.equal((await folder.run()).exit, 0)
  assert.equal(folder.state.comments.length, 1)
  assert.match((await left(folder, 1)).join(), new RegExp(`deal apply.undo-extended: .*Акт ${number}.pdf`))
  assert.equal(deals(folder).length, 1)
})
