import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { checkTail } from '../../src/folder/tail-check.ts'
import { tempFolder } from './temp-folder.ts'

const declaration = '<?xml version="1.0"?>\r\n'
const root = 'КоммерческаяИнформация'
const whole = `${declaration}<${root} ВерсияСхемы="2.07" a='>'>\r\n<Каталог>${'Реквизит '.repeat(2000)}</Каталог>\r\n</${root}>\r\n`
const encodings = ['utf8', 'win1251', 'utf16le', 'utf16be'] as const

/** Writes the bytes and asks about them. */
async function tailOf(folder: string, name: string, bytes: Uint8Array) {
  await writeFile(join(folder, name), bytes)
  return checkTail(join(folder, name))
}

test('XML is complete when its root is closed, in every encoding, with and without BOM', async (t) => {
  const folder = await tempFolder(t)
  for (const encoding of encodings) {
    for (const addBOM of [false, true]) {
      const bytes = (text: string) => iconv.encode(text, encoding, { addBOM })
      assert.equal(await tailOf(folder, 'a.xml', bytes(whole)), 'complete', encoding)
      assert.equal(await tailOf(folder, 'a.xml', bytes(`${whole}<!-- конец --> <?end x?>\n\n`)), 'complete', encoding)
      assert.equal(await tailOf(folder, 'a.xml', bytes(whole.trimEnd().slice(0, -1))), 'unfinished', encoding)
      assert.equal(await tailOf(folder, 'b', bytes(whole.slice(0, 9000))), 'unfinished', encoding)
    }
  }
})

test('no cut of an XML file passes for the whole', async (t) => {
  const folder = await tempFolder(t)
  const small = `<?xml version="1.0"?><!-- c --><!DOCTYPE Реестр [<!ENTITY x "y">]><Реестр a="/>"><Р/><Р>Р</Р ></Реестр\n>`
  const lengths = fc.integer({ min: 1, max: Buffer.byteLength(small) - 1 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...encodings), lengths, async (encoding, length) => {
      const bytes = iconv.encode(small, encoding)
      const cut = bytes.subarray(0, Math.min(length, bytes.length - 1))
      assert.equal(await tailOf(folder, 'a.xml', cut), 'unfinished')
    }),
    { numRuns: 300 },
  )
  assert.equal(await tailOf(folder, 'a.xml', Buffer.from(small)), 'complete')
})

test('a root that closes itself is complete, an element of another name is not the root', async (t) => {
  const folder = await tempFolder(t)
  assert.equal(await tailOf(folder, 'a.xml', Buffer.from(`\ufeff${declaration}<${root} a="1"/>`)), 'complete')
  assert.equal(await tailOf(folder, 'a.xml', Buffer.from(`${declaration}<${root}/>\n<!-- x -->`)), 'complete')
  assert.equal(await tailOf(folder, 'a.xml', Buffer.from(`<${root}><Товар/>`)), 'unfinished')
  assert.equal(await tailOf(folder, 'a.xml', Buffer.from(`<${root}><Товар></Товар>`)), 'unfinished')
  assert.equal(await tailOf(folder, 'a.xml', Buffer.from(declaration)), 'unfinished')
  assert.equal(await tailOf(folder, 'a.xml', Buffer.from('no XML at all')), 'unfinished')
})

test('a file of full size whose bytes have not come yet is unfinished, whatever it is', async (t) => {
  const folder = await tempFolder(t)
  for (const name of ['a.xml', 'a.csv', 'a.zip']) {
    assert.equal(await tailOf(folder, name, Buffer.concat([Buffer.from(whole), Buffer.alloc(5000)])), 'unfinished')
    assert.equal(await tailOf(folder, name, Buffer.alloc(9000)), 'unfinished')
    assert.equal(await tailOf(folder, name, Buffer.alloc(0)), 'unfinished')
  }
  assert.equal(await tailOf(folder, 'b.xml', Buffer.concat([Buffer.alloc(5000), Buffer.from(whole)])), 'unfinished')
})

test('a table has no end mark: it is open until its last line ends', async (t) => {
  const folder = await tempFolder(t)
  for (const encoding of encodings) {
    assert.equal(await tailOf(folder, 'a.csv', iconv.encode('Код;Имя\r\n1;Болт\r\n', encoding)), 'complete')
    assert.equal(await tailOf(folder, 'a.csv', iconv.encode('Код;Имя\r\n1;Болт', encoding)), 'open')
  }
})

test('a table may begin with <, and XML may be called a table', async (t) => {
  const folder = await tempFolder(t)
  assert.equal(await tailOf(folder, 'a.csv', Buffer.from('<Код>;<Имя>\n1;Болт\n')), 'complete')
  assert.equal(await tailOf(folder, 'a.txt', Buffer.from(whole.slice(0, 9000))), 'unfinished')
  assert.equal(await tailOf(folder, 'a.txt', Buffer.from(whole)), 'complete')
})

test('a zip is complete with the whole of its directory, whatever it is called', async (t) => {
  const folder = await tempFolder(t)
  const zip = zipOf('импорт.xml', '<a/>')
  assert.equal(await tailOf(folder, 'a.zip', zip), 'complete')
  assert.equal(await tailOf(folder, 'v8_1C', zip), 'complete')
  for (let length = 4; length < zip.length; length++) {
    assert.equal(await tailOf(folder, 'a.zip', zip.subarray(0, length)), 'unfinished', `${length} bytes`)
  }
  assert.equal(await tailOf(folder, 'a.zip', zip.subarray(0, 30).fill(0)), 'unfinished')
  // The directory says that the data begins beyond the end of the file.
  const torn = Buffer.from(zip)
  torn.writeUInt32LE(90_000, torn.indexOf('PK\u0001\u0002', 0, 'latin1') + 42)
  assert.equal(await tailOf(folder, 'a.zip', torn), 'unfinished')
})

test('C4: a PDF is complete with its last line, whatever it is called', async (t) => {
  const folder = await tempFolder(t)
  const pdf = Buffer.from(`%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n${'%\u0000\u0001'.repeat(2000)}\nstartxref\n0\n%%EOF`)
  for (const name of ['Счет № 58.pdf', 'v8_1C']) {
    assert.equal(await tailOf(folder, name, pdf), 'complete')
    assert.equal(await tailOf(folder, name, Buffer.concat([pdf, Buffer.from('\r\n'.repeat(100))])), 'complete')
    for (let length = 8; length < pdf.length; length += 97) {
      assert.equal(await tailOf(folder, name, pdf.subarray(0, length)), 'unfinished', `${length} bytes`)
    }
    assert.equal(await tailOf(folder, name, pdf.subarray(0, -1)), 'unfinished')
    assert.equal(await tailOf(folder, name, Buffer.concat([pdf.subarray(0, -6), Buffer.alloc(6)])), 'unfinished')
  }
})

test('the end of an earlier edition inside a PDF is not its end', async (t) => {
  const folder = await tempFolder(t)
  const two = Buffer.concat([Buffer.from('%PDF-1.4\n%%EOF\n'), Buffer.alloc(3000, 'x')])
  assert.equal(await tailOf(folder, 'a.pdf', two), 'unfinished')
  const web = (length: number) => Buffer.from(`%PDF-1.6\n1 0 obj\n<</Linearized 1/L ${length}/E 200>>\nendobj\n%%EOF\n`)
  assert.equal(await tailOf(folder, 'a.pdf', web(web(10).length)), 'complete')
  assert.equal(await tailOf(folder, 'a.pdf', web(9000)), 'unfinished')
})

/** The smallest archive with one entry. */
function zipOf(name: string, text: string): Buffer {
  const data = deflateRawSync(text)
  const bytes = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(text), 10)
  common.writeUInt32LE(data.length, 14)
  common.writeUInt32LE(Buffer.byteLength(text), 18)
  common.writeUInt16LE(bytes.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, bytes, data])
  const directory = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, Buffer.alloc(14), bytes])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}
