import type { Client } from './client.ts'
import type { Dialect } from './dialect.ts'
import { declaredName, type Encoding, encode } from './encodings.ts'

/** A dialect in one of its encodings. */
export interface Writing {
  readonly dialect: Dialect
  readonly encoding: Encoding
}

export interface WrittenFacts {
  readonly generated: string
  readonly changesOnly?: boolean
  /** Begins the names of the files. */
  readonly prefix?: string
}

/** The files of a dialect as bytes, by their paths in the exchange folder. */
export function written(
  clients: readonly Client[],
  { dialect, encoding }: Writing,
  { generated, changesOnly = true, prefix = '' }: WrittenFacts,
): Readonly<Record<string, Buffer>> {
  const files = dialect.write(clients, { generated, declared: declaredName(encoding), changesOnly })
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`in/${prefix}${name}`, encode(text, encoding)]))
}
