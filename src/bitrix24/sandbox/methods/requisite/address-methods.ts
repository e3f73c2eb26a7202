import type { MethodContext, MethodDefinition } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf } from '../params.ts'
import { changeRow, insertRow, removeRow, tableOf } from '../store/store.ts'
import { owner, requisiteColumn } from './columns.ts'
import { addressFields, describe, writableValues } from './fields.ts'
import { fieldsOf, isOwnerVisible } from './requisite-methods.ts'
import { listRows } from './rows.ts'

/** Addresses have no id: type, type of the owner and owner are their key (`bitrix24-rest.md §4.4`). */
export const addressMethods: readonly MethodDefinition[] = [
  method('add', 0.12, (params, context) => {
    const fields = fieldsOf(params)
    const key = readKey(fields, context)
    if (findAddress(key, context) !== undefined) throw failures.plain('TypeAddress exists.')
    const values = writableValues(fields, addressFields, keyNames)
    insertRow(context.state, 'address', { ...key, ...anchorOf(key, context), ...values })
    return { result: true }
  }),
  method('update', 0.12, (params, context) => {
    const fields = fieldsOf(params)
    const row = findAddress(readKey(fields, context), context)
    if (row === undefined) throw failures.plain('TypeAddress not found.')
    changeRow(context.state, 'address', row, writableValues(fields, addressFields, keyNames))
    return { result: true }
  }),
  method('delete', 0.05, (params, context) => {
    const row = findAddress(readKey(fieldsOf(params), context), context)
    if (row === undefined) throw failures.plain('TypeAddress not found.')
    removeRow(context.state, 'address', row)
    return { result: true }
  }),
  method('list', 0.03, (params, context) =>
    listRows(params, context, {
      table: tableOf(context.state, 'address'),
      names: addressFields,
      columnOf: requisiteColumn,
      isVisible: (row) => Number(row['ENTITY_TYPE_ID']) !== 8 || isOwnerVisible(row, context),
      entity: 'Address',
    }),
  ),
  method('fields', 0.02, () => ({ result: describe(addressFields) })),
  { name: 'crm.enum.addresstype', scope: 'crm', seconds: 0.01, run: () => ({ result: addressTypes }) },
]

/** What a portal calls the types of addresses (`bitrix24-rest.md §4.4`). */
export const addressTypes = [
  { ID: 1, NAME: 'Фактический адрес' },
  { ID: 4, NAME: 'Адрес регистрации' },
  { ID: 6, NAME: 'Юридический адрес' },
  { ID: 8, NAME: 'Адрес для корреспонденции' },
  { ID: 9, NAME: 'Адрес бенефициара' },
  { ID: 11, NAME: 'Адрес доставки' },
]

const keyNames = ['TYPE_ID', 'ENTITY_TYPE_ID', 'ENTITY_ID'] as const

type AddressKey = Readonly<Record<(typeof keyNames)[number], number>>

/** The owner is a requisite, 8, or a lead, 1. */
function readKey(fields: Readonly<Record<string, unknown>>, context: MethodContext): AddressKey {
  const key = {
    TYPE_ID: integerOf(fields['TYPE_ID']),
    ENTITY_TYPE_ID: integerOf(fields['ENTITY_TYPE_ID']),
    ENTITY_ID: integerOf(fields['ENTITY_ID']),
  }
  for (const name of keyNames) if (key[name] <= 0) throw failures.plain(`${name} is not defined or invalid.`)
  if (key.ENTITY_TYPE_ID !== 8 && key.ENTITY_TYPE_ID !== 1) throw failures.plain('ENTITY_TYPE_ID is not defined or invalid.')
  const requisite = key.ENTITY_TYPE_ID === 8 ? tableOf(context.state, 'requisite').get(key.ENTITY_ID) : undefined
  const isHidden =
    requisite !== undefined && context.isHidden(Number(requisite['ENTITY_TYPE_ID']), Number(requisite['ENTITY_ID']))
  if (isHidden || (key.ENTITY_TYPE_ID === 8 && requisite === undefined)) throw failures.plain('Access denied')
  return key
}

function findAddress(key: AddressKey, { state }: MethodContext): Row | undefined {
  const table = tableOf(state, 'address')
  const candidates = table.find(owner, [String(key.ENTITY_ID)]) ?? table.rows()
  return candidates.find((row) => keyNames.every((name) => Number(row[name]) === key[name]))
}

/** Whom the address is of in the end. */
function anchorOf(key: AddressKey, { state }: MethodContext): Row {
  const requisite = key.ENTITY_TYPE_ID === 8 ? tableOf(state, 'requisite').get(key.ENTITY_ID) : undefined
  if (requisite === undefined) return { ANCHOR_TYPE_ID: key.ENTITY_TYPE_ID, ANCHOR_ID: key.ENTITY_ID }
  return { ANCHOR_TYPE_ID: requisite['ENTITY_TYPE_ID'], ANCHOR_ID: requisite['ENTITY_ID'] }
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return { name: `crm.address.${verb}`, scope: 'crm', seconds, run }
}
