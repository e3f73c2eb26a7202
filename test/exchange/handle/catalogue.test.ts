import assert from 'node:assert/strict'
import { test } from 'node:test'
import { group, guid, offer, price, priceType, product, property, unit, warehouse } from '../records.ts'
import { actions, codes, only, openWorkbench, settingsOf, workbenchOver } from '../workbench.ts'

const good = guid(100)
const preset = (more: string) => `exchanges: [{ name: Т, preset: catalogue${more} }]`
const directories = [
  group('g1', 'Метизы'),
  group('g2', 'Болты', 'g1'),
  priceType('retail', 'Розничная'),
  priceType('trade', 'Оптовая', { vatIncluded: false }),
  warehouse('w1', 'Основной склад'),
  warehouse('w2', 'Витрина'),
]

test('a good, its price, its section and its unit come from different files of one set into one card', async (t) => {
  const bench = await openWorkbench(t)
  const made = await bench.run([
    { rows: [offer({ id: good, prices: [price('12.5', 'retail')] })] },
    {
      rows: [
        product({
          id: good,
          groupIds: ['g2'],
          unit: { code: '796', name: '', fullName: '' },
          vat: { percent: '20', text: '20' },
          description: 'Прочный',
        }),
      ],
    },
    { rows: [...directories, unit('796', 'шт')] },
  ])
  const card = only(made.product)
  assert.deepEqual(
    [
      'Внешний код',
      'Название',
      'Цена',
      'Валюта',
      'Ставка НДС',
      'НДС включён в цену',
      'Единица измерения',
      'Раздел (уровень 1)',
      'Раздел (уровень 2)',
      'Описание',
      'Активен',
    ].map((column) => card[column]),
    [good, 'Болт М10', '12.50', 'RUB', 'НДС 20%', 'да', 'шт', 'Метизы', 'Болты', 'Прочный', 'да'],
  )
  assert.deepEqual(actions(made).slice(0, 3), ['prepared', 'prepared', 'remembered'])
})

test('a price that comes before its good waits, and stands on the card when the good has come', async (t) => {
  const bench = await openWorkbench(t)
  const early = [offer({ id: good, prices: [price('10')] })]
  const waiting = await bench.run(early)
  assert.deepEqual([actions(waiting), codes(waiting), waiting.files], [['waiting'], ['exchange.product-unknown'], []])
  assert.deepEqual(actions(await bench.run(early)), ['waiting'], 'as long as it takes')
  assert.equal(only((await bench.run([product({ id: good })])).product)['Цена'], '10.00')
})

test('an update of prices writes the card with all that is remembered', async (t) => {
  const bench = await openWorkbench(t, preset(', fields: { Остаток: quantity }'))
  await bench.run([
    ...directories,
    product({ id: good, groupIds: ['g1'], vat: { percent: null, text: 'Без НДС' } }),
    offer({ id: good, prices: [price('10')], quantity: '5' }),
  ])
  const card = only((await bench.run([offer({ id: good, prices: [price('11')] })])).product)
  assert.deepEqual(
    [card['Цена'], card['Раздел (уровень 1)'], card['Ставка НДС'], card['Остаток']],
    ['11.00', 'Метизы', 'Без НДС', '5'],
  )
  const stock = only((await bench.run([offer({ id: good, quantity: '7' })])).product)
  assert.deepEqual([stock['Цена'], stock['Остаток']], ['11.00', '7'])
})

test('a file that brings one type of price says nothing of the others, and an empty price nothing at all', async (t) => {
  const bench = await openWorkbench(t, preset(', priceType: Розничная'))
  await bench.run([...directories, product({ id: good }), offer({ id: good, prices: [price('10'), price('8', 'trade')] })])
  const made = await bench.run([offer({ id: good, prices: [price('7', 'trade'), price(null)] })])
  assert.equal(only(made.product)['Цена'], '10.00')
})

test('what did not change is not written again, whichever part of the good tells it', async (t) => {
  const bench = await openWorkbench(t)
  const rows = [...directories, product({ id: good }), offer({ id: good, prices: [price('10')] })]
  await bench.run(rows)
  const again = await bench.run(rows)
  assert.deepEqual([new Set(actions(again)), again.files], [new Set(['unchanged']), []])
})

test('other settings make another card of the same good: a full export writes it anew', async (t) => {
  const rows = [...directories, product({ id: good }), offer({ id: good, prices: [price('10'), price('8', 'trade')] })]
  const bench = await openWorkbench(t, preset(', priceType: Розничная'))
  await bench.run(rows)
  const { mkdtemp, rm } = await import('node:fs/promises')
  const { tmpdir } = await import('node:os')
  const folder = await mkdtemp(`${tmpdir()}/obmen24-`)
  t.after(() => rm(folder, { recursive: true, force: true }))
  const changed = workbenchOver(settingsOf(preset(', priceType: Оптовая')), bench.ledger, folder)
  assert.equal(only((await changed.run(rows)).product)['Цена'], '8.00')
  const renamed = workbenchOver(
    settingsOf("exchanges: [{ name: Т, preset: catalogue, priceType: Оптовая, files: ['*.xml'] }]"),
    bench.ledger,
    `${folder}/2`,
  )
  assert.deepEqual((await renamed.run(rows)).files, [], 'but not what has no part in the card')
})

test('a good that comes twice in a run has one card, with the last word of the newest file', async (t) => {
  const bench = await openWorkbench(t)
  const made = await bench.run([
    { generated: '2026-03-05T00:00:00', rows: [product({ id: good, name: 'новое' })] },
    {
      generated: '2026-03-04T00:00:00',
      rows: [product({ id: good, name: 'старое' }), product({ id: good, name: 'среднее' })],
      batch: 1,
    },
  ])
  assert.equal(only(made.product)['Название'], 'новое')
  const older = await bench.run([{ generated: '2026-03-03T00:00:00', rows: [product({ id: good, name: 'старое' })] }])
  assert.deepEqual([codes(older), older.files], [['exchange.older'], []])
})

test('prices and stock have dates of their own: stock of an older file is still news where no newer one told it', async (t) => {
  const bench = await openWorkbench(t, preset(', fields: { Остаток: quantity }'))
  await bench.run([
    { generated: '2026-03-05T12:00:05', rows: [product({ id: good }), offer({ id: good, prices: [price('10')] })] },
  ])
  const stock = await bench.run([{ generated: '2026-03-05T12:00:01', rows: [offer({ id: good, quantity: '5' })] }])
  assert.deepEqual([only(stock.product)['Остаток'], only(stock.product)['Цена']], ['5', '10.00'])
  const stale = await bench.run([
    { generated: '2026-03-05T11:00:00', rows: [offer({ id: good, prices: [price('9')], quantity: '3' })] },
  ])
  assert.deepEqual(codes(stale), ['exchange.older'])
  const again = await bench.run([
    { generated: '2026-03-06T00:00:00', rows: [offer({ id: good, prices: [price('10')], quantity: '5' })] },
  ])
  assert.deepEqual(actions(again), ['unchanged'])
  const late = await bench.run([
    { generated: '2026-03-05T20:00:00', rows: [offer({ id: good, prices: [price('9')], quantity: '3' })] },
  ])
  assert.deepEqual(codes(late), ['exchange.older'], 'unchanged news is news, too')
})

test('variants become products of their own with what tells them apart in the name, or are left out', async (t) => {
  const rows = [
    product({ id: good }),
    offer({
      id: `${good}#1`,
      variant: [
        { id: '', name: 'Цвет', value: 'чёрный' },
        { id: '', name: 'Пусто', value: '' },
      ],
      prices: [price('10')],
    }),
    offer({ id: `${good}#2`, name: 'Болт М10 белый', prices: [price('11')] }),
    offer({ id: `${good}#3`, name: 'Болт М10' }),
  ]
  const separate = await (await openWorkbench(t)).run(rows)
  assert.deepEqual(
    separate.product.map((card) => [card['Внешний код'], card['Название'], card['Цена']]),
    [
      [`${good}#1`, 'Болт М10 (чёрный)', '10.00'],
      [`${good}#2`, 'Болт М10 белый', '11.00'],
      [`${good}#3`, 'Болт М10', ''],
    ],
  )
  const skipping = await (await openWorkbench(t, preset(', variants: skip'))).run(rows)
  assert.deepEqual(codes(skipping), ['', 'exchange.variant', 'exchange.variant', 'exchange.variant'])
  assert.deepEqual(
    skipping.product.map((card) => card['Внешний код']),
    [good],
  )
})

test('a good that is sold both as it is and in variants has a card of each', async (t) => {
  const bench = await openWorkbench(t)
  const made = await bench.run([
    product({ id: good }),
    offer({ id: good, prices: [price('9')] }),
    offer({ id: `${good}#1`, prices: [price('10')] }),
  ])
  assert.deepEqual(
    made.product.map((card) => [card['Внешний код'], card['Цена']]),
    [
      [good, '9.00'],
      [`${good}#1`, '10.00'],
    ],
  )
})

test('variants that are goods of their own in the catalogue have one card each, whatever is touched', async (t) => {
  const bench = await openWorkbench(t)
  const variant = product({ id: `${good}#1`, name: 'Болт чёрный' })
  const first = await bench.run([product({ id: good }), variant, offer({ id: `${good}#1`, prices: [price('10')] })])
  assert.deepEqual(
    first.product.map((card) => [card['Внешний код'], card['Название'], card['Цена']]),
    [
      [good, 'Болт М10', ''],
      [`${good}#1`, 'Болт чёрный', '10.00'],
    ],
  )
  const changed = await bench.run([product({ id: good, name: 'Болт' })])
  assert.deepEqual(
    changed.product.map((card) => card['Внешний код']),
    [good],
  )
  const priced = await bench.run([offer({ id: `${good}#1`, prices: [price('12')] })])
  assert.deepEqual(
    priced.product.map((card) => card['Внешний код']),
    [`${good}#1`],
  )
})

test('goods whose ids begin alike are not mixed up', async (t) => {
  const bench = await openWorkbench(t)
  const made = await bench.run([
    product({ id: 'a' }),
    product({ id: 'a1' }),
    offer({ id: 'a1#1', prices: [price('1')] }),
    offer({ id: 'a', prices: [price('2')] }),
  ])
  assert.deepEqual(
    made.product.map((card) => [card['Внешний код'], card['Цена']]),
    [
      ['a', '2.00'],
      ['a1#1', '1.00'],
    ],
  )
})

test('the price type is the one of the settings by name or id, else that most goods have, and stays so', async (t) => {
  const prices = [price('10'), price('8', 'trade')]
  const rows = [
    ...directories,
    product({ id: 'a' }),
    product({ id: 'b' }),
    offer({ id: 'a', prices }),
    offer({ id: 'b', prices: [price('7', 'trade')] }),
  ]
  const priceOf = async (yaml: string) => (await (await openWorkbench(t, yaml)).run(rows)).product.map((card) => card['Цена'])
  assert.deepEqual(await priceOf(preset(', priceType: розничная')), ['10.00', ''])
  assert.deepEqual(await priceOf(preset(', priceType: trade')), ['8.00', '7.00'])
  const bench = await openWorkbench(t)
  const made = await bench.run(rows)
  assert.deepEqual(
    made.product.map((card) => card['Цена']),
    ['8.00', '7.00'],
  )
  assert.deepEqual(
    made.problems.map(({ code, args }) => [code, args['name'], args['count']]),
    [['exchange.price-type-chosen', 'Оптовая', 2]],
  )
  const later = await bench.run([
    offer({ id: 'a', prices: [price('11')] }),
    product({ id: 'c' }),
    offer({ id: 'c', prices: [price('3')] }),
  ])
  assert.deepEqual(
    later.product.map((card) => [card['Внешний код'], card['Цена']]),
    [
      ['a', '8.00'],
      ['c', ''],
    ],
    'the kind of price does not change',
  )
})

test('a wanted price type that never came is told with those that did, and its id may be the one that prices carry', async (t) => {
  const bench = await openWorkbench(t, preset(', priceType: Закупочная'))
  const made = await bench.run([...directories, product({ id: good }), offer({ id: good, prices: [price('10')] })])
  assert.equal(only(made.product)['Цена'], '')
  assert.deepEqual(
    made.problems.map(({ code, args }) => [code, args['names']]),
    [['exchange.price-type-unknown', 'Розничная, Оптовая']],
  )
  const bare = await openWorkbench(t, preset(', priceType: retail'))
  const listed = await bare.run([product({ id: good }), offer({ id: good, prices: [price('10'), price('8', 'trade')] })])
  assert.equal(only(listed.product)['Цена'], '10.00')
  assert.equal(listed.problems[0]?.args['names'], '—')
})

test('a type that no list told of is still one type for all goods', async (t) => {
  const bench = await openWorkbench(t)
  const rows = [
    product({ id: 'a' }),
    product({ id: 'b' }),
    offer({ id: 'a', prices: [price('8', 'x'), price('10', 'y')] }),
    offer({ id: 'b', prices: [price('11', 'y')] }),
  ]
  assert.deepEqual(
    (await bench.run(rows)).product.map((card) => card['Цена']),
    ['10.00', '11.00'],
  )
})

test('a price for a package is the price of one unit, its currency the one of the price or of its type', async (t) => {
  const bench = await openWorkbench(t, "bitrix24: { currencies: { 'у.е.': USD } }")
  const priced = (id: string, one: ReturnType<typeof price>) => [product({ id }), offer({ id, prices: [one] })]
  const made = await bench.run([
    priceType('retail', 'Розничная', { currency: 'EUR' }),
    ...priced('a', price('120', 'retail', { ratio: '12' })),
    ...priced('b', price('10', 'retail', { ratio: '3', currency: 'у.е.' })),
    ...priced('c', price('10', 'retail', { ratio: '0', currency: '' })),
    ...priced('d', price('10', 'retail', { currency: 'грн' })),
    ...priced('e', price('10', 'retail', { currency: 'руб.' })),
  ])
  assert.deepEqual(
    made.product.map((card) => [card['Цена'], card['Валюта']]),
    [
      ['10.00', 'RUB'],
      ['3.33', 'USD'],
      ['10.00', 'EUR'],
      ['10.00', 'UAH'],
      ['10.00', 'RUB'],
    ],
  )
})

test('units go by the settings, name before code, else to the symbol that the portal has by default', async (t) => {
  const bench = await openWorkbench(t, "bitrix24: { measures: { 'Упак.': упак, '796': штучка }, lists: { measures: [] } }")
  const units = [
    { code: '796', name: 'упак.', fullName: '' },
    { code: '796', name: '', fullName: '' },
    { code: '', name: '', fullName: 'Килограмм' },
    { code: '055', name: 'м2', fullName: '' },
    { code: '', name: 'бухта', fullName: '' },
    null,
  ]
  const made = await bench.run(units.map((each, place) => product({ id: String(place), unit: each })))
  assert.deepEqual(
    made.product.map((card) => card['Единица измерения']),
    ['упак', 'штучка', 'кг', 'м2', 'бухта', ''],
  )
})

test('VAT rates have the names of the portal, a rate it does not know is told', async (t) => {
  const bench = await openWorkbench(t, "bitrix24: { vat: { '20': Двадцать } }")
  const rates = [
    { percent: '20', text: 'НДС20' },
    { percent: '10', text: '10%' },
    { percent: null, text: 'без ндс' },
    { percent: '19', text: '19' },
    null,
  ]
  const made = await bench.run(rates.map((vat, place) => product({ id: String(place), vat })))
  assert.deepEqual(
    made.product.map((card) => card['Ставка НДС']),
    ['Двадцать', 'НДС 10%', 'Без НДС', '', ''],
  )
  assert.equal(made.remarks.get('3')?.code, 'import.list-value')
})

test('sections are the path from the top; a group that is its own ancestor ends it, an unknown one gives none', async (t) => {
  const bench = await openWorkbench(t)
  const groups = [group('a', 'А', 'b'), group('b', 'Б', 'a'), group('c', 'В', 'нет такой')]
  const made = await bench.run([
    ...groups,
    product({ id: '1', groupIds: ['a'] }),
    product({ id: '2', groupIds: ['c', 'a'] }),
    product({ id: '3', groupIds: ['x'] }),
    product({ id: '4', groupNames: ['Как', 'в таблице'] }),
  ])
  const paths = made.product.map((card) => [1, 2, 3].map((level) => card[`Раздел (уровень ${level})`]))
  assert.deepEqual(paths, [
    ['Б', 'А', ''],
    ['В', '', ''],
    ['', '', ''],
    ['Как', 'в таблице', ''],
  ])
})

test('quantity is the sum over the wanted warehouses, by name or id, or what the offer says without any', async (t) => {
  const stock = [
    { warehouseId: 'w1', quantity: '5' },
    { warehouseId: 'w2', quantity: '2.5' },
    { warehouseId: 'w3', quantity: '1' },
  ]
  const rows = [
    ...directories,
    product({ id: 'a' }),
    offer({ id: 'a', stock, quantity: '99' }),
    product({ id: 'b' }),
    offer({ id: 'b', quantity: '4' }),
    product({ id: 'c', quantity: '3' }),
    product({ id: 'd' }),
  ]
  const quantities = async (more: string) =>
    (
      await (await openWorkbench(t, preset(`${more}, fields: { Остаток: '{{ quantity }}', Сколько: Количество }`))).run(rows)
    ).product.map((card) => {
      assert.equal(card['Остаток'], card['Сколько'])
      return card['Остаток']
    })
  assert.deepEqual(await quantities(''), ['8.5', '4', '3', ''])
  assert.deepEqual(await quantities(', warehouses: [основной  склад, w3]'), ['6', '4', '3', ''])
  assert.deepEqual(await quantities(', warehouses: Нет такого'), ['0', '4', '3', ''])
})

test('pictures go by their address where the settings give one', async (t) => {
  const images = ['import_files/аб/1 2.jpg', '/second.png']
  const linked = await (await openWorkbench(t, preset(', imagesUrl: https://example.ru/1c/'))).run([product({ images })])
  assert.equal(only(linked.product)['Детальная картинка'], 'https://example.ru/1c/import_files/%D0%B0%D0%B1/1%202.jpg')
  assert.equal(linked.remarks.get(guid(100))?.code, 'import.image-skipped')
  const without = await (await openWorkbench(t)).run([product({ images })])
  assert.equal(only(without.product)['Детальная картинка'], '')
})

test('goods marked for deletion: passed over, kept as they are, or taken off sale', async (t) => {
  const rows = [
    product({ id: 'a', deleted: true }),
    product({ id: 'b' }),
    offer({ id: 'b', deleted: true, prices: [price('1')] }),
  ]
  const active = async (deleted: string) =>
    (await (await openWorkbench(t, preset(`, deleted: ${deleted}`))).run(rows)).product.map((card) => [
      card['Внешний код'],
      card['Активен'],
    ])
  assert.deepEqual(await active('skip'), [['b', 'да']])
  assert.deepEqual(await active('keep'), [
    ['a', ''],
    ['b', ''],
  ])
  assert.deepEqual(await active('deactivate'), [
    ['a', 'нет'],
    ['b', 'нет'],
  ])
})

test('goods and offers without an id, goods without a name are refused', async (t) => {
  const bench = await openWorkbench(t)
  const made = await bench.run([product({ id: '' }), product({ name: ' \u200b' }), offer({ id: '', prices: [price('1')] })])
  assert.deepEqual(codes(made), ['exchange.no-id', 'exchange.no-name', 'exchange.no-id'])
})

test('prices that a table tells with the good itself are used until offers tell others', async (t) => {
  const bench = await openWorkbench(t)
  const first = await bench.run([product({ id: good, prices: [price('15', '', { currency: 'руб' })] })])
  assert.deepEqual([only(first.product)['Цена'], only(first.product)['Валюта']], ['15.00', 'RUB'])
  assert.equal(only((await bench.run([offer({ id: good, prices: [price('16')] })])).product)['Цена'], '16.00')
})

test('fields of goods: properties by their names, requisites, and own names of the card', async (t) => {
  const bench = await openWorkbench(
    t,
    preset(", fields: { Цвет: цвет, name: '{{ name }} {{ article }}', Артикул: артикул, UF_X: Вес }, only: { Группа1: Метизы }"),
  )
  const rows = [
    property('p1', 'Цвет', { v1: 'чёрный' }),
    property('p2', 'constructor'),
    product({
      id: 'a',
      article: '0012',
      extra: { Вес: '1,5', Группа1: 'метизы' },
      properties: [
        { propertyId: 'p1', value: 'v1' },
        { propertyId: 'p1', value: 'свой' },
        { propertyId: 'p2', value: 'toString' },
      ],
    }),
    product({ id: 'b' }),
  ]
  const made = await bench.run(rows)
  const card = only(made.product)
  assert.deepEqual(
    [card['Цвет'], card['Название'], card['Артикул'], card['UF_X']],
    ['чёрный, свой', 'Болт М10 0012', '0012', '1,5'],
  )
  assert.equal(codes(made).at(-1), 'exchange.filtered')
})

test('what is found about a card is kept for the rows of the good and of its variants', async (t) => {
  const bench = await openWorkbench(t, 'bitrix24: { measures: { } }')
  const odd = { code: '', name: 'бухта', fullName: '' }
  const made = await bench.run([product({ id: good, unit: odd }), offer({ id: `${good}#1`, prices: [price('1')] })])
  assert.deepEqual([...made.remarks.keys()].sort(), [good, `${good}#1`])
  assert.match(made.remarks.get(good)!.text, /бухта/)
})

test('a file that no catalogue exchange takes is passed over row by row, offers by the exchange of their own file', async (t) => {
  const bench = await openWorkbench(t, "exchanges: [{ name: Т, preset: catalogue, files: ['import*.xml'] }]")
  const made = await bench.run([
    { name: 'import.xml', rows: [product({ id: good })] },
    { name: 'offers.xml', rows: [offer({ id: good }), group('g', 'Г')] },
  ])
  assert.deepEqual(codes(made), ['', 'exchange.none', 'exchange.none'])
})

test('hundreds of goods come out in the order in which they came, each once', async (t) => {
  const bench = await openWorkbench(t)
  const ids = Array.from({ length: 1100 }, (_, place) => `id ${(place * 7919) % 1100}`)
  const made = await bench.run([
    {
      rows: [...ids.map((id) => product({ id })), ...ids.toReversed().map((id) => offer({ id, prices: [price('1')] }))],
      batch: 97,
    },
  ])
  assert.deepEqual(
    made.product.map((card) => card['Внешний код']),
    ids,
  )
})
