import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listCell, loose } from '../../../src/bitrix24/import-csv/list-cell.ts'
import { defaultLists } from '../../../src/bitrix24/import-csv/lists.ts'

const { companyType, stages, measure, vat } = defaultLists

test('an item is found by its text and by its id', () => {
  assert.deepEqual(listCell('Клиент', companyType), { text: 'Клиент', findings: [] })
  assert.deepEqual(listCell('CUSTOMER', companyType), { text: 'Клиент', findings: [] })
})

test('where headers are ids the id is written, as it holds in every language', () => {
  assert.equal(listCell('Клиент', companyType, 'ids').text, 'CUSTOMER')
  assert.equal(listCell('Своё', [{ id: '', name: 'Своё' }], 'ids').text, 'Своё')
})

test('case, spaces, ё, dots and look-alike letters are mended and told', () => {
  const { text, findings } = listCell(' клиент ', companyType)
  assert.equal(text, 'Клиент')
  assert.deepEqual(findings, [{ code: 'import.list-mended', args: { value: 'клиент', item: 'Клиент' } }])
  assert.equal(listCell('Партнёр', companyType).text, 'Партнер')
  assert.equal(listCell('ШТ.', measure).text, 'шт')
  assert.equal(listCell('796', measure).text, 'шт')
  assert.equal(listCell('ндс 20 %', vat).text, 'НДС 20%')
})

test('a stage with the Cyrillic С is written with the Latin C that the portal has', () => {
  const written = listCell('Счет на предоплату', stages[''] ?? null).text
  assert.equal(written, 'C\u0447ёт на предоплату')
  assert.equal(loose('Счёт'), loose('Cчёт'))
})

test('an unknown value leaves the cell empty and is reported with what the list has', () => {
  const { text, findings } = listCell('Дилер', companyType)
  assert.equal(text, '')
  assert.deepEqual(findings, [
    { code: 'import.list-value', args: { value: 'Дилер', list: 'Клиент, Поставщик, Конкурент, Партнер, Другое' } },
  ])
})

test('a long list is named in part', () => {
  const long = Array.from({ length: 20 }, (_, place) => ({ id: '', name: `п${place}` }))
  assert.match(String(listCell('х', long).findings[0]?.args['list']), /п11 …$/)
})

test('a value that is like two items is not guessed', () => {
  const twins = [
    { id: '', name: 'А-1' },
    { id: '', name: 'А 1' },
  ]
  assert.equal(listCell('а1', twins).findings[0]?.code, 'import.list-value')
})

test('an empty value is no value, and without a known list anything is written', () => {
  assert.deepEqual(listCell(' ', companyType), { text: '', findings: [] })
  assert.deepEqual(listCell('Что угодно', null), { text: 'Что угодно', findings: [] })
})
