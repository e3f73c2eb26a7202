import type { Change } from '../../../bitrix24/crm/change.ts'
import type { MissingValue } from '../../../bitrix24/crm/resolve-card.ts'
import type { Link } from '../../../ledger/links.ts'
import type { Problem } from '../../../problems/problem.ts'
import type { Names } from '../diff/describe-change.ts'
import type { MatchWay } from '../told-card.ts'
import type { DocumentRef, DocumentWay } from '../told-document.ts'
import type { CardEntity } from './open-card.ts'

/** What is to be done with one card. Plain JSON: the ledger keeps it, `plan` prints it, `run` carries it out. */
export interface CardPlan {
  readonly entity: CardEntity
  readonly key: string
  /** How the card is called, for people. */
  readonly title: string
  /** `wait`: something it belongs to is not on the portal yet. */
  readonly action: 'create' | 'update' | 'nothing' | 'skip' | 'review' | 'refuse' | 'wait'
  /** Card of the portal, null where there is none yet; of a file, the card that it belongs to. */
  readonly portalId: number | null
  /** How it was found; null: by the link of the ledger, or not at all. */
  readonly foundBy: MatchWay | DocumentWay | null
  /** In the order in which they have to be done. */
  readonly changes: readonly Change[]
  /** Values that have to be added to the portal's directories first. */
  readonly missing: readonly MissingValue[]
  /** Parts of the draft that the portal has no place for so far (`ResolvedCard.leftOut`). */
  readonly leftOut: readonly string[]
  /** Keys of companies of a contact, of cards that a document belongs to, that have no card yet: the plan is made again when they have. */
  readonly waitsFor: readonly string[]
  /** Keys of companies of a contact whose card is no longer on the portal: it is not bound to them, and will be when 1C tells it again. */
  readonly gone: readonly string[]
  readonly problems: readonly Problem[]
  /** The link as it was before, for `undo`. */
  readonly linkBefore: Link | null
  /** Of a client of documents: the 1C id that owns the card, which is linked and not changed. */
  readonly alias?: string
  /** Of a card that waits: what it lacks, so that it is tried again when that has come. */
  readonly lacks?: readonly Lack[]
  /** Of a document: the cards of `waitsFor`, as 1C calls them. */
  readonly comes?: readonly ComingRef[]
  /** How what its changes speak of is called, and the smart process that it belongs to. */
  readonly names?: Names
}

/** Something that a card belongs to and that has no card on the portal. */
export interface Lack {
  /** Key of its link, or the first of those that 1C may mean; '' : none is known. */
  readonly key: string
  /** It had one, which is no longer there. */
  readonly isGone: boolean
}

/** A card that this run makes, or links to the one that it found, before the card that belongs to it. */
export interface ComingRef {
  readonly role: DocumentRef['role']
  readonly key: string
  readonly name: string
  /** The card that was found. */
  readonly portalId?: number
}
