import { type MethodContext, type MethodDefinition, type Params, RestFailure } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { isEmpty, isYes, listOf, param } from '../params.ts'
import { formatMoment, parseMoment } from '../portal-time.ts'
import { tableOf } from '../store/store.ts'
import { createItem } from './create-item.ts'
import { fieldNames } from './custom-fields.ts'
import { type EntityType, entityTypeOf } from './entity-type.ts'
import { fieldsOf, readGiven } from './given.ts'
import { readClassicPoints } from './points.ts'
import { hasPoints } from './present.ts'

const secondsPerItem = 0.12
const batchLimit = 20

/** Imports start no automation and take phones in the older shape; `fm` is not taken (`bitrix24-rest.md §2.2, §16.4`). */
export const importMethods: readonly MethodDefinition[] = [
  {
    name: 'crm.item.import',
    scope: 'crm',
    seconds: secondsPerItem,
    run: (params, context) => {
      const type = entityTypeOf(context.state, param(params, 'entityTypeId'))
      return { result: { item: { id: importItem(type, param(params, 'fields'), params, context) } } }
    },
  },
  {
    name: 'crm.item.batchImport',
    scope: 'crm',
    seconds: (params) => secondsPerItem * (listOf(param(params, 'data'))?.length ?? 0),
    run: (params, context) => {
      const type = entityTypeOf(context.state, param(params, 'entityTypeId'))
      const given = param(params, 'data')
      if (given === undefined) throw failures.noParameter('data')
      const data = listOf(given)
      if (data === null) throw failures.notIterable(typeof given)
      if (data.length > batchLimit) {
        throw new RestFailure(400, 'MAX_IMPORT_BATCH_SIZE_EXCEEDED', `You cannot import more than ${batchLimit} items`)
      }
      return { result: { items: data.map((fields) => importOne(type, fields, params, context)) } }
    },
  },
]

/** Items stand alone: one that is refused says so in its place, and the others are made. */
function importOne(type: EntityType, fields: unknown, params: Params, context: MethodContext): Row {
  try {
    return { item: { id: importItem(type, fields, params, context) } }
  } catch (error) {
    if (!(error instanceof RestFailure)) throw error
    return { error: error.error, error_description: error.description }
  }
}

function importItem(type: EntityType, given: unknown, params: Params, context: MethodContext): number {
  const fields = fieldsOf(given)
  const names = fieldNames(context.state, type, isYes(param(params, 'useOriginalUfNames')))
  const made = readMade(type, fields, context)
  const values = readGiven(type, fields, {}, names, context)
  const points = hasPoints(type) ? readClassicPoints(fields) : []
  return createItem({ type, values, points, isImport: true, made }, context).id
}

/** Times and authors are for administrators, and times must ascend from record to record (`bitrix24-rest.md §2.2`). */
function readMade(type: EntityType, fields: Readonly<Record<string, unknown>>, context: MethodContext): Row {
  const { state, isAdmin } = context
  const made: Row = {}
  for (const name of ['createdTime', 'updatedTime', 'movedTime', 'createdBy', 'updatedBy', 'movedBy']) {
    const given = fields[name]
    if (isEmpty(given) || !type.fieldsByName.has(name)) continue
    if (!isAdmin) throw failures.notValid(name)
    if (name.endsWith('By')) {
      if (!state.users.some((row) => Number(row['ID']) === Number(given))) throw failures.notValid(name)
      made[name] = Number(given)
    } else {
      const moment = parseMoment(String(given), state.zone)
      if (moment === null) throw failures.notValid(name)
      made[name] = moment
    }
  }
  return checkTimes(type, made, context)
}

function checkTimes(type: EntityType, made: Row, context: MethodContext): Row {
  if (!Object.keys(made).some((name) => name.endsWith('Time'))) return made
  const { state } = context
  const now = context.nowMs()
  const time = (name: string) => (typeof made[name] === 'number' && name.endsWith('Time') ? (made[name] as number) : null)
  const last = tableOf(state, `item:${type.id}`).rows().at(-1)?.['createdTime']
  const lastCreated = parseMoment(String(last ?? ''), state.zone) ?? 0
  const created = time('createdTime') ?? now
  const updated = time('updatedTime') ?? Math.max(created, now)
  const moved = time('movedTime') ?? created
  if (created > now || created < lastCreated) throw failures.notValid('createdTime')
  if (updated > now || updated < created) throw failures.notValid('updatedTime')
  if (moved < created || moved > updated) throw failures.notValid('movedTime')
  return Object.fromEntries(
    Object.entries(made).map(([name, value]) => [name, name.endsWith('Time') ? formatMoment(Number(value), state.zone) : value]),
  )
}
