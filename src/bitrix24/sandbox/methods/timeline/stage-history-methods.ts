import type { MethodDefinition } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { entityTypeOf } from '../item/entity-type.ts'
import { readFilter } from '../list/filter.ts'
import { readOrder } from '../list/order.ts'
import { readPage } from '../list/page.ts'
import { param } from '../params.ts'
import type { Column } from '../store/column.ts'
import { Table } from '../store/table.ts'

/** Moves from stage to stage (`bitrix24-rest.md §10`). */
export const stageHistoryList: MethodDefinition = {
  name: 'crm.stagehistory.list',
  scope: 'crm',
  seconds: 0.05,
  run: (params, { state }) => {
    const type = entityTypeOf(state, param(params, 'entityTypeId'))
    const { zone } = state
    const badValue = (name: string) => failures.badArgument(`Invalid filter: field '${name}' has invalid value`)
    const filter = readFilter(param(params, 'filter'), { columnOf, zone, badValue })
    const order = readOrder(param(params, 'order'), { columnOf })
    const own = (state.stageHistory ?? []).filter(({ entityTypeId }) => entityTypeId === type.id)
    const { rows, ...counts } = readPage(new Table(own, zone), { filter, order, start: param(params, 'start'), zone })
    return { result: { items: rows.map(withoutType) }, ...counts }
  },
}

function withoutType(row: Row): Row {
  const { entityTypeId: _type, ...rest } = row
  return rest
}

function columnOf(name: string): Column {
  const kind = name === 'CREATED_TIME' ? 'time' : /^(ID|TYPE_ID|OWNER_ID|CATEGORY_ID)$/.test(name) ? 'number' : 'text'
  return { name, kind, read: (row) => row[name] }
}
