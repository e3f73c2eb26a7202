import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyRows } from '../../../src/bitrix24/import-csv/company-rows.ts'
import { contactRows } from '../../../src/bitrix24/import-csv/contact-rows.ts'
import { linkName, memoryLinkBook } from '../../../src/bitrix24/import-csv/links.ts'
import { defaultProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { address, company, contact, requisite } from './drafts.ts'
import { cell, codes, fileOf } from './files.ts'
import { contactFields } from './portal-model.ts'
import { readCards } from './reader-model.ts'

const sheet = createSheet('contact', defaultProfile)

test('a contact is written with its name in three columns, its lists and its birthday', () => {
  const draft = contact({
    secondName: 'Ильинична',
    birthDate: '1980-02-01',
    contactType: 'CLIENT',
    source: 'звонок',
    post: 'Бухгалтер',
  })
  const result = contactRows(draft, 2, sheet)
  assert.deepEqual(
    ['ID', 'NAME', 'LAST_NAME', 'SECOND_NAME', 'BIRTHDATE', 'TYPE_ID', 'SOURCE_ID', 'POST'].map((id) => cell(sheet, result, id)),
    ['2', 'Вера', 'Осокина', 'Ильинична', '01.02.1980', 'Клиенты', 'Звонок', 'Бухгалтер'],
  )
  assert.deepEqual(codes(result), ['import.list-mended'])
})

test('a first or a last name is enough; with neither the contact is not written', () => {
  assert.equal(contactRows(contact({ lastName: '' }), 1, sheet).rows.length, 1)
  const result = contactRows(contact({ lastName: '', firstName: ' ' }), 1, sheet)
  assert.deepEqual([result.rows, codes(result)], [[], ['import.name-missing']])
})

test('a contact names its company exactly as the company file does, whatever the title holds', () => {
  const title = ' ООО\u00a0"Лютик";\r\n=Тверь '
  const companies = createSheet('company', defaultProfile)
  const written = cell(companies, companyRows(company({ title }), 1, companies), 'TITLE')
  assert.equal(cell(sheet, contactRows(contact({ companyTitle: title }), 1, sheet), 'COMPANY_TITLE'), written)
})

test('a company that no file has, or that two have, is reported', () => {
  const links = memoryLinkBook()
  links.add('company', 'ООО Лютик')
  links.add('company', 'АО Двойник')
  links.add('company', 'АО  Двойник')
  assert.deepEqual(codes(contactRows(contact({ companyTitle: 'ООО Лютик' }), 1, sheet, links)), [])
  assert.deepEqual(codes(contactRows(contact({ companyTitle: 'ООО лютик' }), 1, sheet, links)), ['import.link-missing'])
  const several = contactRows(contact({ companyTitle: 'АО Двойник' }), 1, sheet, links)
  assert.deepEqual([codes(several), several.problems[0]?.args['count']], [['import.link-several'], 2])
  assert.deepEqual(codes(contactRows(contact(), 1, sheet, links)), [])
})

test('the name by which deals find a contact has no patronymic', () => {
  assert.equal(linkName(contact({ firstName: ' Вера ', lastName: 'Осокина', secondName: 'Ильинична' })), 'Вера Осокина')
})

test('requisites of a person continue under the key of the contact', () => {
  const addresses = [address({ type: 'registered', city: 'Тверь' }), address({ type: 'delivery', city: 'Ржев' })]
  const draft = contact({ requisites: [requisite({ preset: 'person', lastName: 'Осокина', addresses })] })
  const result = contactRows(draft, 5, sheet)
  assert.deepEqual(
    ['ID', 'NAME', 'LAST_NAME', 'SECOND_NAME'].map((id) => cell(sheet, result, id, 1)),
    ['5', 'Вера', 'Осокина', ''],
  )
  const { stored, errors } = readCards(fileOf(sheet, result), contactFields, ['ID', 'NAME', 'LAST_NAME'])
  assert.deepEqual(errors, [])
  assert.deepEqual(stored[0]?.requisites[0]?.addresses, { 4: { CITY: 'Тверь' }, 11: { CITY: 'Ржев' } })
})
