import assert from 'node:assert/strict'
import { test } from 'node:test'
import { portalField, profileOf } from '../../src/exchange/profile.ts'
import { settingsOf } from './workbench.ts'

function profile(yaml: string) {
  const settings = settingsOf(yaml)
  return profileOf(settings.bitrix24, settings.exchanges)
}

test('what the settings say of the portal goes into the profile', () => {
  const made = profile(`
bitrix24:
  headers: ids
  responsible: Мария Ларина
  openToAll: false
  sectionLevels: 5
  presets: { organization: Юрлицо }
  idFields: { company: UF_CRM_ID_1C, deal: Номер в 1С }`)
  assert.deepEqual([made.headers, made.responsible, made.opened, made.sectionLevels], ['ids', 'Мария Ларина', false, 5])
  assert.deepEqual(made.presets, { organization: 'Юрлицо', soleProprietor: 'ИП', person: 'Физ. лицо' })
  assert.deepEqual(made.idFields, { company: { id: 'UF_CRM_ID_1C', title: '' }, deal: { id: '', title: 'Номер в 1С' } })
})

test('codes of fields are told from titles', () => {
  assert.deepEqual(portalField('uf_crm_vip'), { id: 'UF_CRM_VIP', title: '' })
  assert.deepEqual(portalField('PROPERTY_45'), { id: 'PROPERTY_45', title: '' })
  assert.deepEqual(portalField('UF_CRM про VIP'), { id: '', title: 'UF_CRM про VIP' })
  assert.deepEqual(portalField('Менеджер'), { id: '', title: 'Менеджер' })
})

test('columns of custom fields are those that enabled exchanges fill, each once, on the cards of their preset', () => {
  const made = profile(`
exchanges:
  - { name: К, preset: counterparties, fields: { UF_CRM_MANAGER: Менеджер, comments: Комментарий, Регион: Регион } }
  - { name: К2, preset: counterparties, files: ['b.csv'], fields: { UF_CRM_MANAGER: Ответственный } }
  - { name: З, preset: orders, numberField: UF_CRM_ID_1C, fields: { stage: Статус } }
  - { name: Т, preset: catalogue, enabled: false, fields: { Бренд: Изготовитель } }`)
  const sources = (entity: 'company' | 'contact' | 'deal' | 'product') => made.customFields[entity]?.map(({ source }) => source)
  assert.deepEqual(sources('company'), ['UF_CRM_MANAGER', 'Регион'])
  assert.deepEqual(sources('contact'), ['UF_CRM_MANAGER', 'Регион'])
  assert.deepEqual(sources('deal'), ['UF_CRM_ID_1C'])
  assert.deepEqual(sources('product'), [])
})

test('bookings fill the same columns of deals as work orders do', () => {
  const made = profile(`
exchanges:
  - { name: Б, preset: bookings, numberField: UF_CRM_ID_1C, fields: { UF_CRM_ROOM: Номер комнаты, comments: Пожелания } }`)
  assert.deepEqual(
    made.customFields.deal?.map(({ source }) => source),
    ['UF_CRM_ROOM', 'UF_CRM_ID_1C'],
  )
})

test('lists of the settings replace the usual ones and keep the ids of those that a new portal has; an empty one checks nothing', () => {
  const made = profile(`
bitrix24:
  companyType: Клиент
  lists: { companyTypes: [Клиент, Дилер, Клиент], sources: [] }
  vat: { '20': НДС двадцать }`)
  assert.deepEqual(made.lists.companyType, [
    { id: 'CUSTOMER', name: 'Клиент' },
    { id: '', name: 'Дилер' },
  ])
  assert.equal(made.lists.source, null)
  assert.ok(made.lists.vat?.some(({ name }) => name === 'НДС двадцать'))
  assert.ok(made.lists.vat?.some(({ name }) => name === 'Без НДС'))
})

test('pipelines of the settings bring their stages; without them only the main pipeline of a new portal is known', () => {
  const made = profile(`bitrix24: { pipelines: { Сервис: [Новая, Разбор], Продажи: [В работе] } }`)
  assert.deepEqual(
    made.lists.pipeline?.map(({ name }) => name),
    ['Сервис', 'Продажи'],
  )
  assert.deepEqual(made.lists.stages['Сервис'], [
    { id: 'NEW', name: 'Новая' },
    { id: '', name: 'Разбор' },
  ])
  const usual = profile('')
  assert.equal(usual.lists.pipeline, null)
  assert.deepEqual(Object.keys(usual.lists.stages), [''])
})
