import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, commerceml, document, file, one, requisites, surveyed } from './commerceml.ts'

const row = (content: string) => `<Товары><Товар><Ид>g1</Ид>${content}</Товар></Товары>`

test('an order of УТ 11 with everything that it has', async () => {
  const found = await one(
    'order',
    document(
      `<Ид>9a000000-1111-4222-8333-444444444444</Ид><Номер>D-1045</Номер><Дата>2026-03-04</Дата><ХозОперация>Заказ товара</ХозОперация><Роль>Продавец</Роль>
       <Валюта>руб</Валюта><Курс>1.0000</Курс><Сумма>1500.00</Сумма>
       <Контрагенты><Контрагент><Ид>f1</Ид><Наименование>Ромашка ООО</Наименование><Роль>Покупатель</Роль></Контрагент></Контрагенты>
       <Время>9:15:00</Время><СрокПлатежа>0001-01-01</СрокПлатежа><Комментарий>Позвонить &amp; забрать</Комментарий>
       <Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Сумма>250.00</Сумма></Налог></Налоги>
       <Скидки><Скидка><Наименование>5</Наименование><Сумма>75</Сумма><Процент>5</Процент><УчтеноВСумме>1</УчтеноВСумме></Скидка></Скидки>
       <Склады><Склад><Ид>e1</Ид><Наименование>Центральный</Наименование></Склад></Склады>
       <Организация>ООО Пример</Организация>
       ${requisites({ 'Номер по 1С': 'УТ00-000123   ', 'Дата по 1С': '2026-03-05T9:05:07', Проведен: 'true', ПометкаУдаления: 'false' })}`,
    ),
  )
  assert.deepEqual(codes(found), [])
  assert.deepEqual(
    [found.id, found.number, found.date, found.operation, found.role, found.currency, found.rate, found.amount, found.container],
    [
      '9a000000-1111-4222-8333-444444444444',
      'D-1045',
      '2026-03-04T09:15:00',
      'Заказ товара',
      'Продавец',
      'RUB',
      '1',
      '1500',
      null,
    ],
  )
  assert.deepEqual([found.dueDate, found.comment, found.deleted], [null, 'Позвонить & забрать', false])
  assert.deepEqual([found.number1c, found.date1c], ['УТ00-000123', '2026-03-05T09:05:07'])
  assert.deepEqual(found.taxes, [{ name: 'НДС', includedInAmount: true, amount: '250', rate: null }])
  assert.deepEqual(found.discounts, [{ name: '5', amount: '75', percent: '5', includedInAmount: true }])
  assert.deepEqual(found.warehouseIds, ['e1'])
  assert.deepEqual(found.extra, { Организация: 'ООО Пример', Склад: 'Центральный' })
  assert.deepEqual(found.counterparties[0]?.name, 'Ромашка ООО')
  assert.equal(found.counterparties[0]?.origin.line, 5)
  assert.deepEqual(
    found.requisites.map(({ name }) => name),
    ['Номер по 1С', 'Дата по 1С', 'Проведен', 'ПометкаУдаления'],
  )
})

test('rows of 2.x: price, quantity, unit, package, taxes, discounts, requisites', async () => {
  const found = await one(
    'order',
    document(
      `<Номер>1</Номер>${row(
        `<Артикул>А-1</Артикул><Наименование>Болт</Наименование><БазоваяЕдиница Код="796" НаименованиеПолное="Штука">шт</БазоваяЕдиница>
         ${requisites({ ТипНоменклатуры: 'Услуга', Разворот: 'да' })}<ЦенаЗаЕдиницу>15</ЦенаЗаЕдиницу><Количество>1 000,5</Количество><Сумма>15007.50</Сумма>
         <Единица>778</Единица><Коэффициент>100</Коэффициент><Группы><Ид>a1</Ид></Группы>
         <Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>false</УчтеноВСумме><Ставка>20</Ставка></Налог></Налоги>
         <Скидки><Скидка><Процент>5</Процент></Скидка></Скидки>
         <ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>Красный</Значение></ХарактеристикаТовара></ХарактеристикиТовара>`,
      )}`,
    ),
  )
  assert.deepEqual(found.rows, [
    {
      productId: 'g1',
      name: 'Болт',
      article: 'А-1',
      service: true,
      unit: { code: '796', name: 'шт', fullName: 'Штука' },
      ratio: '100',
      price: '15',
      quantity: '1000.5',
      amount: '15007.5',
      vat: { percent: '20', text: '20' },
      taxes: [{ name: 'НДС', includedInAmount: false, amount: null, rate: { percent: '20', text: '20' } }],
      discounts: [{ name: '', amount: null, percent: '5', includedInAmount: null }],
      variant: [{ id: '', name: 'Цвет', value: 'Красный' }],
      extra: { 'Группы.Ид': 'a1', Единица: '778', Разворот: 'да' },
    },
  ])
})

test('rows of 3.1 call the price Цена and keep the unit in elements', async () => {
  const unit =
    '<Единица><Ид>796 </Ид><Код>796 </Код><НаименованиеКраткое>шт</НаименованиеКраткое><НаименованиеПолное>Штука</НаименованиеПолное></Единица>'
  const rate =
    '<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>Без НДС</Ставка></СтавкаНалога></СтавкиНалогов>'
  const xml = document(`<Номер>1</Номер>${row(`<Цена>10.50</Цена>${unit}${rate}`)}`)
  const [found] = (await one('order', xml)).rows
  assert.deepEqual(
    [found?.price, found?.unit, found?.vat?.percent],
    ['10.5', { code: '796', name: 'шт', fullName: 'Штука' }, null],
  )
  assert.deepEqual(found?.extra, {})
  assert.deepEqual((await surveyed(xml)).counts, { order: 1, orderRow: 1, price: 1 })
})

test('the unit of a row that is the base unit once more is no news', async () => {
  const extraOf = async (base: string, unit: string) => {
    const units = `<БазоваяЕдиница ${base}</БазоваяЕдиница><Единица>${unit}</Единица>`
    return (await one('order', document(`<Номер>1</Номер>${row(units)}`))).rows[0]?.extra
  }
  assert.deepEqual(await extraOf('Код="796">шт', '796'), {})
  assert.deepEqual(await extraOf('Код="796">шт', 'шт'), {})
  assert.deepEqual(await extraOf('>шт', 'упак'), { Единица: 'упак' })
  assert.deepEqual(await extraOf('Код="796">', 'упак'), { Единица: 'упак' })
})

test('the number is the key; without an id it is the id too', async () => {
  assert.equal((await one('order', document('<Номер>D-7</Номер>'))).id, 'D-7')
  assert.equal((await one('order', document('<Ид>00000000-0000-0000-0000-000000000000</Ид><Номер>D-7</Номер>'))).id, 'D-7')
})

test('a document without a number is refused, with its line', async () => {
  const { rows } = await commerceml(document('<Ид>x</Ид><Номер> </Номер>'))
  assert.deepEqual(
    [rows[0]!.record, rows[0]!.kind, rows[0]!.id, codes(rows[0]!)],
    [null, 'order', 'x', ['commerceml.no-number Номер 3']],
  )
})

test('dates: hour without zero, the time with the date, year 1, one that is none', async () => {
  const dateOf = async (content: string) => (await one('order', document(`<Номер>1</Номер>${content}`))).date
  assert.equal(await dateOf('<Дата>2026-03-04</Дата><Время>0001-01-01T10:15:00</Время>'), '2026-03-04T10:15:00')
  assert.equal(await dateOf('<Дата>2026-03-04T9:05:07</Дата>'), '2026-03-04T09:05:07')
  assert.equal(await dateOf('<Дата>0001-01-01</Дата><Время>00:00:00</Время>'), null)
  assert.equal(await dateOf(''), null)
  const { rows } = await commerceml(document('<Номер>1</Номер><Дата>скоро</Дата>'))
  assert.deepEqual([rows[0]!.record, codes(rows[0]!)], [null, ['date.unreadable Дата 3']])
})

test('Номер1С, Дата1С and marks as elements of 3.1', async () => {
  const found = await one(
    'order',
    document(
      '<Номер>1</Номер><Номер1С>L320       </Номер1С><Дата1С>2026-03-05</Дата1С><ПометкаУдаления>true</ПометкаУдаления><Проведен>false</Проведен>',
    ),
  )
  assert.deepEqual([found.number1c, found.date1c, found.deleted, found.state.posted], ['L320', '2026-03-05', true, false])
  assert.deepEqual(found.extra, {})
})

test('a document of old handlers with its facts in attributes is the same document', async () => {
  const elements = '<Ид>5</Ид><Номер>77</Номер><Дата>2026-03-04</Дата><Валюта>руб</Валюта><Сумма>23 000</Сумма>'
  const goods = '<Товары><Товар><Ид>g</Ид><Количество>2</Количество></Товар></Товары>'
  const attributes = 'Ид="5" Номер="77" Дата="2026-03-04" Валюта="руб" Сумма="23 000"'
  const flat = file(`<Документ ${attributes}><Товары><Товар Ид="g" Количество="2"/></Товары></Документ>`)
  assert.deepEqual(await one('order', flat), await one('order', document(elements + goods)))
  assert.equal((await one('order', flat)).amount, '23000')
})

test('what is wrong with a party is told with the document, once', async () => {
  const party = (content: string) => `<Контрагенты>\n<Контрагент>${content}</Контрагент></Контрагенты>`
  const { rows } = await commerceml(
    document(`<Номер>1</Номер>${party('<Ид>a</Ид><Наименование>А</Наименование><ИНН>7701000010</ИНН>')}`),
  )
  assert.deepEqual(codes(rows[0]!), ['inn.check-digit ИНН 4'])
  const broken = await commerceml(document(`<Номер>1</Номер>${party('<Ид>a</Ид><Наименование>??????</Наименование>')}`))
  assert.deepEqual([broken.rows[0]!.record, codes(broken.rows[0]!)], [null, ['text.question-marks Наименование 4']])
})

test('a warehouse of the document keeps what else it says', async () => {
  const found = await one(
    'order',
    document(
      '<Номер>1</Номер><Склады><Склад><Ид>e</Ид><Адрес><Представление>Тверь</Представление></Адрес></Склад><Склад>Южный</Склад></Склады>',
    ),
  )
  assert.deepEqual([found.warehouseIds, found.extra], [['e'], { 'Склады.Склад.Адрес.Представление': 'Тверь', Склад: 'Южный' }])
})
