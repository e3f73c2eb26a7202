import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { checkHeaders, sheetProblems } from '../../../src/bitrix24/import-csv/check-headers.ts'
import { nearTitle } from '../../../src/bitrix24/import-csv/near-title.ts'
import { defaultProfile, type ImportProfile } from '../../../src/bitrix24/import-csv/profile.ts'
import { createSheet } from '../../../src/bitrix24/import-csv/sheet.ts'
import { codes } from './files.ts'
import { companyFields, dealFields } from './portal-model.ts'

const profile: ImportProfile = { ...defaultProfile, opened: true }
const companyTitles = Object.values(companyFields)

/** As portals write samples: byte order mark, every cell quoted, one more separator at the end. */
function sample(titles: readonly string[]): Uint8Array {
  return Buffer.from(`\ufeff${titles.map((title) => `"${title}";`).join('')}\r\n"1";"ООО ""Новые технологии""";\r\n`)
}

test('the sample of a Russian portal matches in full', () => {
  const { form, matched, renamed, missing, extra, problems } = checkHeaders(sample(companyTitles), 'company', profile)
  assert.deepEqual([form, renamed, missing, problems], ['titles', [], [], []])
  assert.equal(matched.length, createSheet('company', profile).columns.length)
  assert.ok(extra.includes('Логотип') && !extra.includes('Название компании'))
})

test('case does not count, nor do encoding, quotes and separator', () => {
  const upper = companyTitles.map((title) => title.toUpperCase())
  const files = [
    iconv.encode(`${companyTitles.join(';')};\r\n`, 'win1251'),
    iconv.encode(companyTitles.join('\t'), 'utf-16le', { addBOM: true }),
    iconv.encode(companyTitles.join('\t'), 'utf-16be', { addBOM: true }),
    Buffer.from(companyTitles.map((title) => `"${title}"`).join(',')),
    sample(upper),
  ]
  for (const file of files) assert.deepEqual(checkHeaders(file, 'company', profile).missing, [])
})

test('a renamed column is told with what the portal calls it', () => {
  const titles = companyTitles.map((title) =>
    title === 'Доступен для всех' ? 'Доступно для всех' : title.replace('счёт', 'счет'),
  )
  const { renamed, missing, problems } = checkHeaders(sample(titles), 'company', profile)
  assert.deepEqual(missing, [])
  assert.deepEqual(renamed.map(({ column, offered }) => [column.id, offered]).sort(), [
    ['BD_RQ_ACC_CURRENCY|1', 'Банковский реквизит (Россия): Валюта счета'],
    ['BD_RQ_ACC_NUM|1', 'Банковский реквизит (Россия): Расчетный счет'],
    ['BD_RQ_COR_ACC_NUM|1', 'Банковский реквизит (Россия): Кор. счет'],
    ['OPENED', 'Доступно для всех'],
  ])
  assert.ok(codes({ problems }).every((code) => code === 'import.header-renamed'))
})

test('taking over the offered titles makes the check clean', () => {
  const titles = Object.values(dealFields).map((title) =>
    title === 'Стадия сделки' ? 'Стадия' : title.replace('Предполагаемая дата закрытия', 'Дата завершения'),
  )
  const first = checkHeaders(sample(titles), 'deal', profile)
  const own = Object.fromEntries(first.renamed.map(({ column, offered }) => [column.id, offered]))
  assert.deepEqual(own, { STAGE_ID: 'Стадия', CLOSEDATE: 'Дата завершения' })
  assert.deepEqual(checkHeaders(sample(titles), 'deal', { ...profile, titles: own }).problems, [])
})

test('a sample made without the requisites box gives one sentence, not forty', () => {
  const titles = companyTitles.filter((title) => !/реквизит[ :]/i.test(title))
  const { missing, problems } = checkHeaders(sample(titles), 'company', profile)
  assert.deepEqual(codes({ problems }), ['import.requisites-off'])
  assert.ok(missing.length > 30)
})

test('a field that the portal does not have is told by name', () => {
  const custom: ImportProfile = { ...profile, idFields: { company: { id: 'UF_CRM_OLD', title: 'Старый код' } } }
  const titles = companyTitles.filter((title) => title !== 'Реквизит (Россия): ОГРН')
  const { missing, problems } = checkHeaders(sample(titles), 'company', custom)
  assert.deepEqual(
    missing.map(({ id }) => id),
    ['UF_CRM_OLD', 'RQ_RQ_OGRN|1'],
  )
  assert.deepEqual(codes({ problems }), ['import.header-missing', 'import.header-missing'])
})

test('without the column that keeps presets the check fails', () => {
  const { problems } = checkHeaders(sample(companyTitles.filter((title) => title !== 'Реквизит: ID шаблона')), 'company', profile)
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place.field]),
    [['import.header-required', 'Реквизит: ID шаблона']],
  )
})

test('the sample of another section fails', () => {
  const { problems } = checkHeaders(sample(Object.values(dealFields)), 'company', profile)
  assert.ok(codes({ problems }).includes('import.header-required'))
})

test('a sample with field ids is known as such', () => {
  const ids = Object.keys(companyFields)
  assert.deepEqual(
    [checkHeaders(sample(ids), 'company', profile).form, checkHeaders(sample(ids), 'company', profile).problems],
    ['ids', []],
  )
  assert.equal(checkHeaders(sample([...ids, 'Тип компании']), 'company', profile).form, 'mixed')
  assert.equal(checkHeaders(sample(['a', 'b']), 'company', profile).form, 'unknown')
})

test('our ids match a sample with titles, whatever the old names of address parts are', () => {
  const titles = companyTitles.map((title) =>
    title.replace('Адрес - населенный пункт', 'Адрес - город').replace('Адрес - регион', 'Адрес - область'),
  )
  assert.deepEqual(checkHeaders(sample(titles), 'company', { ...profile, headers: 'ids' }).problems, [])
})

test('a title that the portal has twice is told', () => {
  const { problems } = checkHeaders(sample([...companyTitles, 'тип компании']), 'company', profile)
  assert.deepEqual(
    problems.map(({ code, args }) => [code, args['count']]),
    [['import.header-twice', 2]],
  )
})

test('a custom field named like a standard column is an error of the profile', () => {
  const customFields = { company: [{ id: 'UF_CRM_5', title: 'Тип компании', source: 'x', type: 'text', items: null } as const] }
  const problems = sheetProblems(createSheet('company', { ...profile, customFields }))
  assert.deepEqual(
    problems.map(({ code, args }) => [code, args['first'], args['id']]),
    [['import.own-header-twice', 'COMPANY_TYPE', 'UF_CRM_5']],
  )
})

test('an empty file and a workbook are no samples', () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('\ufeff\r\n'),
    Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0, 0x3b, 0x3b]),
  ]) {
    const { problems, form, missing } = checkHeaders(bytes, 'company', profile)
    assert.deepEqual([codes({ problems }), form], [['import.sample-unreadable'], 'unknown'])
    assert.ok(missing.length > 0)
  }
})

test('a near title has the same beginning and nearly the same end', () => {
  assert.equal(nearTitle('Кол-во сотрудников', ['Число сотрудников', 'Кол-во сотрудника']), 'Кол-во сотрудника')
  assert.equal(nearTitle('Реквизит (Россия): ОГРН', ['Реквизит (Россия): ОГРНИП']), null)
  assert.equal(nearTitle('Реквизит (Россия): ИНН', ['Реквизит (Беларусь): ИНН']), null)
  assert.equal(nearTitle('Адрес - район', ['Адрес - регион']), null)
  assert.equal(nearTitle('НДС включён в цену', ['ндс включен в цену']), 'ндс включен в цену')
})

test('a title with a letter or two changed is offered', () => {
  const titles = companyTitles.map((title) => (title === 'Сфера деятельности' ? 'Сферы деятельности' : title))
  const { renamed, missing } = checkHeaders(sample(titles), 'company', profile)
  assert.deepEqual([renamed.map(({ offered }) => offered), missing], [['Сферы деятельности'], []])
})

test('field ids cannot be compared with a sample in another language, and that is said once', () => {
  const english = ['ID', 'Company Name', 'Company Type', 'Work Phone', 'Details: Name']
  assert.deepEqual(codes(checkHeaders(sample(english), 'company', { ...profile, headers: 'ids' })), ['import.ids-unchecked'])
})
