import type { Counterparty } from '../../../records/counterparty.ts'
import type { ByteSource } from '../bytes/source.ts'
import type { ReadRow } from '../reading.ts'
import type { XmlHandler } from '../xml/handler.ts'
import { readXml } from '../xml/read-xml.ts'
import { toCounterparty } from './counterparty.ts'

/** A document of 1.x names its parties by id; their cards stand at the end of the file (`1c-side.md §2`). */
export interface Party {
  readonly id: string
  readonly role: string
}

/** Cards by id: the cards of a whole 1.x file, read in a pass of its own. */
export async function readCards1(
  source: ByteSource,
  encoding: string,
  country: string | undefined,
): Promise<ReadonlyMap<string, Counterparty>> {
  const cards = new Map<string, Counterparty>()
  const handler: XmlHandler = {
    open: (name, _attributes, depth) => (depth === 0 ? 'descend' : name === 'Контрагент' ? 'record' : 'skip'),
    record(node) {
      const card = toCounterparty(node, {
        origin: ({ line }) => ({ line, row: 0 }),
        catalogueId: '',
        isOwnFirm: () => false,
        container: null,
        country,
      })
      cards.set(card.id, card)
    },
    close() {},
  }
  // A broken file is told of by the reading of its rows.
  await readXml(source, encoding, handler)
  return cards
}

/** The row of a document with the cards of its parties in it. A party without a card stays where its id is: in `extra`. */
export function withParties(row: ReadRow, parties: readonly Party[], cards: ReadonlyMap<string, Counterparty>): ReadRow {
  if (row.record?.kind !== 'order') return row
  const counterparties = parties.flatMap(({ id, role }) => {
    const card = cards.get(id)
    return card === undefined ? [] : [{ ...card, role, origin: { ...card.origin, row: row.row } }]
  })
  return { ...row, record: { ...row.record, counterparties } }
}
