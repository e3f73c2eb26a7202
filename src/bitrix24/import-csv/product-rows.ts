import type { ProductDraft } from '../drafts/draft.ts'
import { cellText } from './cell.ts'
import { longestTitle } from './company-rows.ts'
import { listCell } from './list-cell.ts'
import { putCustom } from './put-custom.ts'
import {
  cellOf,
  type DraftRows,
  put,
  putComment,
  putList,
  putNumber,
  putText,
  putYesNo,
  type Row,
  report,
  startRow,
} from './row.ts'
import type { Sheet } from './sheet.ts'

/** Most characters of `Внешний код`. */
const longestCode = 256

/** The row of one product (`bitrix24-csv-import.md §12`). `Внешний код` is what the next import finds it by. */
export function productRows(draft: ProductDraft, number: number, sheet: Sheet): DraftRows {
  const { lists, productSort } = sheet.profile
  const row = startRow(sheet, draft.name || draft.externalId)
  put(row, 'ID', { text: String(number), findings: [] })
  putText(row, 'XML_ID', draft.externalId, longestCode)
  putText(row, 'NAME', draft.name, longestTitle)
  if (cellOf(row, 'NAME') === '') {
    report(row, 'import.name-missing', 'NAME')
    return { rows: [], problems: row.problems }
  }
  if (cellOf(row, 'XML_ID') === '') report(row, 'import.code-missing', 'XML_ID')
  putComment(row, draft.description, 'DESCRIPTION')
  putYesNo(row, 'ACTIVE', draft.active)
  putList(row, 'CURRENCY_ID', draft.currency, lists.currency)
  putNumber(row, 'PRICE', draft.price, 0)
  const price = cellOf(row, 'PRICE')
  if (/\.\d\d0*[1-9]/.test(price)) report(row, 'import.price-rounded', 'PRICE', { value: price })
  put(row, 'VAT_ID', listCell(draft.vat, lists.vat))
  putYesNo(row, 'VAT_INCLUDED', draft.vatIncluded)
  put(row, 'MEASURE', listCell(draft.measure, lists.measure))
  putSections(row, draft.sections)
  putText(row, 'SORT', productSort)
  putImages(row, draft.images)
  putCustom(row, draft)
  return { rows: [row.cells], problems: row.problems }
}

/** From the top level down without a gap, as a gap puts the product into the root; what is deeper than the file goes into the last. */
function putSections(row: Row, sections: readonly string[]): void {
  const levels = row.sheet.profile.sectionLevels
  const names = sections.map(cellText).filter(Boolean)
  const written = names.length > levels ? [...names.slice(0, levels - 1), names.slice(levels - 1).join(' / ')] : names
  if (written !== names) {
    report(row, 'import.sections-joined', `SECTION_ID_${levels}`, { count: names.length, levels, value: written.at(-1) ?? '' })
  }
  for (const [place, name] of written.entries()) putText(row, `SECTION_ID_${place + 1}`, name)
}

/** One picture, as the preview and in full; the import has no columns for more and fetches links only (`§2.6`). */
function putImages(row: Row, images: readonly string[]): void {
  const main = images.find((image) => /^https?:\/\/\S+$/i.test(image)) ?? ''
  putText(row, 'PREVIEW_PICTURE', main)
  putText(row, 'DETAIL_PICTURE', main)
  for (const image of images) {
    if (image !== main) report(row, 'import.image-skipped', 'DETAIL_PICTURE', { value: image })
  }
}
