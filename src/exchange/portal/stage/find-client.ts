import type { ClientEntity } from '../../../bitrix24/crm/entity.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { Counterparty } from '../../../records/counterparty.ts'
import { compareKey } from '../../../values/text.ts'
import { cardTitle, personTitle } from '../plan/card-title.ts'
import type { ToldCard } from '../told-card.ts'
import { type ClientName, clientsUnder, innWord, personWord, phoneWord, wordsOf } from './client-index.ts'
import { foldedName } from './companies.ts'
import type { StageDesk } from './desk.ts'

/** Which card the client of a document is. */
export type FoundClient =
  | (ClientName & { readonly kind: 'known'; readonly told: ToldCard | null })
  /** Nobody has told of it so far; this is the key that it gets. */
  | (ClientName & { readonly kind: 'new' })
  | { readonly kind: 'several'; readonly problem: Problem }
  /** The document says nothing that it could be known by. */
  | { readonly kind: 'nameless' }

/**
 * The client of a document: by its 1C id; by its ИНН, whatever key it is known under; where there is no ИНН, by its phone (B11), then by
 * its name (D6), a person only where no phone is told. A doubt never guesses. `becomes`: what a card made of the document would be.
 */
export async function findClient(
  ledger: Ledger,
  desk: StageDesk<ToldCard>,
  client: Counterparty,
  becomes: ClientEntity,
): Promise<FoundClient> {
  const { id, inn, name } = client
  if (id !== '') {
    const byId = await knownById(desk, id, becomes)
    if (byId !== null) return byId
  }
  if (inn !== '') {
    const byInn = choose(await knownUnder(ledger, desk, [innWord(inn)], ({ told }) => isSameBranch(told, client)), name)
    const found =
      byInn ??
      choose(
        (await knownByName(ledger, desk, name)).filter(({ told }) => !hasInn(told)),
        name,
      )
    return found ?? { kind: 'new', entity: becomes, key: id || `${innWord(inn)}/${client.kpp}` }
  }
  if (id !== '') return { kind: 'new', entity: becomes, key: id }
  const phones = phonesOf(client)
  const ofPhone = await knownUnder(ledger, desk, phones.map(phoneWord), ({ entity }) => entity === becomes)
  const found = choose(ofPhone, name) ?? choose(await knownByName(ledger, desk, name), name)
  if (found !== null) return found
  const [phone] = phones
  if (becomes === 'contact' && phone === undefined) {
    const ofName = choose(await knownPerson(ledger, desk, client), name)
    if (ofName !== null) return ofName
  }
  // A company may have many phones, and its people as well: its name says more.
  if (becomes === 'contact' && phone !== undefined) return { kind: 'new', entity: becomes, key: phoneWord(phone) }
  if (name === '') return { kind: 'nameless' }
  return { kind: 'new', entity: becomes, key: `name:${compareKey(name)}/` }
}

/** The card of that 1C id, whichever kind it is; null: nobody has told of it. */
export async function knownById(desk: StageDesk<ToldCard>, id: string, likely: ClientEntity): Promise<Known | null> {
  await desk.open({ company: [id], contact: [id] })
  const entity = [likely, ...entities].find((each) => desk.has(each, id))
  return entity === undefined ? null : known(desk, { entity, key: id })
}

/** The companies that 1C calls by that name. */
export async function knownByName(ledger: Ledger, desk: StageDesk<ToldCard>, name: string): Promise<readonly Known[]> {
  const folded = foldedName(name)
  const keys = folded === '' ? [] : ((await ledger.companyNames.named([folded])).get(folded) ?? [])
  await desk.open({ company: keys })
  return keys.map((key) => known(desk, { entity: 'company', key }))
}

/** The people of exactly that last and first name, and patronymic where there is one. */
async function knownPerson(ledger: Ledger, desk: StageDesk<ToldCard>, { person, name }: Counterparty): Promise<readonly Known[]> {
  const title =
    person === null ? name : personTitle({ lastName: person.last, firstName: person.first, secondName: person.middle })
  const word = personWord(title)
  return word === null ? [] : knownUnder(ledger, desk, [word], ({ entity }) => entity === 'contact')
}

/** The one that is meant, or null; of several, the one of that name. */
export function choose(clients: readonly Known[], name: string): Exclude<FoundClient, { kind: 'new' }> | null {
  if (clients.length < 2) return clients[0] ?? null
  const folded = foldedName(name)
  const named = clients.filter(({ told }) => told !== null && folded !== '' && isCalled(told, folded))
  if (named.length === 1) return named[0]!
  const keys = clients.map(({ key, told }) => (told === null ? `1С: ${key}` : `${cardTitle(told)} (1С: ${key})`)).join('; ')
  return { kind: 'several', problem: problem('exchange.client-several', { client: name || '—', clients: keys }) }
}

/** Phones by which a client is known: a fax is nobody's. */
export function phonesOf({ phones }: Pick<Counterparty, 'phones'>): readonly string[] {
  return [...new Set(phones.flatMap(({ e164, use }) => (e164 === null || use === 'fax' ? [] : [e164])))]
}

/** Is that the name of the card? A person may be told with the patronymic and without it. */
export function isCalled(told: ToldCard, folded: string): boolean {
  const title = foldedName(cardTitle(told))
  return title === folded || (told.entity === 'contact' && (title.startsWith(`${folded} `) || folded.startsWith(`${title} `)))
}

type Known = Extract<FoundClient, { kind: 'known' }>

const entities: readonly ClientEntity[] = ['company', 'contact']

// Whoever changed an ИНН or a phone since is found under it no more.
async function knownUnder(
  ledger: Ledger,
  desk: StageDesk<ToldCard>,
  words: readonly string[],
  isMeant: (client: Known) => boolean,
): Promise<readonly Known[]> {
  const named = await clientsUnder(ledger, words)
  for (const { entity, key } of named) await desk.open({ [entity]: [key] })
  const clients = named.filter(({ entity, key }) => desk.has(entity, key)).map((each) => known(desk, each))
  return clients.filter((each) => each.told !== null && wordsOf(each.told).some((word) => words.includes(word)) && isMeant(each))
}

function known(desk: StageDesk<ToldCard>, { entity, key }: ClientName): Known {
  return { kind: 'known', entity, key, told: desk.lastOf(entity, key) }
}

// Branches of one ИНН are told apart by the КПП, where both sides have one.
function isSameBranch(told: ToldCard | null, { inn, kpp }: Counterparty): boolean {
  const requisites = told?.draft.requisites.filter((each) => each.inn === inn) ?? []
  return requisites.some((each) => kpp === '' || each.kpp === '' || each.kpp === kpp)
}

function hasInn(told: ToldCard | null): boolean {
  return told?.draft.requisites.some(({ inn }) => inn !== '') ?? false
}
