import type { Known } from '../../../ledger/known.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { ReadRow } from '../../../onec/read/reading.ts'
import type { DocumentRow } from '../../../records/document-row.ts'
import type { ExchangeOf } from '../../../settings/settings.ts'
import { contentHash } from '../../content-hash.ts'
import { isOlder } from '../../handle/compare-known.ts'
import type { RowSource } from '../../handle/handler.ts'
import { because } from '../../handle/outcome.ts'
import { sift } from '../../handle/sift.ts'
import type { DocumentRecord } from '../../map/document-record.ts'
import { scopeOf } from '../../map/scope.ts'
import type { DocumentKind } from '../told-document.ts'
import { kindOf } from './document-entity.ts'
import { beside, type StagedRow, type StageShop, settled } from './shop.ts'

/** What a file has told of the rows of one document. */
interface TableOfRows {
  readonly file: string
  readonly rows: readonly DocumentRow[]
}

/**
 * Rows of goods and works that come in a table of their own: remembered by the number of their document, which may come before or
 * after. A file tells all rows of every document that it names; they may stand anywhere in it.
 */
export async function stageDocumentRows(
  shop: StageShop,
  rows: readonly ReadRow[],
  source: RowSource,
): Promise<readonly StagedRow[]> {
  const { ledger, language } = shop
  const exchange = shop.routes.exchangeFor('documentRow', source.file) as ExchangeOf<'document-rows'> | null
  const kind = exchange === null ? null : kindOf(exchange.of)
  const idOf = ({ document }: DocumentRow) => rowsId(kind!, document)
  const records = rows.flatMap(({ record }) => (record?.kind === 'documentRow' ? [record] : []))
  const known = new Map(kind === null ? [] : await ledger.known(knownKind, [...new Set(records.map(idOf))]))
  const changed = new Set<string>()
  const staged = rows.map((row): StagedRow => {
    const record = row.record as DocumentRow | null
    const sifted = sift(row, exchange, () => scopeOf(row, record!), language)
    if (sifted !== null || record === null) return settled(sifted!)
    if (record.document === '') return settled(because('refused', 'exchange.no-id', language))
    const id = idOf(record)
    const before = known.get(id)
    if (before !== undefined && isOlder(source, before)) {
      return settled(because('skipped', 'exchange.older', language, { generated: before.generated }))
    }
    if (before !== undefined && isOfAnother(before, source)) {
      return settled(because('skipped', 'exchange.twice', language, { message: before.message }))
    }
    known.set(id, withRow(before, id, bare(record), source))
    changed.add(id)
    const hash = contentHash(bare(record))
    return { card: null, people: [], result: beside(record.problems, language), hash, document: id }
  })
  await ledger.remember([...changed].map((id) => known.get(id)!))
  for (const id of changed) shop.touchedRows.set(id, { source })
  return staged
}

/** Rows of a document that came in a table of their own. */
export interface ToldRows {
  /** What they are kept under, as `StageShop.touchedRows` are. */
  readonly id: string
  /** The message that told them. */
  readonly message: number
  readonly rows: readonly DocumentRow[]
}

/** The rows that a table has told of a document, by its 1C id or its number; null: none has. */
export async function rowsOfDocument(ledger: Ledger, record: DocumentRecord): Promise<ToldRows | null> {
  const ids = rowsIdsOf(record)
  const known = await ledger.known(knownKind, ids)
  const found = ids.map((id) => known.get(id)).find((each) => each !== undefined)
  return found === undefined ? null : { id: found.id, message: found.message, rows: (found.record as TableOfRows).rows }
}

/** Said of rows that the exchange of their documents leaves out (`rows: false`). */
export function rowsUnused({ language }: Pick<StageShop, 'language'>): StagedRow {
  return settled(because('skipped', 'exchange.rows-unused', language))
}

/** Ids under which the rows of a document may be kept; an order has its own. */
export function rowsIdsOf(record: DocumentRecord): readonly string[] {
  if (record.kind === 'order') return []
  return [record.id, record.number].filter((word) => word !== '').map((word) => rowsId(record.kind, word))
}

/** What is kept under an id of `StageShop.touchedRows`, and whose rows they are. */
export async function rowsTold(
  ledger: Ledger,
  id: string,
): Promise<{ readonly kind: DocumentKind; readonly document: string; readonly rows: readonly DocumentRow[] }> {
  const [kind, document] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
  const { rows } = (await ledger.known(knownKind, [id])).get(id)!.record as TableOfRows
  return { kind: kind as DocumentKind, document, rows }
}

const knownKind = 'documentRows'

function rowsId(kind: DocumentKind, document: string): string {
  return `${kind}:${document}`
}

/** Has a message of the same run told it that was taken later, or another file of the same archive? */
function isOfAnother({ message, record }: Known, source: RowSource): boolean {
  return message > source.message || (message === source.message && (record as TableOfRows).file !== source.file)
}

function withRow(before: Known | undefined, id: string, row: DocumentRow, { message, file, generated }: RowSource): Known {
  const table = before?.record as TableOfRows | undefined
  // What this very file has told so far goes on; what an earlier one told is over.
  const told = before?.message === message && table?.file === file ? table.rows : []
  return { kind: knownKind, id, hash: '', generated, message, seen: message, record: { file, rows: [...told, row] } }
}

// Where a row stood in its file is of no use later.
function bare(row: DocumentRow): DocumentRow {
  return { ...row, problems: [], origin: { line: 0, row: 0 } }
}
