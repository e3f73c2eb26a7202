import { type CrmEntity, type DocumentEntity, type EntityKind, entityKind, isDocument } from '../../../bitrix24/crm/entity.ts'
import type { Card } from '../../../ledger/cards.ts'
import type { CardRules, ToldCard } from '../told-card.ts'
import type { DocumentRules, ToldDocument, ToldFile } from '../told-document.ts'

/** What 1C tells of something that gets a card on the portal, or a place in one. */
export type Told = ToldCard | ToldDocument | ToldFile
export type CardEntity = Told['entity']
export type CardKind = EntityKind | 'file'

/** A card with what it holds unpacked. */
export type OpenCard = OpenClient | OpenDocument | OpenFile
export type OpenClient = OpenOf<ToldCard, CardRules>
export type OpenDocument = OpenOf<ToldDocument, DocumentRules>
export type OpenFile = OpenOf<ToldFile, DocumentRules>

interface OpenOf<T extends Told, R> {
  readonly card: Card
  readonly told: T
  readonly rules: R
}

export function openCard(card: Card): OpenCard {
  return { card, told: JSON.parse(card.told), rules: JSON.parse(card.rules) }
}

/** Cards of one entity. The cards of a file have the same few rules. */
export function openCards<O extends OpenCard>(cards: readonly Card[]): readonly O[] {
  const known = new Map<string, unknown>()
  return cards.map((card) => {
    const rules = known.get(card.rules) ?? JSON.parse(card.rules)
    known.set(card.rules, rules)
    // What stands in the ledger under an entity was staged as what that entity is told by.
    return { card, told: JSON.parse(card.told), rules } as O
  })
}

export function isOfDocument(told: Told): told is ToldDocument {
  return told.entity !== 'file' && isDocument(told.entity)
}

export function isOfClient(told: Told): told is ToldCard {
  return told.entity === 'company' || told.entity === 'contact'
}

export function entitiesOfDocuments(entities: readonly CardEntity[]): readonly DocumentEntity[] {
  return entities.flatMap((entity) => (entity !== 'file' && isDocument(entity) ? [entity] : []))
}

/** What a card is, whichever smart process it belongs to. */
export function cardKind(entity: CardEntity): CardKind {
  return entity === 'file' ? entity : entityKind(entity)
}

/** The order in which cards are made: whoever belongs to another comes after it (DESIGN.md §4). */
export function inOrder(entities: readonly CardEntity[]): readonly CardEntity[] {
  return [...new Set(entities)].sort((a, b) => rank(a) - rank(b) || Number(a > b) - Number(a < b))
}

function rank(entity: CardEntity): number {
  return order.indexOf(cardKind(entity))
}

const order: readonly CardKind[] = ['company', 'contact', 'process', 'deal', 'invoice', 'file']

/** Is it something of the portal's CRM, which a file of a document is not? */
export function isCrm(entity: CardEntity): entity is CrmEntity {
  return entity !== 'file'
}
