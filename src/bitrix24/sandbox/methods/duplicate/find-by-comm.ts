import { type MethodDefinition, RestFailure } from '../../method.ts'
import type { PortalState } from '../../state.ts'
import { listOf, param, textOf } from '../params.ts'
import { keysOf } from '../store/column.ts'
import { tableOf } from '../store/store.ts'
import { idOf } from '../store/table.ts'
import { type CommunicationType, communicationColumns, comparable } from './communication.ts'

const valueLimit = 20
const hitLimit = 20

/** In this order; twenty hits of one hide the following ones (`bitrix24-rest.md §3`). */
const entities = [
  ['LEAD', 1],
  ['CONTACT', 3],
  ['COMPANY', 4],
] as const

/** Hidden records are found too: whether they may be read shows later. */
export const findByComm: MethodDefinition = {
  name: 'crm.duplicate.findbycomm',
  scope: 'crm',
  seconds: 0.02,
  run: (params, { state }) => {
    const type = textOf(param(params, 'type')).toUpperCase()
    if (type === '') throw sentence('Communication type is not defined')
    if (type !== 'PHONE' && type !== 'EMAIL') throw sentence(`Communication type '${type}' is not supported in current context`)
    const values = (listOf(param(params, 'values')) ?? [])
      .map((value) => comparable(type, textOf(value)))
      .filter((key) => key !== '')
    if (values.length === 0) throw sentence('Communication values is not defined')
    const wanted = textOf(param(params, 'entity_type')).toUpperCase()
    const result: Record<string, readonly number[]> = {}
    for (const [name, entityTypeId] of entities) {
      if (wanted !== '' && wanted !== name) continue
      const ids = idsWith(state, entityTypeId, type, values.slice(0, valueLimit))
      if (ids.length > 0) result[name] = ids
      if (ids.length >= hitLimit) break
    }
    return { result: Object.keys(result).length === 0 ? [] : result }
  },
}

function idsWith(
  state: PortalState,
  entityTypeId: number,
  type: CommunicationType,
  values: readonly string[],
): readonly number[] {
  const table = tableOf(state, `item:${entityTypeId}`)
  const column = communicationColumns[type]
  const candidates = table.find(column, values) ?? table.rows()
  return candidates
    .filter((row) => keysOf(column, row, state.zone).some((key) => values.includes(key)))
    .map(idOf)
    .sort((one, other) => one - other)
}

function sentence(text: string): RestFailure {
  return new RestFailure(400, text, text)
}
