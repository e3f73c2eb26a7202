import assert from 'node:assert/strict'
import { isUtf8 } from 'node:buffer'
import { test } from 'node:test'
import fc from 'fast-check'
import { createUtf8Check, type Utf8Verdict } from '../../../../src/onec/read/bytes/utf8-check.ts'

function check(bytes: Uint8Array, size: number): Utf8Verdict {
  const checking = createUtf8Check()
  for (let at = 0; at < bytes.length; at += size) checking.push(bytes.subarray(at, at + size))
  return checking.end()
}

const letters = fc
  .array(fc.constantFrom(...'aЖ€😀\u{FFFD}\u0800', '\ud7ff', '\ue000'), { maxLength: 40 })
  .map((all) => Buffer.from(all.join('')))
const spoilt = fc
  .tuple(letters, fc.nat(), fc.constantFrom(0x80, 0xbf, 0xc0, 0xc1, 0xd0, 0xe0, 0xed, 0xf0, 0xf4, 0xf5, 0xff), fc.boolean())
  .map(([bytes, where, byte, insert]) => {
    const at = where % (bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(insert ? at : at + 1)])
  })

test('the verdict is that of Node on the whole, in chunks of any size', () => {
  fc.assert(
    fc.property(fc.oneof(letters, spoilt), fc.integer({ min: 1, max: 9 }), (bytes, size) => {
      const verdict = check(bytes, size)
      assert.equal(verdict.kind !== 'invalid', isUtf8(bytes))
      if (verdict.kind === 'invalid') {
        // All before the first bad byte is good, and with it no more.
        assert.ok(isUtf8(bytes.subarray(0, verdict.firstBad)))
        assert.notEqual(bytes[verdict.firstBad]! & 0x80, 0)
      }
    }),
    { numRuns: 3000 },
  )
})

test('U+FFFD is counted wherever the chunks end', () => {
  const bytes = Buffer.from('ab\u{FFFD}Ж\u{FFFD}')
  for (let size = 1; size <= bytes.length; size += 1) {
    const { replacements, firstReplacement, kind } = check(bytes, size)
    assert.deepEqual({ replacements, firstReplacement, kind }, { replacements: 2, firstReplacement: 2, kind: 'valid' })
  }
})

test('one broken letter in a long text leaves it UTF-8, a text of another code page does not', () => {
  const broken = Buffer.concat([Buffer.from('Болты и гайки'), Buffer.of(0xd0), Buffer.from(' шайбы')])
  assert.deepEqual(
    { ...check(broken, 5), firstReplacement: 0 },
    {
      kind: 'invalid',
      mostly: true,
      bad: 1,
      firstBad: 24,
      replacements: 0,
      firstReplacement: 0,
    },
  )
  assert.equal(check(Buffer.from('\xc1\xee\xeb\xf2\xfb \xe8 \xe3\xe0\xe9\xea\xe8', 'latin1'), 5).mostly, false)
})

test('a long text of another code page is given up early and still invalid', () => {
  const verdict = check(Buffer.alloc(200_000, 0xe0), 4096)
  assert.equal(verdict.kind, 'invalid')
  assert.equal(verdict.mostly, false)
  assert.equal(verdict.firstBad, 0)
})
