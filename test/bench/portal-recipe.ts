import { Agent } from 'node:https'
import { ApiVersion, B24Hook } from '@bitrix24/b24jssdk'
import type { Sandbox } from '../../src/bitrix24/sandbox/sandbox.ts'
import { tls } from '../bitrix24/sandbox/tls-key.ts'

/** A company as an ERP has it. */
export interface ErpCompany {
  readonly id: string
  readonly title: string
  readonly inn: string
  readonly kpp: string
  readonly address: string
  readonly phones: readonly string[]
}

/** A way to bring companies to a portal: throws what the portal refuses. */
export type Recipe = (erp: readonly ErpCompany[]) => Promise<void>

interface HeldCompany {
  readonly id: number
  readonly title: string
  readonly originId: string | null
}

/**
 * What the SDK's authors publish as their recipe for an ERP (`b24jssdk-recipes`, 04-erp-sync), for companies with a requisite, an
 * address and two phones: every record of the portal is read, what is missing is added and what differs is updated, a call
 * each. As there, only the record's own fields are compared. `batched`: the same with the SDK's batches of fifty, and with only
 * the records read whose 1C id is asked for.
 */
export async function openRecipes(
  sandbox: Sandbox,
): Promise<{ readonly published: Recipe; readonly batched: Recipe; close(): void }> {
  const { webhook } = await sandbox.listen()
  // The portal's own pace is not at issue here: nothing is to wait for it in real time.
  const restrictionParams = {
    rateLimit: { burstLimit: 1e9, drainRate: 1e9, adaptiveEnabled: false },
    operatingLimit: { windowMs: 600_000, limitMs: 1e12, heavyPercent: 100 },
    adaptiveConfig: { enabled: false, thresholdPercent: 100, coefficient: 0, maxDelay: 0 },
  }
  const b24 = B24Hook.fromWebhookUrl(webhook, { restrictionParams })
  b24.offClientSideWarning()
  const agent = new Agent({ ca: tls.cert, keepAlive: true })
  b24.getHttpClient(ApiVersion.v2).ajaxClient.defaults.httpsAgent = agent
  const { call, fetchList, batchByChunk } = b24.actions.v2

  async function one<T>(method: string, params: Record<string, unknown>): Promise<T> {
    const answer = await call.make<T>({ method, params })
    if (!answer.isSuccess) throw new Error(answer.getErrorMessages().join('; '))
    return answer.getData()!.result
  }

  async function many<T>(calls: [string, Record<string, unknown>][]): Promise<readonly T[]> {
    if (calls.length === 0) return []
    const answer = await batchByChunk.make<T>({ calls })
    if (!answer.isSuccess) throw new Error(answer.getErrorMessages().join('; '))
    return answer.getData()!
  }

  async function published(erp: readonly ErpCompany[]): Promise<void> {
    const held = new Map<string, HeldCompany>()
    const list = { method: 'crm.item.list', params: { entityTypeId, select: ['id', 'title', 'originId'] } }
    for await (const page of fetchList.make<HeldCompany>({ ...list, idKey: 'id', customKeyForResult: 'items' })) {
      for (const company of page) if (company.originId !== null) held.set(company.originId, company)
    }
    for (const company of erp) {
      const there = held.get(company.id)
      if (there === undefined) {
        const { item } = await one<{ item: HeldCompany }>('crm.item.add', { entityTypeId, fields: cardOf(company) })
        const requisiteId = await one<number>('crm.requisite.add', { fields: requisiteOf(company, item.id) })
        await one('crm.address.add', { fields: addressOf(company, requisiteId) })
      } else if (there.title !== company.title) {
        await one('crm.item.update', { entityTypeId, id: there.id, fields: { title: company.title } })
      }
    }
  }

  async function batched(erp: readonly ErpCompany[]): Promise<void> {
    const lists = Array.from({ length: Math.ceil(erp.length / 50) }, (_, at): [string, Record<string, unknown>] => {
      const filter = { originatorId: '1C', '@originId': erp.slice(at * 50, at * 50 + 50).map(({ id }) => id) }
      return ['crm.item.list', { entityTypeId, filter, select: ['id', 'title', 'originId'], start: -1 }]
    })
    const pages = await many<{ items: readonly HeldCompany[] }>(lists)
    const held = new Map(pages.flatMap(({ items }) => items).map((company) => [company.originId, company]))
    const fresh = erp.filter(({ id }) => !held.has(id))
    const changed = erp.filter(({ id, title }) => held.has(id) && held.get(id)?.title !== title)
    const made = await many<{ item: HeldCompany }>(
      fresh.map((company) => ['crm.item.add', { entityTypeId, fields: cardOf(company) }]),
    )
    const requisites = await many<number>(
      fresh.map((company, at) => ['crm.requisite.add', { fields: requisiteOf(company, made[at]!.item.id) }]),
    )
    await many(fresh.map((company, at) => ['crm.address.add', { fields: addressOf(company, requisites[at]!) }]))
    await many(changed.map(({ id, title }) => ['crm.item.update', { entityTypeId, id: held.get(id)!.id, fields: { title } }]))
  }

  return { published, batched, close: () => agent.destroy() }
}

const entityTypeId = 4

function cardOf({ id, title, phones }: ErpCompany): Record<string, unknown> {
  const fm = phones.map((value) => ({ typeId: 'PHONE', valueType: 'WORK', value }))
  return { title, originatorId: '1C', originId: id, fm }
}

function requisiteOf({ title, inn, kpp }: ErpCompany, companyId: number): Record<string, unknown> {
  return { ENTITY_TYPE_ID: entityTypeId, ENTITY_ID: companyId, PRESET_ID: 1, NAME: title, RQ_INN: inn, RQ_KPP: kpp }
}

function addressOf({ address }: ErpCompany, requisiteId: number): Record<string, unknown> {
  return { TYPE_ID: 6, ENTITY_TYPE_ID: 8, ENTITY_ID: requisiteId, ADDRESS_1: address }
}
