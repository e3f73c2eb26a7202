import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import { readCsvAnswer } from '../exchange/folder/read-answer.ts'
import { type PortalExchange, portalFolder } from '../exchange/portal/portal-folder.ts'
import { type CorpusFile, corpusFiles, skip } from './corpus-files.ts'

// Orders as real bases exported them, one export after another, become deals; what a document says of itself is read here by another
// parser. All names of stages are those of the settings.
const yaml = `brake: { share: 100%, records: any }
exchanges:
  - name: Заказы
    preset: orders
    mode: create+update
    deleted: keep
    stagesBySign:
      notPosted: Новая
      posted: Подготовка документов
      paid: В работе
      shipped: Финальный счёт
      completed: Сделка успешна
      cancelled: Сделка провалена
      deleted: Сделка провалена
`

const exports = 'RBDI+epc/1c/orders-'

test('D3, D5: five exports of one base move the stages as their documents say, and an export of the same changes nothing', {
  skip,
}, async (t) => {
  const folder = await portalFolder(t, { yaml })
  const first = await take(folder, fileOf(`${exports}1d72165c-5783-4e8d-824b-6ed60c731226.xml`))
  assert.deepEqual(dealsOf(folder), [['4512', 'PREPARATION', 9900]])
  assert.ok(first > 0)
  assert.equal(await take(folder, fileOf(`${exports}00162dd9-fc43-42b5-ba79-49d23840966b.xml`)), 0)
  await take(folder, fileOf(`${exports}67b47413-c075-49b0-990a-cc50171b026c.xml`))
  const two = [
    ['4512', 'PREPARATION', 9900],
    ['4687', 'PREPARATION', 6000],
  ]
  assert.deepEqual(dealsOf(folder), two)
  await take(folder, fileOf(`${exports}19c7b4eb-5877-46dc-a8eb-908efedf6aaf.xml`))
  const paid = [two[0], ['4687', 'EXECUTING', 3750]]
  assert.deepEqual(dealsOf(folder), paid)
  assert.equal(await take(folder, fileOf(`${exports}64ed1a97-f83e-4a26-806a-f33ea1dc6b31.xml`)), 0)
  assert.deepEqual(dealsOf(folder), paid)
})

for (const [dialect, path] of [
  ['УТ 10.3', 'pikusov+Simpla/simpla/cml/temp/1cbitrix-ac9756de-6248-4151-ac75-2d590c1ac3d7.xml'],
  ['2.09', 'ArgentCrusade+commerceml/tests/fixtures/documents-example.xml'],
  ['3.1', 'masked/irpsv+commerceml/tests/assets/bitrix-module-6/documents/2/documents.xml'],
  ['3.1 of a site', 'masked/AlexMobiCraft+FREESPORT-B2B/docs/integrations/1c/samples/order-export-org-warehouse-diagnostic.xml'],
] as const) {
  test(`D5: orders of ${dialect} have one deal each at the stage that their signs say, and the same file changes nothing`, {
    skip,
  }, async (t) => {
    const folder = await portalFolder(t, { yaml })
    const file = fileOf(path)
    await take(folder, file)
    const told = await answerOf(folder, file)
    const used = new Set(told.filter(({ Действие }) => Действие === 'создан').map((line) => line['ИдБ24']))
    const orders = await ordersOf(file)
    const deals = dealsOf(folder)
    assert.equal(deals.length, used.size)
    // What was not used says why; every other order stands there once.
    for (const line of told) assert.ok(['создан', 'ошибка', 'пропущен', 'ждет'].includes(line['Действие']!), JSON.stringify(line))
    for (const [number, stage, amount] of deals) {
      const order = orders.get(String(number))
      assert.notEqual(order, undefined, `${number} is no order of the file`)
      assert.deepEqual([stage, amount], [order!.stage, order!.amount], `order ${number}`)
    }
    assert.ok(deals.length > 0)
    const tried = told.some(({ Действие }) => Действие === 'ошибка' || Действие === 'ждет')
    const requests = await take(folder, file, `again-${basename(file.path)}`)
    // What was refused is tried again, and looked for on the portal; nothing of the rest is asked.
    if (!tried) assert.equal(requests, 0)
    assert.deepEqual(dealsOf(folder), deals)
  })
}

function fileOf(name: string): CorpusFile {
  const found = corpusFiles().find((file) => file.name === name)
  assert.notEqual(found, undefined, name)
  return found!
}

/** Gives how many requests it took to the portal. */
async function take(folder: PortalExchange, file: CorpusFile, name = basename(file.path)): Promise<number> {
  folder.requests()
  await folder.put({ [`in/${name}`]: await readFile(file.path) })
  const report = await folder.run()
  assert.ok(report.exit === 0 || report.exit === 3, `${name}: ${report.codes.join()}`)
  return folder.requests()
}

/** Number, stage and amount of every deal, by number. */
function dealsOf(folder: PortalExchange): readonly (readonly unknown[])[] {
  const deals = Object.values(folder.state.items[2] ?? {})
  return deals
    .map((deal) => [String(deal['title']).replace(/^Заказ /, ''), deal['stageId'], Number(deal['opportunity'])] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

async function answerOf(folder: PortalExchange, file: CorpusFile) {
  return readCsvAnswer(await folder.text(`out/${basename(file.path)}.result.csv`)).lines
}

interface Facts {
  readonly stage: string
  readonly amount: number
}

/** Orders of a file by their numbers, read without our reader. */
async function ordersOf(file: CorpusFile): Promise<ReadonlyMap<string, Facts>> {
  const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, trimValues: true })
  const root = parser.parse(await readFile(file.path, 'utf8'))['КоммерческаяИнформация']
  const containers = listOf(root['Контейнер'])
  const orders = new Map<string, Facts>()
  for (const documents of containers.length === 0
    ? [listOf(root['Документ'])]
    : containers.map((each) => listOf(each['Документ']))) {
    for (const order of documents.filter((each) => String(each['ХозОперация']).startsWith('Заказ'))) {
      orders.set(order['Номер'], { stage: stageOf(order, documents), amount: Number(order['Сумма']) })
    }
  }
  return orders
}

// biome-ignore lint/suspicious/noExplicitAny: a tree of another parser
type Tree = any

function stageOf(order: Tree, container: readonly Tree[]): string {
  const requisites = new Map(
    listOf(order['ЗначенияРеквизитов']?.['ЗначениеРеквизита']).map((each) => [
      String(each['Наименование']).toLowerCase().replaceAll(' ', ''),
      String(each['Значение'] ?? ''),
    ]),
  )
  const isTrue = (name: string) => /^(?:true|да|1|y)$/i.test(requisites.get(name) ?? '')
  const said = (name: string) => !['', '0', 'T', 'false'].includes(requisites.get(name) ?? '')
  const has = (...operations: readonly string[]) => container.some((each) => operations.includes(each['ХозОперация']))
  const deleted = isTrue('пометкаудаления') || String(order['ПометкаУдаления']) === 'true'
  const paid =
    said('номероплатыпо1с') ||
    /^\d{4}-\d\d-\d\d/.test(requisites.get('датаоплатыпо1с') ?? '') ||
    isTrue('оплачен') ||
    has('Выплата безналичных денег', 'Выплата наличных денег', 'Эквайринговая операция')
  const shipped =
    said('номеротгрузкипо1с') ||
    /^\d{4}-\d\d-\d\d/.test(requisites.get('датаотгрузкипо1с') ?? '') ||
    isTrue('отгружен') ||
    has('Отпуск товара')
  if (deleted) return 'LOSE'
  if (isTrue('отменен')) return 'LOSE'
  if (paid && shipped) return 'WON'
  if (paid) return 'EXECUTING'
  if (shipped) return 'FINAL_INVOICE'
  return requisites.has('проведен') && !isTrue('проведен') ? 'NEW' : requisites.has('проведен') ? 'PREPARATION' : 'NEW'
}

function listOf(value: Tree): readonly Tree[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}
