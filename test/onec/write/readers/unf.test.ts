import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { orderTotal, type Reading } from './base.ts'
import { readByUnf, type UnfOptions } from './unf.ts'
import { bolt, known, order, ordersFile, party, row, smallBase } from './written.ts'

const usual: UnfOptions = { search: ['id', 'inn', 'phone', 'name'] }

function read(documents: readonly string[], options = usual, base = smallBase()): Reading {
  return readByUnf(ordersFile(documents), base, options)
}

test('an order as it should be is made whole, its organization and its warehouse by requisites', () => {
  const requisites = { Организация: 'ООО "Свет"', Склад: 'Основной склад' }
  const { ok, base, created } = read([order({ requisites })])
  assert.deepEqual([ok, created, base.counterparties, base.goods], [true, ['B24-1045'], [known], [bolt]])
  const [made] = base.orders
  assert.deepEqual([made?.organization, made?.warehouse, made?.rows.length], ['ООО "Свет"', 'Основной склад', 1])
  assert.equal(read([order({ requisites: { Склад: 'Основной' } })]).base.orders[0]?.warehouse, '', 'a name is meant exactly')
})

test('a missing file is an error, an empty message is none', () => {
  assert.equal(readByUnf(null, smallBase(), usual).ok, false)
  assert.equal(read([]).ok, true)
})

test('the declaration says how to read the file', () => {
  const text = Buffer.from(ordersFile([order()])).toString()
  const bytes = iconv.encode(text.replace('UTF-8', 'windows-1251'), 'windows-1251')
  assert.deepEqual(readByUnf(bytes, smallBase(), usual).base.counterparties, [known])
  assert.deepEqual(readByUnf(iconv.encode(text, 'windows-1251'), smallBase(), usual).created, [])
})

test('with one of its namespaces it checks the file, without it does not', () => {
  const wrong = [order({ currency: '<Валюта>руб.</Валюта>' })]
  assert.equal(readByUnf(ordersFile(wrong, 'xmlns="urn:1C.ru:commerceml_210"'), smallBase(), usual).ok, false)
  assert.equal(read(wrong).ok, true)
})

test('one document of another operation or without a currency stops all that follow', () => {
  for (const bad of [order({ operation: 'Отпуск товара' }), order({ currency: '' })]) {
    const { ok, base } = read([order({ number: '1' }), bad, order({ number: '3' })])
    assert.deepEqual([ok, base.orders.length], [false, 1])
  }
})

test('a finished order is passed over, of one with payments or shipments only the requisites are taken', () => {
  const statuses = new Map([['Закрыта', 'Завершен']])
  const finished = read([order({ requisites: { 'Статус заказа': 'Закрыта' } })], { ...usual, statuses })
  assert.deepEqual(read([order()], usual, finished.base).skipped, ['B24-1045'])
  const { base } = read([order()])
  base.orders[0]!.isInWork = true
  const again = read([order({ goods: [], requisites: { Склад: 'Другой' } })], usual, base)
  assert.deepEqual(
    [again.skipped, again.base.orders[0]?.rows.length, again.base.orders[0]?.properties],
    [['B24-1045'], 1, { Склад: 'Другой' }],
  )
})

test('a client is looked for in the order of the settings; who is not found by any is made', () => {
  const renamed = order({ party: party('ООО Ромашка', '<ИНН>7701000019</ИНН>') })
  assert.equal(read([renamed]).base.counterparties.length, 1)
  assert.equal(read([renamed], { search: ['name'] }).base.counterparties.length, 2)
  assert.equal(read([order({ party: party('Кто-то').replace('c-1', known.ref) })]).base.counterparties.length, 1)
  const phone = '<Контакты><Контакт><Тип>ТелефонРабочий</Тип><Значение>8 (495) 000-00-01</Значение></Контакт></Контакты>'
  assert.equal(read([order({ party: party('Кто-то', phone) })]).base.counterparties.length, 1)
  assert.equal(
    read([order()], { search: ['phone'] }).base.counterparties.length,
    2,
    'no phone in the order: nobody is found by it',
  )
})

test('contacts of an order make a contact person of the client itself', () => {
  const phone = '<Контакты><Контакт><Тип>Телефон рабочий</Тип><Значение>+7 495 000-00-01</Значение></Контакт></Контакты>'
  assert.deepEqual(read([order({ party: party('Ромашка ООО', phone) })]).base.contactPersons, ['Ромашка ООО'])
  assert.deepEqual(read([order()]).base.contactPersons, [])
})

test('an item is found by its GUID, else by the article alone where there is one, else by the name', () => {
  assert.equal(read([order({ goods: [row({ name: 'что угодно' })] })]).base.goods.length, 1)
  assert.equal(read([order({ goods: [row({ id: '', article: 'БЛТ-10', name: 'что угодно' })] })]).base.goods.length, 1)
  assert.equal(read([order({ goods: [row({ id: '', article: 'Б-11' })] })]).base.goods.length, 2)
  assert.equal(read([order({ goods: [row({ id: 'ART-10' })] })]).base.goods.length, 1)
})

test('an order without taxes of its own is not taxed, whatever its rows say', () => {
  const rate = '<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>20</Ставка></СтавкаНалога></СтавкиНалогов>'
  const taxes =
    '<Налоги><Налог><Наименование>НДС</Наименование><УчтеноВСумме>true</УчтеноВСумме><Сумма>20.00</Сумма></Налог></Налоги>'
  const goods = [row({ more: rate })]
  assert.equal(read([order({ goods })]).base.orders[0]?.rows[0]?.vat, null)
  const [taxed] = read([order({ goods, extra: taxes })]).base.orders
  assert.deepEqual([taxed?.rows[0]?.vat, orderTotal(taxed!)], [20, 12_000])
})
