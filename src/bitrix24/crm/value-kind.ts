import type { FieldMeta } from './directories.ts'

/** How values of a field are read and written; `none`: files and the like, which are left alone. */
export type ValueKind = 'text' | 'number' | 'money' | 'boolean' | 'date' | 'datetime' | 'id' | 'user' | 'item' | 'status' | 'none'

export function valueKind({ type }: Pick<FieldMeta, 'type'>): ValueKind {
  return kinds[type] ?? 'text'
}

// Types of `crm.item.fields` and of custom fields (`bitrix24-rest.md §5`).
const kinds: Readonly<Record<string, ValueKind>> = {
  integer: 'number',
  double: 'number',
  money: 'money',
  boolean: 'boolean',
  char: 'boolean',
  date: 'date',
  datetime: 'datetime',
  user: 'user',
  employee: 'user',
  enumeration: 'item',
  crm_status: 'status',
  crm_company: 'id',
  crm_contact: 'id',
  crm_lead: 'id',
  crm_deal: 'id',
  crm_quote: 'id',
  crm_entity: 'id',
  crm_category: 'id',
  iblock_element: 'id',
  iblock_section: 'id',
  crm_multifield: 'none',
  file: 'none',
  disk_file: 'none',
}
