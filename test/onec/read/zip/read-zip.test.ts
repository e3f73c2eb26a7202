import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import type { ZipLimits } from '../../../../src/onec/read/zip/list-entries.ts'
import { type OpenedZip, openZip } from '../../../../src/onec/read/zip/read-zip.ts'
import { type MadeEntry, makeZip, u16, u32, u64 } from './zip-maker.ts'

const limits: ZipLimits = { maxEntries: 100, maxBytes: 50_000_000, maxRatio: 200 }
const catalogue = '<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.07"/>\n'

let folder: string
let files = 0

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'obmen24-zip-'))
})
after(() => rm(folder, { recursive: true }))

async function fileOf(bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${++files}.zip`)
  await writeFile(path, bytes)
  return path
}

async function open(bytes: Uint8Array, over: Partial<ZipLimits> = {}) {
  return openZip(await fileOf(bytes), { ...limits, ...over })
}

async function opened(entries: readonly MadeEntry[]): Promise<OpenedZip> {
  const zip = await open(makeZip(entries))
  assert.ok(zip.kind === 'zip', JSON.stringify(zip))
  return zip
}

async function refusal(bytes: Uint8Array, over: Partial<ZipLimits> = {}) {
  const zip = await open(bytes, over)
  if (zip.kind === 'zip') await zip.close()
  assert.ok(zip.kind === 'refused', 'it was opened')
  return zip.problem
}

test('files come in the order of the archive, with their bytes', async () => {
  const zip = await opened([
    { name: iconv.encode('Каталог товаров.xml', 'cp866'), content: catalogue },
    { name: 'webdata\\offers.xml', content: 'stored', deflate: false },
    { name: 'empty.csv', content: '' },
  ])
  assert.deepEqual(
    zip.entries.map(({ name, bytes }) => ({ name, bytes })),
    [
      { name: 'Каталог товаров.xml', bytes: Buffer.byteLength(catalogue) },
      { name: 'webdata/offers.xml', bytes: 6 },
      { name: 'empty.csv', bytes: 0 },
    ],
  )
  const contents = await Promise.all(zip.entries.map(async (entry) => text(await entry.read())))
  assert.deepEqual(contents, [catalogue, 'stored', ''])
  await zip.close()
})

test('a file can be read twice, and bigger than any buffer', async () => {
  const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 2_654_435_761) >>> 24))
  const zip = await opened([{ name: 'a.xml', content }])
  for (let time = 0; time < 2; time++) assert.deepEqual(await buffer(await zip.entries[0]!.read()), content)
  await zip.close()
})

test('folders and pictures are counted and left, an archive inside is told of', async () => {
  const zip = await opened([
    { name: 'webdata/', content: '' },
    { name: 'webdata/import_files/aa/photo.jpg', content: 'jpg', method: 99 },
    { name: '__MACOSX/._import.xml', content: 'x' },
    { name: 'webdata/import.xml', content: catalogue },
    { name: 'webdata/old.zip', content: 'PK' },
  ])
  assert.deepEqual(
    zip.entries.map(({ name }) => name),
    ['webdata/import.xml'],
  )
  assert.equal(zip.skipped, 3)
  assert.deepEqual(
    zip.warnings.map(({ code, args }) => [code, args['name']]),
    [['zip.nested', 'webdata/old.zip']],
  )
  await zip.close()
})

test('closing ends what is still being read and frees the file', async () => {
  const path = await fileOf(makeZip([{ name: 'a.xml', content: Buffer.alloc(3_000_000, 'ab\ncd') }]))
  const zip = await openZip(path, { ...limits, maxRatio: 2000 })
  assert.ok(zip.kind === 'zip')
  const stream = await zip.entries[0]!.read()
  await new Promise((resolve) => stream.once('readable', resolve))
  await zip.close()
  assert.equal(stream.destroyed, true)
  await rename(path, `${path}.moved`)
})

test('a name that leaves the folder condemns the whole archive', async () => {
  for (const name of [
    '../evil.xml',
    '..\\evil.xml',
    '/etc/evil.xml',
    'C:\\evil.xml',
    '\\\\server\\share\\evil.xml',
    'a/../../evil.jpg',
  ]) {
    const problem = await refusal(
      makeZip([
        { name: 'good.xml', content: catalogue },
        { name, content: 'x' },
      ]),
    )
    assert.equal(problem.code, 'zip.path-leaves', name)
    assert.equal(problem.args['name'], name.replaceAll('\\', '/'))
  }
})

test('a symbolic link is refused', async () => {
  const link = { name: 'import.xml', content: '/etc/passwd', madeBy: (3 << 8) | 20, attributes: (0o120777 << 16) >>> 0 }
  assert.equal((await refusal(makeZip([link]))).code, 'zip.path-leaves')
})

test('a file with a password is refused by name', async () => {
  const problem = await refusal(makeZip([{ name: 'import.xml', content: 'x'.repeat(20), deflate: false, flags: 1 }]))
  assert.deepEqual([problem.code, problem.args['name']], ['zip.encrypted', 'import.xml'])
  assert.equal((await refusal(makeZip([{ name: 'import.xml', content: 'x', flags: 0x41 }]))).code, 'zip.encrypted')
})

test('a compression method that nobody reads is named', async () => {
  const problem = await refusal(makeZip([{ name: 'import.xml', content: 'x', method: 9 }]))
  assert.deepEqual([problem.code, problem.args['detail']], ['zip.unsupported', 'import.xml: method 9'])
})

test('two files of one name are refused, upper and lower case alike', async () => {
  const problem = await refusal(
    makeZip([
      { name: 'Import.xml', content: 'a' },
      { name: 'import.XML', content: 'b' },
    ]),
  )
  assert.deepEqual([problem.code, problem.args['name']], ['zip.duplicate', 'import.XML'])
})

test('a bomb is refused by what it says of itself', async () => {
  const bomb = { name: 'bomb.xml', content: Buffer.alloc(5_000_000) }
  const problem = await refusal(makeZip([bomb]))
  assert.deepEqual([problem.code, problem.args['name'], problem.args['limit']], ['zip.bomb', 'bomb.xml', 200])
})

test('a bomb that lies about its size is stopped while it unpacks', async () => {
  const bomb = { name: 'bomb.xml', content: Buffer.alloc(5_000_000), declaredBytes: 1000 }
  assert.equal((await refusal(makeZip([bomb]))).code, 'zip.bomb')
})

test('many files that each just pass are refused together', async () => {
  const bytes = makeZip(Array.from({ length: 12 }, (_, index) => ({ name: `${index}.xml`, content: Buffer.alloc(1_000_000) })))
  assert.equal((await refusal(bytes)).code, 'zip.bomb')
  assert.deepEqual((await refusal(bytes, { maxBytes: 2_500_000, maxRatio: 5000 })).args, { bytes: 3_000_000, limit: 2_500_000 })
})

test('a small file of blanks is no bomb', async () => {
  const zip = await opened([{ name: 'blank.csv', content: ' '.repeat(900_000) }])
  await zip.close()
})

test('too many files are refused, pictures not counted', async () => {
  const xml = (index: number) => ({ name: `${index}.xml`, content: 'x' })
  const pictures = Array.from({ length: 5 }, (_, index) => ({ name: `${index}.jpg`, content: 'x' }))
  const three = makeZip([xml(1), xml(2), xml(3), ...pictures])
  assert.deepEqual((await refusal(three, { maxEntries: 2 })).args, { limit: 2 })
  const zip = await open(three, { maxEntries: 3 })
  assert.ok(zip.kind === 'zip')
  await zip.close()
})

test('a wrong checksum or length refuses the archive', async () => {
  for (const lie of [{ declaredCrc: 1 }, { declaredBytes: 500 }]) {
    const problem = await refusal(
      makeZip([
        { name: 'good.xml', content: catalogue },
        { name: 'bad.xml', content: 'some text', ...lie },
      ]),
    )
    assert.deepEqual([problem.code, problem.args['name']], ['zip.crc', 'bad.xml'])
  }
})

test('an archive cut anywhere is truncated or damaged, never read', async () => {
  const whole = makeZip([{ name: 'import.xml', content: catalogue.repeat(50) }])
  for (let length = 4; length < whole.length; length += 7) {
    assert.equal((await refusal(whole.subarray(0, length))).code, 'zip.truncated', `cut at ${length}`)
  }
})

test('what is no zip is told apart from half a zip', async () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.alloc(500),
    Buffer.from('Rar!\x1a\x07'),
    Buffer.from('<html>502 Bad Gateway</html>'),
  ]) {
    assert.equal((await refusal(bytes)).code, 'zip.not-zip')
  }
})

test('spoilt bytes inside are damage, with the name of the file', async () => {
  const bytes = makeZip([{ name: 'import.xml', content: catalogue.repeat(50) }])
  bytes.fill(0xff, 45, 60)
  const problem = await refusal(bytes)
  assert.equal(problem.code, 'zip.damaged')
  assert.equal(problem.place.file, 'import.xml')
})

test('bytes after the end are damage', async () => {
  const bytes = Buffer.concat([makeZip([{ name: 'a.xml', content: 'x' }]), Buffer.from('trailing')])
  assert.equal((await refusal(bytes)).code, 'zip.damaged')
})

test('a comment at the end is no damage', async () => {
  const zip = await open(makeZip([{ name: 'a.xml', content: 'x' }], { comment: 'Выгрузка из 1С' }))
  assert.ok(zip.kind === 'zip')
  await zip.close()
})

test('a directory that holds more files than it counts is damage: none may be lost', async () => {
  const bytes = makeZip(
    [
      { name: 'a.xml', content: 'x' },
      { name: 'b.xml', content: 'y' },
    ],
    { count: 1 },
  )
  assert.deepEqual((await refusal(bytes)).args, { detail: 'more files than counted' })
  const fewer = makeZip([{ name: 'a.xml', content: 'x' }], { count: 2 })
  assert.equal((await refusal(fewer)).code, 'zip.damaged')
})

test('an archive of pictures alone, or of nothing, is empty', async () => {
  assert.equal((await refusal(makeZip([]))).code, 'zip.empty')
  assert.equal(
    (
      await refusal(
        makeZip([
          { name: 'a.jpg', content: 'x' },
          { name: 'b.zip', content: 'x' },
        ]),
      )
    ).code,
    'zip.empty',
  )
})

test('a volume of several is refused', async () => {
  const bytes = makeZip([{ name: 'a.xml', content: 'x' }])
  bytes.writeUInt16LE(3, bytes.length - 22 + 4)
  assert.equal((await refusal(bytes)).code, 'zip.unsupported')
})

test('a forged zip64 record with offsets beyond any file is damage, not a crash', async () => {
  const plain = makeZip([{ name: 'a.xml', content: 'x' }])
  const end = plain.subarray(-22)
  for (const offset of [2n ** 64n - 1n, 2n ** 53n, 2n ** 40n]) {
    const locator = Buffer.concat([u32(0x07064b50), u32(0), u64(offset), u32(1)])
    assert.equal((await refusal(Buffer.concat([plain.subarray(0, -22), locator, end]))).code, 'zip.damaged')
  }
  const record = [u32(0x06064b50), u64(44n), u16(45), u16(45), u32(0), u32(0), u64(1n), u64(1n), u64(46n), u64(2n ** 64n - 1n)]
  const locator = Buffer.concat([u32(0x07064b50), u32(0), u64(BigInt(plain.length - 22)), u32(1)])
  assert.equal((await refusal(Buffer.concat([plain.subarray(0, -22), ...record, locator, end]))).code, 'zip.damaged')
})

test('a file that is not there is an error of the disk, not of the archive', async () => {
  await assert.rejects(openZip(join(folder, 'absent.zip'), limits), { code: 'ENOENT' })
})

test('an error of the disk while reading is thrown, and the file let go', { skip: process.platform === 'win32' }, async () => {
  await assert.rejects(openZip(folder, limits), { code: 'EISDIR' })
  assert.deepEqual(await openFiles(folder), [])
})

test('no spoilt archive crashes the reader or leaves the file open', async () => {
  const whole = makeZip([
    { name: 'import.xml', content: catalogue.repeat(5) },
    { name: 'offers.xml', content: 'stored', deflate: false },
  ])
  const path = join(folder, 'fuzz.zip')
  const spoil = fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(spoil, async (changes) => {
      const bytes = Buffer.from(whole)
      for (const { at, byte } of changes) bytes[at] = byte
      await writeFile(path, bytes)
      const zip = await openZip(path, limits)
      if (zip.kind === 'refused') return
      for (const entry of zip.entries) assert.equal((await buffer(await entry.read())).length, entry.bytes)
      await zip.close()
    }),
    { numRuns: 300 },
  )
  assert.deepEqual(await openFiles(path), [])
})

/** On Linux, the handles that are still open on the file. */
async function openFiles(path: string): Promise<readonly string[]> {
  if (!existsSync('/proc/self/fd')) return []
  const handles = await readdir('/proc/self/fd')
  const targets = await Promise.all(handles.map((handle) => readlink(join('/proc/self/fd', handle)).catch(() => '')))
  return targets.filter((target) => target === path)
}

const corpus = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'corpus')
const real = join(corpus, 'sukhikh18+woocommerce-ml', 'tests', 'fixtures', 'import0_1')

test('a real archive of 1C is read', { skip: existsSync(`${real}.zip`) ? false : 'the corpus is not here' }, async () => {
  const zip = await openZip(`${real}.zip`, limits)
  assert.ok(zip.kind === 'zip')
  assert.deepEqual(
    zip.entries.map(({ name }) => name),
    ['import0_1.xml'],
  )
  assert.deepEqual(await buffer(await zip.entries[0]!.read()), await readFile(`${real}.xml`))
  await zip.close()
})
