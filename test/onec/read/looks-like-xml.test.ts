import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksLikeXml } from '../../../src/onec/read/looks-like-xml.ts'

async function* piecesOf(text: string, size: number) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const looks = (text: string, size = 7) => looksLikeXml(() => piecesOf(text, size), 'utf-8')

test('a file that begins with a tag is meant to be XML, after blanks and a mark too', async () => {
  for (const text of ['<a/>', '\uFEFF<?xml version="1.0"?><a/>', '\r\n\t <КоммерческаяИнформация/>', '\uFEFF\uFEFF<a/>']) {
    assert.equal(await looks(text), true, text)
  }
})

test('junk before the declaration or the root does not hide them', async () => {
  assert.equal(await looks('undefinedundefined<?xml version="1.0"?><a/>'), true)
  assert.equal(await looks('Warning: mkdir() in /var/www\n<КоммерческаяИнформация ВерсияСхемы="2.07">'), true)
})

test('a table with signs of tags in its cells is a table', async () => {
  for (const text of ['Код;Имя\n1;<b>Болт</b>\n', 'Цена<5;Имя\n', '', 'один столбец'])
    assert.equal(await looks(text), false, text)
})

test('only the beginning is looked at', async () => {
  assert.equal(await looks(`${'a;b\n'.repeat(1000)}<?xml ?>`, 1000), false)
  let pieces = 0
  async function* endless() {
    for (;;) {
      pieces += 1
      yield Buffer.from('a;b\n'.repeat(100))
    }
  }
  assert.equal(await looksLikeXml(endless, 'utf-8'), false)
  assert.ok(pieces < 10)
})

test('letters are read in the encoding of the file', async () => {
  const bytes = Uint8Array.from([
    0x78, 0x78, 0x3c, 0xca, 0xee, 0xec, 0xec, 0xe5, 0xf0, 0xf7, 0xe5, 0xf1, 0xea, 0xe0, 0xff, 0xc8, 0xed, 0xf4, 0xee, 0xf0, 0xec,
    0xe0, 0xf6, 0xe8, 0xff, 0x3e,
  ])
  const source = async function* () {
    yield bytes
  }
  assert.equal(await looksLikeXml(source, 'windows-1251'), true)
  assert.equal(await looksLikeXml(source, 'utf-8'), false)
})
