import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addItem, deals, editItem, exchange, withExchanges, workOrderExchanges, workOrders } from './document-hands.ts'
import { addContact, answers, lines, plan } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const number = '3000004876'
const phone = '+7 916 123-45-67'
const person = { lastName: 'Рябова', name: 'Анна' }

/** A portal on which a client has deals of her own. */
async function withDeals(
  t: Parameters<typeof portalFolder>[0],
  fields: readonly Readonly<Record<string, unknown>>[],
  ...keys: readonly string[]
): Promise<PortalExchange> {
  const folder = await portalFolder(t, { yaml: workOrderExchanges(...keys) })
  const contact = await addContact(folder, person, { phone: '8 (916) 123 45 67' })
  for (const [place, each] of fields.entries()) {
    await addItem(folder, 2, { title: `Сделка ${place + 1}`, categoryId: 5, contactIds: [contact], ...each })
  }
  await folder.put({ 'in/zn.csv': workOrders({ number }) })
  return folder
}

const told = (folder: PortalExchange) =>
  deals(folder).map(({ id, UF_CRM_ID_1C: said, originId, stageId }) => [id, said ?? '', originId ?? '', stageId])
const ours = [number, `workOrder:${number}`, 'C5:IN_WORK']

describe('the deal of a work order is found', () => {
  it('B4, B6: first by the field with its number, finished or not', async (t) => {
    const folder = await withDeals(t, [{}, { UF_CRM_ID_1C: number, stageId: 'C5:WON' }])
    const { plans } = await plan(folder)
    assert.deepEqual(
      plans.filter(({ entity }) => entity === 'deal').map(({ foundBy, portalId }) => [foundBy, portalId]),
      [['number-field', 2]],
    )
    await folder.run()
    assert.deepEqual(told(folder), [
      [1, '', '', 'C5:NEW'],
      [2, ...ours],
    ])
  })

  it('B6, B11: then by the phone of the client, and gets the number, the mark and what 1C says', async (t) => {
    const folder = await withDeals(t, [{}])
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(told(folder), [[1, ...ours]])
    assert.deepEqual([deals(folder)[0]!['opportunity'], folder.contacts().length], [1500, 1])
    assert.deepEqual(await answers(folder, 'zn.csv'), [`${number} обновлен apply.conflict-onec`])
  })

  it('B6: by the phone of a company too', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges() })
    const { item } = (await folder.ask('crm.item.add', {
      entityTypeId: 4,
      fields: { title: 'Рябова', fm: [{ typeId: 'PHONE', valueType: 'WORK', value: phone }] },
    })) as { item: { id: number } }
    await addItem(folder, 2, { title: 'Ручная', categoryId: 5, companyId: item.id })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    assert.deepEqual(told(folder), [[1, ...ours]])
  })

  it('B6: never one that is finished, won or lost, or at a stage that the settings call final', async (t) => {
    const final = 'finalStages: [Выполнен]'
    const folder = await withDeals(t, [{ stageId: 'C5:WON' }, { stageId: 'C5:LOSE' }, { stageId: 'C5:DONE' }], final)
    await folder.run()
    assert.deepEqual(told(folder).at(-1), [4, ...ours])
    assert.deepEqual(
      told(folder)
        .slice(0, 3)
        .map(([, said]) => said),
      ['', '', ''],
    )
  })

  it('B6: two open deals of one phone go to a person, with the addresses of both', async (t) => {
    const folder = await withDeals(t, [{}, {}])
    assert.equal((await folder.run()).exit, 3)
    assert.deepEqual(
      told(folder).map(([, said]) => said),
      ['', ''],
    )
    const [line] = await lines(folder, 'zn.csv')
    assert.deepEqual([line!['Действие'], line!['Код']], ['на проверку', 'plan.document-several'])
    assert.match(line!['Текст']!, /deal\/details\/1\/.*deal\/details\/2\//)
  })

  it('B6: or to the newest of them, where the settings say so', async (t) => {
    const folder = await withDeals(t, [{}, {}, { stageId: 'C5:WON' }], 'several: newest')
    await folder.run()
    assert.deepEqual(told(folder), [
      [1, '', '', 'C5:NEW'],
      [2, ...ours],
      [3, '', '', 'C5:WON'],
    ])
  })

  it('not by the phone where it carries the number of another order', async (t) => {
    const folder = await withDeals(t, [{ UF_CRM_ID_1C: '3000001111' }])
    await folder.run()
    assert.deepEqual(told(folder), [
      [1, '3000001111', '', 'C5:NEW'],
      [2, ...ours],
    ])
  })

  it('once: of two orders of one client the first gets the open deal, the second one of its own', async (t) => {
    const folder = await withDeals(t, [{}])
    await folder.put({ 'in/zn.csv': workOrders({ number }, { number: '3000004877' }) })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(
      told(folder).map(([, said]) => said),
      [number, '3000004877'],
    )
    await folder.put({ 'in/zn.csv': workOrders({ number: '3000004878' }) })
    await folder.run()
    assert.deepEqual(
      told(folder).map(([, said]) => said),
      [number, '3000004877', '3000004878'],
    )
  })

  it('once, though its client is made anew between plan and apply', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges() })
    // A deal of a company by phone; the people of both orders are new, so that both are planned again before they are made.
    const { item } = (await folder.ask('crm.item.add', {
      entityTypeId: 4,
      fields: { title: 'Такси', fm: [{ typeId: 'PHONE', valueType: 'WORK', value: phone }] },
    })) as { item: { id: number } }
    await addItem(folder, 2, { title: 'Ручная', categoryId: 5, companyId: item.id })
    const orders = Array.from({ length: 5 }, (_, place) => ({ number: `30000048${60 + place}` }))
    await folder.put({ 'in/zn.csv': workOrders(...orders) })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual([...new Set(told(folder).map(([, said]) => said))].length, 5)
    assert.equal(deals(folder).length, 5)
  })
})

describe('the card of a document is found', () => {
  const bookings = withExchanges(exchange('Брони', 'bookings', 'pipeline: Бронирования', 'match: [portal-id, title]'))
  const table = (id: string) =>
    [
      'Номер брони;Статус;Гость;Телефон гостя;Заезд;Выезд;Сумма;CRM_ID',
      `B-17;Подтверждена;Рябова Анна Петровна;${phone};06.03.2026;08.03.2026;9000;${id}`,
      '',
    ].join('\r\n')

  it('E5: by the number that Bitrix24 gave it and 1C has kept', async (t) => {
    const folder = await portalFolder(t, { yaml: bookings })
    await addItem(folder, 2, { title: 'Первая', categoryId: 7 })
    const id = await addItem(folder, 2, { title: 'Вторая', categoryId: 7 })
    await folder.put({ 'in/b.csv': table(String(id)) })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(
      deals(folder).map(({ originId }) => originId ?? ''),
      ['', 'booking:B-17'],
    )
    assert.equal((await lines(folder, 'b.csv'))[0]!['ИдБ24'], '2')
  })

  it('E9: by its title where that number is stale, else it is made', async (t) => {
    const folder = await portalFolder(t, { yaml: bookings })
    await addItem(folder, 2, { title: 'Заявка №B-17 (Рябова) 06.03.2026 - 08.03.2026', categoryId: 7 })
    await folder.put({ 'in/b.csv': table('4711') })
    await folder.run()
    assert.deepEqual(
      deals(folder).map(({ originId }) => originId),
      ['booking:B-17'],
    )
  })

  it('but not where it is the card of another document', async (t) => {
    const folder = await portalFolder(t, { yaml: bookings })
    await folder.put({ 'in/b.csv': table('') })
    await folder.run()
    await folder.put({ 'in/b.csv': table('1').replace('B-17', 'B-18') })
    await folder.run()
    assert.deepEqual(
      deals(folder).map(({ originId }) => originId),
      ['booking:B-17', 'booking:B-18'],
    )
  })

  it('by one of two documents that say the same of it: a person decides about the other', async (t) => {
    const folder = await portalFolder(t, { yaml: bookings })
    await addItem(folder, 2, { title: 'Ручная', categoryId: 7 })
    const [head, first] = table('1').split('\r\n')
    await folder.put({ 'in/b.csv': [head, first, first!.replace('B-17', 'B-18'), ''].join('\r\n') })
    assert.equal((await folder.run()).exit, 3)
    assert.deepEqual(await answers(folder, 'b.csv'), [
      'B-17 обновлен apply.conflict-onec',
      'B-18 на проверку plan.document-claimed',
    ])
    assert.equal(deals(folder).length, 1)
  })

  it('by its mark after the ledger was lost, whatever people have changed', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges('match: []') })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    await editItem(folder, 2, 1, { title: 'Другое', UF_CRM_ID_1C: '' })
    await folder.withHome(({ ledger }) => ledger.links.remove('deal', [`workOrder:${number}`]))
    await folder.put({ 'in/zn.csv': workOrders({ number, state: 'выполнен' }) })
    await folder.run()
    assert.deepEqual(told(folder), [[1, number, `workOrder:${number}`, 'C5:DONE']])
  })
})
