import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fitsMask } from '../../src/folder/masks.ts'

test('a mask is held against the name, in any folder and any case', () => {
  assert.ok(fitsMask('*.xml', 'import0_1.XML'))
  assert.ok(fitsMask('*.xml', 'Обмен локальный/goods/goods_1.xml'))
  assert.ok(fitsMask('КОНТРАГЕНТЫ*.csv', 'контрагенты за март.csv'))
  assert.ok(fitsMask('import?_*.xml', 'import0_12.xml'))
  assert.ok(!fitsMask('import?.xml', 'import12.xml'))
  assert.ok(!fitsMask('*.xml', 'import.xml.bak'))
  assert.ok(!fitsMask('offers*.xml', 'import.xml'))
})

test('a mask with a slash is held against the path', () => {
  assert.ok(fitsMask('goods/*.xml', 'Goods/a.xml'))
  assert.ok(fitsMask('goods\\*.xml', 'goods/a.xml'))
  assert.ok(!fitsMask('goods/*.xml', 'goods/1/a.xml'))
  assert.ok(fitsMask('goods/**/*.xml', 'goods/1/a.xml'))
  assert.ok(fitsMask('**/prices/*.xml', 'prices/a.xml'))
})

test('brackets, dots and the like stand for themselves', () => {
  assert.ok(fitsMask('zn[1]+(2)$.csv', 'zn[1]+(2)$.csv'))
  assert.ok(!fitsMask('a.xml', 'abxml'))
})

test('two ways to write й are one letter', () => {
  assert.ok(fitsMask('склад-й.csv'.normalize('NFC'), 'склад-й.csv'.normalize('NFD')))
})
