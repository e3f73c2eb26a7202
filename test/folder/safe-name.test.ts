import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { limitName, safeName } from '../../src/folder/safe-name.ts'

test('an ordinary name of 1C stays as it is', () => {
  for (const name of ['import0_1.xml', 'Контрагенты (1).xml', 'orders-1f_.xml', '.htaccess', 'с пробелами.csv']) {
    assert.equal(safeName(name), name)
  }
})

test('what Windows refuses is replaced', () => {
  assert.equal(safeName('отчёт: «итог»? 5/6*.csv'), 'отчёт_ «итог»_ 5_6_.csv')
  assert.equal(safeName('tail. . '), 'tail')
  assert.equal(safeName(' lead.xml'), 'lead.xml')
  assert.equal(safeName('...'), '_')
  assert.equal(safeName(''), '_')
  for (const name of ['con', 'NUL.xml', 'com1.tar.gz', 'LPT².csv', 'aux .txt']) assert.equal(safeName(name), `_${name}`)
  assert.equal(safeName('console.xml'), 'console.xml')
})

test('a name that is too long is cut in the middle, between characters, and keeps its ending', () => {
  assert.equal(limitName('длинное-имя.xml', 15), 'длинн.xml')
  assert.equal(limitName('😀😀😀.xml', 13), '😀😀.xml')
  assert.equal(limitName(`a.${'x'.repeat(40)}`, 10), 'a.xxxxxxxx')
  assert.equal(limitName(`${'x'.repeat(9)}. y`, 10), `${'x'.repeat(7)}. y`)
})

test('whatever the name, the result is one that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeName(name)
      assert.ok(Buffer.byteLength(safe) <= 181)
      assert.doesNotMatch(safe, /[<>:"/\\|?*\u0000-\u001f]/)
      assert.match(safe, /[^. ]$/u)
      assert.doesNotMatch(safe, /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
    }),
  )
})
