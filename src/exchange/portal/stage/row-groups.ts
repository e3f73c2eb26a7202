import type { ReadRow } from '../../../onec/read/reading.ts'
import type { DocumentPerson, TableDocument } from '../../../records/table-document.ts'
import type { DateText } from '../../../values/date.ts'
import { sum } from '../../../values/decimal.ts'
import { legalFormOf } from '../../../values/legal-form.ts'
import { compareKey } from '../../../values/text.ts'
import { documentKey } from '../../map/document-key.ts'
import type { DocumentExchange, DocumentRecord } from '../../map/document-record.ts'

/** Rows of one file that are one document: a booking with a row for each room or guest (E3). */
export interface RowGroups {
  /** The row with all that the other rows of its document add to it; any other row as it is. */
  wholeOf(row: ReadRow, exchange: DocumentExchange): ReadRow
}

export const noGroups: RowGroups = { wholeOf: (row) => row }

/**
 * Finds the rows of a file that are one document. `read` reads the file anew: such rows may stand far apart, and only documents that have
 * several are kept in memory. Rows that are passed over, as `isTaken` says, add nothing.
 */
export async function gatherGroups(
  read: () => AsyncIterable<readonly ReadRow[]>,
  exchange: DocumentExchange,
  isTaken: (row: ReadRow) => boolean,
): Promise<RowGroups> {
  if (!('sameNumber' in exchange) || exchange.sameNumber === 'each') return noGroups
  const repeated = await repeatedKeys(read, exchange, isTaken)
  if (repeated.size === 0) return noGroups
  const whole = new Map<string, ReadRow>()
  for await (const rows of read()) {
    for (const row of rows.filter(isTaken)) {
      const key = keyOf(row, exchange)
      if (!repeated.has(key)) continue
      const before = whole.get(key)
      whole.set(key, before === undefined ? row : { ...before, record: joined(before, row, exchange.sameNumberAmount) })
    }
  }
  return { wholeOf: (row, by) => whole.get(keyOf(row, by)) ?? row }
}

async function repeatedKeys(
  read: () => AsyncIterable<readonly ReadRow[]>,
  exchange: DocumentExchange,
  isTaken: (row: ReadRow) => boolean,
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for await (const rows of read()) {
    for (const row of rows.filter(isTaken)) {
      const key = keyOf(row, exchange)
      if (seen.has(key)) repeated.add(key)
      seen.add(key)
    }
  }
  return repeated
}

function keyOf({ record }: ReadRow, exchange: DocumentExchange): string {
  return documentKey(record as DocumentRecord, exchange)
}

// The first row is the document; later ones add their people, and what it leaves empty. The stay is that of all its rooms.
function joined({ record: whole }: ReadRow, { record: part }: ReadRow, amounts: 'first' | 'sum'): TableDocument {
  const [one, more] = [whole as TableDocument, part as TableDocument]
  const isOther = isOtherGuest(one, more)
  const { clientId: id, client: name, phones, emails } = more
  const guest: readonly DocumentPerson[] = isOther ? [{ id, name, phones, emails }] : []
  const told = [one.amount, more.amount].filter((amount) => amount !== null)
  const client = one.clientId === '' && one.client === '' && one.clientInn === '' ? more : one
  const payer = one.payerId === '' && one.payer === '' ? more : one
  return {
    ...one,
    clientId: client.clientId,
    client: client.client,
    clientInn: client.clientInn,
    payerId: payer.payerId,
    payer: payer.payer,
    phones: unique([...one.phones, ...(isOther ? [] : phones)], ({ text }) => text),
    emails: unique([...one.emails, ...(isOther ? [] : emails)], ({ text }) => text),
    persons: unique([...one.persons, ...guest, ...more.persons], (person) => person.id || compareKey(person.name)),
    amount: amounts === 'sum' && told.length > 0 ? sum(told) : (told[0] ?? null),
    beginDate: outer(one.beginDate, more.beginDate, -1),
    endDate: outer(one.endDate, more.endDate, 1),
    portalId: one.portalId || more.portalId,
    comment: one.comment || more.comment,
    problems: [...one.problems, ...more.problems],
  }
}

// Each room may name its own guest; a firm that stands there is no guest. Ids decide where both have one.
function isOtherGuest(one: TableDocument, { clientId, client }: TableDocument): boolean {
  const isSame =
    clientId !== '' && one.clientId !== ''
      ? clientId === one.clientId
      : client === '' || one.client === '' || compareKey(client) === compareKey(one.client)
  if (isSame) return false
  return legalFormOf({ officialName: '', fullName: client, name: client, inn: '', kpp: '' }) !== 'company'
}

function outer(one: DateText | null, other: DateText | null, sign: 1 | -1): DateText | null {
  if (one === null || other === null) return one ?? other
  return (other > one ? 1 : -1) === sign ? other : one
}

function unique<T>(list: readonly T[], idOf: (each: T) => string): readonly T[] {
  return list.filter((each, place) => list.findIndex((other) => idOf(other) === idOf(each)) === place)
}
