import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { addOwnCompanies } from '../../src/bitrix24/sandbox/fixtures/own-companies.ts'
import { obmen24 } from '../cli/obmen24.ts'
import { practiceFolder } from '../cli/practice-folder.ts'
import {
  addItem,
  contracts,
  deals,
  exchange,
  invoices,
  items,
  rows,
  setRows,
  withExchanges,
} from '../exchange/portal/document-hands.ts'
import { addCompany, answers, company, lines, requisitesOf, table } from '../exchange/portal/hands.ts'
import { type PortalExchange, portalFolder } from '../exchange/portal/portal-folder.ts'
import { checkout } from '../scenarios/scenario.ts'
import { quick, watchUntil } from './watched.ts'

// System C: a help desk and 1C.

const firm = '000000301;Василёк ООО;7701003010;770101001'
const firms = (...rows: readonly string[]) => table('Код;Наименование;ИНН;КПП', ...rows)
const counterparties = (...more: readonly string[]) => exchange('Контрагенты', 'counterparties', 'files: [k*.csv]', ...more)
const whole = (...more: readonly string[]) =>
  withExchanges(
    counterparties(),
    exchange('Контактные лица', 'contacts', 'files: [l*.csv]'),
    exchange(
      'Договоры',
      'contracts',
      'files: [d*.csv]',
      'into: process',
      `process: ${contracts}`,
      'stages: { Черновик: Черновик, Действует: Действует }',
    ),
    exchange(
      'Счета',
      'invoices',
      'files: [s*.csv]',
      "attachments: { files: 'Счет*.pdf', alsoParent: true }",
      'stages: { Выставлен: Отправлен клиенту }',
    ),
    exchange('Строки', 'document-rows', 'of: invoices', 'files: [r*.csv]'),
    ...more,
  )
const contract = (state: string, client = '000000301') =>
  table(
    'Ид;Номер договора;Дата;Контрагент ИД;Контрагент;Действует с;Действует до;Состояние',
    `d-1;СО-17;01.02.2026;${client};Кто-то;01.02.2026;31.01.2027;${state}`,
  )

test('C1: companies, contact persons and contracts come from 1C, bound to each other, and stay in step', async (t) => {
  const folder = await portalFolder(t, { yaml: whole() })
  await folder.put({
    'in/d.csv': contract('Черновик'),
    'in/l.csv': table('Код;ФИО;Контрагент;Должность', '9;Лаптева Инна Сергеевна;000000301;Бухгалтер'),
    'in/k.csv': firms(firm),
  })
  assert.equal((await folder.run()).exit, 0)
  const held = () => {
    const [one] = items(folder, contracts)
    return [
      folder.companies()[0]?.['title'],
      folder.contacts().map(({ post, companyIds }) => [post, companyIds]),
      one?.['title'],
      one?.['stageId'],
      one?.['companyId'],
    ]
  }
  const title = 'Договор СО-17 от 01.02.2026'
  assert.deepEqual(held(), ['Василёк ООО', [['Бухгалтер', [1]]], title, 'DT1032_7:NEW', 1])
  await folder.put({
    'in/d2.csv': contract('Действует'),
    'in/l2.csv': table('Код;ФИО;Контрагент;Должность', '9;Лаптева Инна Сергеевна;000000301;Главный бухгалтер'),
    'in/k2.csv': firms(firm.replace('Василёк', 'Василёк и Ко')),
  })
  await folder.run()
  assert.deepEqual(held(), ['Василёк и Ко ООО', [['Главный бухгалтер', [1]]], title, 'DT1032_7:CLIENT', 1])
})

test('C1: a contract whose counterparty has not come waits, and becomes a card when he comes', async (t) => {
  const folder = await portalFolder(t, { yaml: whole() })
  await folder.put({ 'in/d.csv': contract('Действует') })
  await folder.run()
  assert.deepEqual([items(folder, contracts).length, await answers(folder, 'd.csv')], [0, ['d-1 ждет plan.document-waits']])
  await folder.put({ 'in/k.csv': firms(firm) })
  await folder.run()
  assert.deepEqual(
    [items(folder, contracts).map(({ companyId }) => companyId), await answers(folder, 'd.csv')],
    [[1], ['d-1 создан']],
  )
})

test('C2: a card made by hand is found by the ИНН inside any of the text fields that the settings name', async (t) => {
  const settings = counterparties('innFields: [UF_CRM_INN, UF_CRM_MANAGER_1C, comments]')
  const folder = await portalFolder(t, { yaml: withExchanges(settings) })
  const texts = {
    UF_CRM_INN: 'ИНН: 7701003010',
    UF_CRM_MANAGER_1C: '7701003027/770101001',
    comments: 'Платят с ИНН 7701003034, не звонить',
  }
  for (const [name, text] of Object.entries(texts)) await addCompany(folder, `В поле ${name}`, { [name]: text })
  await addCompany(folder, 'Другая', { UF_CRM_INN: '17701003010' })
  await folder.put({ 'in/k.csv': firms(firm, '302;Мальва АО;7701003027;770101001', '303;Пион ООО;7701003034;770101001') })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    folder.companies().map(({ title, originId }) => [title, originId ?? '']),
    [
      ['Василёк ООО', '000000301'],
      ['Мальва АО', '302'],
      ['Пион ООО', '303'],
      ['Другая', ''],
    ],
  )
  assert.deepEqual(
    [1, 2, 3].map((id) => requisitesOf(folder, 4, id)[0]?.['RQ_INN']),
    ['7701003010', '7701003027', '7701003034'],
  )
})

/** Titles of companies after a first load in that mode and a later change; one of them had been made by hand. */
async function loaded(t: Parameters<typeof portalFolder>[0], mode: string) {
  const folder = await portalFolder(t, { yaml: withExchanges(counterparties(`mode: ${mode}`)) })
  await addCompany(folder, 'Василёк (наш)', { inn: '7701003010', kpp: '770101001' })
  await folder.put({ 'in/k.csv': firms(firm, '302;Мальва АО;7701003027;770101001') })
  await folder.run()
  await folder.put({ 'in/k2.csv': firms(firm, '302;Мальва ПАО;7701003027;770101001') })
  await folder.run()
  return folder.companies().map(({ title }) => title)
}

test('C3: one mode only adds new cards, and leaves alone those that are there', async (t) => {
  assert.deepEqual(await loaded(t, 'create'), ['Василёк (наш)', 'Мальва АО'])
})

test('C3: the other is full synchronisation, and corrects what is there', async (t) => {
  assert.deepEqual(await loaded(t, 'create+update'), ['Василёк ООО', 'Мальва ПАО'])
})

const requests = [
  'outgoing:',
  '  - { name: Заявки, format: csv, file: to1c/requests.csv, stages: [Счёт на предоплату], withRows: true, every: 1m }',
].join('\n')

test('C4: a paid request with its specification goes to 1C; without one, or at another stage, it does not', async (t) => {
  const folder = await portalFolder(t, { yaml: `${whole()}\n${requests}` })
  await folder.run()
  const client = await addCompany(folder, 'ООО "Василёк"', { inn: '7701003010', kpp: '770101001' })
  for (const [title, stageId] of [
    ['Оплачена', 'PREPAYMENT_INVOICE'],
    ['Пустая', 'PREPAYMENT_INVOICE'],
    ['Новая', 'NEW'],
  ]) {
    await addItem(folder, 2, { title, stageId, companyId: client })
  }
  for (const id of [1, 3])
    await setRows(folder, 'D', id, [{ productId: 10, price: 2000, quantity: 5, taxRate: 20, taxIncluded: 'Y' }])
  await folder.clock.sleep(120_000)
  folder.now = new Date(folder.now.getTime() + 120_000)
  await folder.run()
  const [, head, ...told] = (await folder.text('to1c/requests.csv')).replace('\uFEFF', '').trimEnd().split('\r\n')
  const columns = head!.split(';')
  const row = told.slice(0, -1).map((line) => Object.fromEntries(line.split(';').map((cell, at) => [columns[at]!, cell])))
  assert.deepEqual(
    row.map((each) => ['Номер', 'Название', 'ИНН', 'Товар', 'Услуга', 'Количество', 'СуммаСтроки'].map((name) => each[name])),
    [['B24-1', 'Оплачена', '7701003010', 'Настройка обмена', '1', '5', '10000.00']],
  )
})

const invoice = table(
  'Ид;Номер счета;Дата;Контрагент ИД;Контрагент;Основание;Сумма;Оплатить до;Состояние;Организация',
  'a-1;58;05.03.2026;000000301;Василёк ООО;B24-1;12 000,00;12.03.2026;Выставлен;Маяк',
)
const pdf = '%PDF-1.4\n% 58\n%%EOF\n'
const filesOf = (folder: PortalExchange) =>
  folder.state.comments.map(({ ENTITY_TYPE, ENTITY_ID, FILES }) => [
    ENTITY_TYPE,
    Number(ENTITY_ID),
    (FILES as { name: string }[])[0]?.name,
  ])

for (const order of ['data, PDF', 'PDF, data', 'both']) {
  test(`C4: the invoice comes back with rows and requisites, its PDF hangs on it and on the request (${order})`, async (t) => {
    const folder = await portalFolder(t, { yaml: whole(), state: addOwnCompanies })
    await folder.put({ 'in/k.csv': firms(firm) })
    await folder.run()
    await addItem(folder, 2, { title: 'Заявка', companyId: 2 })
    const data = {
      'in/s.csv': invoice,
      'in/r.csv': table('Номер счета;Номенклатура;Количество;Цена;Сумма;НДС', '58;Настройка обмена;5;2 400,00;12 000,00;20%'),
    }
    const file = { 'in/Счет № 58.pdf': pdf }
    for (const part of order === 'both' ? [{ ...data, ...file }] : order === 'data, PDF' ? [data, file] : [file, data]) {
      await folder.put(part)
      await folder.run()
    }
    const [one] = invoices(folder)
    assert.deepEqual(
      ['accountNumber', 'stageId', 'opportunity', 'companyId', 'parentId2', 'mycompanyId'].map((name) => one?.[name]),
      ['58', 'DT31_3:S', 12000, 2, 1, 1],
    )
    assert.deepEqual(
      rows(folder, 'SI:1').map(({ quantity, price, taxRate }) => [quantity, price, taxRate]),
      [[5, 2400, 20]],
    )
    const link = folder.state.requisiteLinks.find((each) => Number(each['ENTITY_TYPE_ID']) === 31)
    assert.deepEqual([Number(link?.['REQUISITE_ID']) > 0, Number(link?.['MC_REQUISITE_ID'])], [true, 1])
    assert.deepEqual(filesOf(folder).sort(), [
      ['deal', 1, 'Счет № 58.pdf'],
      ['smart_invoice', 1, 'Счет № 58.pdf'],
    ])
    assert.deepEqual(await answers(folder, 'Счет № 58.pdf'), ['Счет № 58.pdf создан'])
  })
}

const exports = {
  'УНФ 3.0': 'samples/unf/webdata - 3f1c9b7e-5a52-4d0f-8f0a-6a1f0c0d0001/orders-3f1c9b7e-5a52-4d0f-8f0a-6a1f0c0d0001_.xml',
  'УТ 11, КА 2': 'samples/trade/in/orders-7a20c0de-0000-4000-8000-000000000001_1.xml',
  'УТ 10.3': 'samples/ut103/in/1cbitrix-6f0c2d11-8e40-4b53-9a16-2f1d7c55e0aa.xml',
}
for (const [name, path] of Object.entries(exports)) {
  test(`C5: the usual export of ${name} is taken as it is, without touching the configuration`, async (t) => {
    const folder = await portalFolder(t, { yaml: withExchanges(exchange('Заказы', 'orders', 'mode: create+update')) })
    await folder.put({ 'in/orders.xml': await readFile(join(checkout, path)) })
    await folder.run()
    const told = await lines(folder, 'orders.xml')
    const made = told.filter((line) => line['Действие'] === 'создан')
    assert.ok(made.length > 0, JSON.stringify(told))
    assert.equal(deals(folder).length, new Set(made.filter((line) => line['Вид'] === 'заказ').map((line) => line['ИдБ24'])).size)
  })
}

test('C6: an address with the key of an administrator is all that it takes; a wrong one is told without the key', async (t) => {
  const { folder, sandbox, origin } = await practiceFolder(t, { more: withExchanges(counterparties()) })
  const right = await obmen24(['check', folder])
  assert.equal(right.exitCode, 0, right.stderr)
  await writeFile(join(folder, 'webhook.txt'), `${origin}/rest/1/n0tth3k3y/\n`)
  const wrong = await obmen24(['check', folder])
  assert.equal(wrong.exitCode, 2)
  assert.match(wrong.stderr, /portal\.webhook-rejected/)
  assert.doesNotMatch(wrong.stdout + wrong.stderr, /n0tth3k3y/)
  assert.ok(sandbox.log.length > 0)
})

test('C7: it starts with one command, goes on by itself, and is adapted in the settings alone', async (t) => {
  const { folder, sandbox } = await practiceFolder(t, { more: withExchanges(counterparties()) })
  await writeFile(join(folder, 'in', 'k.csv'), firms(firm))
  assert.equal((await obmen24(['run', folder])).exitCode, 0)
  assert.deepEqual(
    Object.values(sandbox.state.items[4] ?? {}).map(({ title }) => title),
    ['Василёк ООО'],
  )
  const own = counterparties('columns: { name: Кто, inn: Номер }', "fields: { comments: '{{ Город }}: {{ Кто }}' }")
  const adapted = await portalFolder(t, { yaml: quick + withExchanges(own) })
  await adapted.put({ 'in/k.csv': table('Код;Кто;Номер;Город', '1;Василёк ООО;7701003010;Тула') })
  await watchUntil(adapted, () => adapted.companies().length > 0)
  assert.deepEqual(
    [company(adapted, 1)['comments'], requisitesOf(adapted, 4, 1)[0]?.['RQ_INN']],
    ['Тула: Василёк ООО', '7701003010'],
  )
})
