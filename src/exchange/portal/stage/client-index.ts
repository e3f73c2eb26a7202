import type { ClientEntity } from '../../../bitrix24/crm/entity.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import { personTitle } from '../plan/card-title.ts'
import type { ToldCard } from '../told-card.ts'
import { foldedName } from './companies.ts'

/** A company or contact that 1C has told of. */
export interface ClientName {
  readonly entity: ClientEntity
  readonly key: string
}

/** Remembers by what a document may call a client whose 1C id it does not tell: an ИНН, a phone (B11), the full name of a person. */
export async function noteClients(ledger: Ledger, cards: readonly ToldCard[], message: number): Promise<void> {
  const told = cards.flatMap((card) => wordsOf(card).map((word) => ({ word, entity: card.entity, key: card.key })))
  const byWord = Map.groupBy(told, ({ word }) => word)
  const known = await ledger.known(knownKind, [...byWord.keys()])
  const changed = [...byWord].flatMap(([id, named]) => {
    const before = (known.get(id)?.record ?? []) as readonly ClientName[]
    const all = [...before, ...named.map(({ entity, key }) => ({ entity, key }))].filter(isFirst)
    return all.length === before.length ? [] : [{ kind: knownKind, id, hash: '', generated: '', message, record: all }]
  })
  if (changed.length > 0) await ledger.remember(changed)
}

/** Who was ever told under one of those words. What 1C says of them now may be something else: the caller looks. */
export async function clientsUnder(ledger: Ledger, words: readonly string[]): Promise<readonly ClientName[]> {
  const known = await ledger.known(knownKind, words)
  return [...known.values()].flatMap(({ record }) => record as readonly ClientName[]).filter(isFirst)
}

export function innWord(inn: string): string {
  return `inn:${inn}`
}

export function phoneWord(e164: string): string {
  return `phone:${e164}`
}

/** A last and a first name at least; null for less, which is nobody's own. */
export function personWord(name: string): string | null {
  const folded = foldedName(name)
  return folded.includes(' ') ? `person:${folded}` : null
}

/** Words by which this card is found. */
export function wordsOf({ draft }: Pick<ToldCard, 'draft'>): readonly string[] {
  const inns = draft.requisites.flatMap(({ inn }) => (inn === '' ? [] : [innWord(inn)]))
  const person = draft.kind === 'contact' ? personWord(personTitle(draft)) : null
  return [...new Set([...inns, ...phonesOfCard({ draft }).map(phoneWord), ...(person === null ? [] : [person])])]
}

/** Phones of a card in their international form, without extensions. */
export function phonesOfCard({ draft }: Pick<ToldCard, 'draft'>): readonly string[] {
  return draft.phones.filter(({ type }) => type !== 'FAX').flatMap(({ value }) => /^\+\d+/.exec(value) ?? [])
}

const knownKind = 'client'

function isFirst(one: ClientName, place: number, all: readonly ClientName[]): boolean {
  return all.findIndex(({ entity, key }) => entity === one.entity && key === one.key) === place
}
