import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { survey } from '../../../../src/onec/read/bytes/survey.ts'
import { readConfirmation } from '../../../../src/onec/read/confirmation/read-confirmation.ts'

async function read(content: string | Uint8Array) {
  const source = async () => once(Buffer.from(content as string))
  const { encoding } = await survey(source)
  const found = await readConfirmation(source, encoding.actual)
  return 'code' in found ? { code: found.code, args: found.args, ...found.place } : found.message
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

test('the number may stand alone, with a name before it, or as the attribute or the element of a small XML', async () => {
  for (const text of [
    '12',
    '12\r\n',
    '  12 ;\r\n\r\n',
    '"12"',
    'Сообщение;12\n',
    '"Сообщение";"12";\n',
    'Message;12',
    'message = 12',
    'Сообщение\t12',
    'Номер сообщения: 12',
    'Дата;05.03.2026 9:05:07\nСообщение;12\nБаза;Торговля\n',
    '<Подтверждение Сообщение="12"/>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<Подтверждение>\n <Сообщение>12</Сообщение>\n</Подтверждение>',
    '<Подтверждение>12</Подтверждение>',
    '<Confirmation Message="12"/>',
    '<ReceivedNo>12</ReceivedNo>',
  ]) {
    assert.equal(await read(text), 12, text)
  }
})

test('the header of an EnterpriseData message confirms by ReceivedNo; its MessageNo is that of 1C itself', async () => {
  const header = (inside: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><Message xmlns:msg="http://www.1c.ru/SSL/Exchange/Message"><msg:Header><msg:Confirmation><msg:To>B24</msg:To><msg:MessageNo>25</msg:MessageNo>${inside}</msg:Confirmation></msg:Header><Body/></Message>`
  assert.equal(await read(header('<msg:ReceivedNo>24</msg:ReceivedNo>')), 24)
  assert.equal(await read(header('<msg:ReceivedNo>0</msg:ReceivedNo>')), 0)
  const own = await read(header(''))
  assert.ok(typeof own === 'object' && own.code === 'confirmation.no-number')
  assert.equal(await read('<Confirmation><MessageNo>25</MessageNo><ReceivedNo>24</ReceivedNo></Confirmation>'), 24)
})

test('every encoding of 1C is read, with a mark and without', async () => {
  for (const text of ['Сообщение;12\r\n', '<?xml version="1.0"?><Подтверждение><Сообщение>12</Сообщение></Подтверждение>']) {
    assert.equal(await read(iconv.encode(text, 'win1251')), 12)
    for (const encoding of ['utf8', 'utf16le', 'utf16be'])
      assert.equal(await read(iconv.encode(text, encoding, { addBOM: true })), 12)
  }
})

test('any number of a message is read back, its digits parted as Строка() parts them too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 1_000_000_000 }), async (number) => {
      const parted = number.toLocaleString('ru').replaceAll(/\s/g, '\u00a0')
      for (const text of [String(number), parted, `Сообщение;${parted}`, `<Подтверждение Сообщение="${parted}"/>`]) {
        assert.equal(await read(text), number, text)
      }
    }),
    { numRuns: 100 },
  )
})

test('of several numbers the greatest counts: each says "up to"', async () => {
  assert.equal(await read('12\n14\n13\n'), 14)
  assert.equal(await read('Сообщение;12\nСообщение;13\n'), 13)
  assert.equal(await read('<a><ReceivedNo>5</ReceivedNo><ReceivedNo>7</ReceivedNo></a>'), 7)
})

test('what is no number of a message is refused with its place', async () => {
  for (const [text, value, line] of [
    ['Сообщение;двенадцать', 'двенадцать', 1],
    ['Дата;05.03.2026\nСообщение;1,5\n', '1,5', 2],
    ['Сообщение;-3', '-3', 1],
    ['12a', '12a', 1],
    ['<Подтверждение>\n<Сообщение>много</Сообщение></Подтверждение>', 'много', 2],
  ] as const) {
    const found = await read(text)
    assert.ok(typeof found === 'object', text)
    assert.deepEqual([found.code, found.args['value'], found.line], ['confirmation.bad-number', value, line], text)
  }
})

test('a file without a number is refused with its beginning', async () => {
  for (const [text, beginning, line] of [
    ['\n\nвсё получено, спасибо\n', 'всё получено, спасибо', 3],
    ['Номер сделки;Сумма\nДата;5\n', 'Номер сделки;Сумма', 1],
    ['\n <Ответ>12</Ответ>', '<Ответ>12</Ответ>', 2],
    [';;', '', 1],
    ['Сообщение;', 'Сообщение', 1],
    ['<ReceivedNo/>', '<ReceivedNo/>', 1],
  ] as const) {
    const found = await read(text)
    assert.ok(typeof found === 'object', text)
    assert.deepEqual([found.code, found.args['found'], found.line], ['confirmation.no-number', beginning, line], text)
  }
})

test('XML that is none, XML with a DOCTYPE and a large file are refused', async () => {
  const broken = await read('<Подтверждение>\n<Сообщение>12</Сообщение>\n')
  assert.ok(typeof broken === 'object' && broken.code === 'xml.not-well-formed' && broken.line !== undefined)
  for (const text of [`${'<a>'.repeat(200)}${'</a>'.repeat(200)}`, '<constructor/>']) {
    const odd = await read(text)
    assert.ok(typeof odd === 'object' && odd.code === 'xml.not-well-formed')
  }
  const doctype = await read('<!DOCTYPE a [<!ENTITY x "12">]>\n<Подтверждение Сообщение="&x;"/>')
  assert.ok(typeof doctype === 'object' && doctype.code === 'xml.doctype' && doctype.line === 1)
  const large = await read('12\n'.repeat(30_000))
  assert.ok(typeof large === 'object' && large.code === 'confirmation.too-large' && large.args['limit'] === 64)
})

test('no text at all makes it throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `<${text}`),
      ),
      async (text) => {
        const found = await read(text)
        assert.ok(typeof found === 'object' || Number.isSafeInteger(found))
      },
    ),
    { numRuns: 300 },
  )
})
