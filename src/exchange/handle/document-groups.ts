import type { InputPart, ReadOptions } from '../../onec/read/open-input.ts'
import { readPart } from '../../onec/read/read-part.ts'
import type { ReadRow } from '../../onec/read/reading.ts'
import { documentKey } from '../map/document-key.ts'
import type { DocumentExchange, DocumentRecord } from '../map/document-record.ts'
import { gatherGroups, noGroups, type RowGroups } from '../portal/stage/row-groups.ts'
import { settledAs } from './document-verdict.ts'
import type { Workshop } from './workshop.ts'

/** Rows of a table that are one deal of the import files, as the settings join them (`sameNumber: one`). */
export async function documentGroups(
  { routes, language }: Pick<Workshop, 'routes' | 'language'>,
  part: InputPart,
  reading: ReadOptions,
): Promise<RowGroups> {
  const kind = tableKinds.find((each) => (part.facts.counts[each] ?? 0) > 0)
  const exchange = kind === undefined ? null : (routes.exchangeFor(kind, part.facts.file) as DocumentExchange | null)
  if (exchange === null) return noGroups
  return gatherGroups(
    () => readPart(part, reading),
    exchange,
    (row) => row.kind === kind && settledAs(row, exchange, language) === null && hasKey(row, exchange),
  )
}

const tableKinds = ['workOrder', 'booking'] as const

function hasKey({ record }: ReadRow, exchange: DocumentExchange): boolean {
  return documentKey(record as DocumentRecord, exchange) !== ''
}
