import type { MethodDefinition } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf, param, textOf } from '../params.ts'

/** Currencies, all values as texts (`bitrix24-rest.md §10`). */
export const currencyMethods: readonly MethodDefinition[] = [
  {
    name: 'crm.currency.list',
    scope: 'crm',
    seconds: 0.02,
    run: (params, { state }) => {
      const start = Math.max(0, integerOf(param(params, 'start')))
      const next = start + 50
      const total = state.currencies.length
      return { result: state.currencies.slice(start, next).map(texts), total, ...(next < total && { next }) }
    },
  },
  {
    name: 'crm.currency.get',
    scope: 'crm',
    seconds: 0.02,
    run: (params, { state }) => {
      const found = state.currencies.find((row) => row['CURRENCY'] === textOf(param(params, 'id')))
      if (found === undefined) throw failures.plain('Not found')
      return { result: texts(found) }
    },
  },
  {
    name: 'crm.currency.base.get',
    scope: 'crm',
    seconds: 0.02,
    run: (_params, { state }) => ({ result: state.currencies.find((row) => row['BASE'] === 'Y')?.['CURRENCY'] ?? null }),
  },
]

function texts(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]))
}
