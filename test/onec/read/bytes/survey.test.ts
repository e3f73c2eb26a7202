import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import iconv from 'iconv-lite'
import { type Survey, survey } from '../../../../src/onec/read/bytes/survey.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obmen24-survey-'))
})
after(() => rm(folder, { recursive: true, force: true }))

async function surveyOf(bytes: Uint8Array, encoding?: string): Promise<Survey> {
  const path = join(folder, 'file')
  await writeFile(path, bytes)
  return survey(path, { encoding })
}

const said = (found: Survey) => ({
  ...found.encoding,
  warnings: found.warnings.map(({ code, place }) => `${code} ${place.line}:${place.column}`),
})
const xml = (declared: string, text = 'Болт «М6»') => `<?xml version="1.0" encoding="${declared}"?>\n<Ид>${text}</Ид>\n`
const inCode = (text: string, encoding: string, addBOM = false) => iconv.encode(text, encoding, { addBOM })

const matrix: readonly [string, Uint8Array, string | undefined, ReturnType<typeof said>][] = [
  [
    'UTF-8 that declares itself',
    inCode(xml('UTF-8'), 'utf8'),
    undefined,
    { declared: 'UTF-8', actual: 'utf-8', bom: false, warnings: [] },
  ],
  [
    'UTF-8 with a mark',
    inCode(xml('UTF-8'), 'utf8', true),
    undefined,
    { declared: 'UTF-8', actual: 'utf-8', bom: true, warnings: [] },
  ],
  [
    'windows-1251 that declares itself',
    inCode(xml('windows-1251'), 'win1251'),
    undefined,
    { declared: 'windows-1251', actual: 'windows-1251', bom: false, warnings: [] },
  ],
  [
    'UTF-8 that declares windows-1251',
    inCode(xml('windows-1251'), 'utf8'),
    undefined,
    { declared: 'windows-1251', actual: 'utf-8', bom: false, warnings: ['encoding.declared-differs 1:1'] },
  ],
  [
    'windows-1251 that declares UTF-8, shown at its first bad byte',
    inCode(xml('UTF-8'), 'win1251'),
    undefined,
    { declared: 'UTF-8', actual: 'windows-1251', bom: false, warnings: ['encoding.declared-differs 2:2'] },
  ],
  [
    'windows-1251 CSV that declares nothing',
    inCode('Код;Имя\r\n1;Болт', 'win1251'),
    undefined,
    { declared: null, actual: 'windows-1251', bom: false, warnings: [] },
  ],
  [
    'UTF-8 CSV without a mark',
    inCode('Код;Имя\r\n1;Болт', 'utf8'),
    undefined,
    { declared: null, actual: 'utf-8', bom: false, warnings: [] },
  ],
  [
    'cp866 that the settings name',
    inCode('Код;Имя\r\n1;Болт', 'cp866'),
    'cp866',
    { declared: null, actual: 'cp866', bom: false, warnings: [] },
  ],
  [
    'cp866 that the file declares',
    inCode(xml('cp866', 'Болт'), 'cp866'),
    undefined,
    { declared: 'cp866', actual: 'cp866', bom: false, warnings: [] },
  ],
  [
    'UTF-8 that declares itself, whatever the settings name',
    inCode(xml('UTF-8'), 'utf8'),
    'cp866',
    { declared: 'UTF-8', actual: 'utf-8', bom: false, warnings: [] },
  ],
  [
    'a code page that the file declares, whatever the settings name',
    inCode(xml('windows-1251'), 'win1251'),
    'cp866',
    { declared: 'windows-1251', actual: 'windows-1251', bom: false, warnings: [] },
  ],
  [
    'a code page that the settings name and the file takes for UTF-8',
    inCode(xml('UTF-8', 'Болт'), 'cp866'),
    'cp866',
    { declared: 'UTF-8', actual: 'cp866', bom: false, warnings: ['encoding.declared-differs 2:2'] },
  ],
  [
    'a code page that the settings name, of a file whose declaration nobody knows',
    inCode(xml('windows-1215', 'Болт'), 'cp866'),
    'cp866',
    { declared: 'windows-1215', actual: 'cp866', bom: false, warnings: ['encoding.unknown 1:1'] },
  ],
  [
    'a mark against the settings',
    inCode('Имя', 'utf8', true),
    'cp866',
    { declared: null, actual: 'utf-8', bom: true, warnings: ['encoding.named-differs 1:1'] },
  ],
  [
    'settings that name a code page for a UTF-8 file',
    inCode('Имя', 'utf8'),
    'windows-1251',
    { declared: null, actual: 'windows-1251', bom: false, warnings: ['encoding.named-differs 1:1'] },
  ],
  [
    'ASCII, whatever it declares',
    Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>bolt</a>'),
    'cp866',
    { declared: 'windows-1251', actual: 'utf-8', bom: false, warnings: [] },
  ],
  [
    'UTF-16LE with a mark',
    inCode(xml('UTF-16'), 'utf16le', true),
    undefined,
    { declared: 'UTF-16', actual: 'utf-16le', bom: true, warnings: [] },
  ],
  [
    'UTF-16BE with a mark',
    inCode(xml('UTF-16'), 'utf16be', true),
    undefined,
    { declared: 'UTF-16', actual: 'utf-16be', bom: true, warnings: [] },
  ],
  [
    'UTF-16 that declares UTF-8',
    inCode(xml('UTF-8'), 'utf16le', true),
    undefined,
    {
      declared: 'UTF-8',
      actual: 'utf-16le',
      bom: true,
      warnings: ['encoding.declared-differs 1:1'],
    },
  ],
  [
    'an encoding that nobody knows',
    inCode(xml('windows-1215'), 'win1251'),
    undefined,
    {
      declared: 'windows-1215',
      actual: 'windows-1251',
      bom: false,
      warnings: ['encoding.unknown 1:1'],
    },
  ],
  [
    'UTF-8 with one letter cut in half',
    Buffer.concat([inCode('Имя\r\nБолты и гай', 'utf8'), Buffer.of(0xd0), inCode(';1\n', 'utf8')]),
    undefined,
    {
      declared: null,
      actual: 'utf-8',
      bom: false,
      warnings: ['encoding.broken-bytes 2:12'],
    },
  ],
  [
    'UTF-8 whose last letter is cut in half',
    Buffer.concat([inCode('Имя', 'utf8'), Buffer.of(0xd0)]),
    undefined,
    {
      declared: null,
      actual: 'utf-8',
      bom: false,
      warnings: ['encoding.broken-bytes 1:4'],
    },
  ],
]

for (const [title, bytes, named, expected] of matrix) {
  test(`the encoding is found: ${title}`, async () => assert.deepEqual(said(await surveyOf(bytes, named)), expected))
}

test('UTF-8 must hold to the last byte of a file longer than one piece', async () => {
  const good = Buffer.from(`${'Болт оцинкованный;12\r\n'.repeat(30_000)}`)
  assert.equal((await surveyOf(good)).encoding.actual, 'utf-8')
  const other = iconv.encode(`${'bolt;12\r\n'.repeat(60_000)}Болт оцинкованный\r\n`, 'win1251')
  assert.equal((await surveyOf(other)).encoding.actual, 'windows-1251')
})

test('the same bytes give the size and the hash of the file', async () => {
  const bytes = Buffer.from('Имя;Код\n'.repeat(50_000))
  const found = await surveyOf(bytes)
  assert.equal(found.bytes, bytes.length)
  assert.equal(found.sha256, createHash('sha256').update(bytes).digest('hex'))
  assert.equal(found.error, null)
})

test('an empty file is refused and may be tried again', async () => {
  assert.equal((await surveyOf(new Uint8Array(0))).error?.code, 'file.empty')
})

test('a file whose end has not arrived yet is told from a binary one', async () => {
  const unfinished = await surveyOf(Buffer.concat([Buffer.from('<a>текст'), Buffer.alloc(500_000)]))
  assert.deepEqual(unfinished.error, { code: 'file.zeros', args: { offset: 13 }, place: {} })
  const binary = await surveyOf(Buffer.from('\u00d0\u0000\u0001\u0000\u00e1', 'latin1'))
  assert.deepEqual(binary.error, { code: 'file.binary', args: { offset: 1 }, place: {} })
})

test('a zip is known by its first bytes and nothing is said of its letters', async () => {
  const found = await surveyOf(Buffer.from('PK\u0003\u0004\u0000\u0000???', 'latin1'))
  assert.deepEqual(found.type, { kind: 'zip' })
  assert.equal(found.encoding.actual, 'binary')
  assert.deepEqual([found.error, found.warnings], [null, []])
})

test('letters that 1C lost before are reported at their first place, with their count', async () => {
  const marks = await surveyOf(Buffer.from('Имя;Код\r\n"??? ??????";1\r\nЧто???;2\r\n'))
  assert.deepEqual(marks.warnings, [
    { code: 'encoding.lost-letters', args: { sample: '???', count: 2 }, place: { line: 2, column: 2 } },
  ])
  const replaced = await surveyOf(Buffer.from('Имя\nБо\u{FFFD}т \u{FFFD}\n'))
  assert.deepEqual(replaced.warnings, [
    { code: 'encoding.lost-letters', args: { sample: '\u{FFFD}', count: 2 }, place: { line: 2, column: 3 } },
  ])
})

test('what can be opened twice is surveyed as a file is', async () => {
  const text = xml('windows-1251')
  async function* open() {
    for (const byte of Buffer.from(text)) yield Uint8Array.of(byte)
  }
  const found = await survey(() => open())
  assert.deepEqual(said(found), {
    declared: 'windows-1251',
    actual: 'utf-8',
    bom: false,
    warnings: ['encoding.declared-differs 1:1'],
  })
})
