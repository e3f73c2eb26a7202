import type { DocumentEntity } from '../../bitrix24/crm/entity.ts'
import type { StoredFile } from '../../bitrix24/crm/wanted-card.ts'
import type { DocumentDraft } from '../../bitrix24/drafts/draft.ts'
import type { Order } from '../../records/order.ts'
import type { TableDocumentKind } from '../../records/table-document.ts'
import type { CardRules } from './told-card.ts'

/** Kinds of documents that 1C tells. */
export type DocumentKind = TableDocumentKind | Order['kind']

/**
 * What 1C tells of one document, in words, before anything is known of the portal. Plain JSON, as `ToldCard` is for companies and
 * contacts.
 */
export interface ToldDocument {
  readonly entity: DocumentEntity
  /** `documentKey` */
  readonly key: string
  readonly draft: DocumentDraft
  /** Names of draft fields whose value is only the default of the settings. */
  readonly initial: readonly string[]
  /** Cards that must stand on the portal before this one: a document never becomes half-linked. */
  readonly refs: readonly DocumentRef[]
  /** Id of the card that 1C itself keeps (E5), 0 where it keeps none. */
  readonly portalId: number
  /** Phones of the client, by which an unfinished deal may be found (B6): of the document, else of the card of its client (B11). */
  readonly phones: readonly string[]
  /** Marked for deletion in 1C, and the settings want something to become of the card. */
  readonly deleted: boolean
  /** Hash of what the document says of its client: where only that changes, the client is told anew, and this document with it. */
  readonly client: string
  /** Words of an earlier export, told again because the rows of the document came anew; any row of this run that tells it replaces them. */
  readonly carried?: true
}

/** A card that a document belongs to. */
export interface DocumentRef {
  /** `company`, `contact`: the client; `parent`: a deal, contract or invoice that it was made for. */
  readonly role: 'company' | 'contact' | 'parent'
  /**
   * Entity of its link. `''`: it has not come yet, and it is not sure what it will be. A client may then be a company or a contact,
   * whatever `role` guesses: the link decides. A parent may be a document of any entity.
   */
  readonly entity: string
  /** Key of its link; for `parent`, all keys that the word of 1C may mean. */
  readonly keys: readonly string[]
  /** How 1C calls it, for the answer that says what is waited for. */
  readonly name: string
  /** The parent's own card, where 1C names it by the number that the portal gave (`B24-1045`, C4); absent: it does not. */
  readonly portalId?: number
}

/** A file for a document, a card of its own: it waits for its document, and is told in an answer of its own. */
export interface ToldFile {
  readonly entity: 'file'
  /** `file:<name>` */
  readonly key: string
  readonly file: StoredFile
  /** What kind of document it belongs to. */
  readonly of: DocumentKind
  /**
   * Keys of the documents that its name may mean; empty: none that has come so far; several: a person decides. They are looked up
   * when the file is staged and once more with every retry (`left-over.ts`).
   */
  readonly documents: readonly string[]
  /** Number of a document as the name of the file most likely has it, for the answer. */
  readonly number: string
  /** `attachments.comment`, rendered. */
  readonly comment: string
  /** `attachments.alsoParent` */
  readonly alsoParent: boolean
}

/** How an exchange wants its documents applied; plain JSON, kept with the card until it is done. */
export interface DocumentRules extends Omit<CardRules, 'match' | 'innFields'> {
  readonly match: readonly DocumentWay[]
  /** Several open deals are found: the newest, or a person decides. */
  readonly several: 'review' | 'newest'
  /** Names or codes of the stages in which a deal counts as finished. */
  readonly finalStages: readonly string[]
  /** Custom field with the number of the document, by code or title; '' : none. */
  readonly numberField: string
  /** What stands before the id of a deal in numbers that the portal gave, `B24-`. */
  readonly numberPrefix: string
  /** Rows whose product 1C names by its id: free text, the product where the portal has it, or wait for it. */
  readonly products: 'text' | 'link' | 'wait'
  /** A document marked for deletion: its card is moved to `deletedStage`, or deleted. */
  readonly deleted: 'skip' | 'keep' | 'close' | 'delete'
  readonly deletedStage: string
}

/**
 * Ways to find the card of a document besides its link: the mark of the exchange, the id that 1C keeps, the number field, the number
 * that the portal itself gave (`B24-1045`), the phone among the unfinished deals of the client (B6), the exact title.
 */
export const documentWays = ['origin', 'portal-id', 'number-field', 'number', 'phone', 'title'] as const
export type DocumentWay = (typeof documentWays)[number]
