import type { MethodContext, MethodDefinition, Params } from '../../method.ts'
import type { Row, UserFieldRow } from '../../state.ts'
import { failures } from '../failures.ts'
import { entityTypes } from '../item/entity-type.ts'
import { integerOf, isYes, param, recordOf, textOf } from '../params.ts'
import { addField, checkAdmin, checkList, editList, fieldTypeNames, listGiven } from './read-field.ts'

/** `userfieldconfig.*` of the module `crm`: the same fields in another form, those of invoices and smart processes too (`bitrix24-rest.md §5`). */
export const userFieldConfigMethods: readonly MethodDefinition[] = [
  method('list', 0.03, (params, context) => {
    const wanted = Object.entries(recordOf(param(params, 'filter')) ?? {})
    const rows = context.state.userFields
      .map(present)
      .filter((row) => wanted.every(([name, value]) => textOf(row[name]) === textOf(value)))
    const start = Math.max(0, integerOf(param(params, 'start')))
    const next = start + 50
    return { result: { fields: rows.slice(start, next) }, total: rows.length, ...(next < rows.length && { next }) }
  }),
  method('get', 0.02, (params, context) => ({ result: { field: present(findField(params, context)) } })),
  method('getTypes', 0.01, () => ({
    result: {
      types: Object.fromEntries(fieldTypeNames.map((userTypeId) => [userTypeId, { userTypeId, description: userTypeId }])),
    },
  })),
  method('add', 0.2, (params, context) => {
    checkAdmin(context.isAdmin)
    const field = recordOf(param(params, 'field'))
    if (field === null) throw failures.noParameter('field')
    const entityId = textOf(field['entityId'])
    const fieldName = textOf(field['fieldName'])
    if (fieldName === '') throw failures.plain("The 'FIELD_NAME' field is not found.")
    if (textOf(field['userTypeId']) === '') throw failures.plain("The 'USER_TYPE_ID' field is not found.")
    if (!fieldName.startsWith(`UF_${entityId}_`)) throw failures.plain('You cannot create custom fields')
    if (!entityTypes(context.state).some(({ userFieldEntity }) => userFieldEntity === entityId))
      throw failures.plain('Access denied.')
    const made = addField(context.state, entityId, {
      fieldName,
      userTypeId: textOf(field['userTypeId']),
      label: labelOf(field) || fieldName,
      multiple: isYes(field['multiple']),
      mandatory: isYes(field['mandatory']),
      xmlId: textOf(field['xmlId']),
      list: listGiven(field['enum']),
    })
    return { result: { field: present(made) } }
  }),
  method('update', 0.2, (params, context) => {
    checkAdmin(context.isAdmin)
    const row = findField(params, context)
    const field = recordOf(param(params, 'field')) ?? {}
    // Values of a list change only with the type beside them (userfieldconfig-update.md).
    const edits = textOf(field['userTypeId']) === 'enumeration' ? listGiven(field['enum']) : []
    checkList(row.list, edits)
    if (labelOf(field) !== '') row.label = labelOf(field)
    if (field['mandatory'] !== undefined) row.mandatory = isYes(field['mandatory'])
    if (field['xmlId'] !== undefined) row.xmlId = textOf(field['xmlId'])
    row.list = editList(context.state, row.list, edits)
    return { result: { field: present(row) } }
  }),
  method('delete', 0.2, (params, context) => {
    checkAdmin(context.isAdmin)
    const { userFields } = context.state
    userFields.splice(userFields.indexOf(findField(params, context)), 1)
    return { result: null }
  }),
]

function findField(params: Params, { state }: MethodContext): UserFieldRow {
  const id = integerOf(param(params, 'id'))
  const found = state.userFields.find((row) => row.id === id)
  if (found === undefined) throw failures.plain(`The entity with ID '${id}' is not found.`)
  return found
}

function labelOf({ editFormLabel: label }: Row): string {
  return textOf(recordOf(label)?.['ru'] ?? label)
}

function present(row: UserFieldRow): Row {
  const noText = { ru: null }
  return {
    id: String(row.id),
    entityId: row.entityId,
    fieldName: row.fieldName,
    userTypeId: row.userTypeId,
    xmlId: row.xmlId ?? null,
    sort: '100',
    multiple: row.multiple ? 'Y' : 'N',
    mandatory: row.mandatory ? 'Y' : 'N',
    showFilter: 'N',
    showInList: 'Y',
    editInList: 'Y',
    isSearchable: 'N',
    settings: {},
    languageId: { ru: 'ru' },
    editFormLabel: { ru: row.label },
    listColumnLabel: noText,
    listFilterLabel: noText,
    errorMessage: noText,
    helpMessage: noText,
    ...(row.userTypeId === 'enumeration' && {
      enum: row.list.map(({ id, value, xmlId, sort, def }) => ({
        id: String(id),
        userFieldId: String(row.id),
        value,
        def: def ? 'Y' : 'N',
        sort: String(sort),
        xmlId,
      })),
    }),
  }
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return {
    name: `userfieldconfig.${verb}`,
    scope: 'userfieldconfig',
    seconds,
    run: (params, context) => {
      if (textOf(param(params, 'moduleId')) !== 'crm') throw failures.plain('No settings for UserFieldAccess')
      return run(params, context)
    },
  }
}
