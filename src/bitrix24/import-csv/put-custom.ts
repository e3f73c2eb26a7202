import type { Draft } from '../drafts/draft.ts'
import { type Cell, cellText, commentCell, dateCell, numberCell, refused, yesNoTextCell } from './cell.ts'
import { listCell } from './list-cell.ts'
import type { CustomField } from './profile.ts'
import { put, putText, type Row } from './row.ts'
import { fieldColumn } from './sheet.ts'

/** The custom fields of the portal and the field that takes the 1C id, as the profile names them. */
export function putCustom(row: Row, draft: Draft): void {
  const { customFields, idFields, headers } = row.sheet.profile
  const idField = draft.kind === 'product' ? undefined : idFields[draft.kind]
  if (idField) putText(row, fieldColumn(idField).id, draft.originId)
  for (const field of customFields[draft.kind] ?? []) {
    put(row, fieldColumn(field).id, customCell(draft.custom[field.source] ?? '', field, headers))
  }
}

function customCell(value: string, field: CustomField, form: 'titles' | 'ids'): Cell {
  switch (field.type) {
    case 'text':
      return commentCell(value)
    case 'number':
      return numberCell(value)
    case 'date':
      return dateCell(value)
    case 'yesNo':
      return yesNoTextCell(value, form)
    case 'list':
      return customListCell(value, field)
  }
}

/** One item; a comma would make two of it, and nothing escapes it (`bitrix24-csv-import.md §2.6`). */
function customListCell(value: string, { items }: CustomField): Cell {
  const cell = listCell(value, items)
  if (cell.text.includes(',')) return refused('import.list-comma', cellText(value))
  return cell
}
