import type { Ledger } from '../../../ledger/ledger.ts'
import { isOlder } from '../../handle/compare-known.ts'
import type { ToldCard } from '../told-card.ts'
import {
  cardOf,
  type First,
  type Heard,
  type KnownCard,
  lastTold,
  later,
  newestOf,
  newStanding,
  openDesk,
  type StageDesk,
  type Standing,
  type Telling,
  toldOf,
  twiceOf,
} from './desk.ts'
import { isFuller } from './told-by.ts'
import { toldHash } from './told-of.ts'

/** The desk for companies and contacts: several may tell of one of them, and whoever knows more has the word. */
export function openClientDesk(ledger: Ledger, run: number): StageDesk<ToldCard> {
  return openDesk<ToldCard>(ledger, run, { hashOf: toldHash, again: join, first: compare })
}

// The card stands in this run already: the fuller word counts, among equals the first, and a person belongs to all companies
// that name it.
function join(standing: Standing<ToldCard>, { told, hash, rules, source }: Telling<ToldCard>, known: KnownCard): Heard {
  const companies = union(standing.told.companies, told.companies)
  const yields = standing.told.carried === true && !isThin(told) && !isOlder(source, newestOf(known) ?? standing)
  const fuller = yields || isFuller(told, standing.told)
  if (fuller || companies.length > standing.told.companies.length) standing.isRetold = true
  if (hash === standing.hash) {
    standing.told = { ...(fuller ? told : standing.told), companies }
    return cardOf(standing, hash)
  }
  if (fuller) {
    const { message } = source
    const generated = later(source.generated, known.link?.generated)
    Object.assign(standing, { told: { ...told, companies }, hash, rules, message, generated })
    return cardOf(standing, hash)
  }
  standing.told = { ...standing.told, companies }
  if (isFuller(standing.told, told)) return cardOf(standing, hash)
  const portalId = known.link?.portalId ?? null
  if (isOlder(source, standing)) return { kind: 'older', generated: standing.generated, portalId }
  return twiceOf(standing, known)
}

function compare(telling: Telling<ToldCard>, known: KnownCard): First<ToldCard> {
  const { told, hash, rules, source } = telling
  const { link, left } = known
  const newest = newestOf(known)
  // A document does not say how old what it knows of its client is.
  if (newest !== undefined && told.by !== 'document' && isOlder(source, newest)) {
    return { kind: 'older', generated: newest.generated, portalId: link?.portalId ?? null }
  }
  const isUnchanged = link !== undefined && left === undefined && link.hash === hash
  if (isUnchanged && told.entity === 'company') return { kind: 'unchanged', hash, link }
  const isPlain = told.entity === 'company' && told.by !== 'document'
  const [confirmed, waiting] = isPlain ? [null, null] : [toldOf<ToldCard>(link), toldOf<ToldCard>(left)]
  const before = union(confirmed?.companies ?? [], waiting?.companies ?? [])
  const companies = union(before, told.companies)
  const isBound = companies.length === before.length
  if (isUnchanged && isBound) return { kind: 'unchanged', hash, link }
  const last = isPlain ? null : lastTold<ToldCard>(known)
  if (!isThin(told) || last === null || !isFuller(last, told)) {
    return { kind: 'new', standing: { ...newStanding(telling, known), told: { ...told, companies } } }
  }
  // A company says little of its people, and a document of its client: what a fuller row told stays, and only the company is added.
  if (isBound) return { kind: 'known' }
  const carried: ToldCard = { ...last, companies, carried: true }
  return {
    kind: 'new',
    standing: { ...newStanding(telling, known), told: carried, hash: toldHash(last), rules: left?.rules ?? rules },
  }
}

/** Is it told beside something else, and not for its own sake? */
function isThin({ by }: ToldCard): boolean {
  return by === 'representative' || by === 'document'
}

function union(some: readonly string[], more: readonly string[]): readonly string[] {
  const added = more.filter((each) => !some.includes(each))
  return added.length === 0 ? some : [...some, ...added]
}
