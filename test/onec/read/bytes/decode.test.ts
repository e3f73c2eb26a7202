import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { createDecoder, decodeChunks, lettersOf } from '../../../../src/onec/read/bytes/decode.ts'
import { encodingName, isSingleByte } from '../../../../src/onec/read/bytes/encoding-name.ts'
import { createPlaceCounter } from '../../../../src/onec/read/bytes/text-place.ts'
import { declaredEncoding } from '../../../../src/onec/read/bytes/xml-declaration.ts'

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function joined(texts: AsyncIterable<string>): Promise<string> {
  let whole = ''
  for await (const text of texts) whole += text
  return whole
}

const text = 'Болт «М6» № 5'

for (const [encoding, bytes] of [
  ['utf-8', Buffer.from(`\u{FEFF}${text}`)],
  ['utf-16le', iconv.encode(text, 'utf16le', { addBOM: true })],
  ['utf-16be', iconv.encode(text, 'utf16be', { addBOM: true })],
  ['windows-1251', iconv.encode(text, 'win1251')],
] as const) {
  test(`${encoding} is decoded the same in pieces of any size, without its mark`, async () => {
    for (let size = 1; size < 8; size += 1) assert.equal(await joined(decodeChunks(pieces(bytes, size), encoding)), text)
  })
}

test('half a letter at the end of the file becomes U+FFFD', async () => {
  assert.equal(await joined(decodeChunks(pieces(Buffer.from('Ж').subarray(0, 1), 1), 'utf-8')), '\u{FFFD}')
})

test('in the middle of a file a U+FEFF is text', () => {
  assert.equal(createDecoder('utf-8', true).write(Buffer.from('\u{FEFF}a')), '\u{FEFF}a')
})

test('the letters of a code page are those of iconv-lite', () => {
  for (const [encoding, name] of [
    ['windows-1251', 'win1251'],
    ['cp866', 'cp866'],
    ['koi8-r', 'koi8-r'],
  ] as const) {
    const letters = lettersOf(encoding)!
    for (let byte = 0; byte < 256; byte += 1) {
      // The one byte that windows-1251 leaves free: the two differ (`performance.md`, "Decoding").
      if (encoding === 'windows-1251' && byte === 0x98) continue
      assert.equal(String.fromCharCode(letters[byte]!), iconv.decode(Buffer.of(byte), name), `${encoding} ${byte}`)
    }
  }
  assert.equal(lettersOf('utf-8'), null)
})

test('an encoding is known by all its usual names', () => {
  for (const label of ['windows-1251', 'CP1251', 'win-1251', ' Windows-1251 ', 'ANSI', '1251'])
    assert.equal(encodingName(label), 'windows-1251')
  for (const label of ['cp866', 'IBM866', '866', 'OEM', 'dos']) assert.equal(encodingName(label), 'cp866')
  for (const label of ['utf-8', 'UTF8', 'utf-8_WithoutBOM']) assert.equal(encodingName(label), 'utf-8')
  assert.equal(encodingName('windows-1215'), null)
  assert.equal(encodingName('constructor'), null)
  assert.equal(encodingName('__proto__'), null)
  assert.ok(isSingleByte('cp866') && !isSingleByte('utf-16le') && !isSingleByte('gbk'))
})

test('the declared encoding is read past a mark, past junk and out of UTF-16', () => {
  const declaration = '<?xml version="1.0" encoding=\'windows-1251\' standalone="yes"?>'
  assert.equal(declaredEncoding(Buffer.from(declaration)), 'windows-1251')
  assert.equal(declaredEncoding(Buffer.from(`\u{FEFF}${declaration}`)), 'windows-1251')
  assert.equal(declaredEncoding(Buffer.from(`undefined${declaration}`)), 'windows-1251')
  assert.equal(declaredEncoding(iconv.encode(declaration, 'utf16be', { addBOM: true })), 'windows-1251')
  assert.equal(declaredEncoding(Buffer.from('<?xml version="1.0"?><a encoding="x"/>')), null)
  assert.equal(declaredEncoding(Buffer.from('Код;encoding="x"')), null)
})

test('a place counts CRLF, CR and LF as one line end each, and a pair of surrogates as one letter', () => {
  const counter = createPlaceCounter()
  for (const piece of ['a\r', '\n', 'b\r\r\n\n', '😀Ж']) counter.add(piece)
  assert.deepEqual(counter.place(), { line: 5, column: 3 })
})
