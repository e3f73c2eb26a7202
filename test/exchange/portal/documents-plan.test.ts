import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import * as z from 'zod'
import type { CrmEntity } from '../../../src/bitrix24/crm/entity.ts'
import { cardUrl } from '../../../src/bitrix24/crm/links-of.ts'
import { addOwnCompanies } from '../../../src/bitrix24/sandbox/fixtures/own-companies.ts'
import type { CardPlan } from '../../../src/exchange/portal/plan/card-plan.ts'
import type { RowPlan } from '../../../src/exchange/portal/plan/row-plan.ts'
import { changeTexts } from '../../../src/report/change-texts.ts'
import { planHtml } from '../../../src/report/plan-html.ts'
import { cardPlanJson, cardPlanLines } from '../../../src/report/plan-report.ts'
import { isUnknown, showJson, showLines } from '../../../src/report/show-report.ts'
import { editItem, exchange, goods, setRows, withExchanges, workOrderExchanges, workOrders } from './document-hands.ts'
import { plan, runWith, table } from './hands.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const number = '3000004876'
const look = { language: 'ru', colors: { bold: same, red: same, yellow: same, green: same, dim: same } } as never

/** The plan as the terminal shows it, without what the problems say. */
async function planned(folder: PortalExchange) {
  const { plans, planned: shown } = await plan(folder)
  const texts = changeTexts(shown!.portal!.directories, 'ru')
  return { plans, shown: shown!, texts, lines: plans.flatMap((card) => cardPlanLines(card, look, texts)) }
}

test('the plan of a work order says all of it in words of people: stage, client, products, what comes with it', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges() })
  await folder.put({ 'in/zn.csv': workOrders({ number }), 'in/rows.csv': goods(`${number};Масло 5W-40;3;500,00;1500,00`) })
  const { lines } = await planned(folder)
  const text = lines.join('\n')
  for (const line of [
    `+ сделка Заказ-наряд ${number} [workOrder:${number}]`,
    '    Воронка: Сервис',
    '    Стадия сделки: В работе',
    '    Сумма: 1500',
    '    Ручной режим суммы: нет',
    `    Код 1С: ${number}`,
    '    Товар «Масло 5W-40»: 3 × 500 = 1500',
    '    Контакт: Рябова Анна Петровна (создаётся в этом же запуске)',
  ])
    assert.ok(lines.includes(line), `${line}\n\n${text}`)
})

test('the plan of a change says from what to what, row by row, and names the client', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges() })
  await folder.put({ 'in/zn.csv': workOrders({ number }), 'in/rows.csv': goods(`${number};Масло 5W-40;3;500,00;1500,00`) })
  await folder.run()
  await editItem(folder, 2, 1, { contactIds: [] })
  await setRows(folder, 'D', 1, [
    { productName: 'Масло 5W-40', price: 500, quantity: 3, measureCode: 796 },
    { productName: 'Фильтр', price: 100, quantity: 1, measureCode: 796 },
  ])
  await folder.put({
    'in/zn.csv': workOrders({ number, state: 'выполнен', amount: '2000,00', client: 'Ли Пётр', phone: '+7 916 000-00-00' }),
    'in/rows.csv': goods(`${number};Масло 5W-40;4;500,00;2000,00`),
  })
  const { lines } = await planned(folder)
  const text = lines.join('\n')
  for (const line of [
    '    Стадия сделки: В работе → Выполнен',
    '    Товар «Масло 5W-40»: 3 × 500 = 1500 → 4 × 500 = 2000',
    '    Товар «Фильтр»: 1 × 100 = 100 → (пусто)',
    '    Контакт: Ли Пётр (создаётся в этом же запуске)',
  ])
    assert.ok(lines.includes(line), `${line}\n\n${text}`)
  assert.match(text, /«Товары».*Фильтр/, 'a conflict of rows is told by their names')
})

test('documents, invoices and files of a plan are as the schema says, on the page too', async (t) => {
  const yaml = withExchanges(
    exchange('Договоры', 'contracts', 'files: [d*.csv]', 'into: process', 'process: 1032', 'stages: { Действует: Действует }'),
    exchange('Счета', 'invoices', 'files: [s*.csv]', "organisations: { 'ООО Маяк': Маяк }"),
  )
  const folder = await portalFolder(t, { yaml, state: addOwnCompanies })
  const put = () =>
    folder.put({
      'in/d.csv': table(
        'Ид;Номер договора;Дата договора;Статус договора;Контрагент;ИНН',
        'дог-1;17;01.02.2026;Действует;ООО Лютик;7707083893',
      ),
      'in/s.csv': table(
        'Номер счета;Дата счета;Организация;Контрагент;ИНН;Договор;Сумма',
        '58;05.03.2026;ООО Маяк;ООО Лютик;7707083893;17;600',
      ),
      'in/Счет 58.pdf': '%PDF-1.4\n%%EOF\n',
    })
  await put()
  const schema = JSON.parse(await readFile(join(import.meta.dirname, '../../../schemas/plan.schema.json'), 'utf8'))
  const line = z.fromJSONSchema(schema)
  const first = await planned(folder)
  for (const card of first.plans) {
    const checked = line.safeParse({ card: cardPlanJson(card, 'ru', first.texts) })
    assert.ok(checked.success, JSON.stringify(checked.error?.issues))
  }
  assert.equal(
    line.safeParse({ card: { ...cardPlanJson(first.plans[0]!, 'ru', first.texts), entity: 'process' } }).success,
    false,
  )
  assert.deepEqual(
    first.plans.map(({ entity }) => entity),
    ['company', 'process:1032', 'invoice', 'file'],
  )
  assert.ok(
    first.lines.includes('    Файл: Счет 58.pdf') || first.lines.includes('    Основание: 58 (создаётся в этом же запуске)'),
  )
  await folder.run()
  await folder.put({ 'in/Счет 58.pdf': '%PDF-1.4\n% новый\n%%EOF\n' })
  const again = await planned(folder)
  const html = await text(
    planHtml(again.shown.summary, batches(again.plans), {
      ...pageOf(again.shown.portal!.address),
      texts: again.texts,
      rows: noRows(),
      rowCounts: again.shown.rowCounts,
    }),
  )
  assert.match(html, /type\/31\/details\/1\/"><b>Счет 58\.pdf<\/b>/, 'a file leads to its document')
})

test('show tells of a document what 1C told, what was sent and where it stands', async (t) => {
  const folder = await portalFolder(t, { yaml: workOrderExchanges() })
  await folder.put({ 'in/zn.csv': workOrders({ number }), 'in/rows.csv': goods(`${number};Масло 5W-40;3;500,00;1500,00`) })
  await runWith(folder, {})
  const id = `workOrder:${number}`
  const shown = await folder.withHome(async ({ ledger }) => ({
    id,
    links: await ledger.links.byKey(id),
    cards: await ledger.cards.byKey(id, 10),
    operations: await ledger.operations.byKey(id, 10),
    messages: [],
    outgoing: [],
    processes: {},
  }))
  assert.equal(isUnknown(shown), false)
  const options = {
    texts: changeTexts(null, 'ru'),
    cardUrl: (entity: CrmEntity, card: number) => cardUrl('https://portal.example', entity, card),
  }
  const lines = showLines(shown, look, options)
  const text = lines.join('\n')
  for (const word of [
    /Битрикс24: сделка № 1/,
    /deal\/details\/1\//,
    /Товар: +Масло 5W-40 3 × 500\.00 = 1500\.00/,
    /Контакты \(1С\): +Рябова Анна Петровна/,
    /товары документа: выполнено/,
  ])
    assert.match(text, word)
  assert.match(JSON.stringify(showJson(shown, 'ru', options)), /deal\/details\/1/)
})

const pageOf = (address: string) => ({
  language: 'ru' as const,
  about: '',
  cardUrl: ({ entity }: { readonly entity: CrmEntity }, id: number) => cardUrl(address, entity, id),
})

async function* noRows(): AsyncGenerator<readonly RowPlan[]> {}

async function* batches(plans: readonly CardPlan[]) {
  yield plans
}

async function text(parts: AsyncIterable<string>): Promise<string> {
  return (await Array.fromAsync(parts)).join('')
}

function same(text: string): string {
  return text
}
