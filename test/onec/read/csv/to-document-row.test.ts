import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readOne, readRecords } from './helpers.ts'

const cells = [
  ['Заказ-наряд', 'Заказ-наряд 3000004876 от 05.03.2026 9:05:07'],
  ['Тип', 'Товар'],
  ['Номенклатура', 'Стойка стабилизатора'],
  ['ИдНоменклатуры', 'c0000001-0000-4000-8000-000000000021'],
  ['Артикул', 'СС-21'],
  ['Количество', '2'],
  ['Ед.', 'шт'],
  ['Код ОКЕИ', '796'],
  ['Цена', '5 600,00'],
  ['Скидка, %', '10'],
  ['Сумма скидки', '1 120,00'],
  ['Ставка НДС', '20%'],
  ['Сумма', '11 200,00'],
  ['Всего', '10 080,00'],
  ['Склад', 'Основной'],
] as const

const told = (of: readonly (readonly [string, string])[]) =>
  `${of.map(([column]) => column).join(';')}\n${of.map(([, cell]) => cell).join(';')}\n`

test('B12: a row of a work order, its amount that after the discount', async () => {
  const { problems, origin, ...record } = await readOne('documentRow', told(cells))
  assert.deepEqual([problems, origin], [[], { line: 2, row: 1 }])
  assert.deepEqual(record, {
    kind: 'documentRow',
    id: '3000004876',
    deleted: false,
    document: '3000004876',
    productId: 'c0000001-0000-4000-8000-000000000021',
    name: 'Стойка стабилизатора',
    article: 'СС-21',
    service: false,
    unitCode: '796',
    unit: 'шт',
    price: '5600',
    quantity: '2',
    amount: '10080',
    discountPercent: '10',
    discountAmount: '1120',
    vat: { percent: '20', text: '20%' },
    extra: { Сумма: '11 200,00', Склад: 'Основной' },
  })
})

test('the columns of a table of rows may stand in any order', async () => {
  const usual = await readOne('documentRow', told(cells))
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...cells], { minLength: cells.length }), async (shuffled) => {
      assert.deepEqual(await readOne('documentRow', told(shuffled), { shape: { delimiter: ';', header: true } }), usual)
    }),
    { numRuns: 50 },
  )
})

test('several rows share their document; one without a document or a product is refused', async () => {
  const { rows } = await readRecords('Документ;Товар;Код товара;Цена\n58;Болт;;5\n58;;Б-7;6\n;Гайка;;7\n58;;;8\n')
  assert.deepEqual(
    rows.map(({ id, record, problems }) => [id, record !== null, problems.map(({ place }) => place.field).join()]),
    [
      ['58', true, ''],
      ['58', true, ''],
      ['', false, 'Документ'],
      ['58', false, 'Товар'],
    ],
  )
})

test('a service is told by the type of the row, or by the name of its column', async () => {
  const service = async (header: string, row: string) =>
    (await readOne('documentRow', `Документ;Цена;${header}\n58;5;${row}\n`, { kind: 'documentRow' })).service
  assert.equal(await service('Номенклатура;Тип', 'Мойка;Услуга'), true)
  assert.equal(await service('Номенклатура;Тип', 'Мойка;Работа'), true)
  assert.equal(await service('Номенклатура;Это услуга', 'Мойка;Да'), true)
  assert.equal(await service('Номенклатура;Тип', 'Шампунь;Товар'), false)
  assert.equal(await service('Номенклатура', 'Мойка'), false)
  assert.equal(await service('Работа', 'Мойка'), true)
  assert.equal(await service('Работа;Тип', 'Шампунь;Товар'), false)
})

test('a discount is a percent only where the heading or the cell says so', async () => {
  const discount = async (heading: string, cell: string) => {
    const record = await readOne('documentRow', `Документ;Товар;Цена;${heading}\n58;Болт;5;${cell}\n`)
    return [record.discountPercent, record.discountAmount, record.extra]
  }
  assert.deepEqual(await discount('% скидки', '7,5'), ['7.5', null, {}])
  assert.deepEqual(await discount('Скидка (%)', '10 %'), ['10', null, {}])
  assert.deepEqual(await discount('Процент скидки', '10'), ['10', null, {}])
  assert.deepEqual(await discount('Скидка', '10%'), ['10', null, {}])
  assert.deepEqual(await discount('Скидка', '10'), [null, null, { Скидка: '10' }])
  assert.deepEqual(await discount('Сумма скидки', '10'), [null, '10', {}])
  assert.deepEqual(await discount('Скидка', ''), [null, null, {}])
})

test('under НДС a sum of the tax is not taken for its rate', async () => {
  const vat = async (heading: string, cell: string) => {
    const { rows } = await readRecords(`Документ;Товар;Цена;${heading}\n58;Болт;5;${cell}\n`)
    const [row] = rows
    return [row?.record?.kind === 'documentRow' ? row.record.vat?.percent : 'none', row?.problems.map(({ code }) => code)]
  }
  assert.deepEqual(await vat('НДС', '20'), ['20', []])
  assert.deepEqual(await vat('НДС', '20%'), ['20', []])
  assert.deepEqual(await vat('НДС', 'Без НДС'), [null, []])
  assert.deepEqual(await vat('НДС', ''), [undefined, []])
  assert.deepEqual(await vat('НДС', '83,33'), [undefined, ['vat.unknown']])
  assert.deepEqual(await vat('НДС', '50'), [undefined, ['vat.unknown']])
  assert.deepEqual(await vat('НДС', '2 166,67'), [undefined, ['vat.unknown']])
  assert.deepEqual(await vat('Ставка НДС', '8,5'), ['8.5', []])
})
