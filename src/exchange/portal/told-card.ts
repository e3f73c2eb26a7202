import type { ClientEntity } from '../../bitrix24/crm/entity.ts'
import type { CompanyDraft, ContactDraft } from '../../bitrix24/drafts/draft.ts'

/**
 * What 1C tells of one card, in words, before anything is known of the portal. Plain JSON: the ledger keeps the one that the
 * portal confirmed last, and "1C changed it" means that it differs from that one.
 */
export interface ToldCard {
  readonly entity: ClientEntity
  /** Key of the card: its 1C id, or what stands for it (`counterpartyKey`). */
  readonly key: string
  readonly draft: CompanyDraft | ContactDraft
  /** Names of draft fields whose value is only the default of the settings (`companyType`, `responsible`, `source` …). */
  readonly initial: readonly string[]
  /** Keys of the companies that a contact belongs to. */
  readonly companies: readonly string[]
  /** Marked for deletion in 1C, and the settings want that to be seen on the card. */
  readonly deleted: boolean
  /** Who told it: the more of them is said of a person, the fuller the card (`told-by.ts`). */
  readonly by?: Teller
  /** Words of an earlier export, which only got a company: any row of this one that tells of the person itself replaces them. */
  readonly carried?: true
  /** Only of what the ledger keeps: the 1C id that owns the card, where a document names the same client by another one (B11). */
  readonly alias?: string
}

/**
 * A document that names its client, a company that names its people, the card's own row among the counterparties, its row in a table of
 * contact persons.
 */
export type Teller = 'document' | 'representative' | 'counterparty' | 'contactPerson'

/** How the exchange of the settings wants its cards applied; plain JSON, kept with the card until it is done. */
export interface CardRules {
  /** Name of the exchange in the settings. */
  readonly exchange: string
  readonly match: readonly MatchWay[]
  /** String fields of the portal in which a person may have written an ИНН (C2). */
  readonly innFields: readonly string[]
  readonly mode: 'create' | 'update' | 'create+update'
  readonly conflict: '1c' | 'crm' | 'review'
  readonly blanks: 'keep' | 'clear'
  /** A value that the portal's directory does not have: made, or the row is refused, or the field is left out. */
  readonly missingValues: 'create' | 'refuse' | 'skip'
  /** What becomes of a card that is no longer on the portal. */
  readonly vanished: 'create' | 'review'
}

/** Ways to find the card of a 1C id on the portal, besides the link that the ledger has (`DESIGN.md §4`). */
export const matchWays = ['origin', 'id-field', 'inn', 'inn-in-text', 'phone', 'email', 'title'] as const
export type MatchWay = (typeof matchWays)[number]
