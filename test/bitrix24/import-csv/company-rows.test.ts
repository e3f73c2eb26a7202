import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyRows } from '../../../src/bitrix24/import-csv/company-rows.ts'
import { defaultProfile, type ImportProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { account, address, company, requisite } from './drafts.ts'
import { cell, codes, fileOf } from './files.ts'
import { companyFields } from './portal-model.ts'
import { readCards } from './reader-model.ts'

const sheet = createSheet('company', defaultProfile)

test('a company without requisites is one row', () => {
  const result = companyRows(company({ title: 'ООО "Лютик; Ко"', companyType: 'SUPPLIER', comments: 'а\nб' }), 7, sheet)
  assert.equal(result.rows.length, 1)
  assert.deepEqual(
    ['ID', 'TITLE', 'COMPANY_TYPE', 'COMMENTS', 'RQ_NAME'].map((id) => cell(sheet, result, id)),
    ['7', 'ООО "Лютик; Ко"', 'Поставщик', 'а / б', ''],
  )
})

test('a company without a title is not written, and the report names its 1C id', () => {
  const result = companyRows(company({ title: ' \u00a0', originId: 'guid-5' }), 1, sheet)
  assert.deepEqual(result.rows, [])
  assert.deepEqual(codes(result), ['import.name-missing'])
  const nameless = companyRows(company({ title: '', originId: 'guid-5' }), 1, sheet)
  assert.equal(nameless.problems[0]?.args['record'], 'guid-5')
})

test('second addresses and accounts stand on continuation rows that repeat the key and nothing else of the card', () => {
  const draft = company({
    comments: 'важный',
    requisites: [
      requisite({
        inn: '7700000001',
        addresses: [address({ city: 'Тверь' }), address({ type: 'actual', city: 'Ржев' })],
        bankAccounts: [account({ bik: '044525001' }), account({ bik: '044525002' }), account({ bik: '044525003' })],
      }),
      requisite({ preset: 'soleProprietor', name: 'ИП', ogrnip: '300000000000001' }),
    ],
  })
  const result = companyRows(draft, 3, sheet)
  assert.equal(result.rows.length, 4)
  const column = (id: string) => result.rows.map((_, row) => cell(sheet, result, id, row))
  assert.deepEqual(column('ID'), ['3', '3', '3', '3'])
  assert.deepEqual(column('TITLE'), Array(4).fill('ООО Лютик'))
  assert.deepEqual(column('COMMENTS'), ['важный', '', '', ''])
  assert.deepEqual(column('RQ_NAME'), ['Организация', '', '', 'ИП'])
  assert.deepEqual(column('RQ_ID'), ['1', '', '', '2'])
  assert.deepEqual(column('RQ_ACTIVE'), ['да', '', '', 'да'])
  assert.deepEqual(column('RQ_RQ_ADDR_TYPE|1'), ['Юридический адрес', 'Фактический адрес', '', ''])
  assert.deepEqual(column('BD_RQ_BIK|1'), ['044525001', '044525002', '044525003', ''])
})

test('presets, address types and lists are written as ids where headers are ids', () => {
  const ids = createSheet('company', { ...defaultProfile, headers: 'ids', opened: true })
  const draft = company({
    companyType: 'Клиент',
    requisites: [requisite({ inn: '7700000001', addresses: [address({ city: 'Тверь' })] })],
  })
  const result = companyRows(draft, 1, ids)
  assert.deepEqual(
    ['COMPANY_TYPE', 'OPENED', 'RQ_ACTIVE', 'RQ_RQ_ADDR_TYPE|1', 'RQ_PRESET_NAME'].map((id) => cell(ids, result, id)),
    ['CUSTOMER', 'Y', 'Y', '6', 'Организация'],
  )
  const { stored } = readCards(fileOf(ids, result), companyFields, ['ID', 'TITLE'])
  assert.deepEqual(stored[0]?.requisites[0]?.addresses, { 6: { CITY: 'Тверь' } })
})

test('a second address of one type is not written but told; the same one again is neither', () => {
  const twice = [address({ city: 'Тверь' }), address({ city: 'Тверь' }), address({ city: 'Ржев', address1: 'Лесная, 1' })]
  const result = companyRows(company({ requisites: [requisite({ addresses: twice })] }), 1, sheet)
  assert.equal(result.rows.length, 1)
  assert.deepEqual(codes(result), ['import.address-twice'])
  assert.deepEqual(
    [result.problems[0]?.args['type'], result.problems[0]?.args['value']],
    ['Юридический адрес', 'Ржев, Лесная, 1'],
  )
})

test('a requisite that the portal would take for an earlier one is reported, and its addresses and accounts are saved', () => {
  const first = requisite({ inn: '7700000001', kpp: '770001001', addresses: [address({ city: 'Тверь' })] })
  const branch = requisite({
    inn: '7700000001',
    kpp: '690001001',
    name: 'Филиал',
    addresses: [address({ type: 'actual', city: 'Ржев' })],
  })
  const result = companyRows(
    company({ requisites: [first, { ...branch, bankAccounts: [account({ bik: '044525001' })] }] }),
    1,
    sheet,
  )
  assert.deepEqual(codes(result), ['import.requisite-twice'])
  assert.equal(result.problems[0]?.args['value'], 'Филиал, ИНН 7700000001, КПП 690001001')
  const { stored } = readCards(fileOf(sheet, result), companyFields, ['ID', 'TITLE'])
  assert.deepEqual(Object.keys(stored[0]?.requisites[0]?.addresses ?? {}), ['1', '6'])
  assert.equal(stored[0]?.requisites[0]?.accounts[0]?.fields['BIK'], '044525001')
})

test('requisites and accounts of one name get numbers, within the length of a name', () => {
  const long = 'Б'.repeat(300)
  const accounts = [account({ name: long }), account({ name: long })]
  const all = [
    requisite({ name: 'Осн.', okpo: '00000001' }),
    requisite({ name: 'Осн.', okpo: '00000002', bankAccounts: accounts }),
  ]
  const result = companyRows(company({ requisites: all }), 1, sheet)
  assert.deepEqual([cell(sheet, result, 'RQ_NAME'), cell(sheet, result, 'RQ_NAME', 1)], ['Осн.', 'Осн. (2)'])
  assert.deepEqual(
    [cell(sheet, result, 'BD_NAME', 1), cell(sheet, result, 'BD_NAME', 2)],
    ['Б'.repeat(255), `${'Б'.repeat(251)} (2)`],
  )
  assert.deepEqual(codes(result), ['import.text-cut'])
})

test('more than 50 rows are not written; what is dropped is named', () => {
  const bankAccounts = Array.from({ length: 52 }, (_, place) => account({ name: `Счёт ${place + 1}`, bik: '044525001' }))
  const result = companyRows(
    company({ requisites: [requisite({ inn: '7700000001', bankAccounts }), requisite({ name: 'Второй', okpo: '1' })] }),
    1,
    sheet,
  )
  assert.equal(result.rows.length, 50)
  assert.deepEqual(codes(result), ['import.too-many-rows'])
  const { rows, dropped } = result.problems[0]?.args ?? {}
  assert.deepEqual([rows, dropped], [53, 'Счёт 51; Счёт 52; Второй'])
  assert.deepEqual(readCards(fileOf(sheet, result), companyFields, ['ID', 'TITLE']).errors, [])
})

test('a field that the preset lacks is written and reported, unless the profile says that the portal has it', () => {
  const person = company({ requisites: [requisite({ preset: 'person', lastName: 'Осокина', inn: '770000000012' })] })
  const result = companyRows(person, 1, sheet)
  assert.equal(cell(sheet, result, 'RQ_RQ_INN|1'), '770000000012')
  assert.deepEqual(
    result.problems.map(({ code, args }) => [code, args['field'], args['preset']]),
    [['import.not-in-preset', 'Реквизит (Россия): ИНН', 'Физ. лицо']],
  )
  const fields = { ...defaultProfile.presetFields, person: ['LAST_NAME', 'INN'] as const }
  assert.deepEqual(companyRows(person, 1, createSheet('company', { ...defaultProfile, presetFields: fields })).problems, [])
})

test('a requisite, an address or an account with nothing in it makes no row', () => {
  const empty = requisite({ addresses: [address()], bankAccounts: [account({ comment: ' ' })] })
  const result = companyRows(company({ requisites: [empty] }), 1, sheet)
  assert.deepEqual([result.rows.length, cell(sheet, result, 'RQ_NAME'), result.problems.length], [1, '', 0])
})

test('an account without name and number is still named, as the portal wants', () => {
  const result = companyRows(company({ requisites: [requisite({ bankAccounts: [account({ comment: 'старый' })] })] }), 1, sheet)
  assert.equal(cell(sheet, result, 'BD_NAME'), 'Банковский счёт')
})

test('custom fields, the field for the 1C id and the default responsible come from the profile', () => {
  const profile: ImportProfile = {
    ...defaultProfile,
    requisites: { company: false, contact: false },
    responsible: 'Вера Осокина',
    idFields: { company: { id: 'UF_CRM_1C', title: '' } },
    customFields: {
      company: [
        { id: '', title: 'Скидка', source: 'discount', type: 'number', items: null },
        { id: 'UF_CRM_VIP', title: 'VIP', source: 'vip', type: 'yesNo', items: null },
        { id: 'UF_CRM_SINCE', title: 'С', source: 'since', type: 'date', items: null },
        {
          id: 'UF_CRM_KIND',
          title: 'Вид',
          source: 'kind',
          type: 'list',
          items: [
            { id: '1', name: 'Опт, мелкий' },
            { id: '2', name: 'Розница' },
          ],
        },
        { id: 'UF_CRM_NOTE', title: 'Заметка', source: 'note', type: 'text', items: null },
      ],
    },
  }
  const own = createSheet('company', profile)
  const custom = { discount: '1 000,5', vip: 'Да', since: '2026-01-02', kind: 'розница', note: 'а\nб' }
  const result = companyRows(company({ custom }), 1, own)
  assert.deepEqual(own.headers.slice(-6), ['UF_CRM_1C', 'Скидка', 'VIP', 'С', 'Вид', 'Заметка'])
  assert.deepEqual(
    ['UF_CRM_1C', 'Скидка', 'UF_CRM_VIP', 'UF_CRM_SINCE', 'UF_CRM_KIND', 'UF_CRM_NOTE', 'ASSIGNED_BY_ID'].map((id) =>
      cell(own, result, id),
    ),
    ['6f1a2b3c-0000-4000-8000-000000000001', '1000.5', 'да', '02.01.2026', 'Розница', 'а / б', 'Вера Осокина'],
  )
  const comma = companyRows(company({ custom: { kind: 'Опт, мелкий' } }), 1, own)
  assert.deepEqual([cell(own, comma, 'UF_CRM_KIND'), codes(comma)], ['', ['import.list-comma']])
})

test('problems name the record, the field and the place', () => {
  const result = companyRows(company({ title: '=ООО' }), 1, sheet)
  assert.deepEqual(result.problems, [
    {
      code: 'import.formula',
      args: { record: '=ООО', field: 'Название компании', value: '=ООО' },
      place: { field: 'Название компании' },
    },
  ])
})
