import type { CompanyDraft } from '../drafts/draft.ts'
import { putCustom } from './put-custom.ts'
import { putPoints } from './put-points.ts'
import { requisiteRows } from './requisite-rows.ts'
import { cellOf, type DraftRows, put, putComment, putList, putText, putYesNo, report, startRow } from './row.ts'
import type { Sheet } from './sheet.ts'

/**
 * Rows of one company (`bitrix24-csv-import.md §4, §8`). `number` is unique in the file and counts the companies written: with
 * gaps in it two neighbours might get one key, as the importer glues the number and the title together (`1` + `0 А`, `10` + ` А`).
 */
export function companyRows(draft: CompanyDraft, number: number, sheet: Sheet): DraftRows {
  const { lists, opened, responsible } = sheet.profile
  const row = startRow(sheet, draft.title || draft.originId)
  put(row, 'ID', { text: String(number), findings: [] })
  putText(row, 'TITLE', draft.title, longestTitle)
  if (cellOf(row, 'TITLE') === '') {
    report(row, 'import.name-missing', 'TITLE')
    return { rows: [], problems: row.problems }
  }
  putList(row, 'COMPANY_TYPE', draft.companyType, lists.companyType)
  putList(row, 'INDUSTRY', draft.industry, lists.industry)
  putComment(row, draft.comments)
  putText(row, 'ASSIGNED_BY_ID', draft.responsible || responsible)
  putPoints(row, 'PHONE', draft.phones)
  putPoints(row, 'WEB', draft.sites)
  putPoints(row, 'EMAIL', draft.emails)
  putYesNo(row, 'OPENED', opened)
  putCustom(row, draft)
  const rows = requisiteRows(row, draft.requisites, ['ID', 'TITLE'])
  return { rows: rows.map(({ cells }) => cells), problems: row.problems }
}

/** Most characters of the title of a company or deal and of the name of a product. */
export const longestTitle = 255
