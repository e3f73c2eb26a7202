import type { MethodContext, MethodDefinition, Params } from '../../method.ts'
import type { Row } from '../../state.ts'
import { integerOf, isEmpty, listOf, param, recordOf, textOf } from '../params.ts'
import { nextId } from '../store/store.ts'
import { catalogFailures } from './catalog-failure.ts'
import { filterOf, listCatalog, withoutAt } from './list-catalog.ts'
import { checkProduct, productValues } from './product-values.ts'

/** Products and services of the catalogue, and their variations (`bitrix24-rest.md §6.2`). */
export const productMethods: readonly MethodDefinition[] = [
  method('list', 0.05, (params, context) => listProducts('products', params, context)),
  method('offer.list', 0.05, (params, context) => listProducts('offers', params, context)),
  method('get', 0.03, (params, context) => {
    if (!context.isAdmin) throw catalogFailures.noRead()
    return { result: { product: told(findProduct(params, context)) } }
  }),
  method('add', 0.2, (params, context) => {
    const fields = fieldsOf(params)
    const { state, userId, isAdmin } = context
    if (!isAdmin) throw catalogFailures.noCreate()
    checkProduct(fields, null, state)
    const id = nextId(state, 'product')
    const now = context.now()
    const row: Row = {
      ...productValues(fields, {}, state),
      id,
      iblockId: integerOf(fields['iblockId']),
      // Its own id where none is given.
      xmlId: textOf(fields['xmlId']) || String(id),
      type: 1,
      createdBy: userId,
      modifiedBy: userId,
      dateCreate: now,
      timestampX: now,
    }
    state.catalog!.products[id] = row
    return { result: { element: told(row) } }
  }),
  method('update', 0.2, (params, context) => {
    const { state, userId, isAdmin } = context
    const row = findProduct(params, context)
    const fields = fieldsOf(params)
    if (!isAdmin) throw catalogFailures.noEdit()
    checkProduct(fields, row, state)
    const xmlId = isEmpty(fields['xmlId']) ? {} : { xmlId: textOf(fields['xmlId']) }
    Object.assign(row, productValues(fields, row, state), xmlId, { modifiedBy: userId, timestampX: context.now() })
    return { result: { element: told(row) } }
  }),
]

/** `select` must name `id` and `iblockId`, `filter` must have `iblockId`. */
function listProducts(key: 'products' | 'offers', params: Params, context: MethodContext) {
  if (!context.isAdmin) throw catalogFailures.noRead()
  const { catalog } = context.state
  const selected = (listOf(param(params, 'select')) ?? []).map(String)
  const missing = ['id', 'iblockId'].filter((name) => !selected.includes(name))
  if (missing.length > 0) throw catalogFailures.other(`Required select fields: ${missing.join(', ')}`)
  const filter = filterOf(params)
  const iblockId = filter['iblockId'] ?? filter['=iblockId']
  if (iblockId === undefined) throw catalogFailures.other('Required filter fields: iblockId')
  const block = catalog?.catalogs.find((row) => row['iblockId'] === integerOf(iblockId))
  if (block === undefined) throw catalogFailures.noIblock()
  const rows = Object.values(catalog?.products ?? {}).filter((row) => row['iblockId'] === block['iblockId'])
  return listCatalog(key, rows, { ...params, filter: withoutAt(filter) }, context)
}

/** The purchasing price is a text here, and a number in lists. */
function told(row: Row): Row {
  const price = row['purchasingPrice']
  return { ...row, purchasingPrice: isEmpty(price) ? null : Number(price).toFixed(6) }
}

function findProduct(params: Params, { state: { catalog } }: MethodContext): Row {
  const id = param(params, 'id')
  if (id === undefined) throw catalogFailures.noParameter('id')
  const row = catalog?.products[integerOf(id)]
  if (row === undefined) throw catalogFailures.other('product does not exist')
  return row
}

function fieldsOf(params: Params): Readonly<Record<string, unknown>> {
  const fields = recordOf(param(params, 'fields'))
  if (fields === null || Object.keys(fields).length === 0) throw catalogFailures.noParameter('fields')
  return fields
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return { name: `catalog.product.${verb}`, scope: 'catalog', seconds, run }
}
