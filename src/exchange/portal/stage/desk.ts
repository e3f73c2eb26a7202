import type { Card, NewCard, RetoldCard } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { Link } from '../../../ledger/links.ts'
import type { RowSource } from '../../handle/handler.ts'

/** Anything that is told of one card; plain JSON. */
export interface Told {
  readonly entity: string
  readonly key: string
}

/** What became of something told: it is a card of this run, or need not be one. */
export type Heard =
  | { readonly kind: 'card'; readonly hash: string; readonly number: () => number }
  | { readonly kind: 'unchanged'; readonly hash: string; readonly link: Link }
  | { readonly kind: 'older'; readonly generated: string; readonly portalId: number | null }
  /** Stands in this run with other data, which came first. */
  | { readonly kind: 'twice'; readonly message: number; readonly portalId: number | null; readonly number: () => number }
  /** Somebody who knows more has told of this card, and nothing is to be added. */
  | { readonly kind: 'known' }

/** Takes what some hundreds of rows tell, and compares it with what is known. Nothing is in the ledger before `save`. */
export interface StageDesk<T extends Told> {
  /** Looks up cards that are to be told; `hear` throws for a card that was not looked up. */
  open(wanted: Wanted): Promise<void>
  hear(told: T, rules: string, source: RowSource): Heard
  /** Has 1C told of that card before, or in this run? Only of cards that were looked up. */
  has(entity: string, key: string): boolean
  /** What was told of a card last: in this run, by a card that waits, or as the portal confirmed it; null: nothing that was kept. */
  lastOf(entity: string, key: string): T | null
  /** From now on cards have their numbers. */
  save(): Promise<void>
}

/** Keys by entity. */
export type Wanted = Readonly<Record<string, readonly string[]>>

/** How things of one kind are compared. */
export interface Listening<T extends Told> {
  hashOf(told: T): string
  /** The card stands in this run already. */
  again(standing: Standing<T>, telling: Telling<T>, known: KnownCard): Heard
  /** The first word of this run. */
  first(telling: Telling<T>, known: KnownCard): First<T>
}

export type First<T extends Told> =
  | Exclude<Heard, { kind: 'card' | 'twice' }>
  | { readonly kind: 'new'; readonly standing: Standing<T> }

export interface Telling<T extends Told> {
  readonly told: T
  readonly hash: string
  readonly rules: string
  readonly source: RowSource
}

/** What the ledger has of a card: as the portal confirmed it, and as it waits to be tried again. */
export interface KnownCard {
  readonly link: Link | undefined
  readonly left: Card | undefined
}

/** A card of this run as it stands in memory. */
export interface Standing<T extends Told> {
  told: T
  hash: string
  rules: string
  generated: string
  message: number
  number: number | null
  isRetold: boolean
}

export function openDesk<T extends Told>(ledger: Ledger, run: number, listening: Listening<T>): StageDesk<T> {
  const known = new Map<string, KnownCard>()
  const standings = new Map<string, Standing<T>>()
  const again = new Map<string, { readonly entity: string; readonly generated: string; readonly keys: string[] }>()
  const note = (told: T, { generated }: RowSource) => {
    const id = `${told.entity} ${generated}`
    const noted = again.get(id) ?? { entity: told.entity, generated, keys: [] }
    noted.keys.push(told.key)
    again.set(id, noted)
  }
  return {
    async open(wanted) {
      for (const [entity, keys] of Object.entries(wanted)) {
        const unknown = [...new Set(keys)].filter((key) => !known.has(idOf({ entity, key })))
        const links = await ledger.links.of(entity, unknown)
        const left = await ledger.cards.leftOf(entity, unknown)
        const cards = await ledger.cards.ofKeys(run, entity, unknown)
        for (const key of unknown) known.set(idOf({ entity, key }), { link: links.get(key), left: left.get(key) })
        for (const card of cards.values()) standings.set(idOf(card), standingOf(card))
      }
    },
    hear(told, rules, source) {
      const found = known.get(idOf(told))
      if (found === undefined) throw new Error(`${idOf(told)} was not looked up`)
      const telling = { told, hash: listening.hashOf(told), rules, source }
      const standing = standings.get(idOf(told))
      if (standing !== undefined) return listening.again(standing, telling, found)
      const heard = listening.first(telling, found)
      if (heard.kind === 'new') {
        standings.set(idOf(told), heard.standing)
        return cardOf(heard.standing, telling.hash)
      }
      if (heard.kind === 'unchanged') note(told, source)
      return heard
    },
    has(entity, key) {
      const id = idOf({ entity, key })
      const { link, left } = known.get(id) ?? nothing
      return standings.has(id) || link !== undefined || left !== undefined
    },
    lastOf(entity, key) {
      const id = idOf({ entity, key })
      return standings.get(id)?.told ?? lastTold<T>(known.get(id) ?? nothing)
    },
    async save() {
      const fresh = [...standings.values()].filter(({ number }) => number === null)
      const staged = await ledger.cards.stage(run, fresh.map(newCard))
      for (const [place, standing] of fresh.entries()) standing.number = staged[place]!.number
      const retold = [...standings.values()].filter((standing) => standing.isRetold && !fresh.includes(standing))
      if (retold.length > 0) await ledger.cards.retell(run, retold.map(retoldCard))
      for (const { entity, generated, keys } of again.values()) await ledger.links.toldAgain(entity, keys, generated)
    },
  }
}

/** What was told last of a card of the ledger; a card that waits was told after the link was confirmed. */
export function lastTold<T extends Told>({ link, left }: KnownCard): T | null {
  return toldOf<T>(left) ?? toldOf<T>(link)
}

export function toldOf<T extends Told>(known: { readonly told: string } | undefined): T | null {
  return known === undefined || known.told === '' ? null : (JSON.parse(known.told) as T)
}

export function newestOf({ link, left }: KnownCard): Link | Card | undefined {
  return left !== undefined && left.generated >= (link?.generated ?? '') ? left : link
}

/** A card that comes into the run with what is told; an older export must not take its date back. */
export function newStanding<T extends Told>({ told, hash, rules, source }: Telling<T>, known: KnownCard): Standing<T> {
  const generated = later(source.generated, newestOf(known)?.generated)
  return { told, hash, rules, generated, message: source.message, number: null, isRetold: false }
}

export function cardOf<T extends Told>(standing: Standing<T>, hash: string): Heard {
  return { kind: 'card', hash, number: () => numberOf(standing) }
}

export function twiceOf<T extends Told>(standing: Standing<T>, { link }: KnownCard): Heard {
  return { kind: 'twice', message: standing.message, portalId: link?.portalId ?? null, number: () => numberOf(standing) }
}

export function later(one: string, other = ''): string {
  return one > other ? one : other
}

const nothing: KnownCard = { link: undefined, left: undefined }

function standingOf<T extends Told>({ told, hash, rules, generated, message, number }: Card): Standing<T> {
  return { told: JSON.parse(told) as T, hash, rules, generated, message, number, isRetold: false }
}

function numberOf<T extends Told>({ number }: Standing<T>): number {
  if (number === null) throw new Error('a card has no number before it is saved')
  return number
}

function newCard<T extends Told>({ told, hash, rules, generated, message }: Standing<T>): NewCard {
  return { entity: told.entity, key: told.key, told: JSON.stringify(told), hash, rules, generated, message }
}

function retoldCard<T extends Told>(standing: Standing<T>): RetoldCard {
  return { ...newCard(standing), number: standing.number! }
}

function idOf({ entity, key }: Told): string {
  return `${entity} ${key}`
}
