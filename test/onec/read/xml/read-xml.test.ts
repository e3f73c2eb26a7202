import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import type { XmlHandler } from '../../../../src/onec/read/xml/handler.ts'
import type { XmlNode } from '../../../../src/onec/read/xml/node.ts'
import { readXml, xmlBatches } from '../../../../src/onec/read/xml/read-xml.ts'
import { chunksOf, type Decide, type Told, tell, verdict } from './calls.ts'

const records: Decide = (_, depth) => (depth === 0 ? 'descend' : 'record')
const outline: Decide = () => 'descend'

/** Reads with both readers, in chunks of all sizes, and wants the same of each. */
async function agreed(text: string | Uint8Array, decide: Decide = records, encoding = 'utf-8'): Promise<Told> {
  const bytes = Buffer.from(text as string)
  const first = await tell(bytes, encoding, decide)
  for (let size = 1; size <= 64; size += 1) {
    for (const strict of [false, true]) {
      const told = await tell(bytes, encoding, decide, size, { strict })
      assert.equal(verdict(told), verdict(first), `size ${size}, strict ${strict}`)
      if (first.refusal === null) assert.deepEqual(told.calls, first.calls, `size ${size}, strict ${strict}`)
    }
  }
  return first
}

test('a handler is told of the outline and gets its records whole, in order', async () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<К xmlns="urn:1C.ru:commerceml_2" xmlns:xs="urn:xs" Версия="2.07">
  <Каталог xs:type='x'>
    <Ид>1</Ид>
    <Пропуск><Внутри>x</Внутри></Пропуск>
    <Товар Статус="Удален"><Ид>a&amp;б</Ид><Пусто/></Товар>
    <Товар/>
  </Каталог>
</К>
`
  const decide: Decide = (name) => (name === 'Товар' ? 'record' : name === 'Пропуск' ? 'skip' : 'descend')
  const { calls, refusal } = await agreed(text, decide)
  assert.equal(refusal, null)
  assert.deepEqual(calls, [
    [
      'open',
      'К',
      [
        ['xmlns', 'urn:1C.ru:commerceml_2'],
        ['Версия', '2.07'],
      ],
      0,
      2,
      1,
    ],
    ['open', 'Каталог', [['type', 'x']], 1, 3, 3],
    ['open', 'Ид', [], 2, 4, 5],
    ['close', 'Ид', '1', 2],
    ['open', 'Пропуск', [], 2, 5, 5],
    ['open', 'Товар', [['Статус', 'Удален']], 2, 6, 5],
    [
      'record',
      [
        'Товар',
        [['Статус', 'Удален']],
        '',
        6,
        5,
        [
          ['Ид', null, 'a&б', 6, 28, []],
          ['Пусто', null, '', 6, 44, []],
        ],
      ],
    ],
    ['open', 'Товар', [], 2, 7, 5],
    ['record', ['Товар', null, '', 7, 5, []]],
    ['close', 'Каталог', '', 1],
    ['close', 'К', '', 0],
  ])
})

/** The text of the only record of `<К>…</К>`. */
async function onlyRecord(inside: string): Promise<unknown[]> {
  const { calls, refusal } = await agreed(`<К><З>${inside}</З></К>`)
  assert.equal(refusal, null)
  return (calls[2] as unknown[])[1] as unknown[]
}

const texts: readonly [string, string, string][] = [
  ['entities and numbered letters', '&lt;&gt;&amp;&quot;&apos;&#1046;&#x416;&#x1F600;&#13;', '<>&"\'ЖЖ😀\r'],
  ['CDATA, with brackets and markup in it', 'a<![CDATA[<b>&amp;]]><![CDATA[]]]]><![CDATA[]]>', 'a<b>&amp;]]'],
  ['comments within a word', 'сл<!-- нет - слова -->ово', 'слово'],
  ['line ends of every kind', 'a\r\nb\rc\nd\r\r\ne', 'a\nb\nc\nd\n\ne'],
  ['white space alone, in an element without children', ' \t\r\n ', ' \t\n '],
  ['letters of two, three and four bytes', 'Ж€😀\u{FFFD}\u{85}\u{2028}\u{7f}', 'Ж€😀\u{FFFD}\u{85}\u{2028}\u{7f}'],
]
for (const [title, inside, expected] of texts) {
  test(`text is read right: ${title}`, async () => assert.deepEqual(await onlyRecord(inside), ['З', null, expected, 1, 4, []]))
}

test('layout beside children is left out, words beside children are kept', async () => {
  const unit = await onlyRecord('\n  шт \n <П>1</П> <!-- --> \n <П/> . <П/>\n')
  assert.equal(unit[2], '\n  шт \n  . ')
  assert.equal((await onlyRecord('\n\t<П/>\n\t<П/>\n'))[2], '')
})

test('values of attributes get spaces for line ends, and keep what is written by number', async () => {
  const [child] = (await onlyRecord('<А б="1\t2\r\n3\n4&#10;5" в = \'"&apos;\' г=""/>'))[5] as unknown[][]
  assert.deepEqual(child?.[1], [
    ['б', '1 2 3 4\n5'],
    ['в', '"\''],
    ['г', ''],
  ])
})

test('elements and attributes may be called as JavaScript calls its own', async () => {
  const record = await onlyRecord('<constructor __proto__="1" toString="2">x</constructor><__proto__/><hasOwnProperty/>')
  assert.deepEqual(record[5], [
    [
      'constructor',
      [
        ['__proto__', '1'],
        ['toString', '2'],
      ],
      'x',
      1,
      7,
      [],
    ],
    ['__proto__', null, '', 1, 62, []],
    ['hasOwnProperty', null, '', 1, 74, []],
  ])
})

test('a name without prefix wins over the same name with one', async () => {
  const { calls } = await agreed('<К><З п:а="1" а="2" п:б="3" р:б="4" xmlns="x" xmlns:п="y"/></К>')
  assert.deepEqual((calls[1] as unknown[])[2], [
    ['а', '2'],
    ['б', '3'],
  ])
})

test('the root may be the record, and a file may be one empty root', async () => {
  assert.deepEqual((await agreed('<К xmlns="u"/>', () => 'record')).calls, [
    ['open', 'К', [['xmlns', 'u']], 0, 1, 1],
    ['record', ['К', [['xmlns', 'u']], '', 1, 1, []]],
  ])
  assert.deepEqual((await agreed('<К>\n</К>\n', () => 'skip')).calls, [['open', 'К', [], 0, 1, 1]])
})

test('own text of a descended element is told without the layout around its children', async () => {
  const { calls } = await agreed('<К>\n да <А/> <Б> </Б>\n нет\n</К>', outline)
  assert.deepEqual(
    calls.filter((call) => (call as unknown[])[0] === 'close'),
    [
      ['close', 'А', '', 1],
      ['close', 'Б', ' ', 1],
      ['close', 'К', '\n да \n нет\n', 0],
    ],
  )
})

test('processing instructions, a mark and comments around the root change nothing', async () => {
  const { calls, refusal } = await agreed(
    '\u{FEFF}<?xml version="1.0"?>\n<?стиль a?><!-- к -->\n<К><?p?><З/><?q r?></К>\n<!-- к --> <?r?>\n',
  )
  assert.equal(refusal, null)
  assert.deepEqual(
    calls.map((call) => (call as unknown[]).slice(0, 1).join()),
    ['open', 'open', 'record', 'close'],
  )
})

for (const encoding of ['windows-1251', 'cp866', 'utf-16le', 'utf-16be', 'koi8-r']) {
  test(`${encoding} is read as UTF-8 is, columns counted in letters`, async () => {
    const text = '<?xml version="1.0"?>\r\n<Корень><Товар Ключ="да"><Имя>Болт</Имя></Товар></Корень>'
    const expected = await agreed(text)
    const told = await agreed(iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') }), records, encoding)
    assert.deepEqual(told.calls, expected.calls)
  })
}

const refusals: readonly [string, string, string][] = [
  ['letters before the declaration', 'undefinedundefined<?xml version="1.0"?><К/>', 'xml.junk-before 1:1'],
  ['letters on a later line before the root', '<?xml version="1.0"?>\r\n\r\n ошибка <К/>', 'xml.junk-before 3:2'],
  ['an empty line before the declaration', '\r\n<?xml version="1.0"?><К/>', 'xml.junk-before 1:1'],
  ['an entity before the root', '<!-- --> &amp;<К/>', 'xml.junk-before 1:10'],
  ['a file of words', 'Ошибка выгрузки', 'xml.junk-before 1:1'],
  ['letters after the root', '<К>\n</К>\n\n  конец', 'xml.junk-after 4:3'],
  ['letters right after the root', '<К а=">"/>ы', 'xml.junk-after 1:11'],
  ['an entity after the root', '<К/>\n&lt;', 'xml.junk-after 2:1'],
  ['letters after a comment after the root', '<К/><!--\n-->ы', 'xml.junk-after 2:4'],
  ['two roots', '<К>\n</К>\n<Л/>', 'xml.two-roots 3:1'],
  ['two files in one', '<?xml version="1.0"?><К/>\n<?xml version="1.0"?><К/>', 'xml.two-roots 2:1'],
  ['an end tag too many', '<К></К>\n</К>', 'xml.extra-end-tag 2:1'],
  ['nothing but a declaration', '<?xml version="1.0"?>\n', 'xml.no-root 2:1'],
  ['nothing but blanks', ' \n \n', 'xml.no-root 3:1'],
  ['an end between records', '<К>\n<З>1</З>\n', 'xml.truncated 3:1'],
  ['an end within a word', '<К>\n<З>Бол', 'xml.truncated 2:7'],
  ['an end within a tag', '<К>\n<З а="1', 'xml.truncated 2:8'],
  ['an end within an end tag', '<К>\n<З></', 'xml.truncated 2:6'],
  ['an end within an entity', '<К>\n<З>&am', 'xml.truncated 2:7'],
  ['an end within CDATA', '<К>\n<![CDATA[ы]]', 'xml.truncated 2:13'],
  ['an end within a comment', '<К>\n<!-- ы\n', 'xml.truncated 3:1'],
  ['an end within the root', '<К а', 'xml.truncated 1:5'],
  ['an end within the declaration', '<?xml version="1.0', 'xml.truncated 1:19'],
  ['an end within a comment after the root', '<К/>\n<!-- ', 'xml.truncated 2:6'],
  ['tags that do not match', '<К>\n  <З><Имя>1</Имя>\n </Товар></К>', 'xml.mismatch 3:2'],
  ['the end of an outer element', '<К>\n<З></К>', 'xml.mismatch 2:4'],
  ['names that differ in case', '<К><Ид>1</ид></К>', 'xml.mismatch 1:9'],
  ['a bare &', '<К>\n<З>Болты & гайки; шайбы</З></К>', 'xml.ampersand 2:10'],
  ['a bare & in an attribute', '<К>\n<З а="A&B"/></К>', 'xml.ampersand 2:8'],
  ['a bare & before a tag', '<К><З>А&</З></К>', 'xml.ampersand 1:8'],
  ['a bare & in a long word', `<К><З>&${'ж'.repeat(60)};</З></К>`, 'xml.ampersand 1:7'],
  ['an entity of HTML', '<К>\n<З>5&nbsp;кг</З></К>', 'xml.entity 2:5'],
  ['an entity that names Object.prototype', '<К><З>&constructor;</З></К>', 'xml.entity 1:7'],
  ['a number that is no letter', '<К><З>1&#0;</З></К>', 'xml.entity 1:8'],
  ['a number beyond all letters', '<К><З>&#x110000;</З></К>', 'xml.entity 1:7'],
  ['a control character', '<К>\n<З>Бо\u0001лт</З></К>', 'xml.control-character 2:6'],
  ['a control character in an attribute', '<К><З а="\u001f"/></К>', 'xml.control-character 1:10'],
  ['a control character in a comment', '<К><!-- \u0002 --></К>', 'xml.control-character 1:9'],
  ['a character that XML forbids', '<К>\r<З>😀\u{FFFF}</З></К>', 'xml.control-character 2:5'],
  ['a control character before the root', '\u0001<К/>', 'xml.control-character 1:1'],
  ['an attribute twice', '<К>\n <З а="1" а="2"/></К>', 'xml.duplicate-attribute 2:2'],
  ['a DTD', '<?xml version="1.0"?>\n<!DOCTYPE К [<!ENTITY a "b">]>\n<К>&a;</К>', 'xml.doctype 2:1'],
  ['a < in an attribute', '<К><З а="<"/></К>', 'xml.not-well-formed 1:10'],
  [']]> in text', '<К><З>a]]>b</З></К>', 'xml.not-well-formed 1:10'],
  ['an attribute without quotes', '<К><З а=1/></К>', 'xml.not-well-formed 1:9'],
  ['an attribute without value', '<К><З а/></К>', 'xml.not-well-formed 1:8'],
  ['attributes run together', '<К><З а="1"б="2"/></К>', 'xml.not-well-formed 1:12'],
  ['a name that begins with a digit', '<К><1/></К>', 'xml.not-well-formed 1:5'],
  ['a name with a sign in it', '<К><З$/></К>', 'xml.not-well-formed 1:6'],
  ['two dashes in a comment', '<К><!-- a -- b --></К>', 'xml.not-well-formed 1:13'],
  ['a declaration in the middle', '<К>\n<?xml version="1.0"?></К>', 'xml.not-well-formed 2:1'],
  ['a declaration without version', '<?xml encoding="UTF-8"?><К/>', 'xml.not-well-formed 1:15'],
  ['CDATA outside the root', '<![CDATA[x]]><К/>', 'xml.junk-before 1:9'],
  ['an element of a DTD', '<К><!ELEMENT a></К>', 'xml.not-well-formed 1:12'],
  ['an instruction without a name', '<К><? x?></К>', 'xml.not-well-formed 1:6'],
]

for (const [title, text, expected] of refusals) {
  test(`refused with its place: ${title}`, async () => assert.equal(verdict(await agreed(text)), expected))
}

test('a refusal names what was found', async () => {
  const args = async (text: string) => (await agreed(text)).refusal?.args
  assert.deepEqual(await args('<К>\n<Товар>\n</Группа></К>'), { found: 'Группа', expected: 'Товар', line: 2 })
  assert.deepEqual(await args('<К><Товар><Имя>Бо'), { element: 'Имя' })
  assert.deepEqual(await args('<К/><Ещё а="1"/>'), { element: 'Ещё' })
  assert.deepEqual(await args('<К>&nbsp;</К>'), { entity: '&nbsp;' })
  assert.deepEqual(await args('<К>&#0;</К>'), { entity: '&#0;' })
  assert.deepEqual(await args('<К>\u000b</К>'), { code: '0x0B' })
  assert.deepEqual(await args('<К><З ж:а="" ж:а=""/></К>'), { element: 'З', attribute: 'ж:а' })
})

test('elements may lie 200 deep and no deeper, inside a record or outside', async () => {
  const nested = (levels: number) => '<e>'.repeat(levels) + '</e>'.repeat(levels)
  for (const decide of [records, outline, (() => 'skip') as Decide]) {
    assert.equal((await tell(Buffer.from(nested(200)), 'utf-8', decide)).refusal, null)
    for (const strict of [false, true]) {
      const told = await tell(Buffer.from(nested(201)), 'utf-8', decide, 4096, { strict })
      assert.equal(verdict(told), 'xml.too-deep 1:601')
    }
  }
})

test('a text of 5 MB is one value', async () => {
  const value = 'Болт 😀 '.repeat(600_000)
  const { calls, refusal } = await tell(Buffer.from(`<К><З>${value}</З><З/></К>`), 'utf-8', records)
  assert.equal(refusal, null)
  assert.equal(((calls[2] as unknown[])[1] as unknown[])[2] === value, true)
})

test('a text beyond the byte reader is the strict reader’s, and is still one value', async () => {
  const value = 'b'.repeat(20 * 1024 * 1024)
  const { calls, refusal } = await tell(Buffer.from(`<К>\n<З>${value}</З><З/></К>`), 'utf-8', records, 1 << 20)
  assert.equal(refusal, null)
  assert.equal(((calls[2] as unknown[])[1] as unknown[])[2] === value, true)
  assert.deepEqual((calls[4] as unknown[])[1], ['З', null, '', 2, value.length + 8, []])
})

test('more names than are remembered are still read', async () => {
  const text = `<К>${Array.from({ length: 9000 }, (_, i) => `<наименование${i} а${i}="${i}"/>`).join('')}</К>`
  for (const strict of [false, true]) {
    const { calls, refusal } = await tell(Buffer.from(text), 'utf-8', records, 65536, { strict })
    assert.equal(refusal, null)
    assert.deepEqual(
      calls.slice(-3, -1).map((call) => (call as unknown[])[1]),
      ['наименование8999', ['наименование8999', [['а8999', '8999']], '', 1, text.indexOf('<наименование8999') + 1, []]],
    )
  }
})

test('bytes that make no letter become U+FFFD, as the survey has warned', async () => {
  const bytes = Buffer.concat([Buffer.from('<К><З>Бол'), Buffer.of(0xd0), Buffer.from('</З></К>')])
  const { calls, refusal } = await tell(bytes, 'utf-8', records)
  assert.equal(refusal, null)
  assert.equal(((calls[2] as unknown[])[1] as unknown[])[2], 'Бол\u{FFFD}')
})

test('the caller takes records piece by piece and the last yield is the verdict', async () => {
  const text = `<К>${'<З>Болт оцинкованный</З>'.repeat(20_000)}</К>`
  const taken: number[] = []
  let held: XmlNode[] = []
  for await (const refusal of xmlBatches(Readable.from([Buffer.from(text)]), 'utf-8', {
    open: (_, __, depth) => (depth === 0 ? 'descend' : 'record'),
    record: (node) => held.push(node),
    close() {},
  })) {
    assert.equal(refusal, null)
    taken.push(held.length)
    held = []
  }
  assert.equal(
    taken.reduce((sum, count) => sum + count, 0),
    20_000,
  )
  // One big chunk is cut up: no piece holds more than a share of the file.
  assert.ok(taken.length >= 3 && Math.max(...taken) < 9000, `${taken}`)
})

test('after a refusal nothing more is yielded', async () => {
  const seen: unknown[] = []
  for await (const refusal of xmlBatches(chunksOf(Buffer.from(`<К></Л>${' '.repeat(500)}`), 16), 'utf-8', {
    open: () => 'descend',
    record() {},
    close() {},
  })) {
    seen.push(refusal?.code ?? null)
  }
  assert.deepEqual(
    seen.filter((code) => code !== null),
    ['xml.mismatch'],
  )
  assert.equal(seen.at(-1), 'xml.mismatch')
})

test('a file is read by its path, and a missing one is an error of the disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'obmen24-xml-'))
  try {
    const path = join(folder, 'import.xml')
    await writeFile(path, '<К><З/></К>')
    const told: string[] = []
    const handler: XmlHandler = {
      open: (_, __, depth) => (depth === 0 ? 'descend' : 'record'),
      record: ({ name }) => told.push(name),
      close() {},
    }
    assert.equal(await readXml(path, 'utf-8', handler), null)
    assert.deepEqual(told, ['З'])
    await assert.rejects(readXml(join(folder, 'none.xml'), 'utf-8', handler), { code: 'ENOENT' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
