import Big from 'big.js'
import type { MethodContext } from '../../method.ts'
import { reading } from '../../readings.ts'
import type { PortalState, Row } from '../../state.ts'
import { changeRow, tableOf } from '../store/store.ts'
import type { EntityType } from './entity-type.ts'

/** What the product rows of an item add up to, or null: it has none (`bitrix24-rest.md §2.7, §7`). */
export function rowsAmount(state: PortalState, type: EntityType, id: number): { opportunity: number; taxValue: number } | null {
  const rows = state.productRows[`${type.code}:${id}`] ?? []
  if (rows.length === 0) return null
  const sum = (one: (row: Row) => Big) =>
    rows
      .reduce((total, row) => total.plus(one(row)), new Big(0))
      .round(2)
      .toNumber()
  return {
    opportunity: sum((row) => big(row['price']).times(big(row['quantity']))),
    taxValue: sum((row) => big(row['price']).minus(big(row['priceExclusive'])).times(big(row['quantity']))),
  }
}

/** After its rows were saved: the amount of the owner follows them unless it is kept by hand. */
export function followRows(type: EntityType, id: number, { state, userId, now }: MethodContext): void {
  const owner = tableOf(state, `item:${type.id}`).get(id)
  if (owner === undefined) return
  const amount = owner['isManualOpportunity'] === 'Y' ? {} : (rowsAmount(state, type, id) ?? { opportunity: 0, taxValue: 0 })
  const touched = reading(state, 'rowsTouchOwner') ? { updatedTime: now(), updatedBy: userId } : {}
  changeRow(state, `item:${type.id}`, owner, { ...amount, ...touched })
}

function big(value: unknown): Big {
  return new Big(Number(value ?? 0))
}
