import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { defaultProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { csvLines, headerLine } from '../../../src/bitrix24/import-csv/write-csv.ts'
import { oldCsv } from './reader-model.ts'

test('a file starts with the byte order mark and quoted headers', () => {
  const line = headerLine(createSheet('product', defaultProfile))
  assert.ok(line.startsWith('\ufeff"ID";"Внешний код";"Название";'))
  assert.ok(line.endsWith('"\r\n'))
})

test('every cell is quoted, inner quotes are doubled, lines end with CRLF', () => {
  assert.equal(
    csvLines([
      ['ООО "Лютик; Ко"', ''],
      ['=1', '5'],
    ]),
    '"ООО ""Лютик; Ко""";""\r\n"=1";"5"\r\n',
  )
  assert.equal(csvLines([]), '')
})

test('any cells come back from the byte reader as they were', () => {
  const text = fc.string({ unit: 'grapheme' }).map((each) => each.replaceAll(/[\r\n]/g, ' '))
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }))),
      (rows) => {
        assert.deepEqual(oldCsv(new TextEncoder().encode(csvLines(rows))), rows)
      },
    ),
  )
})
