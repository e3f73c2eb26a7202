import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseVat } from '../../src/values/vat.ts'

describe('parseVat', () => {
  const rates: readonly [string, string | null][] = [
    ['20', '20'],
    ['18%', '18'],
    ['18 %', '18'],
    ['0', '0'],
    ['0%', '0'],
    ['20.00', '20'],
    ['16,67', '16.67'],
    ['НДС 20%', '20'],
    ['НДС20', '20'],
    ['НДС (20%)', '20'],
    ['20% НДС', '20'],
    ['20/120', '20'],
    ['18%/118%', '18'],
    ['НДС20_120', '20'],
    ['20% (20/120)', '20'],
    ['Без НДС', null],
    ['без налога', null],
    ['БезНДС', null],
    ['Без налога (НДС)', null],
    ['НДС не облагается', null],
    ['Не облагается', null],
    ['Освобождается', null],
  ]
  for (const [text, percent] of rates) {
    it(`reads «${text}» as ${percent ?? 'no VAT'}`, () => assert.deepEqual(parseVat(` ${text} `), { percent, text }))
  }
  for (const text of ['', ' ', 'Общая', '-5', '200', 'НДС', '20 30', '5.3.2026']) {
    it(`tells no rate by «${text}»`, () => assert.equal(parseVat(text), null))
  }
})
