import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import iconv from 'iconv-lite'
import { entryName } from '../../../../src/onec/read/zip/entry-name.ts'
import { u32 } from './zip-maker.ts'

const cp866 = (name: string) => iconv.encode(name, 'cp866')
const plain = (bytes: Uint8Array) => entryName({ bytes, utf8: false, extraFields: [] })

test('a Russian name as 1C and Windows pack it is read as cp866', () => {
  assert.equal(plain(cp866('Контрагенты №1.xml')), 'Контрагенты №1.xml')
})

test('a name flagged as UTF-8 is read as UTF-8', () => {
  assert.equal(entryName({ bytes: Buffer.from('заказы.xml'), utf8: true, extraFields: [] }), 'заказы.xml')
})

test('a UTF-8 name without the flag is read as UTF-8', () => {
  assert.equal(plain(Buffer.from('Остатки – склад № 2.csv')), 'Остатки – склад № 2.csv')
})

test('short cp866 words that happen to be valid UTF-8 stay cp866', () => {
  for (const word of ['раб.xml', 'сад.xml', 'чек.csv']) assert.equal(plain(cp866(word)), word)
})

test('a name flagged as UTF-8 that is not UTF-8 is read as cp866', () => {
  assert.equal(entryName({ bytes: cp866('Склад.xml'), utf8: true, extraFields: [] }), 'Склад.xml')
})

test('the Info-ZIP unicode path wins over the plain name', () => {
  const bytes = Buffer.from('????.xml')
  const data = Buffer.concat([Buffer.of(1), u32(crc32(bytes)), Buffer.from('цены.xml')])
  assert.equal(entryName({ bytes, utf8: false, extraFields: [{ id: 0x7075, data }] }), 'цены.xml')
})

test('a unicode path that belongs to another name is not believed', () => {
  const bytes = Buffer.from('prices.xml')
  const data = Buffer.concat([Buffer.of(1), u32(12345), Buffer.from('цены.xml')])
  assert.equal(entryName({ bytes, utf8: false, extraFields: [{ id: 0x7075, data }] }), 'prices.xml')
})

test('a name packed on a Mac is composed, so that masks match', () => {
  assert.equal(plain(Buffer.from('счёт й.xml'.normalize('NFD'))), 'счёт й.xml')
})

test('backslashes of old Windows packers become slashes', () => {
  assert.equal(plain(Buffer.from('webdata\\import.xml')), 'webdata/import.xml')
})
