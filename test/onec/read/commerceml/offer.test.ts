import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, file, offer, one, requisites, surveyed } from './commerceml.ts'

const a = '11111111-2222-4333-8444-555555555555'
const b = '33333333-4444-4555-8666-777777777777'
const zeros = '00000000-0000-0000-0000-000000000000'
const price = (content: string) => `<Цены><Цена>${content}</Цена></Цены>`

test('the variant stands after # or in an element of its own; an empty reference is none', async () => {
  const idsOf = async (content: string) => {
    const { id, productId, variantId } = await one('offer', offer(content))
    return [id, productId, variantId]
  }
  assert.deepEqual(await idsOf(`<Ид>${a}</Ид>`), [a, a, ''])
  assert.deepEqual(await idsOf(`<Ид>${a}#${b}</Ид>`), [`${a}#${b}`, a, b])
  assert.deepEqual(await idsOf(`<Ид>${a}</Ид><ИдХарактеристики>${b}</ИдХарактеристики>`), [`${a}#${b}`, a, b])
  assert.deepEqual(await idsOf(`<Ид>${a}</Ид><ИдХарактеристики>${zeros}</ИдХарактеристики>`), [a, a, ''])
  assert.deepEqual(await idsOf(`<Ид>${a}#</Ид>`), [`${a}#`, a, ''])
  assert.deepEqual(await idsOf(`<Ид>${zeros}</Ид>`), ['', '', ''])
})

test('prices: value, type, currency by any of its names, unit and ratio', async () => {
  const found = await one(
    'offer',
    offer(
      `<Ид>${a}</Ид>${price(
        `<Представление> 12,5 RUB за шт</Представление><ИдТипаЦены>d1</ИдТипаЦены><ЦенаЗаЕдиницу>12.50</ЦенаЗаЕдиницу><Валюта>руб</Валюта>
         <Единица>шт</Единица><Коэффициент>10</Коэффициент><КоличествоОт>5</КоличествоОт>`,
      )}`,
    ),
  )
  assert.deepEqual(found.prices, [{ priceTypeId: 'd1', value: '12.5', currency: 'RUB', unit: 'шт', ratio: '10' }])
  assert.deepEqual(found.extra, { 'Цены.Цена.КоличествоОт': '5' })
})

test('an unknown currency of several prices is told of once', async () => {
  const prices = ['фантик', 'фантик', 'тугрик?'].map(
    (currency) => `<Цена><ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу><Валюта>${currency}</Валюта></Цена>`,
  )
  const found = await one('offer', offer(`<Ид>${a}</Ид><Цены>${prices.join('')}</Цены>`))
  assert.deepEqual(codes(found), ['currency.unknown Валюта 3', 'currency.unknown Валюта 3'])
  assert.deepEqual(
    found.prices?.map(({ currency }) => currency),
    ['фантик', 'фантик', 'тугрик?'],
  )
})

test('no Цены is "not told", an empty one "no price"; an empty price has no value', async () => {
  assert.equal((await one('offer', offer(`<Ид>${a}</Ид>`))).prices, null)
  assert.deepEqual((await one('offer', offer(`<Ид>${a}</Ид><Цены/>`))).prices, [])
  const [empty] = (await one('offer', offer(`<Ид>${a}</Ид>${price('<ИдТипаЦены>d</ИдТипаЦены><ЦенаЗаЕдиницу/>')}`))).prices!
  assert.deepEqual([empty?.value, empty?.currency, empty?.ratio], [null, '', '1'])
})

test('one price type twice in one offer stays twice', async () => {
  const twice = `<Цены>${'<Цена><ИдТипаЦены>d</ИдТипаЦены><ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу></Цена>'.repeat(2)}</Цены>`
  const xml = offer(`<Ид>${a}</Ид>${twice}`)
  assert.equal((await one('offer', xml)).prices?.length, 2)
  assert.deepEqual((await surveyed(xml)).counts, { price: 2, offer: 1 })
})

test('numbers with NBSP, narrow spaces and commas are read exactly', async () => {
  const found = await one(
    'offer',
    offer(`<Ид>${a}</Ид><Количество>-1\u00A0234,50</Количество>${price('<ЦенаЗаЕдиницу>1\u202F000</ЦенаЗаЕдиницу>')}`),
  )
  assert.deepEqual([found.quantity, found.prices?.[0]?.value], ['-1234.5', '1000'])
})

test('stock in every layout', async () => {
  const stockOf = async (content: string) => (await one('offer', offer(`<Ид>${a}</Ид>${content}`))).stock
  const two = [
    { warehouseId: 'e1', quantity: '37' },
    { warehouseId: 'e2', quantity: '-2' },
  ]
  const attributes = (name: string) =>
    `<${name} ИдСклада="e1" КоличествоНаСкладе="37"/><${name} ИдСклада="e2" КоличествоНаСкладе="-2"/>`
  assert.deepEqual(await stockOf(attributes('Склад')), two)
  assert.deepEqual(await stockOf(attributes('Склады')), two)
  assert.deepEqual(await stockOf(`<Склады>${attributes('Склад')}</Склады>`), two)
  const elements = (id: string, quantity: string) =>
    `<Склады><ИдСклада>${id}</ИдСклада><КоличествоНаСкладе>${quantity}</КоличествоНаСкладе></Склады>`
  assert.deepEqual(await stockOf(elements('e1', '37') + elements('e2', '-2')), two)
  const children = (id: string, quantity: string) => `<Склад><Ид>${id}</Ид><Количество>${quantity}</Количество></Склад>`
  assert.deepEqual(await stockOf(children('e1', '37') + children('e2', '-2')), two)
  const rest = (content: string) => `<Остаток>${content}</Остаток>`
  assert.deepEqual(await stockOf(`<Остатки>${rest(children('e1', '37'))}${rest(children('e2', '-2'))}</Остатки>`), two)
  assert.deepEqual(await stockOf(`<Остатки>${rest(children('e1', '37') + children('e2', '-2'))}</Остатки>`), two)
  assert.deepEqual(
    await stockOf(`<Остатки>${rest('<Склад><Ид>e1</Ид></Склад><Количество>37</Количество>')}</Остатки>`),
    two.slice(0, 1),
  )
  assert.deepEqual(await stockOf(`<Остатки>${rest('<Количество>39</Количество>')}</Остатки>`), [
    { warehouseId: '', quantity: '39' },
  ])
})

test('stock that the file does not tell is null; a warehouse with an empty quantity tells nothing', async () => {
  assert.equal((await one('offer', offer(`<Ид>${a}</Ид><Количество>0</Количество>`))).stock, null)
  assert.deepEqual((await one('offer', offer(`<Ид>${a}</Ид><Остатки/>`))).stock, [])
  assert.deepEqual((await one('offer', offer(`<Ид>${a}</Ид><Склады/>`))).stock, [])
  assert.deepEqual((await one('offer', offer(`<Ид>${a}</Ид><Склад ИдСклада="e" КоличествоНаСкладе=""/>`))).stock, [])
})

test('each warehouse of an offer is counted as stock, never as a warehouse', async () => {
  const xml = offer(`<Ид>${a}</Ид><Склад ИдСклада="e1" КоличествоНаСкладе="1"/><Склад ИдСклада="e2" КоличествоНаСкладе="0"/>`)
  assert.deepEqual((await surveyed(xml)).counts, { stock: 2, offer: 1 })
})

test('ИзмененияПакетаПредложений are offers, and changes by their name alone', async () => {
  const xml = file(
    `<ИзмененияПакетаПредложений СодержитТолькоИзменения="false"><Ид>cat#</Ид><ИдКаталога>cat</ИдКаталога>
       <Предложения><Предложение><Ид>${a}</Ид><ИдХарактеристики>${b}</ИдХарактеристики><Склады ИдСклада="e1" КоличествоНаСкладе="35"/>
       <Количество>35</Количество></Предложение></Предложения></ИзмененияПакетаПредложений>`,
  )
  const found = await one('offer', xml)
  assert.deepEqual([found.id, found.catalogueId, found.quantity], [`${a}#${b}`, 'cat', '35'])
  assert.deepEqual(found.stock, [{ warehouseId: 'e1', quantity: '35' }])
  assert.equal((await surveyed(xml)).changesOnly, true)
})

test('properties and requisites of an offer are kept under their own names', async () => {
  const { extra } = await one(
    'offer',
    offer(
      `<Ид>${a}</Ид><ЗначенияСвойств><ЗначенияСвойства><Ид>Бренд</Ид><Значение>Завод</Значение></ЗначенияСвойства></ЗначенияСвойств>
       ${requisites({ Цвет: 'Чёрный' })}<Комплектующие><Комплектующее><Ид>k</Ид></Комплектующее></Комплектующие>`,
    ),
  )
  assert.deepEqual(extra, { 'Комплектующие.Комплектующее.Ид': 'k', 'ЗначенияСвойств.Бренд': 'Завод', Цвет: 'Чёрный' })
})

test('name, article, barcode, unit, characteristics and the mark', async () => {
  const found = await one(
    'offer',
    offer(
      `<Ид>${a}</Ид><Наименование>Болт</Наименование><Артикул>Б-1</Артикул><ШтрихКод>46</ШтрихКод>
       <БазоваяЕдиница Код="796" НаименованиеПолное="Штука">шт</БазоваяЕдиница>
       <ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>Чёрный</Значение></ХарактеристикаТовара></ХарактеристикиТовара>`,
      'Статус="Удален"',
    ),
  )
  assert.deepEqual(
    [found.name, found.article, found.barcode, found.unit?.name, found.deleted, found.catalogueId],
    ['Болт', 'Б-1', '46', 'шт', true, 'cat-1'],
  )
  assert.deepEqual(found.variant, [{ id: '', name: 'Цвет', value: 'Чёрный' }])
  assert.deepEqual(found.extra, {})
})

test('an offer without an id is told of', async () => {
  assert.deepEqual(codes(await one('offer', offer('<Количество>1</Количество>'))), ['commerceml.no-id Ид 3'])
})
