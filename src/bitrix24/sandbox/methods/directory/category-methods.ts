import { type MethodDefinition, RestFailure } from '../../method.ts'
import { failures } from '../failures.ts'
import { entityTypeOf } from '../item/entity-type.ts'
import { integerOf, isYes, param, recordOf, textOf } from '../params.ts'
import { addCategory } from './add-category.ts'

/** Pipelines; that of deals which every portal has is 0 (`bitrix24-rest.md §2.8`). */
export const categoryMethods: readonly MethodDefinition[] = [
  {
    name: 'crm.category.list',
    scope: 'crm',
    seconds: 0.05,
    run: (params, { state }) => {
      const type = entityTypeOf(state, param(params, 'entityTypeId'))
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
      const type = entityTypeOf(state, param(params, 'entityTypeId'))
      const id = integerOf(param(params, 'id'))
      const category = state.categories.find((row) => Number(row['entityTypeId']) === type.id && Number(row['id']) === id)
      if (category === undefined) throw failures.itemNotFound()
      return { result: { category } }
    },
  },
  {
    name: 'crm.category.add',
    scope: 'crm',
    seconds: 0.3,
    run: (params, { state, isAdmin }) => {
      const type = entityTypeOf(state, param(params, 'entityTypeId'))
      const fields = recordOf(param(params, 'fields'))
      if (fields === null) throw failures.noParameter('fields')
      if (!type.fieldsByName.has('categoryId')) {
        throw new RestFailure(400, 'ENTITY_TYPE_NOT_SUPPORTED', `Entity type ${type.word} is not supported`)
      }
      if (!isAdmin) throw failures.accessDenied()
      const name = textOf(fields['name']).trim()
      if (name === '') throw new RestFailure(400, '0', "Field 'NAME' is required")
      const sort = fields['sort'] === undefined ? 500 : Math.max(0, integerOf(fields['sort']))
      // Of deals the main pipeline cannot be changed (crm-category-add.md).
      const isDefault = type.id !== 2 && isYes(fields['isDefault'])
      const { id: entityTypeId, stageDirectory } = type
      return { result: { category: addCategory(state, { entityTypeId, name, sort, isDefault, stageDirectory }) } }
    },
  },
]
