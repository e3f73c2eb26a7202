import type { ProblemCode } from './table.ts'

/** Where something is wrong, as exactly as the reader knew it. Lines, columns and rows count from 1. */
export interface Place {
  readonly file?: string
  readonly line?: number
  readonly column?: number
  /** Number of the data row of a table, the header not counted. */
  readonly row?: number
  /** Column of the table, element or requisite of 1C, as the file names it. */
  readonly field?: string
  /** Option of the settings, by its path: `exchanges[1].columns.number`. */
  readonly setting?: string
}

/** Something that a person should know. A value, never thrown: what throws is a bug. */
export interface Problem {
  readonly code: ProblemCode
  readonly args: Readonly<Record<string, string | number>>
  readonly place: Place
}

export function problem(code: ProblemCode, args: Problem['args'] = {}, place: Place = {}): Problem {
  return Object.freeze({ code, args, place })
}

/** The same problem, with what the caller knows about its place filled in where the finder did not. */
export function at(found: Problem, place: Place): Problem {
  return problem(found.code, found.args, { ...place, ...found.place })
}
