import type { TestContext } from 'node:test'
import { type MethodDefinition, RestFailure } from '../../../src/bitrix24/sandbox/method.ts'
import type { PortalAnswer } from '../../../src/bitrix24/sandbox/portal-answer.ts'
import { openSandbox, type Sandbox, type SandboxSetup } from '../../../src/bitrix24/sandbox/sandbox.ts'
import type { PortalState } from '../../../src/bitrix24/sandbox/state.ts'

/** A portal with nothing in it but one webhook, in Moscow. */
export function smallState(): PortalState {
  return {
    name: 'Тестовый портал',
    zone: 180,
    webhooks: [
      { user: 1, code: 'sandbox', scopes: ['crm', 'user_brief'] },
      { user: 2, code: 'old', scopes: ['crm'], expired: true },
    ],
    items: { 4: {} },
    users: [{ ID: '1' }],
    statuses: [{ ENTITY_ID: 'DEAL_STAGE', STATUS_ID: 'NEW' }],
    categories: [],
    currencies: [],
    userFields: [],
    presets: [],
    requisites: {},
    bankDetails: {},
    addresses: [],
    requisiteLinks: [],
    productRows: {},
    comments: [],
    automation: [],
    lastIds: {},
  }
}

/** Methods with as little of their own as possible: they are not what is tested. */
export const smallMethods: readonly MethodDefinition[] = [
  { name: 'echo', scope: '', seconds: 0, run: (params) => ({ result: params }) },
  {
    name: 'note.add',
    scope: 'crm',
    seconds: ({ seconds }) => Number(seconds ?? 0.5),
    run({ title }, { state, now }) {
      if (title === undefined) throw new RestFailure(400, '', 'Title is not defined')
      const items = state.items[4]!
      const id = Object.keys(items).length + 1
      items[id] = { id, fm: [], title, updatedTime: now() }
      return { result: id }
    },
  },
  {
    name: 'note.list',
    scope: 'crm',
    seconds: 0.01,
    run(_params, { state, isHidden }) {
      const ids = Object.keys(state.items[4]!).map(Number)
      const seen = ids.filter((id) => !isHidden(4, id))
      return { result: seen.slice(0, 2), total: seen.length, ...(seen.length > 2 && { next: 2 }) }
    },
  },
  { name: 'file.upload', scope: 'crm', seconds: 1, notInBatch: true, run: () => ({ result: true }) },
  { name: 'order.add', scope: 'sale', seconds: 1, run: () => ({ result: 1 }) },
  { name: 'user.get', scope: 'user', seconds: 0, run: (_params, { isAdmin, userId }) => ({ result: { isAdmin, userId } }) },
]

export function openSmall(t: TestContext, setup: Partial<SandboxSetup> = {}): Sandbox {
  const sandbox = openSandbox({ state: smallState(), methods: smallMethods, ...setup })
  t.after(() => sandbox.close())
  return sandbox
}

export interface Told {
  readonly status: number
  readonly body: string
  // biome-ignore lint/suspicious/noExplicitAny: whatever the portal says
  readonly json: any
}

/** A JSON call without a socket. */
export async function ask(sandbox: Sandbox, method: string, params: object = {}): Promise<Told> {
  return toldOf(await askRaw(sandbox, method, params))
}

export function askRaw(sandbox: Sandbox, method: string, params: object = {}): Promise<PortalAnswer> {
  return sandbox.handle({
    method: 'POST',
    url: `/rest/1/sandbox/${method}`,
    contentType: 'application/json',
    body: JSON.stringify(params),
  })
}

export function batch(sandbox: Sandbox, cmd: unknown, halt: unknown = 0): Promise<Told> {
  return ask(sandbox, 'batch', { halt, cmd })
}

export function toldOf(answer: PortalAnswer): Told {
  if (answer.kind === 'closed') throw new Error('no answer came')
  const isJson = answer.headers['content-type']?.startsWith('application/json') && answer.body !== ''
  return { status: answer.status, body: answer.body, json: isJson ? JSON.parse(answer.body) : null }
}

/** Titles of all records, the first one first. */
export function titles({ state }: Sandbox): readonly unknown[] {
  return Object.values(state.items[4]!).map((row) => row['title'])
}

/** Nothing is held back, where a test is about something else. */
export const unlimited = { rate: 'off', operating: 'off', requestSeconds: 'off' } as const
