import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileType } from '../../../../src/onec/read/bytes/file-type.ts'

const typeOf = (start: string) => fileType(Buffer.from(start, 'latin1'))

test('a file is known by its first bytes', () => {
  for (const [start, kind, name] of [
    ['PK\x03\x04', 'zip', undefined],
    ['%PDF-1.4\n', 'pdf', undefined],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'office', 'XLS, DOC'],
    ['MOXCEL\0\x08', 'office', 'MXL'],
    ['{\\rtf1\\ansi', 'office', 'RTF'],
    ['\xff\xd8\xff\xe0', 'picture', 'JPEG'],
    ['\x89PNG\r\n\x1a\n', 'picture', 'PNG'],
    ['GIF89a', 'picture', 'GIF'],
    ['RIFF\n\r\x00\x01WEBPVP8', 'picture', 'WEBP'],
    ['II*\0', 'picture', 'TIFF'],
    ['Rar!\x1a\x07\x01', 'archive', 'RAR'],
    ['7z\xbc\xaf\x27\x1c', 'archive', '7z'],
    ['\x1f\x8b\x08', 'archive', 'gzip'],
  ] as const) {
    assert.deepEqual(typeOf(start), name === undefined ? { kind } : { kind, name }, start)
  }
})

test('the mark of a PDF may stand anywhere in its first kilobyte', () => {
  assert.equal(typeOf(`${'\n'.repeat(1018)}%PDF-1`).kind, 'pdf')
  assert.equal(typeOf(`${'\n'.repeat(1019)}%PDF-1`).kind, 'text')
})

test('everything else is text, whatever it speaks of', () => {
  for (const start of ['', 'PK', '<?xml version="1.0"?>', 'Номер;Файл\n1;%PDF-файл\n', '\xff\xfeN\0', 'RIFF', 'BM;1']) {
    assert.equal(typeOf(start).kind, 'text', start)
  }
})
