import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { brokenText, compareKey, oneLine, squeeze, tidy } from '../../src/values/text.ts'

describe('tidy', () => {
  const padded: readonly [string, string][] = [
    ['796 ', '796'],
    ['\tПар\u00A0а\u00A0\u202F\u2007', 'Пар\u00A0а'],
    ['\uFEFFКод', 'Код'],
    ['\u200BИванов  Иван\u200D\u2060 ', 'Иванов  Иван'],
    [' \u200B \u200B ', ''],
    ['', ''],
    ['    ', ''],
  ]
  for (const [text, bare] of padded) {
    it(`makes ${JSON.stringify(text)} ${JSON.stringify(bare)}`, () => assert.equal(tidy(text), bare))
  }

  it('has nothing left to do the second time', () => {
    const sign = fc.constantFrom(' ', '\t', '\u00A0', '\u200B', '\uFEFF', '\u2060', 'а', 'b', '1', '\n')
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const once = tidy(signs.join(''))
        assert.equal(tidy(once), once)
        assert.equal(once.replaceAll(/[^аb1]/g, ''), signs.join('').replaceAll(/[^аb1]/g, ''))
      }),
    )
  })

  it('takes a long run of spaces in its stride', () => {
    const text = `а${' '.repeat(200_000)}б`
    assert.equal(tidy(text), text)
    assert.equal(oneLine(text), text)
  })
})

describe('oneLine', () => {
  it('turns each run of line breaks and tabs into one space', () => {
    assert.equal(oneLine('г. Москва, \r\n\r\n\tул. Примерная  5\r'), 'г. Москва, ул. Примерная  5')
  })
  it('is empty for an empty text', () => assert.equal(oneLine(' \n\t '), ''))
})

describe('squeeze', () => {
  it('makes one space of every run', () =>
    assert.equal(squeeze(' Иванов \u00A0 Иван\r\n\tИванович\u200B'), 'Иванов Иван Иванович'))
})

describe('compareKey', () => {
  it('sees one name in the ways that configurations write it', () => {
    const keys = ['Дата Оплаты', 'ДатаОплаты', 'дата\u00A0оплаты ', ' датаОплаты\uFEFF'].map(compareKey)
    assert.deepEqual(new Set(keys), new Set(['датаоплаты']))
  })
  it('keeps ё and е apart', () => assert.notEqual(compareKey('Счёт'), compareKey('Счет')))
})

describe('brokenText', () => {
  for (const text of ['???????? ????', '??? "???????"', 'GSM-???????', '??? ????? 12', '???? Bosch']) {
    it(`sees lost letters in «${text}»`, () => assert.equal(brokenText(text), 'text.question-marks'))
  }
  for (const text of [
    'Что???',
    'Цена ???',
    'Really???',
    'iPhone ???',
    'Да??',
    'ООО "Ромашка" ????',
    '5???',
    '',
    'Почему???? Потому',
  ]) {
    it(`takes «${text}» as it is`, () => assert.equal(brokenText(text), null))
  }
  it('sees the replacement character', () => assert.equal(brokenText('Ром\uFFFDшка'), 'text.wrong-encoding'))
  it('sees what an English Windows makes of any Cyrillic text with a word of four letters', () => {
    const word = fc.array(fc.constantFrom(...'абвгдежзик'), { minLength: 4, maxLength: 9 }).map((letters) => letters.join(''))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        assert.equal(brokenText(words.join(' ').replaceAll(/[а-я]/g, '?')), 'text.question-marks')
        assert.equal(brokenText(words.join(' ')), null)
      }),
    )
  })
})
