import type { Client } from './client.ts'
import { commerceml1 } from './commerceml-1.ts'
import { commerceml205, commerceml207, commerceml210 } from './commerceml-2.ts'
import { commerceml31 } from './commerceml-3.ts'
import type { Dialect } from './dialect.ts'
import { barTable, semicolonTable, tabTable } from './table.ts'

/** What not every dialect can say. */
export type Feature =
  | 'addressParts'
  | 'bankAccount'
  | 'deletionMark'
  | 'ogrn'
  | 'people'
  | 'peopleInside'
  | 'reachOfPeople'
  | 'phonesAndEmails'
  | 'role'

/** Features that a dialect leaves out, each with its reason. */
export type LeftOut = Readonly<Partial<Record<Feature, string>>>

/** All dialects, and why a feature does not come with each of them; whatever is not named here has to come. */
export const dialects: readonly (readonly [Dialect, LeftOut])[] = [
  [commerceml210, {}],
  [commerceml207, {}],
  [commerceml205, {}],
  [
    commerceml31,
    {
      ogrn: 'the extension writes ИНН, КПП and ОКПО only',
      reachOfPeople: 'of a Представитель the extension tells id and name (`1c-side.md §3.6`)',
    },
  ],
  [
    commerceml1,
    {
      addressParts: 'an address is one attribute',
      bankAccount: 'a Контрагент of 1.x has attributes only',
      deletionMark: 'there is none in 1.x; who is marked is not exported',
      people: 'a Контрагент of 1.x has attributes only',
      peopleInside: 'a Контрагент of 1.x has attributes only',
      phonesAndEmails: 'no attribute is meant for them',
      role: 'it belongs to the parties of a document',
    },
  ],
  ...[semicolonTable, tabTable, barTable].map(
    (table) =>
      [table, { addressParts: 'a cell holds the whole address', peopleInside: 'people stand in a table of their own' }] as const,
  ),
]

/** The counterparties as far as the dialect can tell of them. */
export function asTold(clients: readonly Client[], leftOut: LeftOut): readonly Client[] {
  const names = Object.keys(leftOut) as Feature[]
  return names.reduce<readonly Client[]>((left, feature) => left.flatMap((each) => without[feature](each)), clients)
}

const without: Readonly<Record<Feature, (client: Client) => readonly Client[]>> = {
  addressParts: (client) => [
    { ...client, legalAddress: inOneLine(client.legalAddress), actualAddress: inOneLine(client.actualAddress) },
  ],
  bankAccount: (client) => [{ ...client, account: null }],
  deletionMark: (client) => (client.deleted ? [] : [client]),
  ogrn: (client) => [{ ...client, ogrn: '' }],
  people: (client) => [{ ...client, people: [] }],
  // They come all the same, and become the same cards.
  peopleInside: (client) => [client],
  reachOfPeople: (client) => [
    { ...client, people: client.people.map((person) => ({ ...person, post: '', mobile: '', email: '' })) },
  ],
  phonesAndEmails: (client) => [{ ...client, workPhone: '', mobile: '', email: '' }],
  role: (client) => [{ ...client, role: '' }],
}

function inOneLine(address: Client['legalAddress']): Client['legalAddress'] {
  return address === null ? null : { ...address, parts: {} }
}
