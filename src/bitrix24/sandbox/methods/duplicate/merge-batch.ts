import type { MethodContext, MethodDefinition } from '../../method.ts'
import type { MultifieldRow, PortalState, Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { pointsOf } from '../item/columns.ts'
import { allFields } from '../item/custom-fields.ts'
import { deleteItem } from '../item/delete-item.ts'
import { type EntityType, entityTypeOf } from '../item/entity-type.ts'
import { idsOf } from '../item/links.ts'
import { integerOf, isEmpty, listOf, param, recordOf } from '../params.ts'
import { requisitesOf } from '../requisite/cascade.ts'
import { changeRow, tableOf } from '../store/store.ts'
import { idOf } from '../store/table.ts'
import { comparable } from './communication.ts'

/**
 * The first stays, the others are deleted for good, what they had moves over; where two of them say different things nothing
 * is done and a person must choose (`bitrix24-rest.md §3`).
 */
export const mergeBatch: MethodDefinition = {
  name: 'crm.entity.mergeBatch',
  scope: 'crm',
  seconds: 2,
  run: (params, context) => {
    const given = recordOf(param(params, 'params'))
    if (given === null) throw failures.noParameter('params')
    const type = entityTypeOf(context.state, given['entityTypeId'])
    const ids = (listOf(given['entityIds']) ?? []).map(integerOf)
    const table = tableOf(context.state, `item:${type.id}`)
    const rows = ids.map((id) => (context.isHidden(type.id, id) ? undefined : table.get(id))).filter((row) => row !== undefined)
    const status =
      rows.length < 2 || rows.length < ids.length ? 'ERROR' : isConflict(context.state, type, rows) ? 'CONFLICT' : 'SUCCESS'
    if (status === 'SUCCESS') merge(type, rows[0]!, rows.slice(1), context)
    return { result: { STATUS: status, ENTITY_IDS: ids } }
  },
}

/** Marks of whoever made the record do not count. */
const passedOver: readonly string[] = [
  'assignedById',
  'opened',
  'export',
  'originatorId',
  'originId',
  'originVersion',
  'webformId',
]

function mergeable(state: PortalState, type: EntityType) {
  return allFields(state, type).filter(
    ({ name, isReadOnly, isMultiple, type: kind }) => !isReadOnly && !isMultiple && kind !== 'file' && !passedOver.includes(name),
  )
}

function isConflict(state: PortalState, type: EntityType, rows: readonly Row[]): boolean {
  return mergeable(state, type).some(({ name }) => {
    const said = new Set(rows.map((row) => row[name]).filter((value) => !isEmpty(value)))
    return said.size > 1
  })
}

function merge(type: EntityType, main: Row, others: readonly Row[], context: MethodContext): void {
  const { state } = context
  const values: Row = {}
  for (const { name } of mergeable(state, type)) {
    if (isEmpty(main[name])) values[name] = others.map((row) => row[name]).find((value) => !isEmpty(value)) ?? null
  }
  if (type.fieldsByName.has('fm')) values['fm'] = withoutRepeats([main, ...others].flatMap(pointsOf))
  for (const name of ['contactIds', 'companyIds']) {
    if (main[name] !== undefined) values[name] = [...new Set([main, ...others].flatMap((row) => idsOf(row[name])))]
  }
  changeRow(state, `item:${type.id}`, main, { ...values, updatedTime: context.now(), updatedBy: context.userId })
  for (const row of others) {
    for (const requisite of requisitesOf(state, type.id, idOf(row)))
      changeRow(state, 'requisite', requisite, { ENTITY_ID: idOf(main) })
    moveReferences(state, type, idOf(row), idOf(main))
    deleteItem(state, type, row)
  }
}

function withoutRepeats(points: readonly MultifieldRow[]): readonly MultifieldRow[] {
  const seen = new Set<string>()
  return points.filter(({ typeId, value }) => {
    const key = `${typeId}:${typeId === 'PHONE' || typeId === 'EMAIL' ? comparable(typeId, value) : value}`
    return !seen.has(key) && seen.add(key) !== undefined
  })
}

/** Whoever named the record that goes names the one that stays. */
function moveReferences(state: PortalState, type: EntityType, from: number, to: number): void {
  const lists = type.id === 3 ? ['contactIds'] : type.id === 4 ? ['companyIds'] : []
  for (const [entityTypeId, items] of Object.entries(state.items)) {
    for (const row of Object.values(items)) {
      const changes: Row = {}
      for (const name of type.id === 4 ? ['companyId', 'mycompanyId'] : []) if (row[name] === from) changes[name] = to
      for (const name of lists) {
        const ids = idsOf(row[name])
        if (ids.includes(from)) changes[name] = [...new Set(ids.map((id) => (id === from ? to : id)))]
      }
      if (Object.keys(changes).length > 0) changeRow(state, `item:${Number(entityTypeId)}`, row, changes)
    }
  }
}
