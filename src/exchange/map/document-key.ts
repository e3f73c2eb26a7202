import type { DocumentExchange, DocumentRecord } from './document-record.ts'

/**
 * Key of a document over all files, '' where nothing tells it from others. Orders are known by their number alone, as 1C may make
 * the document anew (`1c-side.md §3.7`); others by the 1C id where the table has one. A table without ids gives the number for the id.
 */
export function documentKey(record: DocumentRecord, { numbers }: Pick<DocumentExchange, 'numbers'>): string {
  const { kind, id, number, date } = record
  if (kind !== 'order' && id !== '' && id !== number) return id
  if (number === '') return ''
  return numbers === 'yearly' && date !== null ? `${kind}:${date.slice(0, 4)}/${number}` : `${kind}:${number}`
}
