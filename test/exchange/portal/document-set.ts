import assert from 'node:assert/strict'
import { deals, exchange, invoices, rows, withExchanges } from './document-hands.ts'
import { lines, table } from './hands.ts'
import { innOf } from './inns.ts'
import type { PortalExchange } from './portal-folder.ts'

/** Settings of companies, orders, invoices with their rows and PDF. */
export const setSettings = withExchanges(
  exchange('Контрагенты', 'counterparties', 'files: [k*.csv]', 'contactPersons: false'),
  exchange(
    'Заказ-наряды',
    'work-orders',
    'files: [zn*.csv]',
    'stages: { в работе: В работе, выполнен: Выполнен }',
    'pipeline: Сервис',
    'clients: false',
  ),
  exchange(
    'Счета',
    'invoices',
    'files: [s*.csv]',
    'clients: false',
    "organisations: { 'ООО Маяк': Маяк }",
    'attachments: { alsoParent: true }',
  ),
  exchange('Строки заказов', 'document-rows', 'files: [rz*.csv]'),
  exchange('Строки счетов', 'document-rows', 'of: invoices', 'files: [rs*.csv]'),
)

/** Orders and their invoices with all that belongs to them; `second` changes every third. */
export function setFiles(count: number, second: boolean): Readonly<Record<string, string>> {
  const all = Array.from({ length: count }, (_, at) => at)
  const isNew = (at: number) => second && at % 3 === 0
  const amount = (at: number) => (isNew(at) ? 900 : 600)
  const row = (at: number, document: string) => `${document};Работа ${at};${amount(at) / 300};300;${amount(at)}`
  return {
    'in/k.csv': table('Ид;Наименование;ИНН;КПП', ...all.map((at) => `k${at};ООО Фирма ${at};${innOf(at)};770101001`)),
    'in/zn.csv': table(
      'Ид;Номер заказ-наряда;Состояние;Сумма;Ид контрагента;Контрагент',
      ...all.map((at) => `zn${at};ЗН-${at};${isNew(at) ? 'выполнен' : 'в работе'};${amount(at)};k${at};ООО Фирма ${at}`),
    ),
    'in/rz.csv': table('Номер заказ-наряда;Номенклатура;Количество;Цена;Сумма', ...all.map((at) => row(at, `ЗН-${at}`))),
    'in/s.csv': table(
      'Ид;Номер счета;Дата счета;Организация;Ид контрагента;Контрагент;Основание;Сумма',
      ...all.map((at) => `s${at};СЧ-${at};05.03.2026;ООО Маяк;k${at};ООО Фирма ${at};ЗН-${at};${amount(at)}`),
    ),
    'in/rs.csv': table('Номер счета;Номенклатура;Количество;Цена;Сумма', ...all.map((at) => row(at, `СЧ-${at}`))),
    ...(second ? {} : Object.fromEntries(all.map((at) => [`in/Счет СЧ-${at}.pdf`, `%PDF-1.4\n% ${at}\n%%EOF\n`]))),
  }
}

/** What a person or a scheduler does: start it again until it says that all is well. */
export async function untilDone(folder: PortalExchange): Promise<void> {
  for (let start = 1; start <= 80; start += 1) {
    const report = await folder.run()
    if (!report.unfinished && report.exit === 0 && (await folder.left()) === 0) return
  }
  assert.fail('eighty starts were not enough')
}

/** Every document once, with its own client, parent, rows and file. */
export async function judgeSet(folder: PortalExchange, count: number, second: boolean): Promise<void> {
  const companies = new Map(folder.companies().map(({ id, originId }) => [originId, id]))
  const [ofDeals, ofInvoices] = [deals(folder), invoices(folder)]
  assert.deepEqual([ofDeals.length, ofInvoices.length], [count, count])
  for (let at = 0; at < count; at += 1) {
    const isNew = second && at % 3 === 0
    const amount = isNew ? 900 : 600
    const deal = ofDeals.find(({ originId }) => originId === `zn${at}`)!
    const invoice = ofInvoices.find(({ xmlId }) => xmlId === `1C|s${at}`)!
    const companyId = companies.get(`k${at}`)
    assert.deepEqual(
      [deal['companyId'], deal['stageId'], deal['opportunity'], deal['isManualOpportunity']],
      [companyId, isNew ? 'C5:DONE' : 'C5:IN_WORK', amount, 'N'],
    )
    assert.deepEqual(
      [invoice['companyId'], invoice['parentId2'], invoice['opportunity'], invoice['isManualOpportunity']],
      [companyId, deal.id, amount, 'N'],
    )
    for (const owner of [`D:${deal.id}`, `SI:${invoice.id}`])
      assert.deepEqual(
        rows(folder, owner).map(({ productName, quantity }) => [productName, quantity]),
        [[`Работа ${at}`, amount / 300]],
      )
    const links = folder.state.requisiteLinks.filter((link) => link['ENTITY_TYPE_ID'] === 31 && link['ENTITY_ID'] === invoice.id)
    assert.equal(links.length, 1)
    const files = folder.state.comments.filter(({ COMMENT: text }) => String(text).startsWith(`Счет СЧ-${at}.pdf`))
    assert.deepEqual(files.map(({ ENTITY_TYPE: type, ENTITY_ID: id }) => `${type} ${id}`).sort(), [
      `deal ${deal.id}`,
      `smart_invoice ${invoice.id}`,
    ])
  }
  for (const [name, rowsName] of [
    ['zn', 'rz'],
    ['s', 'rs'],
  ]) {
    const told = await lines(folder, `${name}.csv`)
    assert.deepEqual([told.length, told.filter((line) => line['ИдБ24'] === '').length], [count, 0])
    // A row of the table of rows says what became of its document.
    const ofRows = await lines(folder, `${rowsName}.csv`)
    assert.deepEqual(
      ofRows.map((line) => line['ИдБ24']),
      told.map((line) => line['ИдБ24']),
    )
  }
}
