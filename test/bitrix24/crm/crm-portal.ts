import type { TestContext } from 'node:test'
import { openPortalClient } from '../../../src/bitrix24/client/open-portal-client.ts'
import type { PortalClient } from '../../../src/bitrix24/client/portal-client.ts'
import { parseWebhook } from '../../../src/bitrix24/client/webhook.ts'
import type { Directories } from '../../../src/bitrix24/crm/directories.ts'
import { loadDirectories } from '../../../src/bitrix24/crm/load-directories.ts'
import { methods } from '../../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox, type Sandbox } from '../../../src/bitrix24/sandbox/sandbox.ts'
import type { PortalState, UserFieldRow } from '../../../src/bitrix24/sandbox/state.ts'
import { fakeTimer } from '../client/scripted-portal.ts'

export interface CrmPortal {
  readonly sandbox: Sandbox
  readonly client: PortalClient
  /** Requests so far. */
  requests(): number
  directories(): Promise<Directories>
  /** Makes a record as a person would, and tells its id. */
  add(entityTypeId: 3 | 4, fields: Record<string, unknown>, fm?: readonly (readonly [string, string])[]): Promise<number>
  /** Any method; throws what the portal refuses. */
  call(method: string, params: Record<string, unknown>): Promise<unknown>
}

/** A portal with the directories of a small firm, and the client that talks to it over loopback. */
export async function openCrmPortal(t: TestContext, change: (state: PortalState) => void = () => undefined): Promise<CrmPortal> {
  const state = crmState()
  change(state)
  const sandbox = openSandbox({ state, methods, limits: { rate: 'off', operating: 'off', requestSeconds: 'off' } })
  const { webhook: address } = await sandbox.listen()
  const webhook = parseWebhook(address, 'test')
  if (webhook.kind === 'bad') throw new Error(webhook.problem.code)
  const client = openPortalClient(webhook, { timer: fakeTimer(), environment: {} })
  t.after(async () => {
    await client.close()
    await sandbox.close()
  })
  const call = async (method: string, params: Record<string, unknown>) => {
    const outcome = await client.call({ method, params: params as Parameters<typeof client.call>[0]['params'] })
    if (outcome.kind !== 'done') throw new Error(`${method}: ${outcome.error.code} ${outcome.error.description}`)
    return outcome.result
  }
  return {
    sandbox,
    client,
    requests: () => sandbox.log.length,
    call,
    async directories() {
      const loaded = await loadDirectories(client)
      if (loaded.kind === 'failed') throw new Error(loaded.outcome.error.description)
      return loaded.directories
    },
    async add(entityTypeId, fields, fm = []) {
      const points = fm.map(([typeId, value]) => ({ typeId, valueType: 'WORK', value }))
      const given = { ...fields, ...(points.length === 0 ? {} : { fm: points }) }
      const result = await call('crm.item.add', { entityTypeId, fields: given, useOriginalUfNames: 'Y' })
      return (result as { item: { id: number } }).item.id
    },
  }
}

function crmState(): PortalState {
  return {
    name: 'Лютик',
    zone: 180,
    webhooks: [{ user: 1, code: 'sandbox', scopes: ['crm', 'user_basic'] }],
    items: { 3: {}, 4: {} },
    users: [
      user(1, 'Ирина', 'Ковалёва', { ADMIN: true }),
      user(3, 'Мария', 'Ларина'),
      { ...user(4, 'Пётр', 'Волков'), ACTIVE: false },
    ],
    statuses: [
      status('COMPANY_TYPE', 'CUSTOMER', 'Клиент'),
      status('COMPANY_TYPE', 'SUPPLIER', 'Поставщик'),
      status('CONTACT_TYPE', 'CLIENT', 'Клиенты'),
      status('INDUSTRY', 'IT', 'Информационные технологии'),
      status('EMPLOYEES', 'EMPLOYEES_1', 'менее 50'),
      status('SOURCE', 'WEB', 'Веб-сайт'),
      status('HONORIFIC', 'HNR_RU_1', 'Уважаемый'),
    ],
    categories: [],
    currencies: [
      { CURRENCY: 'USD', BASE: 'N' },
      { CURRENCY: 'RUB', BASE: 'Y' },
    ],
    userFields: [
      userField(21, 'CRM_COMPANY', 'UF_CRM_ID_1C', 'string', 'Код 1С'),
      userField(22, 'CRM_COMPANY', 'UF_CRM_TAGS', 'string', 'Метки', { multiple: true }),
      userField(23, 'CRM_COMPANY', 'UF_CRM_BRANDS', 'enumeration', 'Марки', {
        multiple: true,
        list: [
          { id: 51, value: 'Лютик', xmlId: 'a', sort: 10, def: false },
          { id: 52, value: 'Клевер', xmlId: 'b', sort: 20, def: false },
        ],
      }),
      userField(24, 'CRM_COMPANY', 'UF_CRM_LIMIT', 'money', 'Лимит'),
      userField(25, 'CRM_COMPANY', 'UF_CRM_VIP', 'boolean', 'VIP'),
      userField(26, 'CRM_CONTACT', 'UF_CRM_ID_1C', 'string', 'Код 1С'),
    ],
    presets: [
      preset(1, 'Организация', 'COMPANY'),
      preset(3, 'ИП', 'INDIVIDUAL'),
      preset(5, 'Физ. лицо', 'PERSON'),
      { ...preset(7, 'Старый', 'OLD'), ACTIVE: 'N' },
    ],
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

function user(id: number, name: string, lastName: string, more: Record<string, unknown> = {}) {
  const email = `user${id}@example.org`
  return { ID: String(id), ACTIVE: true, NAME: name, LAST_NAME: lastName, SECOND_NAME: '', EMAIL: email, ...more }
}

export function status(directory: string, id: string, name: string) {
  return { ID: `${directory}-${id}`, ENTITY_ID: directory, STATUS_ID: id, NAME: name, SORT: '10', SYSTEM: 'N' }
}

function preset(id: number, name: string, code: string) {
  const xmlId = `#CRM_REQUISITE_PRESET_DEF_RU_${code}#`
  return { ID: String(id), ENTITY_TYPE_ID: '8', COUNTRY_ID: '1', NAME: name, XML_ID: xmlId, ACTIVE: 'Y', SORT: '500' }
}

function userField(
  id: number,
  entityId: string,
  fieldName: string,
  userTypeId: string,
  label: string,
  more: Partial<UserFieldRow> = {},
): UserFieldRow {
  return { id, entityId, fieldName, userTypeId, label, multiple: false, mandatory: false, list: [], ...more }
}
