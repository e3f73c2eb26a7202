import type { ProblemCode } from '../problems/table.ts'

/**
 * What a text turned out to be. `value` is null for "not filled" (empty text, year 1, zero reference) and for text that
 * could not be read; in the second case `code` says why. A value may come with a code too: usable, but flagged.
 */
export interface Parsed<T> {
  readonly value: T | null
  readonly code: ProblemCode | null
}

export const notFilled: Parsed<never> = Object.freeze({ value: null, code: null })
