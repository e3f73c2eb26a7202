import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { documentNumber, documentReference } from '../../../../src/onec/read/csv/document-number.ts'

test('what 1C writes for a reference to a document gives its number', () => {
  for (const [text, number] of [
    ['Заказ-наряд 3000004876 от 05.03.2026 9:05:07', '3000004876'],
    ['Заказ клиента 0000-000123 от 05.03.2026 12:00:00', '0000-000123'],
    ['Счет на оплату покупателю № 58 от 5 марта 2026 г.', '58'],
    ['Договор № СО-17 от 01.02.2026', 'СО-17'],
    ['Договор поставки 15/2 от 1.2.26', '15/2'],
    ['Договор №\u00a017', '17'],
    ['58 от 05.03.2026', '58'],
    ['№ 58', '58'],
  ] as const) {
    assert.equal(documentNumber(text), number, text)
  }
})

test('any other text is the number itself', () => {
  for (const text of [
    'СО-17',
    'B24-1045',
    '00-00000012',
    'Д 15',
    'dd0a0001-0000-4000-8000-000000000001',
    'от 5 до 7',
    'Разовый',
  ]) {
    assert.equal(documentNumber(text), text)
  }
  const code = fc.stringMatching(/^[А-Я0-9][А-Я0-9/-]{0,10}$/)
  fc.assert(fc.property(code, (text) => assert.equal(documentNumber(text), text)))
})

test('a reference is kept as told, with the day that may stand in it; words without a figure refer to nothing', () => {
  for (const text of ['СО-17', 'Договор № 17 от 01.02.2026']) assert.equal(documentReference(text), text)
  for (const text of ['', 'Разовый', 'Основной договор', 'б/н', 'Без договора']) assert.equal(documentReference(text), '', text)
})
