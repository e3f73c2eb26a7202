import * as z from 'zod'
import type { Phrase } from '../problems/entry.ts'
import type { Language } from '../problems/language.ts'

/** What a user is told about one option in one language. */
interface OptionText {
  readonly title: string
  readonly about: string
  /** What may be written there; ends the sentence «… а нужно: ». Left out where the kind of the option says it. */
  readonly expected?: string
}

export interface Declaration extends Readonly<Record<Language, OptionText>> {
  /** A value as it stands in the file. */
  readonly example?: unknown
}

const declarations = z.registry<Declaration>()
const expectations = z.registry<Phrase>()

/** Declares an option: the schema validates, and the same texts make help, docs, JSON Schema and the sentence for the error. */
export function option<S extends z.ZodType>(schema: S, declaration: Declaration): S {
  declarations.add(schema, declaration)
  return schema
}

export function declarationOf(schema: z.ZodType): Declaration | undefined {
  return declarations.get(schema)
}

/** Says in words what a kind of value looks like, once for all options of that kind. */
export function expecting<S extends z.ZodType>(schema: S, ru: string, en: string): S {
  expectations.add(schema, { ru, en })
  return schema
}

export function expectationOf(schema: z.ZodType): Phrase | undefined {
  return expectations.get(schema)
}
