import type { Client } from './client.ts'
import type { Encoding } from './encodings.ts'

/** A manner in which 1C writes its counterparties down. */
export interface Dialect {
  readonly name: string
  /** Encodings that its files come in, the usual one first. */
  readonly encodings: readonly [Encoding, ...Encoding[]]
  /** The id of an object, in the form that ids have there. */
  idOf(key: string): string
  /** Files by their names, not encoded yet. */
  write(clients: readonly Client[], facts: FileFacts): Readonly<Record<string, string>>
}

export interface FileFacts {
  /** Local time, `2026-03-05T09:05:07`; a table has no place for it. */
  readonly generated: string
  /** What an XML declaration says of the encoding. */
  readonly declared: string
  readonly changesOnly: boolean
}
