import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looseNumber, readNumberText, sameNumber } from '../../../../src/exchange/portal/stage/number-text.ts'

test('the number of a document is read out of the names that people and 1C give to files', () => {
  const cases: readonly (readonly [text: string, numbers: readonly string[], day?: string])[] = [
    ['Счет на оплату № 000123 от 05.03.2026', ['000123'], '2026-03-05'],
    ['Счёт на оплату №УТ-000123 от 5 марта 2026 г.', ['УТ-000123'], '2026-03-05'],
    ['invoice_000123', ['000123']],
    ['invoice_000123_2026-03-05', ['000123'], '2026-03-05'],
    ['000123', ['000123']],
    ['УТ-000123', ['УТ-000123']],
    ['ут-000123', ['ут-000123']],
    ['СчетНаОплату000000123', ['СчетНаОплату000000123', '000000123']],
    ['Счет-123', ['Счет-123', '123']],
    ['Заказ клиента УТ00-000123 от 05.03.2026 12:00:00', ['УТ00-000123', '12', '00'], '2026-03-05'],
    ['Счет N 17', ['17']],
    ['Счет No. 17', ['17']],
    ['B24-1045', ['B24-1045']],
    ['2026/17', ['2026/17']],
    ['Счет', []],
    ['Прайс', []],
    ['Счет 45.99.2026', ['45', '99', '2026']],
  ]
  for (const [text, numbers, day = ''] of cases) assert.deepEqual(readNumberText(text), { numbers, day }, text)
})

test('two words are one number exactly, or but for zeros and a prefix that only one of them has', () => {
  const cases: readonly (readonly [string, string, 'exact' | 'loose' | null])[] = [
    ['УТ-000123', 'ут-000123', 'exact'],
    ['УТ - 000123', 'УТ-000123', 'exact'],
    ['123', 'УТ-000123', 'loose'],
    ['УТ-123', 'УТ00-000123', 'loose'],
    ['УТ-123', 'БП-123', null],
    ['123', '1234', null],
    ['0', '000', 'loose'],
    ['123/А', '000123/А', 'loose'],
    ['123/А', '123/Б', null],
    ['дог', 'ДОГ', 'exact'],
    ['дог', 'договор', null],
  ]
  for (const [one, other, same] of cases) {
    assert.equal(sameNumber(one, other), same, `${one} ${other}`)
    assert.equal(sameNumber(other, one), same, `${other} ${one}`)
    if (same !== null) assert.equal(looseNumber(one), looseNumber(other))
  }
})
