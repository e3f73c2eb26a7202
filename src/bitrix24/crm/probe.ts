import type { Directories } from './directories.ts'

/** What the card of one 1C id can be found by; '' and [] for what is not known of it. */
export interface Probe {
  readonly key: string
  readonly originId: string
  /** Value of the custom field that keeps the 1C id. */
  readonly idField: string
  readonly inn: string
  readonly kpp: string
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  /** Of a company. */
  readonly title: string
  /** Of a contact. */
  readonly lastName: string
  readonly firstName: string
  readonly secondName: string
}

/** A card of the portal that a 1C id may be. */
export interface Candidate {
  readonly id: number
  readonly title: string
  readonly originatorId: string
  readonly originId: string
  /** Of a document: where it stands, and when it was made, as the portal gave it. */
  readonly stageId?: string
  readonly createdAt?: string
}

/** What the card of a document can be found by; '', 0 and [] for what is not known of it. */
export interface DocumentProbe {
  readonly key: string
  readonly originId: string
  /** Number of the card that 1C itself keeps. */
  readonly portalId: number
  /** Number of the document in 1C. */
  readonly number: string
  /** 1045 out of `B24-1045`, a number that the portal gave. */
  readonly idFromNumber: number
  /** Phones of its client. */
  readonly phones: readonly string[]
  readonly title: string
  /** Contacts that are known to be its client. */
  readonly contactIds?: readonly number[]
}

export interface DocumentFindOptions {
  /** Our mark. */
  readonly originator: string
  /** Custom field that keeps the number of the document, by its code or its title. */
  readonly numberField: string
  /** Whole ids of the stages in which a card is finished: the way `phone` finds none of these. */
  readonly finalStageIds: readonly string[]
  /** Pipelines in which the way `phone` looks; unless given, in all. */
  readonly categoryIds?: readonly number[]
  readonly directories: Directories
}

export interface FindOptions {
  /** Our mark in `originatorId`. */
  readonly originator: string
  /** Custom field that keeps the 1C id, by its code or its title. */
  readonly idField: string
  /** Text fields in which a person may have written an ИНН, by code or title. */
  readonly innFields: readonly string[]
  readonly directories: Directories
}

/** Candidates by the key of the probe; only keys that have any. */
export type Candidates = ReadonlyMap<string, readonly Candidate[]>
