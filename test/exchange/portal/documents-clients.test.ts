import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deals, exchange, removeItem, withExchanges, workOrderExchanges, workOrders } from './document-hands.ts'
import { addContact, answers, lines, points, table, undo } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const number = '3000004876'
const phone = '+7 916 123-45-67'
const contact = (folder: PortalExchange, id: number) => folder.contacts().find((each) => each.id === id)!

describe('the client of a work order', () => {
  it('B9: is corrected from it, 1C before Bitrix24', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges() })
    const id = await addContact(folder, { lastName: 'Рябова-старая', name: 'Аня' }, { phone })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    assert.equal((await folder.run()).exit, 0)
    const { lastName, name, secondName, originId } = contact(folder, id)
    assert.deepEqual([lastName, name, secondName, originId], ['Рябова', 'Анна', 'Петровна', 'phone:+79161234567'])
    assert.deepEqual([folder.contacts().length, deals(folder)[0]!['contactIds']], [1, [id]])
  })

  it('B9: stays as it is where the settings say so, and the deal is bound to it all the same', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges('updateClients: false') })
    const id = await addContact(folder, { lastName: 'Рябова-старая', name: 'Аня' }, { phone })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    assert.equal((await folder.run()).exit, 0)
    const { lastName, name, originId } = contact(folder, id)
    assert.deepEqual([lastName, name, originId ?? null], ['Рябова-старая', 'Аня', null])
    assert.deepEqual([folder.contacts().length, deals(folder)[0]!['contactIds']], [1, [id]])
    await folder.put({ 'in/zn.csv': workOrders({ number, client: 'Другая Рябова' }) })
    await folder.run()
    assert.deepEqual([contact(folder, id)['lastName'], folder.contacts().length], ['Рябова-старая', 1])
  })

  it('B9: is made where there is none, whatever the settings say of correcting', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges('updateClients: false') })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    assert.deepEqual([folder.contacts().map(points), deals(folder)[0]!['contactIds']], [[['+79161234567']], [1]])
  })

  it('B11: two orders of one phone are of one client', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges() })
    await folder.put({ 'in/zn.csv': workOrders({ number }, { number: '3000004877', phone: '8 (916) 123 45 67' }) })
    await folder.run()
    assert.equal(folder.contacts().length, 1)
    assert.deepEqual(
      deals(folder).map(({ contactIds }) => contactIds),
      [[1], [1]],
    )
  })
})

describe('a client whom 1C knows by another id too', () => {
  const settings = withExchanges(
    exchange('Контрагенты', 'contacts', 'files: [p*.csv]'),
    exchange(
      'Заказ-наряды',
      'work-orders',
      'files: [zn*.csv]',
      'stages: { в работе: В работе, выполнен: Выполнен }',
      'pipeline: Сервис',
    ),
  )
  const persons = table('Ид;ФИО;Телефон', 'p-1;Рябова Анна Петровна;+7 916 000-00-01')

  /** A contact of 1C, whom somebody in the portal has given the phone of the order. */
  async function known(t: Parameters<typeof portalFolder>[0]): Promise<PortalExchange> {
    const folder = await portalFolder(t, { yaml: settings })
    await folder.put({ 'in/p.csv': persons })
    await folder.run()
    const fm = { n0: { typeId: 'PHONE', valueType: 'WORK', value: phone } }
    await folder.ask('crm.item.update', { entityTypeId: 3, id: 1, fields: { fm } })
    await folder.put({ 'in/zn.csv': workOrders({ number, client: 'Рябова А.' }) })
    assert.equal((await folder.run()).exit, 0)
    return folder
  }

  it('B11: is the same card, which the document does not change, then or later', async (t) => {
    const folder = await known(t)
    assert.deepEqual([folder.contacts().length, deals(folder)[0]!['contactIds']], [1, [1]])
    assert.deepEqual([contact(folder, 1)['lastName'], contact(folder, 1)['originId']], ['Рябова', 'p-1'])
    await folder.put({ 'in/zn.csv': workOrders({ number, client: 'Рябова-Новая А.', state: 'выполнен' }) })
    await folder.run()
    assert.deepEqual(
      [contact(folder, 1)['lastName'], folder.contacts().length, deals(folder)[0]!['stageId']],
      ['Рябова', 1, 'C5:DONE'],
    )
    await folder.put({ 'in/p.csv': persons.replace('Рябова', 'Рябова-Ли') })
    await folder.run()
    assert.equal(contact(folder, 1)['lastName'], 'Рябова-Ли', 'its own row still changes it')
  })

  it('B11: stays there when the run of the document is taken back', async (t) => {
    const folder = await known(t)
    const undone = await undo(folder, 2)
    assert.equal(undone.kind, 'run')
    assert.deepEqual([folder.contacts().length, deals(folder).length, contact(folder, 1)['originId']], [1, 0, 'p-1'])
  })

  it('B11: of a family that shares the phone it is the one of that name, else a person decides', async (t) => {
    const folder = await portalFolder(t, { yaml: settings })
    await folder.put({
      'in/p.csv': table('Ид;ФИО;Телефон', `p-1;Рябова Анна Петровна;+7 916 000-00-01`, `p-2;Рябов Пётр Ильич;+7 916 000-00-02`),
    })
    await folder.run()
    for (const id of [1, 2]) {
      const fm = { n0: { typeId: 'PHONE', valueType: 'WORK', value: phone } }
      await folder.ask('crm.item.update', { entityTypeId: 3, id, fields: { fm } })
    }
    await folder.put({ 'in/zn.csv': workOrders({ number, client: 'Рябов Пётр Ильич' }) })
    await folder.run()
    assert.deepEqual(
      deals(folder).map(({ contactIds }) => contactIds),
      [[2]],
    )
    const other = await portalFolder(t, {
      yaml: settings,
      state: (state) => Object.assign(state.items, structuredClone(folder.state.items), { 2: {} }),
    })
    await other.put({ 'in/zn.csv': workOrders({ number, client: 'Кто-то Третий' }) })
    await other.run()
    assert.deepEqual([deals(other).length, await answers(other, 'zn.csv')], [0, [`${number} ждет plan.document-waits`]])
    assert.match((await lines(other, 'zn.csv'))[0]!['Текст']!, /Кто-то Третий: .*подходит несколько карточек/)
  })
})

describe('a client whose card was merged into another', () => {
  it('E9: is found anew for the next document, though 1C says nothing new of him', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges() })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    const merged = await addContact(folder, { lastName: 'Рябова', name: 'Анна Петровна' }, { phone })
    await removeItem(folder, 3, 1)
    await folder.put({ 'in/zn2.csv': workOrders({ number: '3000004877' }) })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual([deals(folder)[1]!['contactIds'], folder.contacts().map(({ id }) => id)], [[merged], [merged]])
    assert.equal(contact(folder, merged)['name'], 'Анна Петровна', 'what people made of it stays')
    const [link] = await folder.withHome(({ ledger }) => ledger.links.byKey('phone:+79161234567'))
    assert.equal(link?.portalId, merged)
  })

  it('E9: is made once more where there is no such card', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges() })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    await removeItem(folder, 3, 1)
    await folder.put({ 'in/zn2.csv': workOrders({ number: '3000004877' }) })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual([deals(folder)[1]!['contactIds'], folder.contacts().map(({ id }) => id)], [[2], [2]])
  })

  it('of a document that changes keeps nobody waiting', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges() })
    await folder.put({ 'in/zn.csv': workOrders({ number }) })
    await folder.run()
    await removeItem(folder, 3, 1)
    await folder.put({ 'in/zn.csv': workOrders({ number, state: 'выполнен' }) })
    assert.equal((await folder.run()).exit, 0)
    assert.equal(deals(folder)[0]!['stageId'], 'C5:DONE')
  })
})
