import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, commerceml, file, one, surveyed } from './commerceml.ts'

const sale = file(
  `<Каталог Идентификатор="c" Наименование="Товары" Единица="шт"><Товар ИдентификаторВКаталоге="g1" Наименование="Болт" Единица="шт"/></Каталог>
   <Документ ХозОперация="Order" Номер="А-0007" Дата="2026-03-04" Время="09:05:07" СрокПлатежа="2026-03-10" Валюта="руб." Курс="1" Кратность="1" Сумма="118,00" Комментарий="Срочно">
     <ПредприятиеВДокументе Роль="Saler" Контрагент="ID__1"/>
     <ПредприятиеВДокументе Роль="Buyer" Контрагент="ID__2" Контакт="Иванов"/>
     <СуммаНалога Налог="НДС" Ставка="18" Сумма="18" ВключенВСумму="1"/>
     <ТоварнаяПозиция Каталог="c" Товар="g1" Единица="шт" Количество="10" Цена="11.80" Сумма="118" Описание="Болт М10">
       <СуммаНалога Налог="НДС" Ставка="18" Сумма="18" ВключенВСумму="1"/>
     </ТоварнаяПозиция>
   </Документ>
   <Контрагент Идентификатор="ID__1" Наименование="ООО Пример"/>
   <Контрагент Идентификатор="ID__2" Наименование="ООО Ромашка" ИНН="7701000019"/>`,
  '',
)

test('a document of 1C 7.7: attributes, rows and taxes', async () => {
  const found = await one('order', sale)
  assert.deepEqual(codes(found), [])
  assert.deepEqual(
    [
      found.id,
      found.number,
      found.number1c,
      found.date,
      found.dueDate,
      found.operation,
      found.currency,
      found.amount,
      found.comment,
    ],
    ['А-0007', 'А-0007', 'А-0007', '2026-03-04T09:05:07', '2026-03-10', 'Заказ товара', 'RUB', '118', 'Срочно'],
  )
  const tax = { name: 'НДС', includedInAmount: true, amount: '18', rate: { percent: '18', text: '18' } }
  assert.deepEqual(found.taxes, [tax])
  assert.deepEqual(found.rows, [
    {
      productId: 'g1',
      name: 'Болт М10',
      article: '',
      service: false,
      unit: { code: '', name: 'шт', fullName: '' },
      ratio: '1',
      price: '11.8',
      quantity: '10',
      amount: '118',
      vat: { percent: '18', text: '18' },
      taxes: [tax],
      discounts: [],
      variant: [],
      extra: {},
    },
  ])
  assert.deepEqual(found.extra, { Кратность: '1', Saler: 'ID__1', Buyer: 'ID__2', 'Buyer.Контакт': 'Иванов' })
})

test('its parties are the cards that stand after it in the file', async () => {
  const found = await one('order', sale)
  assert.deepEqual(
    found.counterparties.map(({ id, name, inn, role, origin }) => [id, name, inn, role, origin.row]),
    [
      ['ID__1', 'ООО Пример', '', 'Продавец', 2],
      ['ID__2', 'ООО Ромашка', '7701000019', 'Покупатель', 2],
    ],
  )
})

test('the cards are records of their own, and everything is counted', async () => {
  const { rows } = await commerceml(sale)
  assert.deepEqual(
    rows.map(({ kind, id, row }) => [kind, id, row]),
    [
      ['product', 'g1', 1],
      ['order', 'А-0007', 2],
      ['counterparty', 'ID__1', 3],
      ['counterparty', 'ID__2', 4],
    ],
  )
  assert.deepEqual((await surveyed(sale)).counts, { product77: 1, order: 1, orderRow: 1, counterparty: 2 })
})

test('a party without a card leaves its id in extra', async () => {
  const party = (role: string) => `<ПредприятиеВДокументе ${role} Контрагент="x"/>`
  const found = await one('order', file(`<Документ Номер="1">${party('Роль="Buyer"')}${party('')}</Документ>`, ''))
  assert.deepEqual([found.counterparties, found.extra], [[], { Buyer: 'x', Контрагент: 'x' }])
})

test('roles and operations that are not of the standard stay as they are', async () => {
  const xml = file(
    `<Документ Номер="1" ХозОперация="Return"><ПредприятиеВДокументе Роль="Агент" Контрагент="a"/></Документ><Контрагент Идентификатор="a" Наименование="А"/>`,
    '',
  )
  const found = await one('order', xml)
  assert.deepEqual([found.operation, found.counterparties[0]?.role], ['Return', 'Агент'])
  assert.equal((await one('order', file('<Документ Номер="1" ХозОперация="Sale"/>', ''))).operation, 'Отпуск товара')
})

test('a package of offers of 1.x is refused by name, with its place', async () => {
  const xml = file('<ПакетПредложений>\n  <Предложение Товар="g1" Цена="5" Валюта="руб"/></ПакетПредложений>', '')
  for (const { error } of [(await commerceml(xml)).facts, await surveyed(xml)]) {
    assert.deepEqual(
      [error?.code, error?.args, error?.place],
      ['commerceml.old-offers', { element: 'Предложение' }, { line: 4, column: 3 }],
    )
  }
})

test('a number that is none refuses the document, with its attribute', async () => {
  const { rows } = await commerceml(file('<Документ Номер="1" Сумма="много"/>', ''))
  assert.deepEqual([rows[0]!.record, codes(rows[0]!)], [null, ['number.unreadable Сумма 3']])
})
