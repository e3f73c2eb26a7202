import type { TableDocument } from '../../../records/table-document.ts'
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
function personsOf(row: BoundRow): readonly string[] {
  const ids = textOf(row, 'persons').split(/[,;\n]/)
  return [...new Set(ids.map((id) => filledId(tidy(id))))].filter((id) => id !== '')
}
