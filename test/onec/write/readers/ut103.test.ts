import assert from 'node:assert/strict'
import { test } from 'node:test'
import { orderTotal, type Reading } from './base.ts'
import { readByUt103, type Ut103Options } from './ut103.ts'
import { bolt, known, order, ordersFile, party, row, smallBase } from './written.ts'

const byName: Ut103Options = { identifyBy: 'name' }
const byInn: Ut103Options = { identifyBy: 'inn' }

function read(documents: readonly string[], options = byName, base = smallBase()): Reading {
  return readByUt103(ordersFile(documents), base, options)
}

test('an order as it should be is made whole; a missing file and an empty message are nothing to speak of', () => {
  const { ok, base, created } = read([order({ extra: '<Время>10:15:00</Время><Комментарий>срочно</Комментарий>' })])
  assert.deepEqual([ok, created, base.counterparties, base.goods], [true, ['B24-1045'], [known], [bolt]])
  const [made] = base.orders
  assert.deepEqual(made?.rows, [{ item: bolt.ref, characteristic: '', quantity: 10, price: 12, amount: 120, vat: null }])
  assert.deepEqual([made?.date, made?.comment], ['2026-03-05T10:15:00', '№ B24-1045: срочно'])
  for (const { ok: fine, messages } of [readByUt103(null, smallBase(), byName), read([])])
    assert.deepEqual([fine, messages], [true, []])
})

test('without a BOM the platform may take the file for windows-1251, with one it cannot', () => {
  const ansi: Ut103Options = { identifyBy: 'name', withoutBom: 'windows-1251' }
  const file = ordersFile([order()])
  assert.deepEqual(readByUt103(file, smallBase(), ansi).created, [])
  assert.deepEqual(readByUt103(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), file]), smallBase(), ansi).created, ['B24-1045'])
})

test('another operation, letters of another size in it, and a currency that is not in the list stop the whole file', () => {
  const bad = [
    order({ operation: 'Отпуск товара' }),
    order({ operation: 'заказ товара' }),
    order({ currency: '<Валюта>EUR</Валюта>' }),
  ]
  for (const document of bad) {
    const { ok, base } = read([order({ number: '1' }), document])
    assert.deepEqual([ok, base.orders], [false, []])
  }
})

test('a currency is found by the beginning of its name: RUB is not руб.', () => {
  const rubles = { ...smallBase(), currencies: ['руб.', 'USD'] }
  assert.equal(read([order({ currency: '<Валюта>руб</Валюта>' })], byName, rubles).base.orders[0]?.currency, 'руб.')
  assert.equal(read([order()], byName, rubles).ok, false)
})

test('numbers are plain, or the whole file is lost', () => {
  assert.equal(read([order({ goods: [row({ amount: '1 234,50' })] })]).ok, false)
  assert.equal(read([order({ goods: [row({ quantity: '1,5' })] })]).ok, false)
})

test('a time before the date, and a comment before the number, are lost', () => {
  const time = order({ date: '', extra: '' }).replace('<Роль>', '<Время>10:15:00</Время><Дата>2026-03-05</Дата><Роль>')
  assert.equal(read([time]).ok, false)
  const comment = order().replace('<Номер>', '<Комментарий>срочно</Комментарий><Номер>')
  assert.equal(read([comment]).base.orders[0]?.comment, '№ B24-1045')
})

test('CDATA is not seen', () => {
  assert.equal(read([order({ party: party('<![CDATA[Ромашка ООО]]>') })]).ok, false)
  assert.equal(read([order({ extra: '<Комментарий><![CDATA[срочно]]></Комментарий>' })]).base.orders[0]?.comment, '№ B24-1045')
})

test('one client without a name stops the whole file', () => {
  const { ok, base } = read([order({ number: '1' }), order({ number: '2', party: party('') })])
  assert.deepEqual([ok, base.orders], [false, []])
})

test('a client is found by the name, or by ИНН alone; a name of more than a hundred letters never', () => {
  const branch = order({ party: party('Филиал', '<ИНН>7701000019</ИНН><КПП>780143001</КПП>') })
  assert.equal(read([branch], byInn).base.counterparties.length, 1)
  assert.equal(read([branch], byName).base.counterparties.length, 2)
  const long = [order({ party: party('Д'.repeat(101)) })]
  assert.equal(read(long, byName, read(long).base).base.counterparties.length, 3)
})

test('contacts and the address of an order replace those of a client that was there; a type with a space says nothing', () => {
  const contact = (type: string) =>
    `<Контакты><Контакт><Тип>${type}</Тип><Значение>+7 495 000-00-99</Значение></Контакт></Контакты>`
  const told = read([
    order({ party: party('Ромашка ООО', `<Адрес><Представление>Тверь</Представление></Адрес>${contact('ТелефонРабочий')}`) }),
  ])
  assert.deepEqual([told.base.counterparties[0]?.phone, told.base.counterparties[0]?.address], ['+7 495 000-00-99', 'Тверь'])
  assert.equal(
    read([order({ party: party('Ромашка ООО', contact('Телефон рабочий')) })]).base.counterparties[0]?.phone,
    known.phone,
  )
})

test('an item is found by its GUID or by its name, never by its article; else a new one is made', () => {
  assert.equal(read([order({ goods: [row({ name: 'что угодно' })] })]).base.goods.length, 1)
  assert.equal(read([order({ goods: [row({ id: 'ART-10' })] })]).base.goods.length, 1)
  assert.equal(read([order({ goods: [row({ id: '', name: 'Гайка', article: 'БЛТ-10' })] })]).base.goods.length, 2)
})

test('discounts that the amounts do not include are taken off; the word is true', () => {
  const discount = (word: string) => `<Скидки><Скидка><Сумма>20.00</Сумма><УчтеноВСумме>${word}</УчтеноВСумме></Скидка></Скидки>`
  const total = (document: string) => orderTotal(read([document]).base.orders[0]!)
  assert.equal(total(order({ goods: [row({ more: discount('true') })] })), 12_000)
  assert.equal(total(order({ goods: [row({ more: discount('1') })] })), 10_000)
  assert.equal(total(order({ extra: discount('false') })), 10_000)
})

test('an order that somebody works on is passed over, one that nobody does is read again', () => {
  const first = read([order()])
  assert.deepEqual(read([order()], byName, structuredClone(first.base)).updated, ['B24-1045'])
  first.base.orders[0]!.isInWork = true
  assert.deepEqual(read([order()], byName, first.base).skipped, ['B24-1045'])
})

test('requisites of the site are categories, true or да; all others become properties', () => {
  const requisites = { 'Финальный статус': 'true', Отменен: 'false', Склад: 'Основной склад', Пустой: '' }
  const [made] = read([order({ requisites })]).base.orders
  assert.deepEqual([made?.categories, made?.properties], [['Завершен'], { Склад: 'Основной склад' }])
  assert.equal(read([order({ requisites: { Отменен: 'да' } })]).base.orders[0]?.isCancelled, true)
})
