import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addOwnCompanies } from '../../../src/bitrix24/sandbox/fixtures/own-companies.ts'
import {
  contracts,
  deals,
  exchange,
  invoices,
  items,
  rows,
  withExchanges,
  workOrderExchanges,
  workOrders,
} from './document-hands.ts'
import { addCompany, answers, lines, marked, plan, remove, requisitesOf, table } from './hands.ts'
import { portalFolder } from './portal-folder.ts'

const helpDesk = withExchanges(
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
  exchange('Строки', 'document-rows', 'of: invoices', 'files: [r*.csv]'),
)

const companies = table('Ид;Наименование;ИНН;КПП', 'k1;ООО Лютик;7707083893;770701001')
const contract = table(
  'Ид;Номер договора;Дата договора;Статус договора;Контрагент;ИНН',
  'дог-1;17;01.02.2026;Действует;ООО Лютик;7707083893',
)
const order = table('Ид;Номер заказ-наряда;Состояние;Сумма;Контрагент;ИНН', 'zn-1;ЗН-1;в работе;600;ООО Лютик;7707083893')
const invoice = table(
  'Номер счета;Дата счета;Организация;Контрагент;ИНН;Основание;Договор;Сумма',
  '58;05.03.2026;ООО Маяк;ООО Лютик;7707083893;ЗН-1;17;600,00',
)
const invoiceRows = ['Номер счета;Номенклатура;Количество;Цена;Ставка НДС;Сумма', '58;Работа;2;300;20%;600', ''].join('\r\n')

const helpDeskFolder = (t: Parameters<typeof portalFolder>[0]) => portalFolder(t, { yaml: helpDesk, state: addOwnCompanies })

describe('contracts, deals and invoices of one run', () => {
  it('C1, C4: are made each after what it belongs to, whatever order the files come in', async (t) => {
    const folder = await helpDeskFolder(t)
    await folder.put({
      'in/d.csv': contract,
      'in/k.csv': companies,
      'in/r.csv': invoiceRows,
      'in/s.csv': invoice,
      'in/zn.csv': order,
    })
    const report = await folder.run()
    assert.deepEqual([report.exit, report.codes], [0, []])
    const [company] = Object.values(marked(folder, 4))
    const [item, deal, sent] = [items(folder, contracts)[0], deals(folder)[0], invoices(folder)[0]]
    assert.deepEqual([item?.['companyId'], item?.['stageId'], item?.['xmlId']], [company?.id, 'DT1032_7:CLIENT', '1C|дог-1'])
    assert.equal(deal?.['companyId'], company?.id)
    assert.deepEqual(
      [sent?.['companyId'], sent?.['parentId2'], sent?.['parentId1032'], sent?.['accountNumber'], sent?.['mycompanyId']],
      [company?.id, deal?.id, item?.id, '58', 1],
    )
    assert.deepEqual([sent?.['opportunity'], sent?.['isManualOpportunity'], rows(folder, `SI:${sent?.id}`).length], [600, 'N', 1])
    const [theirs] = requisitesOf(folder, 4, company!.id)
    const [ours] = requisitesOf(folder, 4, 1)
    const links = folder.state.requisiteLinks.map((link) => [
      link['ENTITY_TYPE_ID'],
      link['REQUISITE_ID'],
      link['MC_REQUISITE_ID'],
      link['MC_BANK_DETAIL_ID'],
    ])
    assert.deepEqual(links, [
      [2, theirs!['ID'], 0, 0],
      [31, theirs!['ID'], ours!['ID'], 1],
    ])
    folder.requests()
    await folder.put({ 'in/d2.csv': contract, 'in/s2.csv': invoice, 'in/zn2.csv': order })
    await folder.run()
    assert.equal(folder.requests(), 0)
  })

  it('the plan says what a document is going to belong to, though that has no card yet', async (t) => {
    const folder = await helpDeskFolder(t)
    await folder.put({ 'in/k.csv': companies, 'in/s.csv': invoice, 'in/zn.csv': order, 'in/d.csv': contract })
    const { plans } = await plan(folder)
    assert.deepEqual(
      plans.map(({ entity, action, comes = [] }) => [entity, action, comes.map(({ role, name }) => `${role} ${name}`)]),
      [
        ['company', 'create', []],
        ['process:1032', 'create', ['company ООО Лютик']],
        ['deal', 'create', ['company ООО Лютик']],
        ['invoice', 'create', ['company ООО Лютик', 'parent Заказ-наряд ЗН-1', 'parent Договор 17 от 01.02.2026']],
      ],
    )
  })

  it('C1: a contract that changes stays in its pipeline, which an update without it would take it out of', async (t) => {
    const folder = await portalFolder(t, {
      yaml: withExchanges(
        exchange(
          'Договоры',
          'contracts',
          'files: [d*.csv]',
          'into: process',
          'process: 1036',
          'pipeline: Срочные',
          'stages: { Действует: NEW }',
        ),
      ),
    })
    await folder.put({ 'in/d.csv': contract })
    assert.equal((await folder.run()).exit, 0)
    await folder.put({ 'in/d.csv': contract.replace('01.02.2026', '02.02.2026') })
    await folder.run()
    assert.deepEqual(
      items(folder, 1036).map(({ title, categoryId }) => [title, categoryId]),
      [['Договор 17 от 02.02.2026', 11]],
    )
  })
})

describe('a document waits', () => {
  it('for its client, its deal and its contract, says for what, and is made by itself when they have come', async (t) => {
    const folder = await helpDeskFolder(t)
    await folder.put({ 'in/s.csv': invoice })
    assert.equal((await folder.run()).exit, 0)
    const [waiting] = await lines(folder, 's.csv')
    assert.deepEqual([waiting!['Действие'], waiting!['Код'], invoices(folder).length], ['ждет', 'plan.document-waits', 0])
    for (const word of ['ООО Лютик', 'ЗН-1', '17']) assert.match(waiting!['Текст']!, new RegExp(word))
    await folder.put({ 'in/k.csv': companies, 'in/zn.csv': order })
    await folder.run()
    assert.deepEqual([deals(folder).length, invoices(folder).length], [1, 0])
    const [still] = await lines(folder, 's.csv')
    assert.match(still!['Текст']!, /ещё нет: 17/)
    await folder.put({ 'in/d.csv': contract })
    await folder.run()
    assert.deepEqual([invoices(folder).length, await answers(folder, 's.csv')], [1, ['58 создан']])
    assert.equal(invoices(folder)[0]!['parentId1032'], items(folder, contracts)[0]!.id)
  })

  it('for a client that a person has to see to first, and goes on by itself when that is done', async (t) => {
    const folder = await helpDeskFolder(t)
    const ids = [
      await addCompany(folder, 'Лютик 1', { inn: '7707083893', kpp: '770701001' }),
      await addCompany(folder, 'Лютик 2', { inn: '7707083893', kpp: '770701001' }),
    ]
    await folder.put({ 'in/k.csv': companies, 'in/zn.csv': order })
    assert.equal((await folder.run()).exit, 3)
    assert.deepEqual([deals(folder).length, await answers(folder, 'zn.csv')], [0, ['zn-1 ждет plan.document-waits']])
    await remove(folder, 4, ids[1]!)
    await folder.put({ 'in/k.csv': companies.replace('ООО Лютик', 'ООО «Лютик»') })
    await folder.run()
    assert.deepEqual(
      deals(folder).map(({ companyId }) => companyId),
      [ids[0]],
    )
  })

  it('for the products of its rows where the settings say so, and takes rows as they are where they do not', async (t) => {
    const product = 'bd72d8f9-55bc-11d9-848a-00112f43529a'
    const told = table(`Номер заказ-наряда;Ид номенклатуры;Номенклатура;Количество;Цена;Сумма`, `ЗН-7;${product};Масло;1;500;500`)
    const zn = workOrders({ number: 'ЗН-7', amount: '500' })
    const waits = await portalFolder(t, { yaml: workOrderExchanges('products: wait') })
    await waits.put({ 'in/zn.csv': zn, 'in/rows.csv': told })
    await waits.run()
    const [line] = await lines(waits, 'zn.csv')
    assert.deepEqual([line!['Действие'], line!['Код'], deals(waits).length], ['ждет', 'plan.product-waits', 0])
    assert.match(line!['Текст']!, new RegExp(`Масло \\(${product}\\)`))
    const links = await portalFolder(t, { yaml: workOrderExchanges('products: link') })
    await links.put({ 'in/zn.csv': zn, 'in/rows.csv': told })
    await links.run()
    assert.deepEqual(
      rows(links, 'D:1').map(({ productId, productName }) => [productId, productName]),
      [[0, 'Масло']],
    )
  })
})

describe('rows whose products the portal has', () => {
  it('are linked to them, and are in step after that', async (t) => {
    const folder = await portalFolder(t, { yaml: workOrderExchanges('products: wait') })
    const [product] = Object.values(folder.state.catalog?.products ?? {})
    const xmlId = String(product!['xmlId'])
    const told = (quantity: string) =>
      table(
        'Номер заказ-наряда;Ид номенклатуры;Номенклатура;Количество;Цена;Сумма',
        `ЗН-7;${xmlId};Масло;${quantity};500;${Number(quantity) * 500}`,
      )
    await folder.put({ 'in/zn.csv': workOrders({ number: 'ЗН-7', amount: '500' }), 'in/rows.csv': told('1') })
    assert.equal((await folder.run()).exit, 0)
    assert.deepEqual(
      rows(folder, 'D:1').map(({ productId, quantity }) => [productId, quantity]),
      [[product!['id'], 1]],
    )
    await folder.put({ 'in/zn.csv': workOrders({ number: 'ЗН-7', amount: '1000' }), 'in/rows.csv': told('2') })
    await folder.run()
    assert.deepEqual(
      rows(folder, 'D:1').map(({ productId, quantity }) => [productId, quantity]),
      [[product!['id'], 2]],
    )
  })
})
