import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officeExtension, officeType } from '../../../../src/onec/read/zip/office-type.ts'

test('a document of an office program is told from an archive by the names in it', () => {
  const types = '[Content_Types].xml'
  assert.equal(officeType(['docProps/app.xml', types, 'xl/workbook.xml']), 'XLSX')
  assert.equal(officeType([types, 'word/document.xml']), 'DOCX')
  assert.equal(officeType([types, 'ppt/presentation.xml']), 'PPTX')
  assert.equal(officeType([types, 'visio/document.xml']), 'Office')
  assert.equal(officeType(['mimetype', 'content.xml', 'META-INF/manifest.xml']), 'ODS, ODT')
  assert.equal(officeType(['import.xml', 'xl/offers.xml', 'mimetype']), null)
  assert.equal(officeType([]), null)
})

test('or by its own name', () => {
  assert.equal(officeExtension('a/Прайс.xlsx'), 'XLSX')
  assert.equal(officeExtension('Акт.DOCX'), 'DOCX')
  assert.equal(officeExtension('import.zip'), null)
})
