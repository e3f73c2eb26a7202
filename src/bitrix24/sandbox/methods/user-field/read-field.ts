import { RestFailure } from '../../method.ts'
import type { PortalState, UserFieldRow } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf, isYes, listOf, recordOf, textOf } from '../params.ts'
import { nextId } from '../store/store.ts'

/** A custom field as a call wants it, by names without case or form. */
export interface WantedField {
  readonly fieldName: string
  readonly userTypeId: string
  readonly label: string
  readonly multiple: boolean
  readonly mandatory: boolean
  readonly xmlId: string
  readonly list: readonly unknown[]
}

export const fieldTypeNames: readonly string[] = [
  ...['string', 'integer', 'double', 'boolean', 'datetime', 'date', 'money', 'url', 'address', 'enumeration', 'file'],
  ...['employee', 'crm_status', 'iblock_section', 'iblock_element', 'crm'],
]

/** Stores it, or refuses with the texts of `bitrix24-rest.md §5`. */
export function addField(state: PortalState, entityId: string, wanted: WantedField): UserFieldRow {
  const { fieldName, userTypeId } = wanted
  if (fieldName.length > 50) throw core('Field name is too long (more than 50 characters).')
  if (!/^[A-Z0-9_]+$/.test(fieldName)) throw core('Field name contains invalid characters. Only A-Z, 0-9 and _ are allowed.')
  if (!fieldTypeNames.includes(userTypeId)) throw core('Incorrect custom type specified.')
  const isTaken = state.userFields.some((row) => row.entityId === entityId && row.fieldName === fieldName)
  if (isTaken) throw core(`Field ${fieldName} for entity ${entityId} already exists.`)
  checkList([], wanted.list)
  const field: UserFieldRow = {
    id: nextId(state, 'userField'),
    entityId,
    fieldName,
    userTypeId,
    label: wanted.label,
    multiple: wanted.multiple && userTypeId !== 'boolean',
    mandatory: wanted.mandatory,
    ...(wanted.xmlId !== '' && { xmlId: wanted.xmlId }),
    list: [],
  }
  field.list = editList(state, [], wanted.list)
  state.userFields.push(field)
  return field
}

/** Rows with `ID` change a value, without it they add one, with `DEL` they take it away (`bitrix24-rest.md §5`). */
export function editList(state: PortalState, held: UserFieldRow['list'], edits: readonly unknown[]): UserFieldRow['list'] {
  const list = held.map((value) => ({ ...value }))
  for (const edit of edits.map((one) => recordOf(one) ?? {})) {
    const get = (name: string) => edit[name] ?? edit[name.toLowerCase()] ?? edit[name === 'XML_ID' ? 'xmlId' : name]
    const place = list.findIndex(({ id }) => id === integerOf(get('ID')))
    const known = list[place]
    if (known !== undefined && isYes(get('DEL'))) list.splice(place, 1)
    else if (known !== undefined) {
      if (get('VALUE') !== undefined) known.value = textOf(get('VALUE'))
      if (get('XML_ID') !== undefined) known.xmlId = textOf(get('XML_ID'))
      if (get('SORT') !== undefined) known.sort = integerOf(get('SORT'))
    } else if (textOf(get('VALUE')) !== '') {
      const id = nextId(state, 'enumValue')
      list.push({
        id,
        value: textOf(get('VALUE')),
        xmlId: textOf(get('XML_ID')) || `v${id}`,
        sort: integerOf(get('SORT')) || 500,
        def: isYes(get('DEF')),
      })
    }
  }
  return list
}

/** Two values of a list may not have one XML_ID. */
export function checkList(held: UserFieldRow['list'], edits: readonly unknown[]): void {
  const taken = new Set(held.map(({ xmlId }) => xmlId))
  for (const edit of edits.map((one) => recordOf(one) ?? {})) {
    const xmlId = textOf(edit['XML_ID'] ?? edit['xmlId'])
    if (xmlId === '' || integerOf(edit['ID']) > 0) continue
    if (taken.has(xmlId)) throw core(`List item with value XML_ID=${xmlId} already exists.`)
    taken.add(xmlId)
  }
}

export function checkAdmin(isAdmin: boolean): void {
  if (!isAdmin) throw failures.plain('Access denied.')
}

/** `LIST` or `enum` of a call. */
export function listGiven(value: unknown): readonly unknown[] {
  return listOf(value) ?? Object.values(recordOf(value) ?? {})
}

function core(text: string): RestFailure {
  return new RestFailure(400, 'ERROR_CORE', text)
}
