import assert from 'node:assert/strict'
import { Agent } from 'node:https'
import { type TestContext, test } from 'node:test'
import { type AjaxError, ApiVersion, B24Hook, type BatchCommandsArrayUniversal, type RestrictionParams } from '@bitrix24/b24jssdk'
import { fixturePortal } from '../../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox, type Sandbox, type SandboxSetup } from '../../../src/bitrix24/sandbox/sandbox.ts'
import { titles, unlimited } from './small-portal.ts'
import { tls } from './tls-key.ts'

// A client that nobody here wrote: the official SDK, over https, takes the sandbox for a portal.

interface Item {
  readonly id: number
  readonly title: string
  readonly phone?: string
}

test('the SDK finds the portal in health', async (t) => {
  const { b24 } = await openSdk(t)
  assert.equal(await b24.tools.healthCheck.make(), true)
})

test('the SDK creates, reads, changes and deletes a company', async (t) => {
  const { call } = await openSdk(t)
  const fm = [{ typeId: 'PHONE', valueType: 'WORK', value: '+74950000101' }]
  const added = await call<{ item: Item }>('crm.item.add', { entityTypeId: 4, fields: { title: 'ООО «Клён» & Ко 100%', fm } })
  const { id } = added.item
  await call('crm.item.update', { entityTypeId: 4, id, fields: { title: 'ООО «Вяз»' } })
  const { item } = await call<{ item: Item }>('crm.item.get', { entityTypeId: 4, id })
  assert.deepEqual([added.item.title, item.title, item.phone], ['ООО «Клён» & Ко 100%', 'ООО «Вяз»', '+74950000101'])
  assert.deepEqual(await call('crm.item.delete', { entityTypeId: 4, id }), [])
})

test('the SDK sends any number of commands in batches of fifty and reads the records back by lists', async (t) => {
  const { b24, sandbox } = await openSdk(t)
  const calls = Array.from({ length: 120 }, (_, place) => ['crm.item.add', { entityTypeId: 4, fields: { title: `№ ${place}` } }])
  const made = await b24.actions.v2.batchByChunk.make<{ item: Item }>({ calls: calls as BatchCommandsArrayUniversal })
  assert.deepEqual(
    made.getData()?.map(({ item }) => item.title),
    calls.map((_, place) => `№ ${place}`),
  )
  assert.deepEqual(
    sandbox.log.map(({ commands }) => commands.length),
    [50, 50, 20],
  )

  const list = {
    method: 'crm.item.list',
    params: { entityTypeId: 4, select: ['id', 'title'] },
    idKey: 'id',
    customKeyForResult: 'items',
  }
  const whole = await b24.actions.v2.callList.make<Item>(list)
  assert.deepEqual(
    whole.getData()?.map(({ id }) => id),
    ascending(1, 120),
  )
  const pages: number[] = []
  for await (const page of b24.actions.v2.fetchList.make<Item>(list)) pages.push(page.length)
  assert.deepEqual(pages, [50, 50, 20])

  const first = await b24.actions.v2.call.make<{ items: Item[] }>({
    method: 'crm.item.list',
    params: { entityTypeId: 4, start: 0 },
  })
  const next = await first.getNext(b24.getHttpClient(ApiVersion.v2))
  assert.deepEqual([first.getTotal(), first.isMore()], [120, true])
  assert.deepEqual(next !== false && next.getData()?.result.items.map(({ id }: Item) => id), ascending(51, 100))
  // A classic list: an array of texts, by its capital ID.
  const classic = await b24.actions.v2.callList.make<{ ID: string }>({ method: 'crm.company.list', params: { select: ['ID'] } })
  assert.deepEqual(
    classic.getData()?.map(({ ID }) => ID),
    ascending(1, 120).map(String),
  )
})

test('a command of a batch takes what one before it has brought, and halt leaves out the rest', async (t) => {
  const { b24, sandbox } = await openSdk(t)
  const chain = {
    company: { method: 'crm.item.add', params: { entityTypeId: 4, fields: { title: 'ООО «Клён»' } } },
    contact: {
      method: 'crm.item.add',
      params: { entityTypeId: 3, fields: { name: 'Ольга', companyIds: ['$result[company][item][id]'] } },
    },
    gone: { method: 'crm.item.get', params: { entityTypeId: 4, id: 999 } },
    after: { method: 'crm.item.add', params: { entityTypeId: 4, fields: { title: 'не создаётся' } } },
  }
  const done = await b24.actions.v2.batch.make({ calls: chain, options: { isHaltOnError: true } })
  assert.deepEqual([done.isSuccess, done.getErrorMessages()], [false, ['Item not found']])
  assert.deepEqual(sandbox.state.items[3]?.[1]?.['companyIds'], [1])
  assert.deepEqual(titles(sandbox), ['ООО «Клён»'])
})

test('the SDK tells refusals by their codes and sends them once', async (t) => {
  const { failure, sandbox } = await openSdk(t)
  const told = [
    await failure('crm.no.such', {}),
    await failure('crm.item.get', { entityTypeId: 4, id: 999 }),
    await failure('crm.item.list', { entityTypeId: 4, filter: { nope: 1 } }),
    await failure('crm.item.add', { entityTypeId: 2, fields: { title: 'Заказ', stageId: 'NO' } }),
    await failure('event.bind', {}),
  ]
  assert.deepEqual(told, [
    [404, 'ERROR_METHOD_NOT_FOUND', 'Method not found!'],
    [400, 'NOT_FOUND', 'Item not found'],
    [400, 'INVALID_ARG_VALUE', "Invalid filter: field 'nope' is not allowed in filter"],
    [400, 'CRM_FIELD_ERROR_VALUE_NOT_VALID', 'Invalid value for field "stageId"'],
    [403, 'WRONG_AUTH_TYPE', 'Current authorization type is denied for this method.'],
  ])
  assert.equal(sandbox.log.length, told.length)
})

// One of the reasons for a client of our own: most classic methods refuse with an empty code (bitrix24-rest.md §1.2, §1.8).
test('a refusal with an empty code is lost on the SDK: a success in a batch, without its text alone', async (t) => {
  const { b24, failure } = await openSdk(t)
  const calls: BatchCommandsArrayUniversal = [['crm.requisite.add', { fields: {} }]]
  const batch = await b24.actions.v2.batch.make({ calls, options: { isHaltOnError: false } })
  assert.equal(batch.isSuccess, true)
  assert.deepEqual(await failure('crm.requisite.add', { fields: {} }), [
    400,
    'ERR_BAD_REQUEST',
    'Request failed with status code 400',
  ])
})

test('a full bucket answers 503, and the SDK waits and asks again', async (t) => {
  const { call, sandbox } = await openSdk(t, { limits: { rate: { burst: 1, perSecond: 0.8 } } })
  await call('server.time', {})
  await call('crm.item.add', { entityTypeId: 4, fields: { title: 'ООО «Клён»' } })
  assert.deepEqual(
    sandbox.log.map(({ status }) => status),
    [200, 503, 200],
  )
  assert.deepEqual(titles(sandbox), ['ООО «Клён»'])
})

// The other reason: what is lost after the commit is sent again, so that one company becomes several (bitrix24-rest.md §1.8).
// All is as the SDK has it by itself, but for the pause between its attempts.
test('a lost answer makes the SDK create the same company again', async (t) => {
  const once = await openSdk(t, { faults: { seed: 1, plan: [{ on: 'crm.item.add', do: 'lose-answer' }] } }, { retryDelay: 1 })
  const { item } = await once.call<{ item: Item }>('crm.item.add', { entityTypeId: 4, fields: { title: 'ООО «Клён»' } })
  // Nothing tells the caller of the first one.
  assert.equal(item.id, 2)
  assert.deepEqual(titles(once.sandbox), ['ООО «Клён»', 'ООО «Клён»'])

  const plan = [{ on: 'crm.item.add', do: 'lose-answer', times: 'ever' }] as const
  const always = await openSdk(t, { faults: { seed: 1, plan } }, { retryDelay: 1 })
  const [status, code] = await always.failure('crm.item.add', { entityTypeId: 4, fields: { title: 'ООО «Клён»' } })
  assert.deepEqual([status, code], [0, 'ECONNRESET'])
  assert.deepEqual(titles(always.sandbox), ['ООО «Клён»', 'ООО «Клён»', 'ООО «Клён»'])
})

interface Sdk {
  readonly sandbox: Sandbox
  readonly b24: B24Hook
  /** `result` of a method, in the shape that the caller knows it to have. */
  call<T>(method: string, params: object): Promise<T>
  /** Status, code and text of a refusal. */
  failure(method: string, params: object): Promise<readonly [number, string, string]>
}

async function openSdk(
  t: TestContext,
  setup: Partial<SandboxSetup> = {},
  restrictionParams: Partial<RestrictionParams> = {},
): Promise<Sdk> {
  const sandbox = openSandbox({ state: fixturePortal('moscow'), methods, tls, limits: unlimited, ...setup })
  const { webhook } = await sandbox.listen()
  const b24 = B24Hook.fromWebhookUrl(webhook, { restrictionParams })
  const httpsAgent = new Agent({ ca: tls.cert, keepAlive: true })
  // The SDK has no setting for a certificate of one's own, and would ask a proxy of the environment for this computer.
  Object.assign(b24.getHttpClient(ApiVersion.v2).ajaxClient.defaults, { httpsAgent, proxy: false })
  t.after(async () => {
    httpsAgent.destroy()
    b24.destroy()
    await sandbox.close()
  })
  const send = <T>(method: string, params: object) => b24.actions.v2.call.make<T>({ method, params: { ...params } })
  return {
    sandbox,
    b24,
    async call<T>(method: string, params: object) {
      const answer = await send<T>(method, params)
      const data = answer.getData()
      assert.ok(data, answer.getErrorMessages().join('; '))
      return data.result as T
    },
    async failure(method, params) {
      const error = await send(method, params).then(
        () => assert.fail(`${method} was not refused`),
        (thrown: AjaxError) => thrown,
      )
      return [error.status, error.code, error.message]
    },
  }
}

function ascending(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, place) => from + place)
}
