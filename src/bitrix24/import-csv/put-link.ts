import type { LinkBook, LinkKind } from './links.ts'
import { cellOf, putText, type Row, report } from './row.ts'

/** A name that the portal is to find a card by. Without a book nothing is checked. */
export function putLink(row: Row, id: string, name: string, kind: LinkKind, links: LinkBook | null): void {
  putText(row, id, name)
  const value = cellOf(row, id)
  if (links === null || value === '') return
  const count = links.count(kind, value)
  if (count === 0) report(row, 'import.link-missing', id, { value })
  if (count > 1) report(row, 'import.link-several', id, { value, count })
}
