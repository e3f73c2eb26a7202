import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnNames, isHeader } from '../../../../src/onec/read/csv/header.ts'

test('words that all differ are a header', () => {
  assert.ok(isHeader(['имя', 'имя1', 'имя2'], [['7770000000', 'Ключ', '6']]))
  assert.ok(isHeader(['Список клиентов'], [['Ромашка'], ['Лютик']]))
})

test('a row with a number, a date, a GUID, a phone or an address of mail is data', () => {
  for (const cell of ['1', '1 234,56', '05.03.2026', '11111111-2222-3333-4444-555555555555', '+7 495 123-45-67', 'a@b.ru']) {
    assert.equal(isHeader(['Ромашка', cell], [['Лютик', '']]), false, cell)
  }
})

test('usual names make a header even beside a number', () => {
  assert.ok(isHeader(['Код', 'Наименование', '2025', '2026'], [['1', 'Болт', '5', '6']]))
})

test('a cell that ends in a colon makes a header', () => {
  assert.ok(isHeader(['Склад:'], [['Склад 1'], ['Склад 2']]))
})

test('a cell that comes again in its column, a firm or a cell twice is no header', () => {
  assert.equal(isHeader(['Юридическое лицо', 'Ромашка'], [['Юридическое лицо', 'Лютик']]), false)
  assert.equal(isHeader(['ООО Ромашка', 'Москва'], [['ООО Лютик', 'Тверь']]), false)
  assert.equal(isHeader(['Магазин "Ромашка"', 'Москва'], [['Лютик', 'Тверь']]), false)
  assert.equal(isHeader(['да', 'да'], [['нет', 'нет']]), false)
  assert.equal(isHeader(['', ' '], []), false)
})

test('a name that is taken is given the next free number', () => {
  assert.deepEqual(columnNames(['А', 'А (2)', 'А', 'А']), ['А', 'А (2)', 'А (3)', 'А (4)'])
})
