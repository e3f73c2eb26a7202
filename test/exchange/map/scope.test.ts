import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scopeOf } from '../../../src/exchange/map/scope.ts'
import { address, contactPerson, counterparty, order, product, workOrder } from '../records.ts'

test('fields of every kind of record stand under their English names and those of 1C', () => {
  const pairs: readonly (readonly [Parameters<typeof scopeOf>[1], string, string, unknown])[] = [
    [counterparty({ inn: '77', addresses: [address({ text: 'г. Тверь' })] }), 'address', 'Адрес', ['г. Тверь']],
    [counterparty({ fullName: 'ООО «Лютик»' }), 'fullName', 'ПолноеНаименование', 'ООО «Лютик»'],
    [counterparty({ phones: '8 916 123-45-67' }), 'phone', 'Телефон', ['+79161234567']],
    [contactPerson({ post: 'директор' }), 'post', 'Должность', 'директор'],
    [contactPerson({ emails: 'А@b.ru' }), 'email', 'Почта', ['А@b.ru']],
    [workOrder({ state: 'закрыт' }), 'state', 'Состояние', 'закрыт'],
    [workOrder({ client: 'Рябова' }), 'client', 'Заказчик', 'Рябова'],
    [workOrder(), 'date', 'Дата', '05.03.2026 09:05:00'],
    [workOrder({ date: null }), 'date', 'Дата', ''],
    [order({ state: { status: 'Новый' } }), 'state', 'Состояние', 'Новый'],
    [order({ counterparties: [counterparty({ name: 'Лютик' })] }), 'client', 'Контрагент', 'Лютик'],
    [order(), 'client', 'Заказчик', ''],
    [order({ date: '2026-03-04' }), 'date', 'Дата', '04.03.2026'],
    [product({ unit: { code: '796', name: '', fullName: '' } }), 'unit', 'Единица', '796'],
    [product({ barcode: '4600000000001' }), 'barcode', 'Штрихкод', '4600000000001'],
  ]
  for (const [record, english, russian, value] of pairs) {
    const scope = scopeOf({}, record)
    assert.deepEqual(scope[english], value, english)
    assert.deepEqual(scope[russian], value, russian)
  }
})

test('the cells of the row have the last word, then what the model has no field for', () => {
  const record = counterparty({ name: 'Лютик', extra: { Наименование: 'из файла', Вес: '1' } })
  assert.equal(scopeOf({}, record)['Наименование'], 'из файла')
  const scope = scopeOf({ cells: { Наименование: 'из ячейки', '': 'x' } }, record)
  assert.deepEqual([scope['Наименование'], scope['name'], scope['Вес']], ['из ячейки', 'Лютик', '1'])
})

test('the requisites of an order are there by the names that the file has', () => {
  const requisites = [
    { name: 'Трек-номер', value: '12' },
    { name: 'Метод оплаты', value: 'карта' },
  ]
  const scope = scopeOf({}, order({ requisites }))
  assert.deepEqual([scope['Трек-номер'], scope['Метод оплаты'], scope['Номер']], ['12', 'карта', 'D-1045'])
})
