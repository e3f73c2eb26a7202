import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contexts } from '../../../src/exchange/map/contexts.ts'
import { currencyOf } from '../../../src/exchange/map/currency.ts'
import { fieldValues, isOwnField, ownFields, splitFields } from '../../../src/exchange/map/custom-fields.ts'
import { foldedTable, words } from '../../../src/exchange/map/words.ts'
import { settingsOf } from '../workbench.ts'

function contextOf(yaml: string) {
  const settings = settingsOf(yaml)
  return contexts(settings.bitrix24).contextOf(settings.exchanges[0]!)
}

test('values of fields pass through the table of their field, without regard to case and spaces; empty ones are left out', () => {
  const context = contextOf(`
exchanges:
  - name: К
    preset: counterparties
    fields: { UF_CRM_KIND: Вид, source: Откуда, Пусто: Нет такого }
    values: { uf_crm_kind: { 'Юр. лицо': Организация }, source: { сайт: Веб-сайт } }`)
  const scope = { Вид: 'ЮР.  ЛИЦО', Откуда: 'Сайт' }
  assert.deepEqual(fieldValues(context, scope), { UF_CRM_KIND: 'Организация', source: 'Веб-сайт' })
  assert.deepEqual(fieldValues(context, { Вид: 'Иной', Откуда: '' }), { UF_CRM_KIND: 'Иной' })
})

test('fields of the card itself are told from those of the portal; those of other cards are neither', () => {
  const values = { comments: 'к', UF_X: '1', birthDate: '05.03.1990', Менеджер: 'Л' }
  assert.deepEqual(splitFields(values, ownFields.contact), {
    own: { comments: 'к', birthDate: '1990-03-05' },
    custom: { UF_X: '1', Менеджер: 'Л' },
  })
  assert.deepEqual(splitFields(values, ownFields.company), { own: { comments: 'к' }, custom: { UF_X: '1', Менеджер: 'Л' } })
  assert.equal(splitFields({ birthDate: 'весной' }, ownFields.contact).own['birthDate'], 'весной', 'for the file to complain of')
  assert.deepEqual([isOwnField('stage'), isOwnField('UF_CRM_STAGE')], [true, false])
})

test('tables of words find their words however they are spelled, and leave others alone', () => {
  const tables = words({ role: { Покупатель: 'Клиент' } })
  assert.deepEqual(
    [tables.say('Role', 'покупатель'), tables.say('role', 'Склад'), tables.say('x', 'y')],
    ['Клиент', 'Склад', 'y'],
  )
  assert.equal(foldedTable({ 'В работе': 'a', ВРАБОТЕ: 'b' }).get('вработе'), 'b', 'the last says')
})

test('the context of an exchange is made once, and its hash changes with what may change a card', () => {
  const settings = settingsOf('exchanges: [{ name: К, preset: counterparties }, { name: З, preset: orders }]')
  const made = contexts(settings.bitrix24)
  const [first, second] = settings.exchanges
  assert.equal(made.contextOf(first!), made.contextOf(first!))
  assert.deepEqual([made.contextOf(first!).title, made.contextOf(second!).title === null], [null, false])
  assert.equal([...made.all()].length, 2)
  const hash = (yaml: string) => contextOf(yaml).hash
  const usual = hash('exchanges: [{ name: К, preset: counterparties }]')
  assert.equal(hash("exchanges: [{ name: Другое имя, preset: counterparties, files: ['a.xml'] }]"), usual)
  assert.notEqual(hash('exchanges: [{ name: К, preset: counterparties, person: company }]'), usual)
  assert.notEqual(hash('bitrix24: { responsible: Л }\nexchanges: [{ name: К, preset: counterparties }]'), usual)
})

test('currencies go by the table of the settings, else by their code, else as 1C wrote them', () => {
  const context = contextOf("bitrix24: { currencies: { 'у.е.': EUR } }\nexchanges: [{ name: К, preset: counterparties }]")
  assert.deepEqual(
    ['У.Е.', 'руб', 'RUR', '₽', 'usd', 'фантики', ''].map((text) => currencyOf(text, context)),
    ['EUR', 'RUB', 'RUB', 'RUB', 'USD', 'фантики', ''],
  )
})
