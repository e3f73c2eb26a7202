import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkHeaders } from '../../../src/bitrix24/import-csv/check-headers.ts'
import { companyRows } from '../../../src/bitrix24/import-csv/company-rows.ts'
import { contactRows } from '../../../src/bitrix24/import-csv/contact-rows.ts'
import { dealRows } from '../../../src/bitrix24/import-csv/deal-rows.ts'
import { memoryLinkBook } from '../../../src/bitrix24/import-csv/links.ts'
import { productRows } from '../../../src/bitrix24/import-csv/product-rows.ts'
import { defaultProfile, type ImportProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { createTitleRegister, memoryTitleStore } from '../../../src/bitrix24/import-csv/titles.ts'
import { describe } from '../../../src/problems/describe.ts'
import type { Problem } from '../../../src/problems/problem.ts'
import { importProblems } from '../../../src/problems/table-import.ts'
import { account, address, company, contact, deal, product, requisite } from './drafts.ts'

test('every code of the import files can happen, and its sentences are complete in both languages', async () => {
  const found = [...fromCompanies(), ...fromOthers(), ...(await fromTitles()), ...fromSamples()]
  assert.deepEqual([...new Set(found.map(({ code }) => code))].sort(), Object.keys(importProblems).sort())
  for (const problem of found) {
    for (const language of ['ru', 'en'] as const) {
      const { message, cause, action } = describe(problem, language)
      for (const sentence of [message, cause, action])
        assert.doesNotMatch(sentence, /\{\w+\}|undefined/, `${problem.code} ${language}`)
    }
  }
})

const field = { id: '', source: 'x', items: [{ id: '', name: 'а, б' }] }
const profile: ImportProfile = {
  ...defaultProfile,
  customFields: {
    company: [
      { ...field, title: 'Вид', type: 'list' },
      { ...field, title: 'VIP', source: 'vip', type: 'yesNo' },
    ],
  },
}

function fromCompanies(): readonly Problem[] {
  const sheet = createSheet('company', profile)
  const phones = ['1', '2', '3', '4', '5'.repeat(251)].map((value) => ({ type: 'WORK', value }) as const)
  const addresses = [address({ city: 'Тверь' }), address({ city: 'Ржев' })]
  const bankAccounts = Array.from({ length: 51 }, () => account({ bik: '044525001' }))
  const first = requisite({ inn: '7700000001', ogrnip: '300000000000001', addresses, bankAccounts })
  const draft = company({
    title: `=${'Я'.repeat(255)}`,
    companyType: 'клиент',
    industry: 'Космос',
    phones,
    emails: [{ type: 'WORK', value: 'нет' }],
    requisites: [first, requisite({ inn: '7700000001' })],
    custom: { x: 'а, б', vip: 'иногда' },
  })
  return [draft, company({ title: '' })].flatMap((each) => companyRows(each, 1, sheet).problems)
}

function fromOthers(): readonly Problem[] {
  const links = memoryLinkBook()
  links.add('company', 'Два')
  links.add('company', 'Два')
  const rows = [
    { product: 'Болт', price: '1\u00a0000', quantity: '1.5' },
    { product: '', price: '5', quantity: '' },
  ]
  return [
    ...contactRows(contact({ birthDate: 'вчера', companyTitle: 'Два' }), 1, createSheet('contact', profile), links).problems,
    ...dealRows(deal({ amount: '1', probability: '?', companyTitle: 'Нет такой', rows }), 1, createSheet('deal', profile), links)
      .problems,
    ...productRows(
      product({ externalId: '', price: '1.005', sections: ['1', '2', '3', '4'], images: ['a.jpg'] }),
      1,
      createSheet('product', profile),
    ).problems,
  ]
}

async function fromTitles(): Promise<readonly Problem[]> {
  const { titleFor } = createTitleRegister(memoryTitleStore())
  const problems: Problem[] = []
  for (const [place, title] of ['ООО Альфа', 'ООО Альфа', 'АО «Альфа»'].entries()) {
    problems.push(...(await titleFor(String(place), title, [' (1С: 5)'])).problems)
  }
  return problems
}

function fromSamples(): readonly Problem[] {
  const twin = { company: [{ ...field, id: 'UF_CRM_1', title: 'Комментарий', type: 'text' }] } as const
  const sample = 'ID;Название;Сфера деятельности;Сфера деятельности'
  return [
    ...checkHeaders(Buffer.from(sample), 'company', { ...profile, customFields: twin }).problems,
    ...checkHeaders(Buffer.from('Название;Реквизит: ID'), 'company', profile).problems,
    ...checkHeaders(Buffer.alloc(0), 'company', profile).problems,
    ...checkHeaders(Buffer.from('ID;Company Name'), 'company', { ...profile, headers: 'ids' }).problems,
  ]
}
