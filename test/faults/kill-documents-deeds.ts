import type { SandboxClock } from '../../src/bitrix24/sandbox/clock.ts'
import { methods } from '../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox } from '../../src/bitrix24/sandbox/sandbox.ts'
import type { PortalState, Row } from '../../src/bitrix24/sandbox/state.ts'
import type { Goods } from './kill-documents-papers.ts'
import type { Deed } from './kill-documents-world.ts'

/** People at work on the portal: through a door of their own, which no fault stands at. */
export async function doOnPortal(state: PortalState, clock: SandboxClock, deeds: readonly Deed[]): Promise<void> {
  const { handle } = openSandbox({ state, methods, clock })
  const ask = async (method: string, params: Row): Promise<Row> => {
    const body = JSON.stringify({ useOriginalUfNames: 'Y', ...params })
    const answer = await handle({ method: 'POST', url: `/rest/1/sandbox/${method}`, contentType: 'application/json', body })
    if (answer.kind !== 'answer' || answer.status !== 200) throw new Error(JSON.stringify(answer))
    return JSON.parse(answer.body).result
  }
  const add = async (entityTypeId: number, fields: Row) =>
    Number(((await ask('crm.item.add', { entityTypeId, fields }))['item'] as Row)['id'])
  const setRows = (ownerId: number, rows: readonly Goods[]) =>
    ask('crm.item.productrow.set', {
      ownerType: 'D',
      ownerId,
      productRows: rows.map(({ name, quantity, price, discount }) => {
        const reduced = (price * (100 - discount)) / 10_000
        return {
          productName: name,
          quantity,
          price: reduced,
          ...(discount > 0 ? { discountTypeId: 2, discountRate: discount } : {}),
        }
      }),
    })
  for (const deed of deeds) {
    switch (deed.do) {
      case 'call': {
        const fm = [{ typeId: 'PHONE', valueType: 'WORK', value: deed.phone.replace('+7', '8') }]
        const contactId = await add(3, { lastName: 'Звонила', name: 'Кто-то', fm })
        await add(2, { title: `Звонок ${deed.phone}`, categoryId: 5, contactIds: [contactId] })
        break
      }
      case 'numbered':
        await add(2, { title: `Записано ${deed.number}`, categoryId: 5, UF_CRM_ID_1C: deed.number })
        break
      case 'request': {
        const contactId = contactWith(state, deed.phone)
        await setRows(await add(2, { title: deed.title, stageId: 'PREPARATION', contactIds: [contactId] }), deed.rows)
        break
      }
      case 'move':
        await ask('crm.item.update', { entityTypeId: 2, id: dealOf(state, deed.number), fields: { stageId: deed.stageId } })
        break
      case 'specify':
        await setRows(dealOf(state, deed.number), deed.rows)
    }
  }
}

function contactWith(state: PortalState, phone: string): number {
  return Object.values(state.items[3]!).find(({ fm }) => fm.some(({ value }) => value.slice(-10) === phone.slice(-10)))!.id
}

function dealOf(state: PortalState, number: string): number {
  return Object.values(state.items[2]!).find((deal) => deal['UF_CRM_ID_1C'] === number)!.id
}
