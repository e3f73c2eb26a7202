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
