import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ImportEntity } from '../../../src/bitrix24/import-csv/entity.ts'
import { defaultProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { companyFields, contactFields, dealFields, type PortalFields, productFields } from './portal-model.ts'
import { mapHeaders } from './reader-model.ts'

const portal: Record<ImportEntity, PortalFields> = {
  company: companyFields,
  contact: contactFields,
  deal: dealFields,
  product: productFields,
}

for (const entity of ['company', 'contact', 'deal', 'product'] as const) {
  test(`every ${entity} column is known to a Russian portal by its title and by its id`, () => {
    for (const headers of ['titles', 'ids'] as const) {
      const sheet = createSheet(entity, { ...defaultProfile, headers, opened: false, productSort: '500' })
      assert.deepEqual(
        mapHeaders(sheet.headers, portal[entity], 'old'),
        sheet.columns.map(({ id }) => id),
      )
    }
  })
}

test('columns that the profile has no value for are not written at all', () => {
  const { index } = createSheet('company', defaultProfile)
  assert.ok(!index.has('OPENED') && !index.has('IS_MY_COMPANY'))
  assert.ok(!createSheet('product', defaultProfile).index.has('SORT'))
})

test('a choice of columns keeps the required ones', () => {
  const profile = { ...defaultProfile, columns: { company: ['COMMENTS'] }, requisites: { company: false, contact: false } }
  assert.deepEqual(createSheet('company', profile).headers, ['ID', 'Название компании', 'Комментарий'])
})

test('a portal may have titles of its own', () => {
  const { headers } = createSheet('company', { ...defaultProfile, titles: { TITLE: 'Название' } })
  assert.equal(headers[1], 'Название')
})

test('requisite columns follow the country', () => {
  const { headers } = createSheet('company', { ...defaultProfile, country: { id: '6', name: 'Казахстан' } })
  assert.ok(headers.includes('Реквизит (Казахстан): ИНН') && headers.includes('Банковский реквизит (Казахстан): БИК'))
})
