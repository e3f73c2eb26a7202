import assert from 'node:assert/strict'
import { test } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import { seededRandom } from '../../../src/bitrix24/sandbox/random.ts'
import { compare, type Decimal, multiply, round, sum, toFixed } from '../../../src/values/decimal.ts'
import type { PortalExchange } from '../portal/portal-folder.ts'
import { backFolder, change, runAfter, setRows } from './hands.ts'

/** A row as 1C tells it (`1c-side.md §3.7`). */
interface Told {
  readonly name: string
  readonly price: Decimal
  readonly quantity: Decimal
  readonly amount: Decimal
  readonly discount: Decimal
  readonly vat: string
}

const exchange = `exchanges:
  - name: Заказы
    preset: orders
    mode: create+update
    match: [origin, number]`

const way = 'format: commerceml\nfile: to1c/orders.xml\nunknownGoods: send'

test('a row that nobody has touched goes back with the price, quantity and sum that 1C told, whatever people did to others', async (t) => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  t.diagnostic(`SEED=${seed}`)
  const random = seededRandom(seed)
  const number = (most: number, places: number) => toFixed(String(Math.max(random() * most, 0.1 ** places)), places)
  const told = Array.from({ length: 40 }, (_, at): Told => {
    const price = round(number(random() < 0.5 ? 30 : 5000, random() < 0.2 ? 4 : 2), 4)
    const quantity = round(number(random() < 0.5 ? 1 : 200, random() < 0.6 ? 3 : 0), 3)
    const gross = round(multiply(price, quantity), 2)
    const discount = random() < 0.4 ? round(multiply(gross, random() < 0.5 ? '0.05' : '0.333'), 2) : '0'
    const amount = sum([gross, multiply(discount, '-1')])
    return { name: `Товар ${at}`, price, quantity, amount, discount, vat: random() < 0.5 ? '20' : '' }
  })
  const folder = await backFolder(t, way, exchange)
  await folder.run()
  await folder.put({ 'in/orders.xml': orderOf(told) })
  await runAfter(folder)
  await change(folder, 1, { stageId: 'EXECUTING' })
  await runAfter(folder)
  const isLess = (row: Told) => compare(round(row.quantity, 3), '0') > 0
  assert.deepEqual(await returned(folder), told.filter(isLess).map(numbersOf))

  // Some rows get another quantity; the order of all stays.
  const { productRows } = (await folder.ask('crm.item.productrow.list', { filter: { '=ownerType': 'D', '=ownerId': 1 } })) as {
    productRows: Record<string, unknown>[]
  }
  const edited = new Set(told.flatMap((_row, at) => (random() < 0.2 ? [at] : [])))
  const next = productRows.map(({ productName, price, quantity, discountSum, taxRate, taxIncluded, measureCode }, at) => ({
    ...{ productName, price, discountTypeId: 1, discountSum, taxRate, taxIncluded, measureCode, sort: at },
    quantity: edited.has(at) ? Number(quantity) + 1.5 : quantity,
  }))
  await setRows(folder, 1, next)
  const total = sum(next.map(({ price, quantity }, at) => (edited.has(at) ? product(price, quantity) : told[at]!.amount)))
  await change(folder, 1, { opportunity: Number(total), isManualOpportunity: 'Y' })
  const report = await runAfter(folder)
  assert.deepEqual(report.codes, [])
  const back = await returned(folder)
  for (const [at, row] of told.entries()) {
    const [price, quantity, amount] = back[at]!
    if (edited.has(at)) assert.equal(amount, product(price, quantity), `row ${at} of people`)
    else assert.deepEqual(back[at], numbersOf(row), `row ${at} of 1C`)
  }
})

test('a quantity of four places goes in three, at the price that comes to the same sum', async (t) => {
  const folder = await backFolder(t, way, exchange)
  await folder.run()
  await folder.put({
    'in/orders.xml': orderOf([{ name: 'Шнур', price: '100', quantity: '1', amount: '100', discount: '0', vat: '' }]),
  })
  await runAfter(folder)
  await setRows(folder, 1, [{ productName: 'Шнур', price: 1000, quantity: 1.2345 }])
  await change(folder, 1, { opportunity: 1234.5 })
  await runAfter(folder)
  assert.deepEqual(await returned(folder), [['999.60', '1.235', '1234.50']])
})

function product(price: unknown, quantity: unknown): string {
  return toFixed(round(multiply(String(price), String(quantity)), 2), 2)
}

function numbersOf({ price, quantity, amount }: Told): readonly [string, string, string] {
  return [compare(round(price, 2), price) === 0 ? toFixed(price, 2) : toFixed(price, 4), quantity, toFixed(amount, 2)]
}

/** Price, quantity and sum of each row of the only order in the file. */
async function returned(folder: PortalExchange): Promise<readonly (readonly [string, string, string])[]> {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'Товар' })
  const { КоммерческаяИнформация: file } = parser.parse(await folder.text('to1c/orders.xml'))
  const rows = file.Документ.Товары.Товар as Record<string, string>[]
  return rows.map((row) => [row['ЦенаЗаЕдиницу']!, row['Количество']!, row['Сумма']!])
}

function orderOf(rows: readonly Told[]): string {
  const goods = rows.map(({ name, price, quantity, amount, discount, vat }) => {
    const off = `<Скидки><Скидка><Наименование>Скидка</Наименование><Сумма>${discount}</Сумма><УчтеноВСумме>true</УчтеноВСумме></Скидка></Скидки>`
    const tax = `<Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Ставка>${vat}</Ставка></Налог></Налоги>`
    return `<Товар><Наименование>${name}</Наименование><БазоваяЕдиница Код="796">шт</БазоваяЕдиница><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу>
<Количество>${quantity}</Количество><Сумма>${amount}</Сумма>${vat === '' ? '' : tax}${discount === '0' ? '' : off}</Товар>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация ВерсияСхемы="2.07" ДатаФормирования="2026-03-05T09:10:00">
<Документ><Ид>id-7</Ид><Номер>7</Номер><Дата>2026-03-04</Дата><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль>
<Валюта>RUB</Валюта><Курс>1</Курс><Сумма>${toFixed(sum(rows.map(({ amount }) => amount)), 2)}</Сумма>
<Контрагенты><Контрагент><Ид>id-k</Ид><Наименование>Ромашка ООО</Наименование><ОфициальноеНаименование>Ромашка ООО</ОфициальноеНаименование>
<Роль>Покупатель</Роль><ИНН>7701000017</ИНН><КПП>770101001</КПП></Контрагент></Контрагенты>
<Товары>${goods.join('\n')}</Товары></Документ></КоммерческаяИнформация>
`
}
