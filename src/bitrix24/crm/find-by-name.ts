import type { PortalClient } from '../client/portal-client.ts'
import { ask, type Failed, filterIgnored, rowsOfPages } from './ask.ts'
import { candidateOf, candidateQuery, gather, looseKey } from './candidates.ts'
import { findByField } from './find-by-field.ts'
import { fold } from './fold.ts'
import type { Candidate, Candidates, Probe } from './probe.ts'
import { textOf } from './rest-value.ts'

/** Companies of the very title, case, ё and kinds of quotes aside. */
export async function findCompaniesByTitle(client: PortalClient, probes: readonly Probe[]): Promise<Candidates | Failed> {
  return findByField(client, 'company', probes, { field: 'title', told: ({ title }) => title, keyOf: fold })
}

/** Contacts of the same last and first name; a patronymic must agree unless one side has none. */
export async function findContactsByName(client: PortalClient, probes: readonly Probe[]): Promise<Candidates | Failed> {
  const asking = probes.filter(({ lastName }) => looseKey(lastName) !== '')
  const answer = await ask(
    client,
    asking.map(({ lastName, firstName }) =>
      candidateQuery('contact', firstName === '' ? { lastName } : { lastName, name: firstName }),
    ),
  )
  if (answer.kind === 'failed') return answer
  const pairs: [string, Candidate][] = []
  for (const [index, probe] of asking.entries()) {
    for (const row of rowsOfPages(answer.pages[index])) {
      const [lastName, firstName, secondName] = ['lastName', 'name', 'secondName'].map((name) => textOf(row[name]))
      if (looseKey(lastName!) !== looseKey(probe.lastName)) return filterIgnored('crm.item.list')
      const isSame = fold(lastName!) === fold(probe.lastName) && fold(firstName!) === fold(probe.firstName)
      if (isSame && agree(secondName!, probe.secondName)) pairs.push([probe.key, candidateOf('contact', row)])
    }
  }
  return gather(pairs)
}

function agree(one: string, other: string): boolean {
  return one === '' || other === '' || fold(one) === fold(other)
}
