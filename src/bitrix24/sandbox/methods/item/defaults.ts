import type { MethodContext } from '../../method.ts'
import type { Row } from '../../state.ts'
import { dateAt, formatDate } from '../portal-time.ts'
import type { EntityType } from './entity-type.ts'

const dayMs = 86_400_000

/**
 * What a new record has where nothing was given (`bitrix24-rest.md §2.7`): directories default to their first value, not to
 * empty; a deal closes in seven days.
 */
export function defaultsOf(type: EntityType, context: MethodContext): Row {
  const { state, userId } = context
  const date = (days: number) => formatDate(dateAt(context.nowMs() + days * dayMs, state.zone), state.zone)
  const all: Row = {
    opened: 'Y',
    export: 'Y',
    isMyCompany: 'N',
    isManualOpportunity: 'N',
    opportunity: 0,
    assignedById: userId,
    currencyId: state.currencies.find((row) => row['BASE'] === 'Y')?.['CURRENCY'] ?? null,
    begindate: date(0),
    closedate: date(7),
  }
  for (const name of ['typeId', 'sourceId', 'industry', 'employees']) {
    const directory = type.fieldsByName.get(name)?.statusType
    if (directory !== undefined) all[name] = firstCode(context, directory)
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => type.fieldsByName.has(name)))
}

function firstCode({ state }: MethodContext, directory: string): unknown {
  const rows = state.statuses.filter((row) => row['ENTITY_ID'] === directory)
  return rows.sort((one, other) => Number(one['SORT']) - Number(other['SORT']))[0]?.['STATUS_ID'] ?? null
}
