import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  addItem,
  deals,
  editItem,
  exchange,
  goods,
  removeItem,
  rows,
  setRows,
  type WorkOrder,
  withExchanges,
  workOrderExchanges,
  workOrders,
} from './document-hands.ts'
import { answers, lines, points } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const number = '3000004876'
const two = [`${number};Масло 5W-40;2;500,00;1000,00`, `${number};Замена масла;1;500,00;500,00`]

/** A folder in which the work order stands on the portal already. */
async function known(t: Parameters<typeof portalFolder>[0], ...lines: readonly string[]): Promise<PortalExchange> {
  const folder = await portalFolder(t, { yaml: workOrderExchanges(...lines) })
  await folder.put({ 'in/zn.csv': workOrders({ number }), 'in/rows.csv': goods(...two) })
  assert.equal((await folder.run()).exit, 0)
  return folder
}

const deal = (folder: PortalExchange) => deals(folder)[0]!
const rowsOf = (folder: PortalExchange) =>
  rows(folder, 'D:1').map(({ productName, quantity, price }) => `${productName} ${quantity}×${price}`)

describe('a work order', () => {
  it('B8: becomes a deal with its client, rows, stage and amount; the same file again costs nothing', async (t) => {
    const folder = await known(t)
    const { title, stageId, categoryId, opportunity, isManualOpportunity, contactIds, originId, UF_CRM_ID_1C: id } = deal(folder)
    assert.deepEqual(
      [title, categoryId, stageId, opportunity, isManualOpportunity, contactIds, originId, id],
      [`Заказ-наряд ${number}`, 5, 'C5:IN_WORK', 1500, 'N', [1], `workOrder:${number}`, number],
    )
    assert.deepEqual(rowsOf(folder), ['Масло 5W-40 2×500', 'Замена масла 1×500'])
    const [contact] = folder.contacts()
    assert.deepEqual([contact?.['lastName'], points(contact!)], ['Рябова', ['+79161234567']])
    assert.deepEqual(await answers(folder, 'zn.csv'), [`${number} создан`])
    assert.equal((await lines(folder, 'zn.csv'))[0]!['ИдБ24'], '1', 'E5: 1C is told which card it is')
    folder.requests()
    await folder.put({ 'in/zn2.csv': workOrders({ number }), 'in/rows2.csv': goods(...two) })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual([folder.requests(), await answers(folder, 'zn2.csv')], [0, [`${number} без изменений exchange.unchanged`]])
  })

  it('B7: changed in 1C moves its deal and changes its amount; what people have made of the rest stays', async (t) => {
    const folder = await known(t)
    await editItem(folder, 2, 1, { title: 'Рябова, срочно', comments: 'Позвонить' })
    await folder.put({ 'in/zn.csv': workOrders({ number, state: 'выполнен', amount: '1700,00' }) })
    assert.equal((await folder.run()).exit, 0)
    const { title, comments, stageId, opportunity, isManualOpportunity } = deal(folder)
    assert.deepEqual([title, comments, stageId], ['Рябова, срочно', 'Позвонить', 'C5:DONE'])
    assert.deepEqual([opportunity, isManualOpportunity], [1700, 'Y'], 'which the rows do not come to')
    assert.deepEqual([rowsOf(folder).length, deals(folder).length], [2, 1])
    assert.deepEqual(await answers(folder, 'zn.csv'), [`${number} обновлен`])
  })

  it('moved by a manager stays there until 1C moves it too; then the rule decides', async (t) => {
    const folder = await known(t, 'conflict: crm')
    await editItem(folder, 2, 1, { stageId: 'C5:AGREEMENT' })
    await folder.put({ 'in/zn.csv': workOrders({ number, amount: '1502,00' }) })
    await folder.run()
    assert.deepEqual([deal(folder)['stageId'], deal(folder)['opportunity']], ['C5:AGREEMENT', 1502])
    await folder.put({ 'in/zn.csv': workOrders({ number, amount: '1502,00', state: 'выполнен' }) })
    await folder.run()
    assert.equal(deal(folder)['stageId'], 'C5:AGREEMENT')
    const [line] = await lines(folder, 'zn.csv')
    assert.match(line!['Текст']!, /Стадия.*«Согласование».*«Выполнен»/, 'told by the names of the stages')
  })

  it('has its rows changed as a whole, unless a manager has edited them', async (t) => {
    const folder = await known(t)
    await folder.put({
      'in/zn.csv': workOrders({ number, amount: '2000,00' }),
      'in/rows.csv': goods(`${number};Масло 5W-40;4;500,00;2000,00`),
    })
    await folder.run()
    assert.deepEqual(
      [rowsOf(folder), deal(folder)['opportunity'], deal(folder)['isManualOpportunity']],
      [['Масло 5W-40 4×500'], 2000, 'N'],
    )
    await setRows(folder, 'D', 1, [{ productName: 'Фильтр', price: 100, quantity: 3 }])
    await folder.put({ 'in/zn.csv': workOrders({ number, amount: '2000,00', state: 'выполнен' }) })
    await folder.run()
    assert.deepEqual([rowsOf(folder), deal(folder)['stageId']], [['Фильтр 3×100'], 'C5:DONE'])
  })

  it('with a conflict goes to a person as a whole where the settings say so', async (t) => {
    const folder = await known(t, 'conflict: review')
    await setRows(folder, 'D', 1, [{ productName: 'Фильтр', price: 100, quantity: 3 }])
    await folder.put({
      'in/zn.csv': workOrders({ number, amount: '2000,00', state: 'выполнен' }),
      'in/rows.csv': goods(`${number};Масло 5W-40;4;500,00;2000,00`),
    })
    assert.equal((await folder.run()).exit, 3)
    assert.deepEqual([rowsOf(folder), deal(folder)['stageId']], [['Фильтр 3×100'], 'C5:IN_WORK'])
    assert.deepEqual(await answers(folder, 'zn.csv'), [`${number} на проверку apply.conflict`])
  })
})

describe('mode', () => {
  it('B8: update makes no new deals, and a client that is not there keeps nobody waiting', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges('mode: update') })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual([deals(folder).length, await answers(folder, 'zn.csv')], [0, [`${number} пропущен plan.only-update`]])
  })

  it('create leaves a deal that is there as it is', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges('mode: create') })
    await addItem(folder, 2, { title: 'Ручная', UF_CRM_ID_1C: number, categoryId: 5 })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    assert.deepEqual([deals(folder).length, deal(folder)['title']], [1, 'Ручная'])
    assert.deepEqual(await answers(folder, 'zn.csv'), [`${number} пропущен plan.only-create`])
  })
})

describe('a document marked for deletion in 1C', () => {
  const deleted = workOrders({ number, deleted: 'да' })

  it('E7: deletes its card where the settings say so, and comes back as a new one', async (t) => {
    const folder = await known(t, 'deleted: delete')
    await folder.put({ 'in/zn.csv': deleted })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual([deals(folder).length, await answers(folder, 'zn.csv')], [0, [`${number} удален plan.document-deleted`]])
    assert.equal((await lines(folder, 'zn.csv'))[0]!['ИдБ24'], '', 'there is no card any more')
    assert.match(await folder.text('out/zn.csv.result.csv'), /#Обновлено;0\r\n#Удалено;1\r\n/)
    folder.requests()
    await folder.put({ 'in/zn3.csv': deleted })
    await folder.run()
    assert.deepEqual(await answers(folder, 'zn3.csv'), [`${number} пропущен exchange.deleted`])
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    assert.deepEqual(
      deals(folder).map(({ originId }) => originId),
      [`workOrder:${number}`],
    )
  })

  it('E7: is told to be deleted, too, where a person was quicker', async (t) => {
    const folder = await known(t, 'deleted: delete')
    await removeItem(folder, 2, 1)
    await folder.put({ 'in/zn.csv': deleted })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(await answers(folder, 'zn.csv'), [`${number} удален`])
    assert.deepEqual(await folder.withHome(({ ledger }) => ledger.links.byKey(`workOrder:${number}`)), [])
  })

  it('E7: closes its card where the settings say so, and opens it again', async (t) => {
    const folder = await known(t, 'deleted: close')
    await folder.put({ 'in/zn.csv': deleted })
    await folder.run()
    assert.equal(deal(folder)['stageId'], 'C5:LOSE')
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    assert.deepEqual([deal(folder)['stageId'], deals(folder).length], ['C5:IN_WORK', 1])
  })

  it('E7: closes it at the stage of the settings; one that this pipeline does not have is told', async (t) => {
    const folder = await known(t, 'deleted: close', 'deletedStage: Согласование')
    await folder.put({ 'in/zn.csv': deleted })
    await folder.run()
    assert.equal(deal(folder)['stageId'], 'C5:AGREEMENT')
    const other = await known(t, 'deleted: close', 'deletedStage: Архив')
    await other.put({ 'in/zn.csv': deleted })
    assert.equal((await other.run()).exit, 3)
    assert.deepEqual(
      [deal(other)['stageId'], await answers(other, 'zn.csv')],
      ['C5:IN_WORK', [`${number} ошибка plan.no-closing-stage`]],
    )
  })

  it('E7: touches no card that the exchange does not know, and makes none', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges('deleted: delete') })
    await addItem(folder, 2, { title: 'Ручная', UF_CRM_ID_1C: number })
    await folder.put({ 'in/zn.csv': deleted })
    await folder.run()
    assert.deepEqual([deals(folder).length, await answers(folder, 'zn.csv')], [1, [`${number} пропущен exchange.deleted`]])
  })

  it('is passed over as long as the settings do not say what is to become of its card', async (t) => {
    const folder = await known(t)
    await folder.put({ 'in/zn.csv': deleted })
    await folder.run()
    assert.deepEqual([deals(folder).length, deal(folder)['stageId']], [1, 'C5:IN_WORK'])
  })
})

describe('a card that a person deleted', () => {
  it('E9: is made once more when 1C changes the document, with its rows', async (t) => {
    const folder = await known(t)
    await removeItem(folder, 2, 1)
    await folder.put({ 'in/zn.csv': workOrders({ number, state: 'выполнен' }) })
    await folder.run()
    assert.deepEqual(
      deals(folder).map(({ id, stageId }) => [id, stageId]),
      [[2, 'C5:DONE']],
    )
    assert.equal(rows(folder, 'D:2').length, 2)
  })

  it('stays away where a person is to decide', async (t) => {
    const folder = await known(t, 'vanished: review')
    await removeItem(folder, 2, 1)
    await folder.put({ 'in/zn.csv': workOrders({ number, state: 'выполнен' }) })
    assert.equal((await folder.run()).exit, 3)
    assert.deepEqual([deals(folder).length, await answers(folder, 'zn.csv')], [0, [`${number} на проверку plan.vanished`]])
  })
})

describe('many documents', () => {
  const some = (count: number, more: Partial<WorkOrder> = {}) =>
    workOrders(
      ...Array.from({ length: count }, (_, at) => ({
        number: String(3000005000 + at),
        phone: `+7 916 000-00-${10 + at}`,
        ...more,
      })),
    )

  it('changed at once are held by the brake, which counts them by their kind', async (t) => {
    const folder = await portalFolder(t, { yaml: `brake: { share: 50%, from: 3 }\n${workOrderExchanges()}` })
    await folder.put({ 'in/zn.csv': some(5) })
    assert.equal((await folder.run()).exit, 0)
    await folder.put({ 'in/zn.csv': some(5, { state: 'выполнен' }) })
    const report = await folder.run()
    assert.deepEqual([report.exit, report.codes], [7, ['plan.stopped']])
    assert.deepEqual(report.runs[0]?.plan?.brake, { reasons: ['share'], changed: 5, updates: 5, known: 5 })
    assert.equal(deal(folder)['stageId'], 'C5:IN_WORK')
  })

  it('E3: a group booking of many guests is one deal with all of them', async (t) => {
    const folder = await portalFolder(t, {
      yaml: withExchanges(
        exchange('Гости', 'contacts', 'files: [g*.csv]'),
        exchange('Брони', 'bookings', 'files: [b*.csv]', 'pipeline: Бронирования', 'clients: false'),
      ),
    })
    const guests = Array.from({ length: 12 }, (_, at) => `g${at};Гость${at} Иван`)
    await folder.put({
      'in/g.csv': ['Ид;ФИО', ...guests, ''].join('\r\n'),
      'in/b.csv': [
        'Номер брони;Статус;Ид гостя;Гость;Ид проживающих;Заезд;Выезд;Сумма',
        `B-17;Подтверждена;g3;Гость3 Иван;g0,g1,g2,g3,g4,g5;06.03.2026;08.03.2026;9000`,
        `B-17;Подтверждена;g3;Гость3 Иван;g6,g7,g8,g9,g10,g11;06.03.2026;08.03.2026;9000`,
        '',
      ].join('\r\n'),
    })
    assert.equal((await folder.run()).exit, 0)
    assert.equal(deals(folder).length, 1)
    const ids = deal(folder)['contactIds'] as readonly number[]
    assert.deepEqual([ids.length, ids[0]], [12, 4], 'who booked is the main one')
  })
})
