import type { CompanyDraft, ContactDraft } from '../../../bitrix24/drafts/draft.ts'
import type { ReadRow } from '../../../onec/read/reading.ts'
import type { ContactPerson, Counterparty } from '../../../records/counterparty.ts'
import type { ExchangeOf } from '../../../settings/settings.ts'
import { contentHash } from '../../content-hash.ts'
import { counterpartyCards } from '../../handle/counterparties.ts'
import { contactPersonDraft } from '../../map/contact-person-card.ts'
import { responsibleOf, sourceOf } from '../../map/counterparty-cards.ts'
import { isOwnField } from '../../map/custom-fields.ts'
import type { DocumentExchange } from '../../map/document-record.ts'
import type { MapContext } from '../../map/map-context.ts'
import { scopeOf } from '../../map/scope.ts'
import type { Scope } from '../../map/template.ts'
import type { Teller, ToldCard } from '../told-card.ts'
import type { CardExchange } from './rules-of.ts'

/** What a row tells of a counterparty and of its people. `people` have the company they belong to, where it is one. */
export function toldCounterparty(
  row: Pick<ReadRow, 'cells'>,
  record: Counterparty,
  context: MapContext & { readonly exchange: ExchangeOf<'counterparties'> },
): { readonly card: ToldCard; readonly people: readonly ToldCard[] } {
  const { card, persons } = counterpartyCards(row, record, context.exchange, context)
  const scope = context.fields.size === 0 ? {} : scopeOf(row, record)
  const deleted = record.deleted && context.exchange.deleted !== 'keep'
  const companies = card.kind === 'company' ? [card.key] : []
  // `fields:` of this exchange speak of the counterparty, not of its people.
  const ofPeople = { scope: {}, role: '', context: { ...context, fields: new Map() } }
  return {
    card: toldCard(card, { scope, role: record.role, context }, { companies: [], deleted, by: 'counterparty' }),
    people: persons.map((person) => toldCard(person, ofPeople, { companies, deleted: false, by: 'representative' })),
  }
}

/** What a row of a table of contact persons tells. */
export function toldPerson(
  row: ReadRow,
  record: ContactPerson,
  companies: readonly string[],
  context: MapContext & { readonly exchange: CardExchange },
): ToldCard {
  const scope = scopeOf(row, record)
  const { exchange } = context
  const deleted = record.deleted && exchange.deleted !== 'keep'
  const draft = contactPersonDraft(record, '', scope, context)
  return toldCard(draft, { scope, role: '', context }, { companies, deleted, by: 'contactPerson' })
}

/**
 * What a document tells of its client, with the people whom CommerceML names with it. `key`: that of the card, which may be known
 * under another 1C id than the document has.
 */
export function toldClient(
  record: Counterparty,
  { key, originId }: { readonly key: string; readonly originId: string },
  context: MapContext & { readonly exchange: DocumentExchange },
): { readonly card: ToldCard; readonly people: readonly ToldCard[] } {
  // `fields:` of this exchange speak of the document.
  const bare = { ...context, fields: new Map() }
  const { card, persons } = counterpartyCards({}, record, context.exchange, bare)
  const companies = card.kind === 'company' ? [key] : []
  const telling = { scope: {}, role: record.role, context: bare }
  const people = persons.map((person) =>
    toldCard(person, { ...telling, role: '' }, { companies, deleted: false, by: 'representative' }),
  )
  return { card: toldCard({ ...card, key, originId }, telling, { companies: [], deleted: false, by: 'document' }), people }
}

/**
 * Hash of what is told; the companies of a person come from many rows and are no part of it. Words of a document are never quite those
 * of the card's own row, so that the first of these is noted as such.
 */
export function toldHash({ draft, initial, deleted, by }: ToldCard): string {
  return contentHash(by === 'document' ? { draft, initial, deleted, by } : { draft, initial, deleted })
}

/** Has the card anything that it could be called by? */
export function isNamed({ draft }: ToldCard): boolean {
  return draft.kind === 'company' ? draft.title !== '' : draft.lastName !== '' || draft.firstName !== ''
}

interface Telling {
  readonly scope: Scope
  readonly role: string
  readonly context: MapContext
}

function toldCard(
  draft: CompanyDraft | ContactDraft,
  telling: Telling,
  rest: { readonly companies: readonly string[]; readonly deleted: boolean; readonly by: Teller },
): ToldCard {
  const custom = { ...emptyCustom(telling), ...draft.custom }
  return { entity: draft.kind, key: draft.key, draft: { ...draft, custom }, initial: initialOf(draft, telling), ...rest }
}

// A custom field that the settings map and this record has nothing for: 1C says that it is empty.
function emptyCustom({ context }: Telling): Readonly<Record<string, string>> {
  return Object.fromEntries([...context.fields.keys()].filter((name) => !isOwnField(name)).map((name) => [name, '']))
}

// What 1C itself has no word for: the defaults of the settings, and fields that only `fields:` could fill.
function initialOf(draft: CompanyDraft | ContactDraft, telling: Telling): readonly string[] {
  const { portal } = telling.context
  const defaults =
    draft.kind === 'company'
      ? { companyType: portal.companyType, industry: '', responsible: responsibleOf(telling.context) }
      : {
          contactType: portal.contactType,
          source: sourceOf(telling.context),
          salutation: '',
          birthDate: '',
          responsible: responsibleOf(telling.context),
        }
  const values = draft as unknown as Readonly<Record<string, unknown>>
  return Object.entries(defaults).flatMap(([name, usual]) => (values[name] === usual && !isTold(name, telling) ? [name] : []))
}

function isTold(name: string, { scope, role, context }: Telling): boolean {
  if (name.endsWith('Type') && context.words.say('role', role) !== role) return true
  const source = context.fields.get(name)
  return source !== undefined && context.words.say(name, source.render(scope)) !== ''
}
