import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addItem, deals, exchange, rows, withExchanges } from './document-hands.ts'
import { answers, lines, plan, undo } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'
import { buyerXml, orders, orderXml } from './stage/staging.ts'

const settings = (...more: readonly string[]) => withExchanges(exchange('Заказы', 'orders', 'files: [o*.xml]', ...more))
const buyer = buyerXml('k1;ООО «Лютик»;7701000019')
const goodsXml = (quantity: number, price: number) =>
  `<Сумма>${quantity * price}</Сумма><Товары><Товар><Ид>bd72d8f9-55bc-11d9-848a-00112f43529a</Ид><Наименование>Масло</Наименование><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Количество>${quantity}</Количество><Сумма>${quantity * price}</Сумма></Товар></Товары>`
const order = (number: string) => orders([orderXml(number, buyer, goodsXml(2, 500))])

const told = (folder: PortalExchange) => deals(folder).map(({ id, opportunity, originId }) => [id, opportunity, originId ?? ''])

describe('an order of 1C', () => {
  it('D4: updates the deal that the portal once gave to 1C, known by the number it gave; its buyer goes with it', async (t) => {
    const folder = await portalFolder(t, { yaml: settings() })
    await addItem(folder, 2, { title: 'Первая' })
    const id = await addItem(folder, 2, { title: 'Вторая' })
    await folder.put({ 'in/o.xml': order(`B24-${id}`) })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(told(folder), [
      [1, 0, ''],
      [2, 1000, 'order:B24-2'],
    ])
    assert.deepEqual([deals(folder)[1]!['companyId'], folder.companies().length, rows(folder, 'D:2').length], [1, 1, 1])
  })

  it('D4: that the portal never gave makes no deal, and leaves nobody behind', async (t) => {
    const folder = await portalFolder(t, { yaml: settings() })
    await folder.put({ 'in/o.xml': order('D-77') })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual([deals(folder).length, folder.companies().length], [0, 0])
    assert.deepEqual(await answers(folder, 'o.xml'), ['doc-D-77 пропущен plan.only-update'])
  })

  it('D4: makes one where the settings say so', async (t) => {
    const folder = await portalFolder(t, { yaml: settings('mode: create+update') })
    await folder.put({ 'in/o.xml': order('D-77') })
    await folder.run()
    assert.deepEqual(told(folder), [[1, 1000, 'order:D-77']])
  })

  it('D6: whose number only looks like one of the portal is none of its deals', async (t) => {
    const folder = await portalFolder(t, { yaml: settings() })
    await addItem(folder, 2, { title: 'Первая' })
    for (const number of ['B24-01', 'B24-1a', 'B24-', '1']) {
      await folder.put({ 'in/o.xml': order(number) })
      await folder.run()
    }
    assert.deepEqual(told(folder), [[1, 0, '']])
  })

  it('D7: in a currency that is not active on the portal is an error of its row alone', async (t) => {
    const folder = await portalFolder(t, { yaml: settings('mode: create+update') })
    const two = orders([orderXml('D-1', buyer, goodsXml(1, 500)).replace('RUB', 'BYN'), orderXml('D-2', buyer, goodsXml(1, 500))])
    await folder.put({ 'in/o.xml': two })
    assert.equal((await folder.run()).exit, 3)
    assert.deepEqual(told(folder), [[1, 500, 'order:D-2']])
    const [line] = await lines(folder, 'o.xml')
    assert.deepEqual([line!['Действие'], line!['Код']], ['ошибка', 'crm.currency-inactive'])
    assert.match(line!['Текст']!, /BYN/)
  })

  it('D3: told again the same costs nothing, and what people changed in the meantime stays', async (t) => {
    const folder = await portalFolder(t, { yaml: settings() })
    await addItem(folder, 2, { title: 'Первая' })
    await folder.put({ 'in/o.xml': order('B24-1') })
    await folder.run()
    await folder.ask('crm.item.update', { entityTypeId: 2, id: 1, fields: { title: 'Наша', comments: 'Звонить' } })
    folder.requests()
    for (let again = 0; again < 3; again += 1) {
      await folder.put({
        [`in/o${again}.xml`]: order('B24-1').replace('<КоммерческаяИнформация', `<!-- ${again} --><КоммерческаяИнформация`),
      })
      await folder.run()
    }
    assert.deepEqual([folder.requests(), deals(folder)[0]!['title']], [0, 'Наша'])
  })

  it('is planned with its way of being found, and taken back to what the deal was', async (t) => {
    const folder = await portalFolder(t, { yaml: settings() })
    await addItem(folder, 2, { title: 'Первая', opportunity: 7, isManualOpportunity: 'Y' })
    await folder.put({ 'in/o.xml': order('B24-1') })
    const { plans } = await plan(folder)
    assert.deepEqual(
      plans.map(({ entity, foundBy, action }) => [entity, foundBy, action]),
      [
        ['company', null, 'create'],
        ['deal', 'number', 'update'],
      ],
    )
    await folder.run()
    await undo(folder, 1)
    const [deal] = deals(folder)
    assert.deepEqual(
      [deal?.['title'], deal?.['opportunity'], deal?.['companyId'] ?? 0, rows(folder, 'D:1').length],
      ['Первая', 7, 0, 0],
    )
    assert.equal(folder.companies().length, 0)
  })
})
