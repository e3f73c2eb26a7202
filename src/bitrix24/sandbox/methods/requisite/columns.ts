import type { Column } from '../store/column.ts'

/** Fields of requisites, bank accounts and addresses: numbers and times by name, all else is text. */
export function requisiteColumn(name: string): Column {
  return columns.get(name) ?? { name, kind: 'text', read: (row) => row[name] }
}

const numbers = [
  'ID',
  'ENTITY_TYPE_ID',
  'ENTITY_ID',
  'PRESET_ID',
  'COUNTRY_ID',
  'SORT',
  'TYPE_ID',
  'CREATED_BY_ID',
  'MODIFY_BY_ID',
]
const times = ['DATE_CREATE', 'DATE_MODIFY']

const columns = new Map<string, Column>([
  ...numbers.map((name) => [name, { name, kind: 'number', read: (row) => row[name] } satisfies Column] as const),
  ...times.map((name) => [name, { name, kind: 'time', read: (row) => row[name] } satisfies Column] as const),
])

export const owner: Column = requisiteColumn('ENTITY_ID')
