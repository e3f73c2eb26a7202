import { parseDecimal } from '../../values/decimal.ts'
import type { Query } from './ask.ts'
import { rowsOfPages } from './ask.ts'
import type { Directories } from './directories.ts'
import { type CrmEntity, type DocumentEntity, isDocument, ownerType } from './entity.ts'
import { fieldNamed } from './find-field.ts'
import type { HeldRow } from './held-card.ts'
import { idOf, type RestRow, textOf } from './rest-value.ts'

/** Rows of the documents that have any, by the id of the document. */
export type RowsByCard = ReadonlyMap<number, readonly HeldRow[]>

/** Has a card of this kind rows at all? A smart process has them only where its settings say so (`bitrix24-rest.md §8`). */
export function hasRows(directories: Directories, entity: CrmEntity): entity is DocumentEntity {
  return isDocument(entity) && fieldNamed(directories, entity, 'opportunity') !== null
}

/**
 * Lists of the rows of some documents, one document a command: the docs do not agree on whether several owners may be asked for
 * at once, and an answer that leaves some out cannot be told from documents without rows. A document that is gone is refused.
 */
export function rowQueries(entity: DocumentEntity, ids: readonly number[]): readonly Query[] {
  return ids.map((id) => ({
    method: 'crm.item.productrow.list',
    params: { filter: { '=ownerType': ownerType(entity), '=ownerId': id } },
    paging: 'id',
    optional: true,
  }))
}

/** Rows out of the answers to `rowQueries`; null: some are not of the document that was asked for. */
export function rowsByCard(
  entity: DocumentEntity,
  ids: readonly number[],
  pages: readonly (readonly unknown[] | null)[],
): RowsByCard | null {
  const byCard = new Map<number, readonly HeldRow[]>()
  for (const [index, id] of ids.entries()) {
    const answer = pages[index]
    if (answer === null || answer === undefined) continue
    const rows = rowsOfPages(answer)
    const isAsked = (row: RestRow) => idOf(row['ownerId']) === id && textOf(row['ownerType']) === ownerType(entity)
    if (!rows.every(isAsked)) return null
    byCard.set(id, [...rows].sort(bySort).map(heldRow))
  }
  return byCard
}

// Rows of one place are in the order in which they were made.
function bySort(one: RestRow, other: RestRow): number {
  return Number(one['sort']) - Number(other['sort']) || idOf(one['id']) - idOf(other['id'])
}

function heldRow(row: RestRow): HeldRow {
  const discount = numberOf(row['discountSum'])
  const code = textOf(row['measureCode'])
  return {
    id: idOf(row['id']),
    productId: idOf(row['productId']),
    productName: textOf(row['productName']),
    price: numberOf(row['price']) || '0',
    quantity: numberOf(row['quantity']) || '0',
    discountSum: discount === '0' ? '' : discount,
    taxRate: numberOf(row['taxRate']),
    taxIncluded: textOf(row['taxIncluded']) === 'Y' ? 'Y' : 'N',
    measureCode: code === '0' ? '' : code,
  }
}

// A number of JSON may come with an exponent; a price as text with its zeros.
function numberOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return parseDecimal(value.toFixed(8)).value ?? ''
  return parseDecimal(textOf(value)).value ?? ''
}
