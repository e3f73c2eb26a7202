import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contexts } from '../../../../src/exchange/map/contexts.ts'
import { rulesOf } from '../../../../src/exchange/portal/stage/rules-of.ts'
import { toldCounterparty, toldHash, toldPerson } from '../../../../src/exchange/portal/stage/told-of.ts'
import type { Counterparty } from '../../../../src/records/counterparty.ts'
import type { ExchangeOf } from '../../../../src/settings/settings.ts'
import { contactPerson, counterparty, inns } from '../../records.ts'
import { rowOf, settingsOf } from '../../workbench.ts'

function tell(record: Counterparty, keys = '', portal = '{}') {
  const settings = settingsOf(`bitrix24: ${portal}\ntarget: portal\nexchanges: [{ name: К, preset: counterparties${keys} }]`)
  const context = contexts(settings.bitrix24).contextOf(settings.exchanges[0] as ExchangeOf<'counterparties'>)
  return toldCounterparty({}, record, context)
}

const company = counterparty({ name: 'ООО «Ёлка»', inn: inns.company })

test('what only the settings say is a default, what 1C says is not, even where it is the same word', () => {
  const defaults = ['companyType', 'industry', 'responsible']
  assert.deepEqual(tell(company).card.initial, defaults)
  assert.deepEqual(tell({ ...company, role: 'Поставщик' }).card.initial, ['industry', 'responsible'])
  const mapped = ', fields: { companyType: comment, industry: name }'
  assert.deepEqual(tell({ ...company, comment: 'Клиент' }, mapped).card.initial, ['responsible'])
  assert.deepEqual(tell(company, mapped).card.initial, ['companyType', 'responsible'], 'the record has nothing for it')
  const words = ', values: { role: { Покупатель: Клиент } }'
  assert.deepEqual(tell({ ...company, role: 'Покупатель' }, words).card.initial, ['industry', 'responsible'])
})

test('of a person the type, the source and what no typical 1C tells are defaults', () => {
  const person = counterparty({ name: 'Рябова Анна Львовна' })
  const { card } = tell(person, '', '{ source: Веб-сайт }')
  assert.deepEqual(card.initial, ['contactType', 'source', 'salutation', 'birthDate', 'responsible'])
  assert.equal(card.draft.kind === 'contact' && card.draft.source, 'Веб-сайт')
  const { exchanges, bitrix24 } = settingsOf('exchanges: [{ name: Л, preset: contacts, fields: { salutation: relation } }]')
  const record = contactPerson({ relation: 'Г-жа' })
  const exchange = exchanges[0] as ExchangeOf<'contacts'>
  const told = toldPerson(rowOf(record, {}), record, ['k1'], contexts(bitrix24).contextOf(exchange))
  assert.deepEqual(
    [told.by, told.companies, told.initial],
    ['contactPerson', ['k1'], ['contactType', 'source', 'birthDate', 'responsible']],
  )
})

test('a mapped custom field that the record has nothing for is told as empty', () => {
  const fields = ', fields: { UF_CRM_MANAGER: Менеджер, UF_CRM_NOTE: comment, comments: name }'
  assert.deepEqual(tell({ ...company, comment: 'да' }, fields).card.draft.custom, { UF_CRM_MANAGER: '', UF_CRM_NOTE: 'да' })
})

test('a mark of deletion is told where the settings want it to be seen', () => {
  const deleted = { ...company, deleted: true }
  assert.equal(tell(deleted, ', deleted: keep').card.deleted, false)
  assert.equal(tell(deleted, ', deleted: close').card.deleted, true)
  assert.equal(tell(deleted, ', deleted: mark, deletedMark: { field: UF_CRM_D }').card.deleted, true)
  assert.equal(tell(company, ', deleted: close').card.deleted, false)
  assert.notEqual(toldHash(tell(deleted, ', deleted: close').card), toldHash(tell(company, ', deleted: close').card))
})

test('the hash changes with what is told, not with the companies of a person', () => {
  const { card } = tell(company)
  assert.equal(toldHash({ ...card, companies: ['k7'] }), toldHash(card))
  assert.notEqual(toldHash(tell({ ...company, comment: 'новое' }).card), toldHash(card))
  assert.equal(toldHash(JSON.parse(JSON.stringify(card))), toldHash(card), 'the ledger keeps it as JSON')
})

test('the rules of an exchange are what its settings say of cards', () => {
  const { exchanges } = settingsOf(
    'exchanges: [{ name: К, preset: counterparties, match: [inn, phone], mode: update, blanks: clear }]',
  )
  assert.deepEqual(rulesOf(exchanges[0] as ExchangeOf<'counterparties'>), {
    exchange: 'К',
    match: ['inn', 'phone'],
    innFields: [],
    mode: 'update',
    conflict: '1c',
    blanks: 'clear',
    missingValues: 'skip',
    vanished: 'create',
  })
})
