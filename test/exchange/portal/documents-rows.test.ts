import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import { deals, goods, rows, workOrderExchanges, workOrders } from './document-hands.ts'
import { lines, plan, retry, runWith } from './hands.ts'
import { Killed, mortalHome } from './model/mortal-home.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const number = '3000004876'
const oil = (quantity: number) => `${number};Масло 5W-40;${quantity};500,00;${quantity * 500},00`

/** `action card code` of every line. */
async function told(folder: PortalExchange, name: string): Promise<readonly string[]> {
  return (await lines(folder, name)).map((line) => [line['Действие'], line['ИдБ24'], line['Код']].filter(Boolean).join(' '))
}

test('rows that come alone and change the deal are answered with what became of it, in every form of the answer', async (t) => {
  const folder = await portalFolder(t, { yaml: `answer: { files: [csv, xml, json] }\n${workOrderExchanges()}` })
  await folder.put({ 'in/zn.csv': workOrders({ number, amount: '1500,00' }), 'in/rows.csv': goods(oil(3)) })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual([await told(folder, 'zn.csv'), await told(folder, 'rows.csv')], [['создан 1'], ['создан 1']])
  await folder.put({ 'in/rows.csv': goods(oil(4), `${number};Фильтр;1;100,00;100,00`) })
  const report = await folder.run()
  assert.deepEqual(
    report.runs.flatMap(({ answers }) => answers.map(({ input, counts }) => [input, counts.updated])),
    [['rows.csv', 2]],
  )
  assert.deepEqual(await told(folder, 'rows.csv'), ['обновлен 1', 'обновлен 1'])
  const xml = await folder.text('out/rows.csv.result.xml')
  assert.equal(xml.match(/Вид="строка документа" Ид1С="3000004876" ИдБ24="1" Действие="обновлен"/g)?.length, 2)
  const json = JSON.parse(await folder.text('out/rows.csv.result.json'))
  assert.deepEqual([json['Обновлено'], json['Строки'][0]['ИдБ24'], json['Строки'][0]['Действие']], [2, '1', 'обновлен'])
  await folder.put({ 'in/rows.csv': goods(oil(4), `${number};Фильтр;1;100,00;100,00`, `${number}1;Масло;1;1;1`) })
  await folder.run()
  assert.deepEqual(await told(folder, 'rows.csv'), [
    ...Array(2).fill('без изменений 1 exchange.unchanged'),
    'ждет exchange.rows-wait',
  ])
})

test('rows that came first are answered anew when their document comes, which is no row of that run', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges() })
  await folder.put({ 'in/rows.csv': goods(oil(3)) })
  const { planned } = await plan(folder)
  assert.equal(planned!.rowCounts.wait, 1, 'the plan knows it, too')
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(await told(folder, 'rows.csv'), ['ждет exchange.rows-wait'])
  const [line] = await lines(folder, 'rows.csv')
  assert.match(line!['Текст']!, /^Строки запомнены и ждут документ 3000004876/)
  await folder.put({ 'in/zn.csv': workOrders({ number, amount: '1500,00' }) })
  const { runs } = await folder.run()
  assert.deepEqual(
    runs.flatMap(({ answers }) => answers.map(({ message, input }) => [message, input])),
    [
      [1, 'rows.csv'],
      [2, 'zn.csv'],
    ],
  )
  assert.deepEqual([await told(folder, 'rows.csv'), await told(folder, 'zn.csv')], [['создан 1'], ['создан 1']])
  const summary = await folder.withHome(async ({ ledger }) => (await ledger.runByNumber(runs[0]!.run))?.summary)
  assert.deepEqual(summary, { files: 1, rows: 1, filesRefused: 0, created: 1 })
})

test('rows under an answer that a newer file of that name has replaced are told of no more', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges() })
  await folder.put({ 'in/rows.csv': goods(oil(3)) })
  await folder.run()
  await folder.put({ 'in/rows.csv': goods('3000009999;Фильтр;1;100,00;100,00') })
  await folder.run()
  await folder.put({ 'in/zn.csv': workOrders({ number, amount: '1500,00' }) })
  const { runs } = await folder.run()
  assert.deepEqual(
    runs.flatMap(({ answers }) => answers.map(({ input }) => input)),
    ['zn.csv'],
  )
  assert.equal((await lines(folder, 'rows.csv'))[0]!['Ид1С'], '3000009999')
})

test('rows of a deal that a person has to see to say so, and after a retry what came of it', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges('conflict: review') })
  await folder.put({ 'in/zn.csv': workOrders({ number, amount: '1500,00' }), 'in/rows.csv': goods(oil(3)) })
  await folder.run()
  await folder.ask('crm.item.productrow.set', {
    ownerType: 'D',
    ownerId: 1,
    productRows: [{ productName: 'Фильтр', price: 100, quantity: 3 }],
  })
  await folder.put({ 'in/rows.csv': goods(oil(4)) })
  assert.equal((await folder.run()).exit, 3)
  assert.deepEqual(await told(folder, 'rows.csv'), ['на проверку 1 apply.conflict'])
  await folder.ask('crm.item.productrow.set', {
    ownerType: 'D',
    ownerId: 1,
    productRows: [{ productName: 'Масло 5W-40', price: 500, quantity: 3 }],
  })
  assert.equal((await retry(folder)).kind, 'run')
  assert.deepEqual(await told(folder, 'rows.csv'), ['обновлен 1'])
})

test('the brake holds rows that change too many deals, and its answer tells the end of them', async (t) => {
  const folder = await portalFolder(t, { yaml: `brake: { records: 1, share: 100% }\n${workOrderExchanges()}` })
  const numbers = ['1', '2', '3']
  const table = (quantity: number) => goods(...numbers.map((each) => oil(quantity).replace(number, each)))
  await folder.put({
    'in/zn.csv': workOrders(...numbers.map((each) => ({ number: each, amount: '1500,00' }))),
    'in/rows.csv': table(3),
  })
  await runWith(folder, {})
  await runWith(folder, { decision: 'allow' })
  await folder.put({ 'in/rows.csv': table(4) })
  await runWith(folder, {})
  await runWith(folder, { decision: 'discard' })
  assert.deepEqual(await told(folder, 'rows.csv'), Array(3).fill('ждет plan.discarded'))
})

test('killed at any call, the rows of every file tell in the end what became of their deals', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges() })
  await folder.put({ 'in/rows.csv': goods(oil(3)) })
  await killedOften(folder)
  assert.deepEqual(await told(folder, 'rows.csv'), ['ждет exchange.rows-wait'])
  await folder.put({ 'in/zn.csv': workOrders({ number, amount: '1500,00' }) })
  await killedOften(folder)
  assert.deepEqual([await told(folder, 'rows.csv'), await told(folder, 'zn.csv')], [['создан 1'], ['создан 1']])
  await folder.put({ 'in/rows2.csv': goods(oil(5)) })
  await killedOften(folder)
  assert.deepEqual([await told(folder, 'rows2.csv'), deals(folder).length], [['обновлен 1'], 1])
  assert.deepEqual(
    rows(folder, 'D:1').map(({ quantity }) => quantity),
    [5],
  )
})

/** Starts it again and again, each start killed a few calls later than the one before, until one comes through. */
async function killedOften(folder: PortalExchange): Promise<void> {
  for (let at = 1; ; at += 3) {
    const isKilled = await folder.withHome(async (home) => {
      try {
        await runExchange(mortalHome(home, { at, after: at % 2 === 0 }, { called: () => undefined }), { patient: true })
        return false
      } catch (error) {
        if (error instanceof Killed) return true
        throw error
      }
    })
    if (!isKilled) return
  }
}
