import type { ContactDraft } from '../drafts/draft.ts'
import type { LinkBook } from './links.ts'
import { putCustom } from './put-custom.ts'
import { putLink } from './put-link.ts'
import { putPoints } from './put-points.ts'
import { requisiteRows } from './requisite-rows.ts'
import { cellOf, type DraftRows, put, putComment, putDate, putList, putText, putYesNo, report, startRow } from './row.ts'
import type { Sheet } from './sheet.ts'

/**
 * Rows of one contact (`bitrix24-csv-import.md §5, §8`). `number` as for companies. `links` knows the names in the company file; its
 * company is named to the character as that file has it.
 */
export function contactRows(draft: ContactDraft, number: number, sheet: Sheet, links: LinkBook | null = null): DraftRows {
  const { lists, opened, responsible } = sheet.profile
  const row = startRow(sheet, `${draft.lastName} ${draft.firstName}`.trim() || draft.originId)
  put(row, 'ID', { text: String(number), findings: [] })
  putText(row, 'NAME', draft.firstName)
  putText(row, 'LAST_NAME', draft.lastName)
  if (cellOf(row, 'NAME') === '' && cellOf(row, 'LAST_NAME') === '') {
    report(row, 'import.name-missing', 'LAST_NAME')
    return { rows: [], problems: row.problems }
  }
  putText(row, 'SECOND_NAME', draft.secondName)
  putList(row, 'HONORIFIC', draft.salutation, lists.salutation)
  putDate(row, 'BIRTHDATE', draft.birthDate)
  putLink(row, 'COMPANY_TITLE', draft.companyTitle, 'company', links)
  putText(row, 'ASSIGNED_BY_ID', draft.responsible || responsible)
  putPoints(row, 'PHONE', draft.phones)
  putPoints(row, 'WEB', draft.sites)
  putPoints(row, 'EMAIL', draft.emails)
  putText(row, 'POST', draft.post)
  putComment(row, draft.comments)
  putList(row, 'TYPE_ID', draft.contactType, lists.contactType)
  putList(row, 'SOURCE_ID', draft.source, lists.source)
  putYesNo(row, 'OPENED', opened)
  putCustom(row, draft)
  const rows = requisiteRows(row, draft.requisites, ['ID', 'NAME', 'LAST_NAME'])
  return { rows: rows.map(({ cells }) => cells), problems: row.problems }
}
