import type { MethodDefinition } from '../../method.ts'
import { failures } from '../failures.ts'
import { entityTypeOf } from '../item/entity-type.ts'
import { integerOf, param } from '../params.ts'

/** Pipelines; that of deals which every portal has is 0 (`bitrix24-rest.md §2.8`). */
export const categoryMethods: readonly MethodDefinition[] = [
  {
    name: 'crm.category.list',
    scope: 'crm',
    seconds: 0.05,
    run: (params, { state }) => {
      const type = entityTypeOf(param(params, 'entityTypeId'))
      const all = state.categories.filter((row) => Number(row['entityTypeId']) === type.id)
      const start = Math.max(0, integerOf(param(params, 'start')))
      const next = start + 50
      return { result: { categories: all.slice(start, next) }, total: all.length, ...(next < all.length && { next }) }
    },
  },
  {
    name: 'crm.category.get',
    scope: 'crm',
    seconds: 0.02,
    run: (params, { state }) => {
      const type = entityTypeOf(param(params, 'entityTypeId'))
      const id = integerOf(param(params, 'id'))
      const category = state.categories.find((row) => Number(row['entityTypeId']) === type.id && Number(row['id']) === id)
      if (category === undefined) throw failures.itemNotFound()
      return { result: { category } }
    },
  },
]
