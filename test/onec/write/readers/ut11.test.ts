import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { emptyDate, orderTotal, type Reading } from './base.ts'
import { readByUt11, type Ut11Options } from './ut11.ts'
import { bolt, known, order, ordersFile, party, row, smallBase } from './written.ts'

const byName: Ut11Options = { identifyBy: 'name' }
const byInn: Ut11Options = { identifyBy: 'innKpp' }

function read(documents: readonly string[], options = byName, base = smallBase()): Reading {
  return readByUt11(ordersFile(documents), base, options)
}

test('an order as it should be is made whole, its client and its product are those that were there', () => {
  const { ok, base, created } = read([order({ requisites: { 'Статус заказа': 'В работе' } })])
  assert.deepEqual([ok, created], [true, ['B24-1045']])
  assert.deepEqual([base.counterparties, base.goods], [[known], [bolt]])
  const [made] = base.orders
  assert.equal(made?.client, known.ref)
  assert.equal(made?.date, '2026-03-05T10:15:00')
  assert.deepEqual(made?.rows, [{ item: bolt.ref, characteristic: '', quantity: 10, price: 12, amount: 120, vat: null }])
})

test('a missing file is an error, an empty message is none', () => {
  assert.deepEqual(readByUt11(null, smallBase(), byName).messages, ['Файл загрузки не найден'])
  const { ok, messages } = read([])
  assert.deepEqual([ok, messages], [true, ['Нет документов для обработки.']])
})

test('it reads UTF-8 whatever the declaration says: in windows-1251 not even the elements are found', () => {
  const bytes = iconv.encode(
    Buffer.from(ordersFile([order()]))
      .toString()
      .replace('UTF-8', 'windows-1251'),
    'windows-1251',
  )
  assert.deepEqual(readByUt11(bytes, smallBase(), byName).created, [])
  const marked = Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), ordersFile([order()])])
  assert.deepEqual(readByUt11(marked, smallBase(), byName).created, ['B24-1045'], 'a BOM does no harm')
})

test('what is no XML is not read', () => {
  for (const text of ['', '<Документ>', '<а>&нет;</а>', '<а>\u0001</а>']) {
    assert.deepEqual(readByUt11(Buffer.from(text), smallBase(), byName).messages, ['Не удалось прочитать XML'])
  }
})

test('with the namespace it checks the order of elements, lengths and words; without it nothing of that matters', () => {
  const typed = 'xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07"'
  const wrong = [
    order({ extra: '<Комментарий>раньше времени</Комментарий><Время>10:15:00</Время>' }),
    order({ currency: '<Валюта>руб.</Валюта>' }),
    order({ party: party('Ромашка ООО', '<ИНН>77010</ИНН>') }),
    order({ party: party('Ромашка ООО', '<КПП>7701</КПП>') }),
    order({ party: party('Ромашка ООО', '<Контакты><Контакт><Тип>Телефон</Тип><Значение>1</Значение></Контакт></Контакты>') }),
    order({ extra: '<Важно>1</Важно>' }),
    order().replace('<Ид>1045</Ид>', `<Ид>${'1'.repeat(41)}</Ид>`),
    order().replace('<Курс>1</Курс>', ''),
  ]
  for (const document of wrong) {
    assert.equal(readByUt11(ordersFile([document], typed), smallBase(), byName).ok, false, document)
    assert.deepEqual(read([document]).created, ['B24-1045'], document)
  }
})

test('with the namespace it trips over a document without Склады', () => {
  const typed = 'xmlns="urn:1C.ru:commerceml_2"'
  const { ok, messages } = readByUt11(ordersFile([order()], typed), smallBase(), byName)
  assert.deepEqual([ok, messages], [false, ['Поле объекта не обнаружено (Склады)']])
})

test('one document of another operation or without a currency stops all that follow; those before it stay', () => {
  for (const bad of [order({ number: '2', operation: 'Отпуск товара' }), order({ number: '2', currency: '<Валюта/>' })]) {
    const { ok, base } = read([order({ number: '1' }), bad, order({ number: '3' })])
    assert.equal(ok, false)
    assert.deepEqual(
      base.orders.map(({ siteNumber }) => siteNumber),
      ['1'],
    )
  }
})

test('a document without Контрагенты, or with a bare Склад, rolls the whole file back', () => {
  const bad = [
    order({ number: '2' }).replace(/<Контрагенты>.*<\/Контрагенты>/s, ''),
    order({ number: '2', extra: '<Склады><Склад><Ид>1</Ид><Наименование>Основной</Наименование></Склад></Склады>' }),
  ]
  for (const document of bad) {
    const { ok, base, created } = read([order({ number: '1' }), document])
    assert.deepEqual([ok, base.orders, created], [false, [], []])
  }
})

test('a client without a name leaves the order without a client', () => {
  const { base, messages } = read([order({ party: party('') })])
  assert.equal(base.orders[0]?.client, '')
  assert.deepEqual(messages, ['Наименование контрагента должно быть заполнено!'])
})

test('a number of more than eleven letters makes one more order with every reading', () => {
  const file = [order({ number: 'CRM24-123456' })]
  const first = read(file)
  const second = read(file, byName, structuredClone(first.base))
  assert.deepEqual([first.base.orders.length, second.base.orders.length], [1, 2])
  const short = read([order()])
  assert.deepEqual(read([order()], byName, short.base).updated, ['B24-1045'])
})

test('a number in spaces, and two orders of one number in a file, are not found again either', () => {
  const spaced = read([order({ number: ' 7 ' })])
  assert.deepEqual(read([order({ number: ' 7 ' })], byName, spaced.base).created, [' 7 '])
  assert.deepEqual(read([order(), order()]).created, ['B24-1045', 'B24-1045'])
})

test('an order is updated only while it waits to be agreed upon, has rows and is not cancelled', () => {
  const statuses = new Map([['В работе', 'К выполнению']])
  const agreed = read([order({ requisites: { 'Статус заказа': 'В работе' } })], { ...byName, statuses })
  assert.deepEqual(read([order()], byName, agreed.base).skipped, ['B24-1045'])
  const cancelled = read([order({ requisites: { Отменен: 'true' } })])
  assert.deepEqual(read([order()], byName, cancelled.base).skipped, ['B24-1045'])
  const bare = read([order({ goods: [] })])
  assert.deepEqual([bare.ok, read([order()], byName, bare.base).skipped], [true, ['B24-1045']])
})

test('a client is found by the name, or by ИНН and КПП together; never by the id', () => {
  const other = order({ party: party('ООО Ромашка', '<ИНН>7701000019</ИНН><КПП>770101001</КПП>') })
  assert.equal(read([other], byInn).base.counterparties.length, 1)
  assert.equal(read([other], byName).base.counterparties.length, 2)
  const branch = order({ party: party('Ромашка ООО', '<ИНН>7701000019</ИНН><КПП>780143001</КПП>') })
  assert.equal(read([branch], byInn).base.counterparties.length, 2, 'another КПП is another client')
  assert.equal(read([branch], byName).base.counterparties.length, 1)
  const person = order({ party: party('Ромашка', '<ИНН>7701000019</ИНН>', 'ПолноеНаименование') })
  assert.equal(read([person], byInn).base.counterparties.length, 1, 'a person has no КПП')
  const byId = party('Другое имя').replace('c-1', known.ref)
  assert.equal(read([order({ party: byId })]).base.counterparties.length, 2)
})

test('an empty element ИНН means everybody who has none', () => {
  const base = smallBase()
  base.counterparties.push({ ...known, ref: 'stranger', name: 'Иванов', isLegal: false, inn: '', kpp: '' })
  const { base: after } = read([order({ party: party('Новый', '<ИНН/>', 'ПолноеНаименование') })], byInn, base)
  assert.equal(after.orders[0]?.client, 'stranger')
  const { base: right } = read([order({ party: party('Новый', '', 'ПолноеНаименование') })], byInn, base)
  assert.equal(right.counterparties.length, 3)
})

test('a client whose name is longer than a hundred letters, or whose ИНН is longer than twelve, is made anew each time', () => {
  const long = order({ party: party('Д'.repeat(101)) })
  const twice = read([long], byName, read([long]).base)
  assert.equal(twice.base.counterparties.length, 3)
  const foreign = order({ party: party('Foreign Ltd', '<ИНН>LT100001234567</ИНН>', 'ПолноеНаименование') })
  assert.equal(read([foreign], byInn, read([foreign], byInn).base).base.counterparties.length, 3)
})

test('types of contacts may have spaces', () => {
  for (const type of ['Телефон рабочий', 'ТелефонРабочий']) {
    const contacts = `<Контакты><Контакт><Тип>${type}</Тип><Значение>+7 495 000-00-02</Значение></Контакт></Контакты>`
    assert.equal(read([order({ party: party('Василёк', contacts) })]).base.counterparties[1]?.phone, '+7 495 000-00-02')
  }
})

test('an item is found by its GUID, by its article, by its name; else a new one is made', () => {
  const found = [
    row({ id: `${bolt.ref}#${bolt.characteristics[0]!.ref}`, name: 'что угодно' }),
    row({ id: '', article: 'БЛТ-10', name: 'что угодно' }),
    row({ id: 'ART-10' }),
    row({ id: '' }),
  ]
  for (const each of found) assert.equal(read([order({ goods: [each] })]).base.goods.length, 1, each)
  const unknown = [row({ id: '', name: 'Гайка' }), row({ id: 'ART-10', name: 'Гайка' })]
  for (const each of unknown) assert.equal(read([order({ goods: [each] })]).base.goods.length, 2, each)
})

test('an unknown item is made even for a row without a quantity, and anew each time when its name is too long', () => {
  assert.equal(read([order({ goods: [row(), row({ id: '', name: 'Гайка', quantity: '0' })] })]).base.goods.length, 2)
  const long = [order({ goods: [row({ id: '', name: 'Г'.repeat(101) })] })]
  assert.equal(read(long, byName, read(long).base).base.goods.length, 3)
})

test('what stands behind # in a name is a characteristic; without the id of one the whole file is lost', () => {
  const [characteristic] = bolt.characteristics
  const withId = read([order({ goods: [row({ id: `${bolt.ref}#${characteristic!.ref}`, name: 'Болт#8' })] })])
  assert.equal(withId.base.orders[0]?.rows[0]?.characteristic, characteristic!.ref)
  const without = read([order({ number: '1' }), order({ number: '2', goods: [row({ name: 'Краска #5' })] })])
  assert.deepEqual([without.ok, without.base.orders], [false, []])
  assert.equal(read([order({ goods: [row({ name: 'Краска #5' })] })], { ...byName, characteristics: false }).ok, true)
})

test('a row without a quantity is no row', () => {
  assert.deepEqual(
    read([order({ goods: [row(), row({ quantity: '0.000' }), row({ quantity: '1 000' })] })]).base.orders[0]?.rows.length,
    1,
  )
})

test('numbers are plain, or they are nought', () => {
  const { base } = read([order({ goods: [row({ amount: '1 234,50' }), row({ price: '12,50', amount: '125.00' })] })])
  assert.deepEqual(
    base.orders[0]?.rows.map(({ price, amount }) => [price, amount]),
    [
      [12, 0],
      [12.5, 125],
    ],
  )
})

test('a discount that the amount does not include is taken off, of a row and of the document; the word is true', () => {
  const discount = (word: string) => `<Скидки><Скидка><Сумма>20.00</Сумма>${word}</Скидка></Скидки>`
  const total = (documents: readonly string[]) => orderTotal(read(documents).base.orders[0]!) / 100
  const inRow = (word: string) => total([order({ goods: [row({ more: discount(word) })] })])
  assert.equal(inRow('<УчтеноВСумме>true</УчтеноВСумме>'), 120)
  assert.equal(inRow('<УчтеноВСумме>false</УчтеноВСумме>'), 100)
  assert.equal(inRow('<УчтеноВСумме>да</УчтеноВСумме>'), 100)
  const whole = order({ goods: [row(), row({ amount: '240.00' })], extra: discount('<УчтеноВСумме>false</УчтеноВСумме>') })
  assert.deepEqual(
    read([whole]).base.orders[0]?.rows.map(({ amount }) => amount),
    [113.33, 226.67],
  )
})

test('without taxes of the document they go on top of its amounts', () => {
  const rate = '<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>20</Ставка></СтавкаНалога></СтавкиНалогов>'
  const taxes =
    '<Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Сумма>20.00</Сумма></Налог></Налоги>'
  const goods = [row({ more: rate })]
  assert.equal(orderTotal(read([order({ goods, extra: taxes })]).base.orders[0]!), 12_000)
  assert.equal(orderTotal(read([order({ goods })]).base.orders[0]!), 14_400)
})

test('a row that says nothing of its tax has that of the row before', () => {
  const rate = '<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>20</Ставка></СтавкаНалога></СтавкиНалогов>'
  const goods = [row(), row({ more: rate }), row(), row({ more: rate.replace('20', 'Без НДС') })]
  assert.deepEqual(
    read([order({ goods })]).base.orders[0]?.rows.map(({ vat }) => vat),
    [null, 20, 20, null],
  )
})

test('an empty requisite has the value of the one before', () => {
  const statuses = new Map([['Свет', 'К выполнению']])
  const { base } = read([order({ requisites: { Организация: 'Свет', 'Статус заказа': '' } })], { ...byName, statuses })
  assert.equal(base.orders[0]?.status, 'К выполнению')
})

test('an empty comment is an object and no text', () => {
  const comments = ['', '<Комментарий/>', '<Комментарий>  </Комментарий>', '<Комментарий>да</Комментарий>'].map(
    (extra) => read([order({ extra })]).base.orders[0]?.comment,
  )
  assert.deepEqual(comments, ['', '', '', 'Комментарий менеджера на сайте: да'])
})

test('a date that is none, and a time of one digit, are the empty date', () => {
  const dates = [
    order({ date: '<Дата>2026-02-30</Дата>' }),
    order({ date: '<Дата>05.03.2026</Дата>' }),
    order({ extra: '<Время>9:05:07</Время>' }),
  ].map((document) => read([document]).base.orders[0]?.date)
  assert.deepEqual(dates, [emptyDate, emptyDate, emptyDate])
  assert.equal(read([order({ extra: '' })]).base.orders[0]?.date, '2026-03-05T00:00:00')
})

test('a currency that is not in the list becomes the base one without a word', () => {
  assert.equal(read([order({ currency: '<Валюта>EUR</Валюта>' })]).base.orders[0]?.currency, 'RUB')
})
