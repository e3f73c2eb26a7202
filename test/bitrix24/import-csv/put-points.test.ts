import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ContactPoint } from '../../../src/bitrix24/drafts/contact-points.ts'
import { companyRows } from '../../../src/bitrix24/import-csv/company-rows.ts'
import { defaultProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { company } from './drafts.ts'
import { cell, codes } from './files.ts'

const sheet = createSheet('company', defaultProfile)
const work = (...values: string[]): ContactPoint[] => values.map((value) => ({ type: 'WORK', value }))

test('further work phones go to the mobile and to the other column', () => {
  const result = companyRows(company({ phones: work('+7 495 000-00-01', '+7 495 000-00-02', '+7 495 000-00-03') }), 1, sheet)
  assert.deepEqual(
    ['PHONE_WORK', 'PHONE_MOBILE', 'PHONE_OTHER'].map((id) => cell(sheet, result, id)),
    ['+7 495 000-00-01', '+7 495 000-00-02', '+7 495 000-00-03'],
  )
  assert.deepEqual(result.problems, [])
})

test('a mobile number keeps its column, however many others come first', () => {
  const phones: ContactPoint[] = [...work('1', '2'), { type: 'MOBILE', value: '3' }]
  const result = companyRows(company({ phones }), 1, sheet)
  assert.deepEqual(
    ['PHONE_WORK', 'PHONE_MOBILE', 'PHONE_OTHER'].map((id) => cell(sheet, result, id)),
    ['1', '3', '2'],
  )
})

test('what does not fit is joined in the last column with a notice', () => {
  const result = companyRows(company({ phones: work('1', '2', '3', '4', '5') }), 1, sheet)
  assert.equal(cell(sheet, result, 'PHONE_OTHER'), '3; 4; 5')
  assert.deepEqual(codes(result), ['import.points-joined'])
})

test('one number twice is written once', () => {
  const result = companyRows(company({ phones: work('1', '1') }), 1, sheet)
  assert.deepEqual(
    ['PHONE_WORK', 'PHONE_MOBILE'].map((id) => cell(sheet, result, id)),
    ['1', ''],
  )
})

test('a phone never holds a comma or a semicolon: the portal would make two numbers of it', () => {
  const result = companyRows(company({ phones: work('+7 495 000-00-01, доб. 12; Вера') }), 1, sheet)
  assert.equal(cell(sheet, result, 'PHONE_WORK'), '+7 495 000-00-01 доб. 12 Вера')
})

test('commas of a site are escaped', () => {
  const result = companyRows(company({ sites: work('https://example.org/a,b;c') }), 1, sheet)
  assert.equal(cell(sheet, result, 'WEB_WORK'), 'https://example.org/a%2Cb%3Bc')
})

test('an address that is no e-mail is left out, as the portal would reject the row', () => {
  const bad = ['вера@пример.рф', 'vera', 'a@b', 'a b@example.org', 'a@example.org, b@example.org', 'a@@example.org']
  for (const value of bad) {
    const result = companyRows(company({ emails: work(value, 'vera@example.org') }), 1, sheet)
    assert.equal(cell(sheet, result, 'EMAIL_WORK'), 'vera@example.org', value)
    assert.deepEqual(codes(result), ['import.email-bad'])
    assert.equal(result.problems[0]?.args['value'], value)
  }
})

test('a value of more than 250 characters is left out and told', () => {
  const result = companyRows(company({ phones: work('1'.repeat(251)) }), 1, sheet)
  assert.equal(cell(sheet, result, 'PHONE_WORK'), '')
  assert.deepEqual(codes(result), ['import.point-too-long'])
})

test('a number of a type without a column finds another place', () => {
  const narrow = createSheet('company', { ...defaultProfile, columns: { company: ['PHONE_OTHER'] } })
  const result = companyRows(company({ phones: [{ type: 'PAGER', value: '45' }] }), 1, narrow)
  assert.equal(cell(narrow, result, 'PHONE_OTHER'), '45')
})

test('a telegram-like name is data that a spreadsheet would run', () => {
  const result = companyRows(company({ sites: work('@lutik') }), 1, sheet)
  assert.deepEqual(codes(result), ['import.formula'])
})
