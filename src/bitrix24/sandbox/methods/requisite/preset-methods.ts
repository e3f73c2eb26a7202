import type { MethodContext, MethodDefinition } from '../../method.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf, param, recordOf } from '../params.ts'
import { Table } from '../store/table.ts'
import { requisiteColumn } from './columns.ts'
import { listRows, textRow } from './rows.ts'

const presetFields = [
  ...['ID', 'ENTITY_TYPE_ID', 'COUNTRY_ID', 'NAME', 'XML_ID', 'ACTIVE', 'SORT'],
  ...['DATE_CREATE', 'DATE_MODIFY', 'CREATED_BY_ID', 'MODIFY_BY_ID'],
]

/** Templates of requisites; their ids differ from portal to portal (`bitrix24-rest.md §4.2`). `FIELDS` of a row: names in the order of the card. */
export const presetMethods: readonly MethodDefinition[] = [
  {
    name: 'crm.requisite.preset.list',
    scope: 'crm',
    seconds: 0.03,
    run: (params, context) =>
      listRows(params, context, {
        table: new Table(context.state.presets, context.state.zone),
        names: presetFields,
        columnOf: requisiteColumn,
        entity: 'Preset',
      }),
  },
  {
    name: 'crm.requisite.preset.get',
    scope: 'crm',
    seconds: 0.02,
    run: (params, context) => ({ result: textRow(findPreset(param(params, 'id'), context), presetFields) }),
  },
  {
    name: 'crm.requisite.preset.field.list',
    scope: 'crm',
    seconds: 0.02,
    run: (params, context) => {
      const names = findPreset(recordOf(param(params, 'preset'))?.['ID'], context)['FIELDS']
      const result = (Array.isArray(names) ? names : []).map((name, place) => ({
        ID: place + 1,
        FIELD_NAME: String(name),
        FIELD_TITLE: '',
        IN_SHORT_LIST: 'N',
        SORT: 510 + place * 10,
      }))
      return { result, total: result.length }
    },
  },
]

function findPreset(id: unknown, { state }: MethodContext): Row {
  const found = state.presets.find((row) => Number(row['ID']) === integerOf(id))
  if (found === undefined) throw failures.plain(`The Preset with ID '${integerOf(id)}' is not found`)
  return found
}
