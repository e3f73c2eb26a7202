import type { PortalState, Row } from '../../../../src/bitrix24/sandbox/state.ts'

/** What a person would see of a card, as far as this exchange could change it. */
export interface CardView {
  readonly id: number
  readonly entityTypeId: 3 | 4
  readonly mark: string
  readonly name: string
  readonly comment: string
  readonly post: string
  readonly phones: readonly string[]
  readonly companyIds: readonly number[]
  readonly requisites: readonly RequisiteView[]
}

export interface RequisiteView {
  readonly id: number
  readonly xmlId: string
  readonly inn: string
  readonly name: string
  readonly companyName: string
  readonly full: string
}

/** By `4:17`. */
export type PortalView = ReadonlyMap<string, CardView>

export function viewKey(entityTypeId: number, id: number): string {
  return `${entityTypeId}:${id}`
}

export function viewOf(state: PortalState): PortalView {
  const view = new Map<string, CardView>()
  for (const entityTypeId of [3, 4] as const) {
    for (const row of Object.values(state.items[entityTypeId] ?? {})) {
      const { id } = row
      view.set(viewKey(entityTypeId, id), {
        id,
        entityTypeId,
        mark: text(row['originId']) === '' ? '' : `${text(row['originatorId'])}|${text(row['originId'])}`,
        name: text(entityTypeId === 4 ? row['title'] : row['lastName']),
        comment: text(row['comments']),
        post: text(row['post']),
        phones: row.fm.map(({ value }) => value),
        companyIds: Array.isArray(row['companyIds']) ? row['companyIds'].map(Number) : [],
        requisites: Object.values(state.requisites)
          .filter((each) => Number(each['ENTITY_TYPE_ID']) === entityTypeId && Number(each['ENTITY_ID']) === id)
          .map(requisiteView),
      })
    }
  }
  return view
}

function requisiteView(row: Row): RequisiteView {
  return {
    id: Number(row['ID']),
    xmlId: text(row['XML_ID']),
    inn: text(row['RQ_INN']),
    name: text(row['NAME']),
    companyName: text(row['RQ_COMPANY_NAME']),
    full: text(row['RQ_COMPANY_FULL_NAME']),
  }
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
