import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { currencyCode } from '../../src/values/currency.ts'

describe('currencyCode', () => {
  const words: Readonly<Record<string, string>> = {
    RUB: 'RUB RUR RUr rub руб руб. руБ ₽ р. р 643 810 Рос российский\u00A0рубль',
    UAH: 'грн грн. UAH ₴ 980 Гри',
    KZT: 'KZT тг тг. тенге ₸ 398',
    BYN: 'BYN 933 бел.руб. Бел',
    BYR: 'BYR byr 974',
    USD: 'USD $ usd 840 Доллар Дол долл. US$',
    EUR: 'EUR € евро 978',
    AMD: 'AMD 051 51',
    CNY: 'CNY 156 юань',
    SEK: 'SEK sek',
  }
  for (const [code, texts] of Object.entries(words)) {
    for (const text of texts.split(' ')) it(`knows «${text}» as ${code}`, () => assert.equal(currencyCode(text), code))
  }
  it('joins a name of two words', () => assert.equal(currencyCode('Российский рубль'), 'RUB'))
  for (const text of ['', 'у.е.', 'ZZZ', 'Осн', '999', 'рублики']) {
    it(`knows no currency «${text}»`, () => assert.equal(currencyCode(text), null))
  }
})
