import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { survey } from '../../../../src/onec/read/bytes/survey.ts'
import { createFastReader } from '../../../../src/onec/read/xml/fast-reader.ts'
import { createOutline } from '../../../../src/onec/read/xml/outline.ts'
import { chunksOf, type Decide, type Told, tell, verdict } from './calls.ts'

// The byte reader against saxes: the same calls, or the same verdict at the same place. Of a refused file one may have
// told a record more than the other, and that is thrown away.

const corpus = join(import.meta.dirname, '../../../../../shared/corpus')
const absent = existsSync(corpus) ? false : `no ${corpus} here`

function sameOf(fast: Told, strict: Told): void {
  assert.equal(verdict(fast), verdict(strict))
  const count = fast.refusal === null ? Number.POSITIVE_INFINITY : Math.min(fast.calls.length, strict.calls.length)
  assert.deepEqual(fast.calls.slice(0, count), strict.calls.slice(0, count))
}

const decisions: readonly Decide[] = [
  (_, depth) => (depth === 0 ? 'descend' : 'record'),
  (_, depth) => (depth < 3 ? 'descend' : 'record'),
  () => 'descend',
  (name, depth) => (depth < 2 ? 'descend' : name.length % 3 === 0 ? 'skip' : name.length % 3 === 1 ? 'record' : 'descend'),
]

test('both readers tell the same of every real file', { skip: absent }, async () => {
  const files = globSync('**/*.xml', { cwd: corpus }).map((file) => join(corpus, file))
  assert.ok(files.length > 100)
  for (const [index, file] of files.entries()) {
    const bytes = readFileSync(file, { flag: 'r' })
    const { encoding } = await survey(file)
    const decide = decisions[index % decisions.length]!
    const size = [65536, 1000, 333][index % 3]!
    sameOf(await tell(bytes, encoding.actual, decide, size), await tell(bytes, encoding.actual, decide, 65536, { strict: true }))
  }
})

test('no real file needs the strict reader', { skip: absent }, async () => {
  for (const file of globSync('**/*.xml', { cwd: corpus }).map((name) => join(corpus, name))) {
    const { encoding } = await survey(file)
    const outline = createOutline({ open: (_, __, depth) => (depth === 0 ? 'descend' : 'record'), record() {}, close() {} })
    const reader = createFastReader(outline, encoding.actual)!
    for await (const chunk of chunksOf(readFileSync(file), 1009)) reader.push(chunk)
    assert.equal(reader.end(), null)
    assert.equal(reader.handedOver(), false, file)
  }
})

const plainFile = `<?xml version="1.0" encoding="UTF-8"?>\r
<!-- шапка -->
<р:К xmlns="urn:x" xmlns:р="u" В='2.07'>\r\r
\t<А б="1&lt;&#10;2" в = '&quot;"'>текст &amp; ещё<Б/>хвост <Б/>.</А>\r<constructor __proto__="x" п:п="1" п="2">a]]b<![CDATA[<c>&]]]]><!-- к-р --> d</constructor>
<Г> </Г><Д>
<Е>😀&#128512;&#xFFFD;</Е>
</Д><Ж>   <!-- x -->   </Ж><З и="\t&#9;\r\n "></З >
</р:К>\r
<!-- конец -->
`
const odderFile = plainFile.replace('<Г>', '<?указание да?><Г>')

const markup = [
  ...[
    '<',
    '>',
    '&',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml version="1.0"?>',
    '<?p?>',
    '<!DOCTYPE a>',
    '&amp;',
    '&#0;',
  ],
  ...[
    '&#65;',
    '&nbsp;',
    '& ',
    '"',
    "'",
    '=',
    ' x="1"',
    ' x="1" x="2"',
    '\r',
    '\n',
    '\t',
    ' ',
    '\0',
    '\u0001',
    '\u000b',
    '\u{FFFE}',
  ],
  ...[
    '\u{FFFF}',
    '\u{FFFD}',
    'Ы',
    '😀',
    '<a>',
    '</a>',
    '<a/>',
    '<a b="&lt;"/>',
    ']]',
    '--',
    '?>',
    'xmlns:',
    'ё:',
    '-',
    '1',
    '\u007f',
  ],
  ...['\u0085', '\u2028', '<a>текст<b/>', '&#x1F600;', '&#xD800;', '&lt', '<!', '<!-', '<!ELEMENT', '\u{FEFF}', '</р:К>'],
]

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('byte' as const), at: fc.nat(), value: fc.integer({ min: 0, max: 255 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), value: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), value: fc.integer({ min: 0, max: markup.length - 1 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), value: fc.integer({ min: 0, max: markup.length - 1 }) }),
  fc.record({ kind: fc.constant('end' as const), at: fc.nat(), value: fc.constant(0) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), value: fc.integer({ min: 1, max: 40 }) }),
)

type Mutation = { kind: 'byte' | 'cut' | 'insert' | 'end' | 'repeat'; at: number; value: number }

function mutate(bytes: Uint8Array, { kind, at, value }: Mutation): Uint8Array {
  const where = at % (bytes.length + 1)
  const before = bytes.subarray(0, where)
  const after = bytes.subarray(where)
  if (kind === 'byte') return Buffer.concat([before, Buffer.of(value), after.subarray(1)])
  if (kind === 'cut') return Buffer.concat([before, after.subarray(value)])
  if (kind === 'insert') return Buffer.concat([before, Buffer.from(markup[value]!), after])
  if (kind === 'end') return before
  return Buffer.concat([before, bytes.subarray(Math.max(0, where - value), where), after])
}

const files = [plainFile, plainFile, `\u{FEFF}${plainFile}`, odderFile]
const mutated = fc.record({
  file: fc.constantFrom(...files),
  mutations: fc.array(mutation, { maxLength: 3 }),
  encoding: fc.constantFrom('utf-8', 'utf-8', 'utf-8', 'windows-1251', 'cp866'),
  decide: fc.constantFrom(...decisions),
  size: fc.constantFrom(1, 2, 3, 7, 64, 65536),
  strictSize: fc.constantFrom(1, 5, 65536),
})

test('both readers tell the same of files with faults, wherever the chunks end', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async ({ file, mutations, encoding, decide, size, strictSize }) => {
      const bytes = mutations.reduce<Uint8Array>(mutate, iconv.encode(file, encoding))
      sameOf(await tell(bytes, encoding, decide, size), await tell(bytes, encoding, decide, strictSize, { strict: true }))
    }),
    { numRuns: 1000 },
  )
})
