import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addOwnCompanies } from '../../../src/bitrix24/sandbox/fixtures/own-companies.ts'
import { runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import type { Run } from '../../../src/ledger/message.ts'
import {
  contracts,
  deals,
  exchange,
  invoices,
  items,
  removeItem,
  withExchanges,
  workOrderExchanges,
  workOrders,
} from './document-hands.ts'
import { answers, lines, retry, table } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const yaml = withExchanges(
  exchange('Контрагенты', 'counterparties', 'files: [k*.csv]', 'contactPersons: false'),
  exchange(
    'Договоры',
    'contracts',
    'files: [d*.csv]',
    'into: process',
    'process: 1032',
    'clients: false',
    'stages: { Действует: Действует }',
  ),
  exchange('Заказ-наряды', 'work-orders', 'files: [zn*.csv]', 'stages: { в работе: В работе }', 'clients: false'),
  exchange('Счета', 'invoices', 'files: [s*.csv]', 'clients: false', "organisations: { 'ООО Маяк': Маяк }"),
)
const folderOf = (t: Parameters<typeof portalFolder>[0], settings = yaml) =>
  portalFolder(t, { yaml: settings, state: addOwnCompanies })

const company = (name = 'ООО Лютик') => table('Ид;Наименование;ИНН;КПП', `k1;${name};7707083893;770701001`)
const other = (name: string) => table('Ид;Наименование;ИНН', `k2;${name};7701000019`)
const contract = table(
  'Ид;Номер договора;Дата договора;Статус договора;Ид контрагента;Контрагент',
  'дог-1;17;01.02.2026;Действует;k1;ООО Лютик',
)
const order = table('Ид;Номер заказ-наряда;Состояние;Сумма;Ид контрагента;Контрагент', 'zn-1;ЗН-1;в работе;600;k1;ООО Лютик')
const invoice = table(
  'Номер счета;Дата счета;Организация;Ид контрагента;Контрагент;Основание;Договор;Сумма',
  '58;05.03.2026;ООО Маяк;k1;ООО Лютик;ЗН-1;17;600,00',
)

/** Directions of the runs of one start, and the files that it answers. */
async function round(
  folder: PortalExchange,
): Promise<{ readonly ways: readonly Run['direction'][]; readonly files: readonly string[] }> {
  const { runs } = await folder.run()
  const all = await folder.withHome(({ ledger }) => ledger.runs(100))
  return {
    ways: runs.map(({ run }) => all.find(({ number }) => number === run)!.direction),
    files: runs.flatMap(({ answers: told }) => told.map(({ input }) => input)),
  }
}

describe('a document that waits', () => {
  it('stands in its round once, where nothing has come that it waits for, whatever else has changed', async (t) => {
    const folder = await folderOf(t)
    await folder.put({ 'in/k.csv': company(), 'in/s.csv': invoice })
    assert.deepEqual(await round(folder), { ways: ['in'], files: ['k.csv', 's.csv'] })
    assert.deepEqual(await answers(folder, 's.csv'), ['58 ждет plan.document-waits'])
    folder.requests()
    assert.deepEqual(await round(folder), { ways: [], files: [] })
    assert.equal(folder.requests(), 0)
    await folder.put({ 'in/k2.csv': other('ООО Парус'), 'in/k.csv': company('ООО Лютик и Ко') })
    assert.deepEqual(await round(folder), { ways: ['in'], files: ['k.csv', 'k2.csv'] }, 'its client is no news')
    assert.equal(invoices(folder).length, 0)
  })

  it('is answered anew when a part of it has come, and is made with the rest of it', async (t) => {
    const folder = await folderOf(t)
    await folder.put({ 'in/k.csv': company(), 'in/s.csv': invoice })
    await folder.run()
    await folder.put({ 'in/zn.csv': order })
    assert.deepEqual(await round(folder), { ways: ['in', 'retry'], files: ['zn.csv', 's.csv'] })
    assert.match((await lines(folder, 's.csv'))[0]!['Текст']!, /ещё нет: 17\.$/)
    await folder.put({ 'in/d.csv': contract })
    assert.deepEqual(await round(folder), { ways: ['in', 'retry'], files: ['d.csv', 's.csv'] })
    assert.deepEqual([await answers(folder, 's.csv'), invoices(folder).length], [['58 создан'], 1])
  })

  it('is made with all that waits for it in its turn, in one go', async (t) => {
    const folder = await folderOf(t)
    await folder.put({
      'in/Счет 58.pdf': '%PDF-1.4\n% 58\n%%EOF\n',
      'in/s.csv': invoice,
      'in/zn.csv': order,
      'in/d.csv': contract,
    })
    assert.deepEqual((await round(folder)).ways, ['in'])
    assert.deepEqual([deals(folder).length, items(folder, contracts).length, invoices(folder).length], [0, 0, 0])
    await folder.put({ 'in/k.csv': company() })
    const { ways, files } = await round(folder)
    assert.deepEqual(
      [ways, [...files].sort()],
      [
        ['in', 'retry'],
        ['d.csv', 'k.csv', 's.csv', 'zn.csv', 'Счет 58.pdf'],
      ],
    )
    assert.deepEqual([deals(folder).length, items(folder, contracts).length, invoices(folder).length], [1, 1, 1])
    assert.deepEqual([folder.state.comments.length, await folder.left()], [1, 0])
  })

  it('is made in the same round where what it waits for comes after it in the order of work', async (t) => {
    const turned = withExchanges(
      exchange('Контрагенты', 'counterparties', 'files: [k*.csv]'),
      exchange('Договоры', 'contracts', 'files: [d*.csv]', 'into: process', 'process: 1036', 'stages: { Действует: NEW }'),
      exchange('Счета', 'invoices', 'files: [s*.csv]', 'into: process', 'process: 1032', 'stages: {}'),
    )
    const folder = await folderOf(t, turned)
    await folder.put({
      'in/k.csv': company(),
      'in/d.csv': contract,
      'in/s.csv': invoice.replace('ЗН-1', '').replace(';ООО Маяк;', ';;'),
    })
    assert.deepEqual(await round(folder), { ways: ['in', 'retry'], files: ['d.csv', 'k.csv', 's.csv', 's.csv'] })
    assert.deepEqual([await answers(folder, 's.csv'), items(folder, 1032).length], [['58 создан plan.no-place'], 1])
  })

  it('is taken up by the next start, though the one that brought its client was cut short', async (t) => {
    const folder = await folderOf(t)
    await folder.put({ 'in/zn.csv': order })
    await folder.run()
    await folder.put({ 'in/k.csv': company() })
    await folder.withHome(async (home) => {
      const ledger = new Proxy(home.ledger, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name, target)
          if (typeof value !== 'function') return value
          return (...args: unknown[]) => {
            if (name === 'beginRun' && args[2] === 'retry') throw Object.assign(new Error('killed'), { code: 'EIO' })
            return Reflect.apply(value, target, args)
          }
        },
      })
      await assert.rejects(runExchange({ ...home, ledger }, { patient: true }), /killed/)
    })
    assert.equal(deals(folder).length, 0)
    assert.deepEqual(await round(folder), { ways: ['retry'], files: ['zn.csv'] })
    assert.deepEqual(await answers(folder, 'zn.csv'), ['zn-1 создан'])
  })

  it('for a product is looked up when a later run has changed something, not in its own round', async (t) => {
    const folder = await folderOf(t, workOrderExchanges('products: wait'))
    const id = 'bd72d8f9-55bc-11d9-848a-00112f43529a'
    const rows = table('Номер заказ-наряда;Ид номенклатуры;Номенклатура;Количество;Цена;Сумма', `ЗН-7;${id};Масло;1;500;500`)
    const waiting = workOrders({ number: 'ЗН-7', amount: '500' })
    await folder.put({ 'in/zn.csv': waiting, 'in/rows.csv': rows, 'in/zn2.csv': workOrders({ number: 'ЗН-8' }) })
    assert.deepEqual((await round(folder)).ways, ['in'])
    await folder.put({ 'in/zn2.csv': workOrders({ number: 'ЗН-8', amount: '700' }) })
    assert.deepEqual(await round(folder), { ways: ['in', 'retry'], files: ['zn2.csv', 'rows.csv', 'zn.csv'] })
    assert.deepEqual(await round(folder), { ways: [], files: [] })
    const [product] = Object.values(folder.state.catalog?.products ?? {})
    product!['xmlId'] = id
    await folder.put({ 'in/zn2.csv': workOrders({ number: 'ЗН-8', amount: '800' }) })
    await folder.run()
    assert.deepEqual([deals(folder).length, await folder.left()], [2, 0])
  })

  it('for a client whose card was merged into another is made in the run that finds him anew', async (t) => {
    const folder = await folderOf(t, workOrderExchanges())
    await folder.put({ 'in/zn.csv': workOrders({ number: '1' }) })
    await folder.run()
    await removeItem(folder, 3, 1)
    await folder.put({ 'in/zn2.csv': workOrders({ number: '2' }) })
    assert.deepEqual(await round(folder), { ways: ['in'], files: ['zn2.csv'] })
    assert.deepEqual(await answers(folder, 'zn2.csv'), ['2 создан'])
  })

  it('is tried by a person’s retry, whatever has come', async (t) => {
    const folder = await folderOf(t)
    await folder.put({ 'in/zn.csv': order })
    await folder.run()
    assert.equal((await retry(folder)).kind, 'run')
    assert.deepEqual(await answers(folder, 'zn.csv'), ['zn-1 ждет plan.document-waits'])
  })
})
