import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { check } from '../../src/cli/check.ts'
import { inProcess } from './command-context.ts'
import { type PracticeOptions, practiceFolder } from './practice-folder.ts'

const denied = { do: 'refuse-command', status: 400, error: 'ACCESS_DENIED', description: 'Access denied' } as const

async function checked(t: Parameters<typeof practiceFolder>[0], options: PracticeOptions = {}) {
  const place = await practiceFolder(t, options)
  const look = async (kind = {}, args = {}) => {
    const screen = inProcess(place.folder, kind)
    const code = await check(screen.context, { dir: place.folder, ...args })
    return {
      code,
      out: screen.out(),
      err: screen.err(),
      codes: [...screen.err().matchAll(/\[([a-z-]+\.[a-z-]+)\]/g)].map(([, found]) => found),
    }
  }
  return { ...place, look }
}

test('a good portal is told line by line, and nothing on it is changed', async (t) => {
  const { look, sandbox, origin } = await checked(t)
  const before = JSON.stringify(sandbox.state)
  const { code, out, err } = await look()
  assert.deepEqual([code, err], [0, ''])
  assert.ok(out.includes(`Портал ${origin}: вебхук пользователя № 1, администратор`))
  assert.equal(out.match(/✓/g)?.length, 6 + 5)
  assert.equal(JSON.stringify(sandbox.state), before)
})

test('a webhook of somebody who is no administrator may not see every card', async (t) => {
  const { look } = await checked(t, { change: ({ users }) => Object.assign(users[0]!, { ADMIN: false }) })
  const { code, out, codes } = await look()
  assert.deepEqual([code, codes], [0, ['check.not-admin']])
  assert.match(out, /! {2}все карточки видны/)
})

test('a webhook without the right to import is found out, unless automation is wanted', async (t) => {
  const { look, sandbox } = await checked(t)
  sandbox.plan({ on: 'crm.item.batchImport', every: 1, times: 'ever', ...denied })
  const { code, codes, err } = await look()
  assert.deepEqual([code, new Set(codes)], [2, new Set(['check.no-import'])])
  assert.deepEqual(
    [...err.matchAll(/импорт карточек \(([^)]+)\)/g)].map(([, what]) => what),
    ['компания', 'контакт', 'сделка', 'счёт'],
    'orders are only updated, work orders and bookings are made',
  )
  const other = await checked(t, { more: 'portal: {automation: true}\n' })
  other.sandbox.plan({ on: 'crm.item.batchImport', every: 1, times: 'ever', ...denied })
  const again = await other.look()
  assert.deepEqual([again.code, again.codes], [0, []])
})

test('a portal that takes no empty list leaves the right unproven, and says so', async (t) => {
  const { look, sandbox } = await checked(t)
  sandbox.plan({ ...denied, on: 'crm.item.batchImport', error: '100', description: 'no data' })
  const { code, codes } = await look()
  assert.deepEqual([code, codes], [0, ['check.import-unproven']])
})

test('a scope that was not ticked is named', async (t) => {
  const { look } = await checked(t, { change: ({ webhooks }) => Object.assign(webhooks[0]!, { scopes: ['crm'] }) })
  const { codes } = await look()
  assert.deepEqual(codes, ['check.users-unreadable'])
  const without = await checked(t, { change: ({ webhooks }) => Object.assign(webhooks[0]!, { scopes: ['user'] }) })
  assert.deepEqual((await without.look()).codes, ['portal.scope'])
})

test('the scope of the catalogue is asked for where rows are linked to products, and told with where to give it', async (t) => {
  const noCatalogue = ({ webhooks }: { webhooks: { scopes: readonly string[] }[] }) =>
    Object.assign(webhooks[0]!, { scopes: ['crm', 'user_basic'] })
  const documents = (more: string) => `exchanges:
  - {name: zn, preset: work-orders}
  - {name: Заказы из 1С, preset: orders, ${more}}
`
  const linked = await checked(t, { change: noCatalogue, more: documents('products: link') })
  const { code, codes, err, out } = await linked.look()
  assert.deepEqual([code, codes], [2, ['check.no-catalogue']])
  assert.match(err, /настройка «exchanges\["Заказы из 1С"\]\.products»: Вебхуку не дано право «catalog», а products: link/)
  assert.match(err, /→ Откройте вебхук в Битрикс24/)
  assert.match(out, /✗ {2}права вебхука/)
  for (const more of ['products: text', 'products: wait, rows: false', 'products: wait, enabled: false']) {
    const { look } = await checked(t, { change: noCatalogue, more: documents(more) })
    assert.deepEqual((await look()).codes, [], more)
  }
  const allowed = await checked(t, { more: documents('products: wait') })
  assert.deepEqual((await allowed.look()).codes, [])
})

test('on the way back to 1C the scope of the catalogue is missed, and stops nothing', async (t) => {
  const { look } = await checked(t, {
    change: ({ webhooks }) => Object.assign(webhooks[0]!, { scopes: ['crm', 'user_basic'] }),
    more: 'exchanges: [{name: а, preset: contacts}]\noutgoing: [{name: zakazy}, {name: б, enabled: false, file: to1c/b.xml}]\n',
  })
  const { code, codes, err } = await look()
  assert.deepEqual([code, codes], [0, ['check.no-goods']])
  assert.match(err, /настройка «outgoing\.zakazy»: Вебхуку не дано право «catalog»/)
})

test('in English the kinds of cards are English too, and a smart process goes by its name', async (t) => {
  const { look, sandbox } = await checked(t, {
    more: `language: en
exchanges:
  - {name: zn, preset: work-orders, numberField: UF_CRM_ZN}
  - {name: dog, preset: contracts, into: process, process: 1032, numberField: UF_CRM_7_ID_1C}
`,
  })
  sandbox.plan({ on: 'crm.item.batchImport', every: 1, times: 'ever', ...denied })
  const { err } = await look({ language: 'en' })
  assert.match(err, /setting «exchanges\.zn\.numberField»: The portal has no field UF_CRM_ZN \(deal\)/)
  assert.match(err, /setting «exchanges\.dog\.numberField»: The portal has no field UF_CRM_7_ID_1C \(smart process “Договоры”\)/)
  assert.match(err, /right to import cards \(smart process “Договоры”\)/)
})

test('names of the settings that the portal does not have are told with their place', async (t) => {
  const { look } = await checked(t, {
    name: 'vladivostok',
    more: `bitrix24: {responsible: Павел Кузнецов, companyType: '', contactType: '', idFields: {company: UF_CRM_ID_1C}}
exchanges:
  - {name: а, preset: counterparties, innFields: ИНН/КПП, fields: {comments: Примечание, UF_CRM_NONE: Менеджер}, responsible: Ольга Ли}
`,
  })
  const { code, err, codes } = await look()
  assert.equal(code, 2)
  assert.deepEqual(codes, [
    ...['check.field-missing', 'check.field-missing'],
    ...['crm.preset-unknown', 'crm.preset-unknown', 'check.user'],
  ])
  assert.match(err, /настройка «bitrix24\.idFields\.company»: Поля UF_CRM_ID_1C на портале нет \(компания\)/)
  assert.match(err, /настройка «exchanges\.а\.fields\.UF_CRM_NONE».*UF_CRM_NONE/)
  assert.match(err, /настройка «bitrix24\.presets\.soleProprietor».*ИП/)
})

test('cards that bear our mark before we have made any are told', async (t) => {
  const { look, sandbox } = await checked(t)
  await sandbox.handle({
    method: 'POST',
    url: '/rest/1/sandbox/crm.item.add',
    contentType: 'application/json',
    body: JSON.stringify({ entityTypeId: 4, fields: { title: 'ООО «Сова»', originatorId: '1C', originId: 'a' } }),
  })
  const { code, codes, err } = await look()
  assert.deepEqual([code, codes], [0, ['check.originator-used']])
  assert.match(err, /меткой «1C»: 1,/)
})

test('a portal that is not there is a passing obstacle, and the folders are told all the same', async (t) => {
  const { look, sandbox } = await checked(t, { more: 'portal: {patience: 0s}\n' })
  await sandbox.close()
  const { code, out, codes } = await look()
  assert.deepEqual([code, codes], [5, ['portal.connection']])
  assert.match(out, /✓ +входящие/)
  const json = await look({ json: true })
  assert.deepEqual([JSON.parse(json.out).ok, JSON.parse(json.out).problems[0].code], [false, 'portal.connection'])
})

const nowhere = `exchanges:
  - {name: а, preset: work-orders, numberField: UF_CRM_ZN, fields: {UF_CRM_MASTER: Мастер}}
`

test('B4: a field that is not there stops the exchange, and the check says which command makes it', async (t) => {
  const { look, sandbox } = await checked(t, { more: nowhere })
  const before = JSON.stringify(sandbox.state)
  const { code, codes, err } = await look()
  assert.deepEqual([code, codes], [2, ['check.field-missing', 'check.field-missing']])
  assert.match(err, /настройка «exchanges\.а\.numberField»: Поля UF_CRM_ZN на портале нет \(сделка\)\. Похожее: /)
  assert.match(err, /obmen24 check --create-fields/)
  assert.equal(JSON.stringify(sandbox.state), before, 'nothing is made unless asked for')
})

test('B4: with --create-fields the fields are named, made as texts, and found; again there is nothing to make', async (t) => {
  const { look, sandbox } = await checked(t, { more: nowhere })
  const { code, out, err } = await look({}, { createFields: true })
  assert.deepEqual([code, err], [0, ''])
  assert.match(
    out,
    /Создаю на портале поля вида «Строка»:\n {2}UF_CRM_ZN «Номер в 1С», сделка\n {2}UF_CRM_MASTER «Мастер», сделка\n/,
  )
  const made = sandbox.state.userFields.filter(({ fieldName }) => /_(?:ZN|MASTER)$/.test(fieldName))
  assert.deepEqual(
    made.map(({ entityId, userTypeId, label }) => [entityId, userTypeId, label]),
    [
      ['CRM_DEAL', 'string', 'Номер в 1С'],
      ['CRM_DEAL', 'string', 'Мастер'],
    ],
  )
  const before = sandbox.state.userFields.length
  const again = await look({ json: true }, { createFields: true })
  assert.deepEqual([again.code, JSON.parse(again.out).created], [0, []])
  assert.equal(sandbox.state.userFields.length, before)
})

test('programs are told which fields were made', async (t) => {
  const { look } = await checked(t, { more: nowhere })
  const { out } = await look({ json: true }, { createFields: true })
  const { ok, created } = JSON.parse(out)
  assert.equal(ok, true)
  assert.deepEqual(created, [
    { entity: 'deal', name: 'UF_CRM_ZN', label: 'Номер в 1С' },
    { entity: 'deal', name: 'UF_CRM_MASTER', label: 'Мастер' },
  ])
})

test('fields are made by an administrator only, and on a portal only', async (t) => {
  const { look, sandbox } = await checked(t, { more: nowhere, change: ({ users }) => Object.assign(users[0]!, { ADMIN: false }) })
  const { code, codes } = await look({}, { createFields: true })
  assert.deepEqual([code, codes[0]], [2, 'check.create-needs-admin'])
  assert.ok(sandbox.state.userFields.every(({ fieldName }) => fieldName !== 'UF_CRM_ZN'))
  const files = await checked(t, { more: 'exchanges: []\n' })
  await writeFile(join(files.folder, 'obmen24.yaml'), '')
  const csv = await files.look({}, { createFields: true })
  assert.deepEqual([csv.code, csv.codes], [2, ['check.create-needs-portal']])
})

test('pipelines and stages of documents are proven as well', async (t) => {
  const { look } = await checked(t, {
    more: `exchanges:
  - {name: а, preset: work-orders, pipeline: Сервис, stages: {закрыт: Закрыт, отказ: Отказан}, finalStages: [Закрыт, Отказ]}
outgoing: [{name: б, stages: [Нигде]}]
`,
  })
  const { code, err, codes } = await look()
  assert.deepEqual([code, codes], [2, ['crm.stage-unknown', 'crm.stage-unknown']])
  assert.match(err, /настройка «exchanges\.а\.stages\.отказ».*«Отказан»\. Похожая: Отказ/)
})

test('the folder of a file for 1C is tried as well, where it is none of our own', async (t) => {
  const { look, folder } = await checked(t, {
    more: `exchanges: [{name: а, preset: contacts}]
outgoing: [{name: б}, {name: в, into: invoice, numberPrefix: S24-, file: to1c/invoices.xml}, {name: г, file: gone/x.xml, enabled: false}]
`,
  })
  const { code, out } = await look()
  assert.equal(code, 0)
  assert.match(out, new RegExp(`✓ +для 1С: +${join(folder, 'to1c')}\n`))
  assert.equal(out.match(/для 1С:/g)?.length, 1)
  await rm(join(folder, 'to1c'), { recursive: true })
  await writeFile(join(folder, 'to1c'), 'no folder')
  assert.equal((await look()).code, 4)
})
