import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseSites } from '../../src/values/site.ts'

describe('parseSites', () => {
  const cells: readonly [string, readonly string[]][] = [
    ['example.ru', ['example.ru']],
    ['WWW.Example.RU/', ['www.example.ru']],
    ['https://Example.ru/Path/?Q=1', ['https://example.ru/Path/?Q=1']],
    ['example.ru; www.пример.рф, http://shop.example.com:8080', ['example.ru', 'www.пример.рф', 'http://shop.example.com:8080']],
    ['сайт: (example.ru).', ['example.ru']],
    ['пример.рф', ['пример.рф']],
    ['http://пример.москва', ['http://пример.москва']],
    ['xn--e1afmkfd.xn--p1ai', ['xn--e1afmkfd.xn--p1ai']],
    ['t.me/example', ['t.me/example']],
    ['', []],
    ['нет', []],
    ['г.Казань', []],
    ['info@example.ru', []],
    ['1.5', []],
  ]
  for (const [text, sites] of cells) {
    it(`finds ${sites.length} in «${text}»`, () => assert.deepEqual(parseSites(text), sites))
  }
})
