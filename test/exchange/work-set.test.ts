import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { exchangesOf } from '../../src/exchange/folder/home.ts'
import type { SetInput } from '../../src/exchange/ordered-parts.ts'
import { readOptions } from '../../src/exchange/read-options.ts'
import { createRoutes } from '../../src/exchange/routes.ts'
import { workOffSet } from '../../src/exchange/work-set.ts'
import { openSqliteLedger } from '../../src/ledger/sqlite-ledger.ts'
import { openInput } from '../../src/onec/read/open-input.ts'
import type { AnswerLine } from '../../src/onec/write/answer.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import { catalogue, counterparties, idOf } from './folder/exchange-folder.ts'

/** Works off files given by name and text, in that order, in one set. */
async function workOff(t: TestContext, files: Readonly<Record<string, string>>, yaml = '') {
  const root = await mkdtemp(join(tmpdir(), 'obmen24 set '))
  const settings = parseSettings(yaml).settings!
  const exchanges = exchangesOf(settings)
  const routes = createRoutes(exchanges)
  const reading = readOptions(settings, routes)
  const ledger = openSqliteLedger(join(root, 'ledger.sqlite'))
  t.after(async () => {
    await ledger.close()
    await rm(root, { recursive: true, force: true })
  })
  const inputs: SetInput[] = []
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(root, name), text)
    inputs.push({ message: inputs.length + 1, input: await openInput(join(root, name), name, reading) })
  }
  const work = () =>
    workOffSet(inputs, {
      settings,
      exchanges,
      routes,
      reading,
      ledger,
      language: 'ru',
      importFolder: join(root, 'import'),
      spoolFolder: root,
      at: '2026-03-05T09:05:07+03:00',
    })
  return { root, ledger, work, inputs }
}

async function linesOf(result: Awaited<ReturnType<typeof workOffSet>>, message: number): Promise<readonly AnswerLine[]> {
  const answer = result.answers.get(message)!
  const lines: AnswerLine[] = []
  for await (const batch of answer.lines()) lines.push(...batch)
  await answer.close()
  return lines
}

test('documents find their clients and goods their prices, in whatever order the files came', async (t) => {
  const order = `<КоммерческаяИнформация><Документ><Ид>d</Ид><Номер>1</Номер><ХозОперация>Заказ товара</ХозОперация><Сумма>1</Сумма><Контрагенты>
<Контрагент><Ид>k1</Ид><Наименование>Ромашка ООО</Наименование><Роль>Покупатель</Роль></Контрагент></Контрагенты></Документ></КоммерческаяИнформация>`
  const clients = 'Ид;Наименование;ИНН\r\nk1;Ромашка ООО;7701000019\r\n'
  const offers = `<КоммерческаяИнформация><ПакетПредложений><Предложения><Предложение><Ид>${idOf('Болт')}</Ид><Цены><Цена><ЦенаЗаЕдиницу>7</ЦенаЗаЕдиницу></Цена></Цены></Предложение></Предложения></ПакетПредложений></КоммерческаяИнформация>`
  const { root, work } = await workOff(t, {
    'orders.xml': order,
    'offers.xml': offers,
    'kontragenty.csv': clients,
    'import.xml': catalogue(['Болт']),
  })
  const result = await work()
  for (const message of [1, 2, 3, 4]) {
    assert.deepEqual(
      (await linesOf(result, message)).map(({ action }) => action),
      ['prepared'],
      String(message),
    )
  }
  const [companies, products, deals] = await Promise.all(
    ['1-companies.csv', '3-products.csv', '4-deals.csv'].map((name) => readFile(join(root, 'import', name), 'utf8')),
  )
  assert.equal(companies!.trimEnd().split('\n').length, 2, 'one card of the client, not one of each file')
  assert.match(companies!, /7701000019/)
  assert.match(products!, /"7\.00"/)
  assert.match(deals!, /"Ромашка ООО"/)
})

test('an id that stands twice in a set with other data is written once, and the other row says so', async (t) => {
  const { root, work } = await workOff(t, {
    'kontragenty.csv': counterparties(['1;Ромашка ООО;;7701000019', '1;Ромашка новая ООО;;7701000019']),
  })
  const lines = await linesOf(await work(), 1)
  assert.deepEqual(
    lines.map(({ row, action, code }) => [row, action, code]),
    [
      [1, 'prepared', ''],
      [2, 'skipped', 'exchange.twice'],
    ],
  )
  assert.equal((await readFile(join(root, 'import/1-companies.csv'), 'utf8')).includes('новая'), false)
})

test('a field of the settings that no record has is told once for the set', async (t) => {
  const { work } = await workOff(
    t,
    { 'kontragenty.csv': counterparties(['1;Ромашка ООО;;7701000019', '2;Вектор ООО;;7702000212']) },
    'exchanges: [{name: К, preset: counterparties, fields: {UF_CRM_X: Менеджрр}}]',
  )
  const { problems, answers } = await work()
  for (const answer of answers.values()) await answer.close()
  assert.deepEqual(
    problems.map(({ code, args }) => [code, args?.['name']]),
    [['exchange.field-missing', 'Менеджрр']],
  )
})

test('a field whose element or column is there and empty is not missed', async (t) => {
  const requisite = (name: string) =>
    `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение></Значение></ЗначениеРеквизита>`
  const goods = `<КоммерческаяИнформация><Каталог><Товары><Товар><Ид>t1</Ид><Наименование>Болт</Наименование>
<ЗначенияРеквизитов>${requisite('Сезон')}</ЗначенияРеквизитов></Товар></Товары></Каталог></КоммерческаяИнформация>`
  const client = `<Контрагент><Ид>k1</Ид><Наименование>Ромашка ООО</Наименование><Куратор/></Контрагент>`
  const order = `<КоммерческаяИнформация><Документ><Ид>d</Ид><Номер>1</Номер><ХозОперация>Заказ товара</ХозОперация><Сумма>1</Сумма>
<Контрагенты>${client}</Контрагенты><ЗначенияРеквизитов>${requisite('Номер договора')}</ЗначенияРеквизитов></Документ></КоммерческаяИнформация>`
  const { work } = await workOff(
    t,
    { 'import.xml': goods, 'orders.xml': order, 'k.csv': 'Ид;Наименование;ИНН;Менеджер\r\nk2;Вектор ООО;7702000212;\r\n' },
    `exchanges:
  - {name: Т, preset: catalogue, fields: {UF_CRM_SEASON: сезон, UF_CRM_COLOUR: Цвет}}
  - {name: З, preset: orders, fields: {UF_CRM_CONTRACT: НомерДоговора, UF_CRM_CAR: Авто}}
  - {name: К, preset: counterparties, fields: {UF_CRM_X: Менеджер, UF_CRM_Y: Менеджрр}}
`,
  )
  const { problems, answers } = await work()
  for (const answer of answers.values()) await answer.close()
  assert.deepEqual(
    problems.filter(({ code }) => code === 'exchange.field-missing').map(({ args }) => args['name']),
    ['Цвет', 'Менеджрр', 'Авто'],
  )
})

const bookings = (...rows: readonly string[]) =>
  ['Номер брони;Статус;Гость;Дата заезда;Дата выезда;Сумма;Удален', ...rows, ''].join('\r\n')
const rooms = bookings(
  '104;Подтверждена;Соболева Анна Юрьевна;10.03.2026;14.03.2026;10000;нет',
  '105;Подтверждена;Громова Ольга Петровна;11.03.2026;12.03.2026;900;нет',
  '104;Подтверждена;Соболева Анна Юрьевна;09.03.2026;15.03.2026;5000,50;нет',
  '104;Подтверждена;Соболева Анна Юрьевна;01.03.2026;31.03.2026;7000;да',
)

/** Deals of the import as `title amount`, with what became of the rows. */
async function dealsOf(t: TestContext, yaml: string, files: Readonly<Record<string, string>> = { 'b.csv': rooms }) {
  const { root, work } = await workOff(t, files, yaml)
  const result = await work()
  const lines = await linesOf(result, 1)
  const file = result.files.find(({ entity }) => entity === 'deal')!
  const text = (await readFile(join(root, 'import', file.name), 'utf8')).replace(/^\ufeff/, '')
  const [head, ...rows] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(';').map((cell) => cell.replace(/^"(.*)"$/, '$1')))
  const column = (row: readonly string[], name: string) => row[head!.indexOf(name)]
  return {
    deals: rows.map((row) => ['Название сделки', 'Сумма'].map((name) => column(row, name)).join(' ')),
    rows: lines.map(({ action, code }) => [action, code].filter(Boolean).join(' ')),
  }
}

test('E3: rows of one number are one deal of the import files too, and each row says what became of it', async (t) => {
  const first = await dealsOf(t, 'exchanges: [{ name: Б, preset: bookings }]')
  assert.deepEqual(first.deals, [
    'Заявка №104 (Соболева) 09.03.2026 - 15.03.2026 10000.00',
    'Заявка №105 (Громова) 11.03.2026 - 12.03.2026 900.00',
  ])
  assert.deepEqual(first.rows, ['prepared', 'prepared', 'prepared', 'skipped exchange.deleted'])
  const sum = await dealsOf(t, 'exchanges: [{ name: Б, preset: bookings, sameNumberAmount: sum }]')
  assert.equal(sum.deals[0], 'Заявка №104 (Соболева) 09.03.2026 - 15.03.2026 15000.50')
})

test('rows of one number are told twice in the import files where the settings want each for itself', async (t) => {
  const { deals, rows } = await dealsOf(t, 'exchanges: [{ name: Б, preset: bookings, sameNumber: each }]')
  assert.equal(deals[0], 'Заявка №104 (Соболева) 10.03.2026 - 14.03.2026 10000.00')
  assert.deepEqual(rows, ['prepared', 'prepared', 'skipped exchange.twice', 'skipped exchange.deleted'])
})

test('work orders of one number come together where the settings say so; rows without a number never do', async (t) => {
  const orders = ['Номер заказ-наряда;Состояние;Сумма;Заказчик', '7;в работе;100;Рябова Анна', ';в работе;5;Рябова Анна']
  const table = [...orders, ';в работе;6;Рябова Анна', '7;в работе;50;Рябова Анна', ''].join('\r\n')
  const { deals, rows } = await dealsOf(
    t,
    'exchanges: [{ name: Н, preset: work-orders, sameNumber: one, sameNumberAmount: sum }]',
    { 'zn.csv': table },
  )
  assert.deepEqual(deals, ['Заказ-наряд 7 150.00'])
  assert.deepEqual(rows, ['prepared', 'refused csv.value-missing', 'refused csv.value-missing', 'prepared'])
})

test('thousands of rows of several kinds are each answered once, in the order of the file', async (t) => {
  const rows = Array.from({ length: 2500 }, (_, index) => `${index};Клиент ${index} ООО;;`)
  const { work } = await workOff(t, {
    'kontragenty.csv': counterparties(rows),
    'import.xml': catalogue(rows.map((_, index) => `Т${index}`)),
  })
  const result = await work()
  for (const message of [1, 2]) {
    const lines = await linesOf(result, message)
    assert.deepEqual(
      lines.map(({ row }) => row),
      rows.map((_, index) => index + 1),
    )
    assert.equal(
      lines.every(({ at, bitrixId }) => at === '2026-03-05T09:05:07+03:00' && bitrixId === ''),
      true,
    )
  }
})

test('when the work fails midway, the files it had open are closed and can be removed', async (t) => {
  const { root, work, inputs } = await workOff(t, {
    'kontragenty.csv': counterparties(['1;Ромашка ООО;;7701000019']),
    'b.csv': counterparties(['2;Вектор ООО;;']),
  })
  const [part] = inputs[0]!.input.parts
  Object.assign(part!, { source: join(root, 'gone.csv') })
  await assert.rejects(work(), /ENOENT/)
  assert.deepEqual(
    (await readdir(root)).filter((name) => name.endsWith('.lines')),
    [],
  )
  await rm(join(root, 'import'), { recursive: true })
})

test('an empty set makes nothing', async (t) => {
  const { root, work } = await workOff(t, {})
  const { files, answers, problems } = await work()
  assert.deepEqual([files, [...answers], problems], [[], [], []])
  assert.equal((await readdir(root)).includes('import'), false)
})
