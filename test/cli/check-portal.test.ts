import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../src/cli/check.ts'
import { inProcess } from './command-context.ts'
import { type PracticeOptions, practiceFolder } from './practice-folder.ts'

const denied = { do: 'refuse-command', status: 400, error: 'ACCESS_DENIED', description: 'Access denied' } as const

async function checked(t: Parameters<typeof practiceFolder>[0], options: PracticeOptions = {}) {
  const place = await practiceFolder(t, options)
  const look = async (kind = {}) => {
    const screen = inProcess(place.folder, kind)
    const code = await check(screen.context, { dir: place.folder })
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
  const { code, codes } = await look()
  assert.deepEqual([code, codes], [2, ['check.no-import', 'check.no-import']])
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
  assert.deepEqual(codes, ['crm.users-unreadable'])
  const without = await checked(t, { change: ({ webhooks }) => Object.assign(webhooks[0]!, { scopes: ['user'] }) })
  assert.deepEqual((await without.look()).codes, ['portal.scope'])
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
  assert.deepEqual(codes, ['crm.field-unknown', 'crm.preset-unknown', 'crm.preset-unknown', 'check.user', 'crm.field-unknown'])
  assert.match(err, /поле «bitrix24\.idFields\.company».*UF_CRM_ID_1C/)
  assert.match(err, /поле «exchanges\[1\]\.fields».*UF_CRM_NONE/)
  assert.match(err, /поле «bitrix24\.presets\.soleProprietor».*ИП/)
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
