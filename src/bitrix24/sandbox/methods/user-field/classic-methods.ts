import type { MethodContext, MethodDefinition } from '../../method.ts'
import type { Row, UserFieldRow } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf, isYes, param, recordOf, textOf } from '../params.ts'
import { addField, checkAdmin, checkList, editList, listGiven } from './read-field.ts'

/** `crm.company.userfield.*` and its like: values are texts (`bitrix24-rest.md §5`). */
export const userFieldMethods: readonly MethodDefinition[] = [
  ['company', 'CRM_COMPANY'],
  ['contact', 'CRM_CONTACT'],
  ['deal', 'CRM_DEAL'],
  ['lead', 'CRM_LEAD'],
  ['quote', 'CRM_QUOTE'],
].flatMap(([entity, entityId]) => methodsOf(entity!, entityId!))

function methodsOf(entity: string, entityId: string): readonly MethodDefinition[] {
  const method = (verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition => ({
    name: `crm.${entity}.userfield.${verb}`,
    scope: 'crm',
    seconds,
    run,
  })
  const find = (params: Readonly<Record<string, unknown>>, { state }: MethodContext) => {
    const id = integerOf(param(params, 'id'))
    const found = state.userFields.find((row) => row.entityId === entityId && row.id === id)
    if (found === undefined) throw failures.plain(`The entity with ID '${id}' is not found.`)
    return found
  }
  return [
    method('list', 0.03, (params, { state }) => {
      const filter = recordOf(param(params, 'filter')) ?? {}
      const isNamed = textOf(filter['LANG']) !== ''
      const { LANG: _lang, ...wanted } = filter
      const rows = state.userFields
        .filter((row) => row.entityId === entityId)
        .map((row) => present(row, isNamed))
        .filter((row) => Object.entries(wanted).every(([name, value]) => String(row[name] ?? '') === textOf(value)))
      return { result: rows, total: rows.length }
    }),
    method('get', 0.02, (params, context) => ({ result: present(find(params, context), true) })),
    method('add', 0.2, (params, { state, isAdmin }) => {
      checkAdmin(isAdmin)
      const fields = recordOf(param(params, 'fields'))
      if (fields === null) throw failures.plain("Parameter 'fields' must be array.")
      const name = textOf(fields['FIELD_NAME'])
      if (name === '') throw failures.plain("The 'FIELD_NAME' field is not found.")
      const field = addField(state, entityId, {
        fieldName: prefixed(name),
        userTypeId: textOf(fields['USER_TYPE_ID']),
        label: labelOf(fields) || name,
        multiple: isYes(fields['MULTIPLE']),
        mandatory: isYes(fields['MANDATORY']),
        xmlId: textOf(fields['XML_ID']),
        list: listGiven(fields['LIST']),
      })
      return { result: field.id }
    }),
    method('update', 0.2, (params, context) => {
      checkAdmin(context.isAdmin)
      const row = find(params, context)
      const fields = recordOf(param(params, 'fields')) ?? {}
      const edits = listGiven(fields['LIST'])
      checkList(row.list, edits)
      if (labelOf(fields) !== '') row.label = labelOf(fields)
      if (fields['MANDATORY'] !== undefined) row.mandatory = isYes(fields['MANDATORY'])
      if (fields['XML_ID'] !== undefined) row.xmlId = textOf(fields['XML_ID'])
      row.list = editList(context.state, row.list, edits)
      return { result: true }
    }),
    method('delete', 0.2, (params, context) => {
      checkAdmin(context.isAdmin)
      const { userFields } = context.state
      userFields.splice(userFields.indexOf(find(params, context)), 1)
      return { result: true }
    }),
  ]
}

/** `UF_X` and `X` both become `UF_CRM_X`. */
function prefixed(name: string): string {
  return name.startsWith('UF_CRM_') ? name : `UF_CRM_${name.replace(/^UF_/, '')}`
}

function labelOf(fields: Readonly<Record<string, unknown>>): string {
  const label = fields['LABEL'] ?? fields['EDIT_FORM_LABEL']
  return textOf(recordOf(label)?.['ru'] ?? label)
}

/** Labels are told only to who asks for a language. */
function present(row: UserFieldRow, isNamed: boolean): Row {
  const list = row.list.map(({ id, value, xmlId, sort, def }) => ({
    ID: String(id),
    SORT: String(sort),
    VALUE: value,
    DEF: def ? 'Y' : 'N',
    XML_ID: xmlId,
  }))
  return {
    ID: String(row.id),
    ENTITY_ID: row.entityId,
    FIELD_NAME: row.fieldName,
    USER_TYPE_ID: row.userTypeId,
    XML_ID: row.xmlId ?? null,
    SORT: '100',
    MULTIPLE: row.multiple ? 'Y' : 'N',
    MANDATORY: row.mandatory ? 'Y' : 'N',
    SHOW_FILTER: 'N',
    SHOW_IN_LIST: 'Y',
    EDIT_IN_LIST: 'Y',
    IS_SEARCHABLE: 'N',
    SETTINGS: {},
    ...(isNamed && { EDIT_FORM_LABEL: row.label, LIST_COLUMN_LABEL: row.label, LIST_FILTER_LABEL: row.label }),
    ...(row.userTypeId === 'enumeration' && { LIST: list }),
  }
}
