import type { ContactPoint } from '../drafts/contact-points.ts'
import { type Cell, cellText, type Finding, looksLikeFormula } from './cell.ts'
import { overflowOrder, type PointKind } from './columns-point.ts'
import { put, type Row, report } from './row.ts'

/** Most characters of one phone, e-mail or site (`bitrix24-csv-import.md §2.6`). */
const longest = 250

/**
 * One value per cell: each in the column of its type, further ones in `overflowOrder`, and what still does not fit joined by `; `
 * in the last of those. Values never hold `,` or `;`, which the portal splits by (`§1, §16`).
 */
export function putPoints(row: Row, kind: PointKind, points: readonly ContactPoint[]): void {
  const taken = new Map<string, string[]>()
  const later: string[] = []
  const seen = new Set<string>()
  for (const { type, value } of points) {
    const id = `${kind}_${type}`
    const text = usable(row, kind, id, value)
    if (text === null || seen.has(text)) continue
    seen.add(text)
    if (row.sheet.index.has(id) && !taken.has(id)) taken.set(id, [text])
    else later.push(text)
  }
  for (const text of later) spread(row, kind, taken, text)
  for (const [id, texts] of taken) put(row, id, pointCell(texts))
}

function spread(row: Row, kind: PointKind, taken: Map<string, string[]>, text: string): void {
  const open = overflowOrder[kind].map((type) => `${kind}_${type}`).filter((id) => row.sheet.index.has(id))
  const free = open.find((id) => !taken.has(id))
  const last = open.at(-1)
  if (free) taken.set(free, [text])
  else if (last) taken.get(last)?.push(text)
}

function pointCell(texts: readonly string[]): Cell {
  const text = texts.join('; ')
  const findings: Finding[] = []
  if (texts.length > 1) findings.push({ code: 'import.points-joined', args: { value: text } })
  if (looksLikeFormula(text)) findings.push({ code: 'import.formula', args: { value: text } })
  return { text, findings }
}

/** The value as it may be written, or null where it must not be; that is reported then. */
function usable(row: Row, kind: PointKind, id: string, value: string): string | null {
  const text = cleaned[kind](cellText(value))
  if (text === '') return null
  if (text.length > longest) report(row, 'import.point-too-long', id, { value: text, max: longest })
  else if (kind === 'EMAIL' && !emailTaken.test(text)) report(row, 'import.email-bad', id, { value: text })
  else return text
  return null
}

const cleaned: Readonly<Record<PointKind, (text: string) => string>> = {
  PHONE: (text) => text.replaceAll(/[\s,;]+/g, ' ').trim(),
  EMAIL: (text) => text,
  WEB: (text) => text.replaceAll(',', '%2C').replaceAll(';', '%3B'),
}

/** What the portal takes for an e-mail: Latin letters, one `@`, a domain with a point. Anything else rejects the row (`§2.6`). */
const emailTaken = /^[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d-]{2,20}$/i
