import type { MethodDefinition } from '../../method.ts'
import type { Row, UserFieldRow } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf, isYes, param, recordOf, textOf } from '../params.ts'
import { addField, checkAdmin, listGiven } from './read-field.ts'

/** `userfieldconfig.*` of the module `crm`: the same fields in another form (`bitrix24-rest.md §5`). */
export const userFieldConfigMethods: readonly MethodDefinition[] = [
  method('list', 0.03, (params, context) => {
    checkModule(params)
    const wanted = Object.entries(recordOf(param(params, 'filter')) ?? {})
    const rows = context.state.userFields
      .map(present)
      .filter((row) => wanted.every(([name, value]) => textOf(row[name]) === textOf(value)))
    const start = Math.max(0, integerOf(param(params, 'start')))
    const next = start + 50
    return { result: { fields: rows.slice(start, next) }, total: rows.length, ...(next < rows.length && { next }) }
  }),
  method('add', 0.2, (params, context) => {
    checkModule(params)
    checkAdmin(context.isAdmin)
    const field = recordOf(param(params, 'field'))
    if (field === null) throw failures.noParameter('field')
    const entityId = textOf(field['entityId'])
    const fieldName = textOf(field['fieldName'])
    if (!fieldName.startsWith(`UF_${entityId}_`)) throw failures.badArgument(`fieldName should start with UF_${entityId}_`)
    const label = field['editFormLabel']
    const made = addField(context.state, entityId, {
      fieldName,
      userTypeId: textOf(field['userTypeId']),
      label: textOf(recordOf(label)?.['ru'] ?? label) || fieldName,
      multiple: isYes(field['multiple']),
      mandatory: isYes(field['mandatory']),
      list: listGiven(field['enum']),
    })
    return { result: { field: present(made) } }
  }),
]

function checkModule(params: Parameters<MethodDefinition['run']>[0]): void {
  if (textOf(param(params, 'moduleId')) !== 'crm') throw failures.badArgument('Module is not supported')
}

function present(row: UserFieldRow): Row {
  return {
    id: String(row.id),
    entityId: row.entityId,
    fieldName: row.fieldName,
    userTypeId: row.userTypeId,
    xmlId: null,
    sort: '100',
    multiple: row.multiple ? 'Y' : 'N',
    mandatory: row.mandatory ? 'Y' : 'N',
    editFormLabel: { ru: row.label },
    ...(row.userTypeId === 'enumeration' && {
      enum: row.list.map(({ id, value, xmlId, sort, def }) => ({
        id: String(id),
        value,
        xmlId,
        sort: String(sort),
        def: def ? 'Y' : 'N',
      })),
    }),
  }
}

function method(verb: string, seconds: number, run: MethodDefinition['run']): MethodDefinition {
  return { name: `userfieldconfig.${verb}`, scope: 'userfieldconfig', seconds, run }
}
