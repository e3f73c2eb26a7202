import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSize } from '../../src/settings/size.ts'

test('a size is a number with a unit, in bytes of 1024 a kilobyte', () => {
  assert.equal(parseSize('100B'), 100)
  assert.equal(parseSize('64KB'), 65_536)
  assert.equal(parseSize('500MB'), 524_288_000)
  assert.equal(parseSize('2GB'), 2_147_483_648)
  assert.equal(parseSize('1.5 GB'), 1_610_612_736)
})

test('a size without a unit or with another one is refused', () => {
  for (const text of ['', '5', 'GB', '2gb', '2TB', '-1KB', '1,5GB']) assert.equal(parseSize(text), null, text)
})
