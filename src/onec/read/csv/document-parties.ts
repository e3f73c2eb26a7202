import type { DocumentPerson, TableDocument } from '../../../records/table-document.ts'
import { parsePersonName } from '../../../values/person-name.ts'
import { filledId } from '../../../values/reference.ts'
import { compareKey, oneLine, tidy } from '../../../values/text.ts'
import { type BoundRow, textOf } from './row-fields.ts'

type Parties = Pick<TableDocument, 'clientId' | 'client' | 'payerId' | 'payer' | 'persons'>

/**
 * Who a document is with. The company of a booking goes before its payer (E3), and a payer is told only where that is somebody
 * else than the client (B12). A document that names no client is with its company, or with who pays.
 */
export function documentParties(row: BoundRow): Parties {
  const [client = nobody, ...others] = [party(row, 'client'), party(row, 'company'), party(row, 'payer')].filter(isTold)
  const payer = others.find((other) => !isSame(client, other)) ?? nobody
  return { clientId: client.id, client: client.name, payerId: payer.id, payer: payer.name, persons: personsOf(row) }
}

interface Party {
  readonly id: string
  readonly name: string
}

const nobody: Party = { id: '', name: '' }

function party(row: BoundRow, field: 'client' | 'company' | 'payer'): Party {
  return { id: filledId(textOf(row, `${field}Id`)), name: oneLine(textOf(row, field)) }
}

function isTold({ id, name }: Party): boolean {
  return id !== '' || name !== ''
}

/** Ids decide where both have one. */
function isSame(one: Party, other: Party): boolean {
  if (one.id !== '' && other.id !== '') return one.id === other.id
  return one.name !== '' && compareKey(one.name) === compareKey(other.name)
}

/** Each once, in the order of the cell; the order says who the first of the guests is. */
function personsOf(row: BoundRow): readonly DocumentPerson[] {
  const told = textOf(row, 'persons').split(/[,;\n]/)
  const words = [...new Set(told.map((each) => filledId(tidy(each))))].filter((each) => each !== '')
  return words.map((each) => ({ ...(isName(each) ? { id: '', name: each } : { id: each, name: '' }), phones: [], emails: [] }))
}

// No id of 1C is a last and a first name.
function isName(text: string): boolean {
  return !/\d/.test(text) && (parsePersonName(text)?.first ?? '') !== ''
}
