import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { type EncodingLoss, encodeText, type TextEncoding } from '../../../src/onec/write/encode-text.ts'

async function encoded(
  chunks: readonly string[],
  encoding: TextEncoding,
): Promise<{ bytes: Buffer; losses: readonly EncodingLoss[] }> {
  const parts: Uint8Array[] = []
  const losses: EncodingLoss[] = []
  for await (const part of encodeText(chunks, encoding, (loss) => losses.push(loss))) parts.push(part)
  return { bytes: Buffer.concat(parts), losses }
}

async function inCp1251(text: string) {
  const { bytes, losses } = await encoded([text], 'windows-1251')
  return { text: iconv.decode(bytes, 'windows-1251'), losses }
}

test('UTF-8 begins with a mark where 1C is to know it by that, and without one elsewhere', async () => {
  assert.deepEqual((await encoded(['а', '₽'], 'utf-8-bom')).bytes, Buffer.from('\ufeffа₽'))
  assert.deepEqual((await encoded(['а', '₽'], 'utf-8')).bytes, Buffer.from('а₽'))
  assert.deepEqual((await encoded([], 'utf-8-bom')).bytes, Buffer.of(0xef, 0xbb, 0xbf))
})

test('what windows-1251 has is written as it is, without a word', async () => {
  const text = 'ООО «Ёж» – „кавычки“ № 5 € … Ўў Її\r\n'
  assert.deepEqual(await inCp1251(text), { text, losses: [] })
})

test('what windows-1251 lacks is written so that a person reads it, and told', async () => {
  const { text, losses } = await inCp1251('100 ₽ −5 café Қазақстан ½ ≤ ⅓ﬁ\u200b')
  assert.equal(text, '100 руб. -5 cafe Казакстан 1/2 <= 1/3fi')
  assert.deepEqual(losses, [{ substituted: 10, lost: 0, letters: '₽−éҚқ½≤⅓ﬁ\u200b' }])
})

test('what nobody can write is one question mark a letter, and told', async () => {
  const { text, losses } = await inCp1251('счёт 😀日本')
  assert.equal(text, 'счёт ???')
  assert.deepEqual(losses, [{ substituted: 0, lost: 3, letters: '😀日本' }])
})

test('only some of very many letters are listed', async () => {
  const { losses } = await inCp1251(Array.from({ length: 50 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join(''))
  assert.equal(losses[0]!.lost, 50)
  assert.equal(losses[0]!.letters.length, 20)
})

test('a substitute never makes a separator of our files', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (made) => {
      const clean = made.replace(/[;"|\u0000-\u001f]/g, '')
      assert.doesNotMatch((await inCp1251(clean)).text, /[;"|\u0000-\u001f]/)
    }),
  )
  assert.equal((await inCp1251('；\u037e＂｜')).text, ",,' ")
})

test('a letter cut between two chunks is kept together', async () => {
  const [first, second] = ['😀'.slice(0, 1), '😀'.slice(1)]
  assert.deepEqual((await encoded([`a${first}`, `${second}b`], 'utf-8')).bytes, Buffer.from('a😀b'))
  assert.deepEqual((await encoded([first!, second!], 'windows-1251')).bytes.toString('latin1'), '?')
  assert.deepEqual((await encoded(['a', first!], 'utf-8')).bytes, Buffer.from('a\ufffd'))
})

test('any cutting into chunks gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.array(fc.nat(20)), async (text, cuts) => {
      const whole = text.toWellFormed()
      const chunks: string[] = []
      let from = 0
      for (const cut of cuts) {
        chunks.push(whole.slice(from, from + cut))
        from += cut
      }
      chunks.push(whole.slice(from))
      assert.deepEqual((await encoded(chunks, 'utf-8')).bytes, Buffer.from(whole))
    }),
  )
})
