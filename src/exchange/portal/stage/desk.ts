import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import type { Card, NewCard, RetoldCard } from '../../../ledger/cards.ts'
import type { Ledger } from '../../../ledger/ledger.ts'
import type { Link } from '../../../ledger/links.ts'
import { isOlder } from '../../handle/compare-known.ts'
import type { RowSource } from '../../handle/handler.ts'
import type { ToldCard } from '../told-card.ts'
import { isFuller } from './told-by.ts'
import { toldHash } from './told-of.ts'

/** What became of something told: it is a card of this run, or need not be one. */
export type Heard =
  | { readonly kind: 'card'; readonly hash: string; readonly number: () => number }
  | { readonly kind: 'unchanged'; readonly hash: string; readonly link: Link }
  | { readonly kind: 'older'; readonly generated: string; readonly portalId: number | null }
  /** Stands in this run with other data, which came first. */
  | { readonly kind: 'twice'; readonly message: number; readonly portalId: number | null; readonly number: () => number }
  /** Somebody who knows more has told of this person, and nothing is to be added. */
  | { readonly kind: 'known' }

/** Takes what some hundreds of rows tell, and compares it with what is known. Nothing is in the ledger before `save`. */
export interface StageDesk {
  hear(told: ToldCard, rules: string, source: RowSource): Heard
  /** From now on cards have their numbers. */
  save(): Promise<void>
}

export type Wanted = Readonly<Record<CrmEntity, readonly string[]>>

export async function openStageDesk(ledger: Ledger, run: number, wanted: Wanted): Promise<StageDesk> {
  const company = await openEntity(ledger, run, 'company', wanted.company)
  const contact = await openEntity(ledger, run, 'contact', wanted.contact)
  const all = { company, contact }
  const standings = new Map<string, Standing>()
  for (const { cards } of [company, contact]) for (const card of cards.values()) standings.set(idOf(card), standingOf(card))
  const again = new Map<string, { readonly entity: CrmEntity; readonly generated: string; readonly keys: string[] }>()
  return {
    hear(told, rules, source) {
      const { links, left } = all[told.entity]
      const known = { link: links.get(told.key), left: left.get(told.key) }
      const telling = { told, hash: toldHash(told), rules, source }
      const standing = standings.get(idOf(told))
      if (standing !== undefined) return join(standing, telling, known)
      const heard = compare(telling, known)
      if (heard.kind === 'new') {
        standings.set(idOf(told), heard.standing)
        return cardOf(heard.standing, telling.hash)
      }
      if (heard.kind === 'unchanged') {
        const noted = again.get(`${told.entity} ${source.generated}`) ?? {
          entity: told.entity,
          generated: source.generated,
          keys: [],
        }
        noted.keys.push(told.key)
        again.set(`${told.entity} ${source.generated}`, noted)
      }
      return heard
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

interface Telling {
  readonly told: ToldCard
  readonly hash: string
  readonly rules: string
  readonly source: RowSource
}

interface KnownCard {
  readonly link: Link | undefined
  readonly left: Card | undefined
}

/** A card of this run as it stands in memory. */
interface Standing {
  told: ToldCard
  hash: string
  rules: string
  generated: string
  message: number
  number: number | null
  isRetold: boolean
}

async function openEntity(ledger: Ledger, run: number, entity: CrmEntity, keys: readonly string[]) {
  const unique = [...new Set(keys)]
  return {
    links: await ledger.links.of(entity, unique),
    left: await ledger.cards.leftOf(entity, unique),
    cards: await ledger.cards.ofKeys(run, entity, unique),
  }
}

// The card stands in this run already: the fuller word counts, among equals the first, and a person belongs to all companies
// that name it.
function join(standing: Standing, { told, hash, rules, source }: Telling, { link, left }: KnownCard): Heard {
  const companies = union(standing.told.companies, told.companies)
  const yields =
    standing.told.carried === true && told.by !== 'representative' && !isOlder(source, newestOf(link, left) ?? standing)
  const fuller = yields || isFuller(told, standing.told)
  if (fuller || companies.length > standing.told.companies.length) standing.isRetold = true
  if (hash === standing.hash) {
    standing.told = { ...(fuller ? told : standing.told), companies }
    return cardOf(standing, hash)
  }
  if (fuller) {
    const { message, generated } = source
    Object.assign(standing, { told: { ...told, companies }, hash, rules, message, generated: later(generated, link?.generated) })
    return cardOf(standing, hash)
  }
  standing.told = { ...standing.told, companies }
  if (isFuller(standing.told, told)) return cardOf(standing, hash)
  const portalId = link?.portalId ?? null
  if (isOlder(source, standing)) return { kind: 'older', generated: standing.generated, portalId }
  return { kind: 'twice', message: standing.message, portalId, number: () => numberOf(standing) }
}

type Compared = Exclude<Heard, { kind: 'card' | 'twice' }> | { readonly kind: 'new'; readonly standing: Standing }

function compare({ told, hash, rules, source }: Telling, { link, left }: KnownCard): Compared {
  const newest = newestOf(link, left)
  if (newest !== undefined && isOlder(source, newest)) {
    return { kind: 'older', generated: newest.generated, portalId: link?.portalId ?? null }
  }
  const isUnchanged = link !== undefined && left === undefined && link.hash === hash
  if (isUnchanged && told.entity === 'company') return { kind: 'unchanged', hash, link }
  const [confirmed, waiting] = told.entity === 'company' ? [null, null] : [toldOf(link), toldOf(left)]
  const before = union(confirmed?.companies ?? [], waiting?.companies ?? [])
  const companies = union(before, told.companies)
  const isBound = companies.length === before.length
  if (isUnchanged && isBound) return { kind: 'unchanged', hash, link }
  const generated = later(source.generated, newest?.generated)
  const fresh = { rules, generated, message: source.message, number: null, isRetold: false }
  const last = waiting ?? confirmed
  if (told.by !== 'representative' || last === null || !isFuller(last, told)) {
    return { kind: 'new', standing: { ...fresh, told: { ...told, companies }, hash } }
  }
  // A company says little of its people: what a fuller row told stays, and only the company is added.
  if (isBound) return { kind: 'known' }
  return {
    kind: 'new',
    standing: { ...fresh, told: { ...last, companies, carried: true }, hash: toldHash(last), rules: left?.rules ?? rules },
  }
}

function newestOf(link: Link | undefined, left: Card | undefined): Link | Card | undefined {
  return left !== undefined && left.generated >= (link?.generated ?? '') ? left : link
}

function toldOf(known: { readonly told: string } | undefined): ToldCard | null {
  return known === undefined || known.told === '' ? null : (JSON.parse(known.told) as ToldCard)
}

function union(some: readonly string[], more: readonly string[]): readonly string[] {
  const added = more.filter((each) => !some.includes(each))
  return added.length === 0 ? some : [...some, ...added]
}

function later(one: string, other = ''): string {
  return one > other ? one : other
}

function standingOf({ told, hash, rules, generated, message, number }: Card): Standing {
  return { told: JSON.parse(told) as ToldCard, hash, rules, generated, message, number, isRetold: false }
}

function cardOf(standing: Standing, hash: string): Heard {
  return { kind: 'card', hash, number: () => numberOf(standing) }
}

function numberOf({ number }: Standing): number {
  if (number === null) throw new Error('a card has no number before it is saved')
  return number
}

function newCard({ told, hash, rules, generated, message }: Standing): NewCard {
  return { entity: told.entity, key: told.key, told: JSON.stringify(told), hash, rules, generated, message }
}

function retoldCard(standing: Standing): RetoldCard {
  return { ...newCard(standing), number: standing.number! }
}

function idOf({ entity, key }: { readonly entity: string; readonly key: string }): string {
  return `${entity} ${key}`
}
