import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import Papa from 'papaparse'
import { exchangeFolder } from '../exchange/folder/exchange-folder.ts'
import { deals, exchange, items, withExchanges } from '../exchange/portal/document-hands.ts'
import { addCompany, answers, company, lines, points, requisitesOf, table } from '../exchange/portal/hands.ts'
import { type PortalExchange, portalFolder } from '../exchange/portal/portal-folder.ts'
import { buyerXml, orders, orderXml } from '../exchange/portal/stage/staging.ts'
import { quick, watchUntil } from './watched.ts'

// System A: the customer base of 1C on the portal.

const columns = 'Код;Наименование;ИНН;КПП;Телефон'
const lutik = '000000001;ООО Лютик;7701000019;770101001;+7 495 000-00-01'
const klever = '000000002;ООО Клевер;7701000026;770101001;+7 495 000-00-02'
const counterparties = (...more: readonly string[]) =>
  withExchanges(exchange('Контрагенты', 'counterparties', 'files: [k*.csv]', ...more))
const titles = (folder: PortalExchange) => folder.companies().map(({ title }) => title)

test('A1: the base is a file of the standard import, with the custom fields of the portal, where the target is csv', async (t) => {
  const yaml = counterparties('fields: { Менеджер 1С: Менеджер, UF_CRM_PRICE_GROUP: Цены }')
  const folder = await exchangeFolder(t, `target: csv\n${yaml}`)
  await folder.put({ 'in/k.csv': table(`${columns};Менеджер;Цены`, `${lutik};Орлова;Опт`) })
  assert.equal((await folder.run()).exit, 0)
  const [name] = (await folder.names('import')).filter((each) => each.endsWith('1-companies.csv'))
  const { data } = Papa.parse<Record<string, string>>((await folder.text(`import/${name}`)).replace('\uFEFF', ''), {
    header: true,
    skipEmptyLines: true,
  })
  const [row] = data
  assert.deepEqual(
    ['Название компании', 'Тип компании', 'Рабочий телефон', 'Реквизит (Россия): ИНН', 'Менеджер 1С', 'UF_CRM_PRICE_GROUP'].map(
      (each) => row?.[each],
    ),
    ['ООО Лютик', 'Клиент', '+74950000001', '7701000019', 'Орлова', 'Опт'],
  )
})

test('A2: a counterparty is a company with every field that 1C fills', async (t) => {
  const folder = await portalFolder(t, { yaml: counterparties('fields: { UF_CRM_MANAGER_1C: Менеджер, industry: Отрасль }') })
  const head =
    'Код;Наименование;Полное наименование;ИНН;КПП;ОГРН;ОКПО;Телефон;E-mail;Сайт;Юридический адрес;Р/с;БИК;Банк;Комментарий;Менеджер;Отрасль'
  const row =
    '000000001;Лютик;ООО "Лютик";7701000019;770101001;1027700000019;12345678;+7 495 000-00-01;info@lutik.example;lutik.example;' +
    '101000, г Москва, ул Цветочная, д. 1;40702810100000000001;044525225;Сбербанк;Платит вовремя;Орлова;Торговля'
  await folder.put({ 'in/k.csv': table(head, row) })
  assert.equal((await folder.run()).exit, 0)
  const card = company(folder, 1)
  assert.deepEqual(
    ['title', 'comments', 'industry', 'UF_CRM_MANAGER_1C', 'originId', 'typeId'].map((name) => card[name]),
    ['Лютик', 'Платит вовремя', 'TRADE', 'Орлова', '000000001', 'CUSTOMER'],
  )
  assert.deepEqual(points(card), ['+74950000001', 'info@lutik.example', 'lutik.example'])
  const [requisite] = requisitesOf(folder, 4, 1)
  assert.deepEqual(
    ['RQ_INN', 'RQ_KPP', 'RQ_OGRN', 'RQ_OKPO', 'RQ_COMPANY_FULL_NAME'].map((name) => requisite?.[name]),
    ['7701000019', '770101001', '1027700000019', '12345678', 'ООО "Лютик"'],
  )
  const [address] = folder.state.addresses
  assert.deepEqual([address?.['TYPE_ID'], String(address?.['ADDRESS_1']).includes('ул Цветочная')], [6, true])
  assert.deepEqual(
    Object.values(folder.state.bankDetails).map((bank) => [bank['RQ_ACC_NUM'], bank['RQ_BIK']]),
    [['40702810100000000001', '044525225']],
  )
})

test('A3: a second export updates by the 1C id; what the exchange has forgotten is known by its mark, else by ИНН and КПП', async (t) => {
  const folder = await portalFolder(t, { yaml: counterparties() })
  await folder.put({ 'in/k.csv': table(columns, lutik) })
  await folder.run()
  await folder.put({ 'in/k.csv': table(columns, lutik.replace('Лютик', 'Лютик-2')) })
  await folder.run()
  assert.deepEqual(titles(folder), ['ООО Лютик-2'])
  await rm(join(folder.root, '.obmen24'), { recursive: true })
  await folder.put({ 'in/k3.csv': table(columns, lutik.replace('Лютик', 'Лютик-3')) })
  await folder.run()
  assert.deepEqual(titles(folder), ['ООО Лютик-3'])
  await rm(join(folder.root, '.obmen24'), { recursive: true })
  Object.assign(company(folder, 1), { originatorId: null, originId: null })
  await folder.put({ 'in/k4.csv': table(columns, lutik.replace('Лютик', 'Лютик-4')) })
  await folder.run()
  assert.deepEqual(titles(folder), ['ООО Лютик-4'])
})

test('A4: the first exchange brings all, later ones cost what has changed', async (t) => {
  const folder = await portalFolder(t, { yaml: counterparties() })
  const names = Array.from({ length: 30 }, (_, at) => `ООО Завод ${at + 1}`)
  const file = (all: readonly string[]) => table('Код;Наименование', ...all.map((name, at) => `${at + 1};${name}`))
  await folder.put({ 'in/k.csv': file(names) })
  await folder.run()
  const times = () => folder.companies().map(({ updatedTime }) => updatedTime)
  const before = times()
  await folder.clock.sleep(60_000)
  await folder.put({ 'in/k2.csv': file(names.map((name, at) => (at === 6 ? `${name} бис` : name))) })
  await folder.run()
  assert.deepEqual(
    times().flatMap((time, at) => (time === before[at] ? [] : [at])),
    [6],
  )
  const told = await answers(folder, 'k2.csv')
  assert.deepEqual(
    [told.length, told.filter((line) => line.endsWith('без изменений exchange.unchanged')).length, told[6]],
    [30, 29, '7 обновлен'],
  )
})

test('A5: companies made by hand are neither changed nor removed by an import, nor those that 1C leaves out', async (t) => {
  const folder = await portalFolder(t, { yaml: counterparties() })
  const hand = await addCompany(folder, 'Наш партнёр', { inn: '5012003453', kpp: '501201001', phone: '+7 495 000-00-09' })
  const before = structuredClone(company(folder, hand))
  await folder.put({ 'in/k.csv': table(columns, lutik, klever) })
  await folder.run()
  await folder.put({ 'in/k2.csv': table(columns, lutik.replace('Лютик', 'Лютик-2')) })
  await folder.run()
  assert.deepEqual(company(folder, hand), before)
  assert.deepEqual(titles(folder), ['Наш партнёр', 'ООО Лютик-2', 'ООО Клевер'])
})

test('A6: words of 1C become values of the portal’s directories, and what these lack is added first', async (t) => {
  const settings = counterparties(
    'missingValues: create',
    'values: { companyType: { Покупатель: Клиент } }',
    'fields: { industry: Отрасль, companyType: Вид, UF_CRM_PRICE_GROUP: Цены }',
  )
  const folder = await portalFolder(t, { yaml: settings })
  await folder.put({
    'in/k.csv': table(
      'Код;Наименование;Отрасль;Вид;Цены',
      '1;ООО Лютик;торговля;Покупатель;опт',
      '2;ООО Сом;Рыболовство;Дилер;Сверхопт',
    ),
  })
  assert.equal((await folder.run()).exit, 0)
  const status = (entity: string, id: unknown) =>
    folder.state.statuses.find((row) => row['ENTITY_ID'] === entity && row['STATUS_ID'] === id)?.['NAME']
  const group = folder.state.userFields.find(({ fieldName }) => fieldName === 'UF_CRM_PRICE_GROUP')
  assert.deepEqual(
    folder
      .companies()
      .map((row) => [
        status('INDUSTRY', row['industry']),
        status('COMPANY_TYPE', row['typeId']),
        group?.list.find(({ id }) => id === Number(row['UF_CRM_PRICE_GROUP']))?.value,
      ]),
    [
      ['Торговля', 'Клиент', 'Опт'],
      ['Рыболовство', 'Дилер', 'Сверхопт'],
    ],
  )
})

test('A6: or the field is left out, and the answer says which value is missing', async (t) => {
  const folder = await portalFolder(t, { yaml: counterparties('fields: { industry: Отрасль }') })
  await folder.put({ 'in/k.csv': table('Код;Наименование;Отрасль', '2;ООО Сом;Рыболовство') })
  await folder.run()
  assert.deepEqual([folder.companies().length, company(folder, 1)['industry'] ?? ''], [1, ''])
  const [line] = await lines(folder, 'k.csv')
  assert.match(line!['Текст']!, /Рыболовство/)
})

test('A7: what the portal refuses in its own words is told with a code, its words and what to do', async (t) => {
  const folder = await portalFolder(t, { yaml: counterparties() })
  folder.sandbox.plan({
    on: 'crm.requisite.add',
    do: 'refuse-command',
    status: 400,
    error: '',
    description: 'Preset is not found',
  })
  await folder.put({ 'in/k.csv': table(columns, lutik) })
  assert.equal((await folder.run()).exit, 3)
  const [line] = await lines(folder, 'k.csv')
  assert.equal(line!['Действие'], 'ошибка')
  assert.match(line!['Код']!, /^portal\./)
  assert.match(line!['Текст']!, /[а-я].*Preset is not found.*\. [А-Я]/)
})

test('A8: three hundred new companies go through the limits of the cloud without a refusal', async (t) => {
  const folder = await portalFolder(t, { yaml: counterparties(), limits: {} })
  const rows = Array.from({ length: 300 }, (_, at) => `${at + 1};ООО Завод ${at + 1};+7 495 ${String(1_000_000 + at)}`)
  await folder.put({ 'in/k.csv': table('Код;Наименование;Телефон', ...rows) })
  assert.equal((await folder.run()).exit, 0)
  assert.equal(folder.companies().length, 300)
  const { log } = folder.sandbox
  assert.deepEqual(
    log.filter(({ status, commands, committed }) => status !== 200 || committed < commands.length),
    [],
  )
  const seconds = (log.at(-1)!.at - log[0]!.at) / 1000
  assert.ok(log.length <= 50 + 2 * seconds, `${log.length} requests in ${seconds} s`)
})

test('A9: the exchange starts by itself whenever 1C writes a file', async (t) => {
  const folder = await portalFolder(t, { yaml: quick + counterparties() })
  await folder.put({ 'in/k.csv': table(columns, lutik) })
  await watchUntil(folder, async ({ runs }) => {
    if (runs.length > 0 && folder.companies().length === 1) await folder.put({ 'in/k2.csv': table(columns, klever) })
    return folder.companies().length === 2
  })
  assert.deepEqual(titles(folder), ['ООО Лютик', 'ООО Клевер'])
})

test('A10: contacts, documents and orders go the same way, in the same exchange', async (t) => {
  const folder = await portalFolder(t, {
    yaml: withExchanges(
      exchange('Контрагенты', 'counterparties', 'files: [k*.csv]'),
      exchange('Контактные лица', 'contacts', 'files: [l*.csv]'),
      exchange('Договоры', 'contracts', 'files: [d*.csv]'),
      exchange('Счета', 'invoices', 'files: [s*.csv]'),
      exchange('Заказы', 'orders', 'files: [o*.xml]', 'mode: create+update'),
    ),
  })
  await folder.put({
    'in/o.xml': orders([orderXml('D-77', buyerXml('000000001;ООО Лютик;7701000019'), '<Сумма>500.00</Сумма>')]),
    'in/s.csv': table('Номер счета;Дата счета;Контрагент ИД;Контрагент;Сумма', '58;05.03.2026;000000001;ООО Лютик;600,00'),
    'in/d.csv': table('Номер договора;Дата;Контрагент ИД;Контрагент;Действует до', '7;05.03.2026;000000001;ООО Лютик;31.12.2026'),
    'in/l.csv': table('Код;ФИО;Контрагент;Должность', '000000009;Орлова Анна Петровна;000000001;Бухгалтер'),
    'in/k.csv': table(columns, lutik),
  })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual([titles(folder), folder.contacts().map(({ companyIds }) => companyIds)], [['ООО Лютик'], [[1]]])
  assert.deepEqual(
    [...deals(folder), ...items(folder, 31)].map(({ title, companyId }) => [title, companyId]),
    [
      ['Договор 7 от 05.03.2026', 1],
      ['Заказ D-77', 1],
      ['Счёт 58 от 05.03.2026', 1],
    ],
  )
})
