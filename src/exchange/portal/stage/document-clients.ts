import type { ClientEntity } from '../../../bitrix24/crm/entity.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { Counterparty } from '../../../records/counterparty.ts'
import type { DocumentPerson, TableDocument } from '../../../records/table-document.ts'
import { parsePersonName } from '../../../values/person-name.ts'
import { contentHash } from '../../content-hash.ts'
import { clientRecord, namedBuyer, personRecord } from '../../handle/client-record.ts'
import { becomesCompany } from '../../map/counterparty-cards.ts'
import { buyerOf, type DocumentExchange, type DocumentRecord } from '../../map/document-record.ts'
import { cardTitle } from '../plan/card-title.ts'
import type { ToldCard } from '../told-card.ts'
import type { DocumentRef } from '../told-document.ts'
import { type ClientName, phonesOfCard } from './client-index.ts'
import type { StageDesk } from './desk.ts'
import { choose, type FoundClient, findClient, knownById, knownByName, phonesOf } from './find-client.ts'
import type { StageShop } from './shop.ts'
import { isNamed, toldClient } from './told-of.ts'

/** Whom a document belongs to. */
export interface DocumentClients {
  readonly refs: readonly DocumentRef[]
  /** What the document tells of its client and of the client's people; empty where others tell of them, or nobody is to be told of. */
  readonly cards: readonly ToldCard[]
  /** Hash of what it tells of the client, '' for nothing. */
  readonly hash: string
  readonly phones: readonly string[]
  /** How the client is called, where the document does not say it itself. */
  readonly name: string
  readonly problems: readonly Problem[]
}

/** The clients of a document: who ordered or booked, who pays, and all the people that it names (E3). Or why a person has to look. */
export async function clientsOf(
  shop: StageShop,
  desk: StageDesk<ToldCard>,
  record: DocumentRecord,
  exchange: DocumentExchange,
): Promise<DocumentClients | { readonly doubt: Problem }> {
  const buyer = record.kind === 'order' ? buyerOf(record) : null
  const client = record.kind === 'order' ? buyer && namedBuyer(buyer) : clientRecord(record)
  const main = client === null ? nobody : await clientOf(shop, desk, record, client, exchange)
  if ('doubt' in main || record.kind === 'order') return main
  const payer = main.refs.some(({ role }) => role === 'company') ? [] : await payerOf(shop, desk, record)
  if ('doubt' in payer) return payer
  const people = await peopleOf(shop, desk, record, exchange)
  if ('doubt' in people) return people
  const all = [main, heardOf(shop, desk, payer), ...people]
  const refs = all.flatMap((each) => each.refs)
  const hashes = all.flatMap(({ hash }) => (hash === '' ? [] : [hash]))
  return {
    ...main,
    refs: refs.filter(({ keys: [key] }, place) => refs.findIndex(({ keys }) => keys[0] === key) === place),
    cards: all.flatMap(({ cards }) => cards),
    hash: hashes.length > 1 ? contentHash(hashes) : (hashes[0] ?? ''),
    problems: all.flatMap(({ problems }) => problems),
  }
}

/** All the people that the document names beside its client (E3), known by their 1C ids or, where only that is told, by their names. */
async function peopleOf(
  shop: StageShop,
  desk: StageDesk<ToldCard>,
  record: TableDocument,
  exchange: DocumentExchange,
): Promise<readonly DocumentClients[] | { readonly doubt: Problem }> {
  await desk.open({ contact: record.persons.map(({ id }) => id).filter((id) => id !== '') })
  const people: DocumentClients[] = []
  for (const person of record.persons) {
    const one =
      person.id === ''
        ? await clientOf(shop, desk, record, personRecord(person, record), exchange, 'contact')
        : heardOf(shop, desk, [personRef(person)])
    if ('doubt' in one) return one
    people.push(one)
  }
  return people
}

/** Those of whom somebody has told, or will. */
function heardOf(shop: StageShop, desk: StageDesk<ToldCard>, refs: readonly DocumentRef[]): DocumentClients {
  const awaited = refs.filter((ref) => othersTell(shop) || (ref.entity !== '' && desk.has(ref.entity, ref.keys[0]!)))
  const unheard = refs.filter((ref) => !awaited.includes(ref))
  return { ...nobody, refs: awaited, problems: unheard.map(({ name }) => problem('exchange.client-unknown', { client: name })) }
}

/** Is there an exchange that could tell of a client whom a document only names by an id? Nobody else is waited for. */
function othersTell({ exchanges }: StageShop): boolean {
  return exchanges.some(({ enabled, preset }) => enabled && (preset === 'counterparties' || preset === 'contacts'))
}

const nobody: DocumentClients = { refs: [], cards: [], hash: '', phones: [], name: '', problems: [] }

async function clientOf(
  shop: StageShop,
  desk: StageDesk<ToldCard>,
  record: DocumentRecord,
  client: Counterparty,
  exchange: DocumentExchange,
  becomes: ClientEntity = becomesCompany(client, exchange) ? 'company' : 'contact',
): Promise<DocumentClients | { readonly doubt: Problem }> {
  const found = await findClient(shop.ledger, desk, client, becomes)
  if (found.kind === 'several') return { doubt: found.problem }
  const unknown = {
    ...nobody,
    phones: phonesOf(client),
    problems: [problem('exchange.client-unknown', { client: nameOf(client) })],
  }
  if (found.kind === 'nameless') return unknown
  const told = isTeller(shop, record, client, exchange) && found.entity === becomes ? tell(shop, client, found, exchange) : []
  if (found.kind === 'new' && told.length === 0) {
    // Only an id or an ИНН can be waited for: no card but this one would ever come under a phone or a name.
    const isAwaited = othersTell(shop) && (client.id !== '' || client.inn !== '')
    return isAwaited ? { ...unknown, refs: [comingRef(becomes, found, client)], problems: [] } : unknown
  }
  const known = found.kind === 'known' ? found.told : null
  const name = known === null ? '' : cardTitle(known)
  return {
    refs: [
      { role: found.entity, entity: found.entity, keys: [found.key], name: client.name || name || client.fullName || found.key },
    ],
    cards: told,
    hash: told[0] === undefined ? '' : contentHash(told[0].draft),
    phones: phonesOf(client).length > 0 || known === null ? phonesOf(client) : phonesOfCard(known),
    name,
    problems: [],
  }
}

/** Does the document itself tell of its client? With an id in a table another exchange does, where there is one (E4). */
function isTeller(shop: StageShop, record: DocumentRecord, { id }: Counterparty, { clients }: DocumentExchange): boolean {
  return clients && (record.kind === 'order' || id === '' || !othersTell(shop))
}

function tell(
  shop: StageShop,
  client: Counterparty,
  found: Exclude<FoundClient, { kind: 'several' | 'nameless' }>,
  exchange: DocumentExchange,
): readonly ToldCard[] {
  const before = found.kind === 'known' ? found.told : null
  const originId = found.key === client.id ? client.id : (before?.draft.originId ?? client.id)
  const { card, people } = toldClient(client, { key: found.key, originId }, shop.contextOf(exchange))
  // A card that would be called by its id alone is nobody's.
  const hasName = client.name !== '' || client.fullName !== '' || client.person !== null
  return hasName && isNamed(card) && card.entity === found.entity ? [card, ...people] : []
}

function comingRef(becomes: ClientEntity, { key }: ClientName, client: Counterparty): DocumentRef {
  return { role: becomes, entity: '', keys: [key], name: nameOf(client) }
}

/** Company that pays for a client that is none (E3); a payer that is a person as well says nothing of the card. */
async function payerOf(
  shop: StageShop,
  desk: StageDesk<ToldCard>,
  { payerId, payer, client, clientId }: TableDocument,
): Promise<readonly DocumentRef[] | { readonly doubt: Problem }> {
  if (payerId !== '' && payerId !== clientId) {
    const known = await knownById(desk, payerId, 'company')
    if (known?.entity === 'contact' || (known === null && parsePersonName(payer) !== null)) return []
    return [{ role: 'company', entity: known === null ? '' : 'company', keys: [payerId], name: payer || payerId }]
  }
  if (payerId !== '' || payer === '' || payer === client) return []
  const named = choose(await knownByName(shop.ledger, desk, payer), '')
  if (named?.kind === 'several') return { doubt: named.problem }
  return named?.kind === 'known' ? [{ role: 'company', entity: 'company', keys: [named.key], name: payer }] : []
}

function personRef({ id, name }: DocumentPerson): DocumentRef {
  return { role: 'contact', entity: 'contact', keys: [id], name: name || id }
}

function nameOf({ name, fullName, id, inn, phones }: Counterparty): string {
  return name || fullName || id || inn || (phones[0]?.text ?? '')
}
