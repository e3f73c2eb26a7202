import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldNamed } from '../../../src/bitrix24/crm/find-field.ts'
import { loadDirectories } from '../../../src/bitrix24/crm/load-directories.ts'
import { statusCommand } from '../../../src/bitrix24/crm/status-command.ts'
import { openCrmPortal, status } from './crm-portal.ts'

test('what a small portal has registered comes in one request', async (t) => {
  const portal = await openCrmPortal(t)
  const directories = await portal.directories()
  assert.equal(portal.requests(), 1)
  assert.deepEqual(
    [directories.isAdmin, directories.userId, directories.baseCurrency, directories.scopes],
    [true, 1, 'RUB', ['crm', 'user_basic']],
  )
  assert.deepEqual(directories.users, [
    { id: 1, email: 'user1@example.org', firstName: 'Ирина', lastName: 'Ковалёва', secondName: '' },
    { id: 3, email: 'user3@example.org', firstName: 'Мария', lastName: 'Ларина', secondName: '' },
  ])
  assert.deepEqual(
    directories.presets.map(({ id, name, countryId }) => [id, name, countryId]),
    [
      [1, 'Организация', 1],
      [3, 'ИП', 1],
      [5, 'Физ. лицо', 1],
    ],
  )
  assert.deepEqual(directories.statuses['COMPANY_TYPE'], [
    { id: 'CUSTOMER', name: 'Клиент' },
    { id: 'SUPPLIER', name: 'Поставщик' },
  ])
  const brands = fieldNamed(directories, 'company', 'UF_CRM_BRANDS')!
  assert.deepEqual(
    { ...brands, items: brands.items.map(({ value }) => value) },
    {
      name: 'UF_CRM_BRANDS',
      upperName: 'UF_CRM_BRANDS',
      title: 'Марки',
      type: 'enumeration',
      isMultiple: true,
      isReadOnly: false,
      isRequired: false,
      statusType: '',
      items: ['Лютик', 'Клевер'],
      customId: 23,
    },
  )
  assert.equal(fieldNamed(directories, 'contact', 'lastName')?.type, 'string')
  assert.equal(fieldNamed(directories, 'contact', 'UF_CRM_BRANDS'), null)
})

test('lists longer than a page are read to their end, in one request more', async (t) => {
  const portal = await openCrmPortal(t, (state) => {
    for (let id = 10; id < 180; id += 1) {
      state.users.push({ ID: String(id), ACTIVE: true, NAME: `Имя${id}`, LAST_NAME: `Фамилия${id}`, EMAIL: '' })
      if (id < 75) state.statuses.push(status('SOURCE', `S${id}`, `Источник ${id}`))
    }
  })
  const directories = await portal.directories()
  assert.equal(portal.requests(), 2)
  assert.equal(directories.users!.length, 172)
  assert.equal(new Set(directories.users!.map(({ id }) => id)).size, 172)
  assert.equal(directories.statuses['SOURCE']!.length, 66)
})

test('a webhook that may not read users still works, and knows that it knows none', async (t) => {
  const portal = await openCrmPortal(t, (state) => {
    state.webhooks[0]!.scopes = ['crm']
  })
  assert.equal((await portal.directories()).users, null)
})

test('a webhook without CRM is a failure, not an empty portal', async (t) => {
  const portal = await openCrmPortal(t, (state) => {
    state.webhooks[0]!.scopes = ['user_basic']
  })
  const loaded = await loadDirectories(portal.client)
  assert.equal(loaded.kind === 'failed' && loaded.outcome.error.code, 'insufficient_scope')
})

test('a missing value is added once, and is there when the directories are read again', async (t) => {
  const portal = await openCrmPortal(t)
  const before = await portal.directories()
  const dealer = statusCommand({ directory: 'COMPANY_TYPE', name: 'Дилер', entity: 'company' }, before)
  const clover = statusCommand({ directory: 'UF_CRM_BRANDS', name: 'Мак', entity: 'company' }, before)
  const outcomes = await portal.client.batch([dealer, clover, dealer])
  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ['done', 'done', 'refused'],
  )
  const after = await portal.directories()
  assert.deepEqual(
    after.statuses['COMPANY_TYPE']!.map(({ name }) => name),
    ['Клиент', 'Поставщик', 'Дилер'],
  )
  assert.deepEqual(
    fieldNamed(after, 'company', 'UF_CRM_BRANDS')!.items.map(({ value }) => value),
    ['Лютик', 'Клевер', 'Мак'],
  )
})

test('documents bring their fields, pipelines with stages, processes and own companies, in two requests', async (t) => {
  const portal = await openCrmPortal(t)
  const own = await portal.add(4, { title: 'ООО «Клевер»', isMyCompany: 'Y' })
  await portal.add(4, { title: 'ООО «Лютик»' })
  const before = portal.requests()
  const directories = await portal.directories(['company', 'contact', 'deal', 'invoice', 'process:1032'])
  assert.equal(portal.requests() - before, 2)
  assert.deepEqual(Object.keys(directories.fields), ['company', 'contact', 'deal', 'invoice', 'process:1032'])
  assert.deepEqual(
    directories.pipelines['deal']!.map(({ id, name, isDefault, stages }) => [id, name, isDefault, stages.length]),
    [
      [0, 'Общая', true, 3],
      [5, 'Сервис', false, 5],
    ],
  )
  assert.deepEqual(directories.pipelines['deal']![0]!.stages, [
    { id: 'NEW', name: 'Новая', semantics: '' },
    { id: 'WON', name: 'Успешна', semantics: 'S' },
    { id: 'LOSE', name: 'Провалена', semantics: 'F' },
  ])
  assert.deepEqual(
    ['invoice', 'process:1032'].map((entity) => directories.pipelines[entity]![0]!.stages.map(({ id }) => id)),
    [
      ['DT31_3:N', 'DT31_3:P', 'DT31_3:D'],
      ['DT1032_9:NEW', 'DT1032_9:SUCCESS', 'DT1032_9:FAIL'],
    ],
  )
  assert.deepEqual(directories.statuses['DEAL_TYPE'], [
    { id: 'SALE', name: 'Продажа' },
    { id: 'SERVICE', name: 'Сервис' },
  ])
  assert.deepEqual(directories.myCompanies, [{ id: own, title: 'ООО «Клевер»' }])
  assert.deepEqual(directories.processes, [
    { entityTypeId: 1032, title: 'Договоры', userFieldEntity: 'CRM_7' },
    { entityTypeId: 1036, title: 'Заявки', userFieldEntity: 'CRM_8' },
  ])
  assert.deepEqual(directories.currencies, ['USD', 'RUB'])
  assert.equal(fieldNamed(directories, 'deal', 'UF_CRM_URGENCY')?.customId, 29)
})

test('who may not list smart processes knows of none, and one that is not there has no fields', async (t) => {
  const portal = await openCrmPortal(t, (state) => {
    state.users[0]!['ADMIN'] = false
  })
  const directories = await portal.directories(['process:1040', 'process:1036'])
  assert.equal(directories.processes, null)
  assert.deepEqual([directories.fields['process:1040'], directories.pipelines['process:1040']], [[], []])
  assert.ok(directories.fields['process:1036']!.length > 0)
  assert.deepEqual(Object.keys(directories.pipelines), ['process:1040', 'process:1036'])
  assert.equal(directories.statuses['DEAL_TYPE'], undefined)
})
