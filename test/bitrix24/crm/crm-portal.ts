import type { TestContext } from 'node:test'
import { openPortalClient } from '../../../src/bitrix24/client/open-portal-client.ts'
import type { PortalClient } from '../../../src/bitrix24/client/portal-client.ts'
import { parseWebhook } from '../../../src/bitrix24/client/webhook.ts'
import type { Directories } from '../../../src/bitrix24/crm/directories.ts'
import type { CrmEntity } from '../../../src/bitrix24/crm/entity.ts'
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
  directories(entities?: readonly CrmEntity[]): Promise<Directories>
  /** Makes a record as a person would, and tells its id. */
  add(entityTypeId: number, fields: Record<string, unknown>, fm?: readonly (readonly [string, string])[]): Promise<number>
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
    async directories(entities) {
      const loaded = await loadDirectories(client, entities)
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
      status('DEAL_TYPE', 'SALE', 'Продажа'),
      status('DEAL_TYPE', 'SERVICE', 'Сервис'),
      ...stages('DEAL_STAGE', '', ['NEW:Новая', 'WON:Успешна:S', 'LOSE:Провалена:F']),
      ...stages('DEAL_STAGE_5', 'C5:', ['NEW:Приёмка', 'WORK:В работе', 'CHECK:В работе', 'WON:Выдан:S', 'LOSE:Отказ:F']),
      ...stages('SMART_INVOICE_STAGE_3', 'DT31_3:', ['N:Новый', 'P:Оплачен:S', 'D:Не оплачен:F']),
      ...stages('DYNAMIC_1032_STAGE_9', 'DT1032_9:', ['NEW:Черновик', 'SUCCESS:Подписан:S', 'FAIL:Расторгнут:F']),
    ],
    types: [process(7, 1032, 'Договоры'), process(8, 1036, 'Заявки', 'N')],
    categories: [
      category(2, 5, 'Сервис', 'N'),
      category(2, 0, 'Общая', 'Y'),
      category(31, 3, 'Счета', 'Y'),
      category(1032, 9, 'Общая', 'Y'),
    ],
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
      userField(27, 'CRM_DEAL', 'UF_CRM_NUMBER', 'string', 'Номер в 1С'),
      userField(28, 'CRM_DEAL', 'UF_CRM_PLAIN_NUMBER', 'integer', 'Номер цифрами'),
      userField(29, 'CRM_DEAL', 'UF_CRM_URGENCY', 'enumeration', 'Срочность', {
        list: [{ id: 61, value: 'Срочно', xmlId: 'a', sort: 10, def: false }],
      }),
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

/** Stages in their order: `CODE:name` or `CODE:name:semantics`. */
function stages(directory: string, prefix: string, told: readonly string[]) {
  return told.map((each, index) => {
    const [code = '', name = '', semantics = null] = each.split(':')
    return { ...status(directory, prefix + code, name), SORT: String(10 + index * 10), SEMANTICS: semantics }
  })
}

function category(entityTypeId: number, id: number, name: string, isDefault: 'Y' | 'N') {
  return { id, name, sort: 100, entityTypeId, isDefault, originId: '', originatorId: '' }
}

/** A smart process; `isRich`: with products, dates, client and source. */
function process(id: number, entityTypeId: number, title: string, isRich: 'Y' | 'N' = 'Y') {
  const flags = ['Stages', 'BeginCloseDates', 'Client', 'Mycompany', 'LinkWithProducts', 'Source', 'Observers', 'Categories']
  const relations = { parent: [{ entityTypeId: 2, isChildrenListEnabled: 'N', isPredefined: 'N' }], child: [] }
  return { id, entityTypeId, title, relations, ...Object.fromEntries(flags.map((flag) => [`is${flag}Enabled`, isRich])) }
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
