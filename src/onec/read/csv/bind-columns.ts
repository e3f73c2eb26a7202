import { type Problem, problem } from '../../../problems/problem.ts'
import { columnKey, usualColumnKey } from './column-key.ts'
import { type Field, fields, type TableKind } from './fields.ts'
import { nearMiss } from './near-miss.ts'

/** A column by its name or its number from 1; several of them: the first that the file has. */
export type ColumnChoice = string | number | readonly (string | number)[]

/** Field → column, as the settings have it. */
export type NamedColumns = Readonly<Record<string, ColumnChoice>>

/** Which columns hold which fields. Places of columns count from 0. */
export interface Binding {
  /** By name of the field. Several columns only for fields that allow many. */
  readonly fields: Readonly<Record<string, readonly number[]>>
  /** Columns whose cells go under `extra` by the name of the column. */
  readonly unbound: readonly number[]
  readonly problems: readonly Problem[]
}

/**
 * Binds the columns of a table to the fields of a record: first what the settings name, then, for the fields that they do not
 * name, by the usual spellings (`fields.ts`). A name that is no field of the kind is kept under `extra` by that name.
 * `csv.column-missing`: a column that the settings name is not there; `csv.column-required`: nothing fits a field that must be.
 */
export function bindColumns(columns: readonly string[], kind: TableKind, named: NamedColumns = {}): Binding {
  const keys = columns.map(columnKey)
  const usualKeys = columns.map(usualColumnKey)
  const known = new Map(fields[kind].map((field) => [field.name, field]))
  const bound: Record<string, readonly number[]> = {}
  const problems: Problem[] = []
  for (const [name, choice] of Object.entries(named)) {
    const places = choose(choices(choice), keys, known.get(name)?.many ?? false)
    if (places.length > 0) bound[name] = places
    else problems.push(missing(name, choices(choice), columns))
  }
  const taken = new Set(Object.values(bound).flat())
  for (const field of fields[kind]) {
    if (field.name in named) continue
    const places = choose(field.spellings, keys, field.many ?? false, usualKeys).filter((place) => !taken.has(place))
    if (places.length > 0) bound[field.name] = places
    for (const place of places) taken.add(place)
  }
  for (const field of fields[kind]) if (lacks(field, bound)) problems.push(required(field, columns))
  const extra = new Set(fields[kind].filter((field) => field.extra === true).flatMap((field) => bound[field.name] ?? []))
  const unbound = columns.map((_column, place) => place).filter((place) => !taken.has(place) || extra.has(place))
  return { fields: bound, unbound, problems }
}

function choices(choice: ColumnChoice): readonly (string | number)[] {
  return typeof choice === 'object' ? choice : [choice]
}

// A column that is called so to the letter goes before one that is only meant so.
function choose(
  wanted: readonly (string | number)[],
  keys: readonly string[],
  many: boolean,
  usualKeys: readonly string[] = [],
): readonly number[] {
  const places = wanted.map((one) => {
    if (typeof one === 'number') return one - 1
    const key = columnKey(one)
    return keys.includes(key) ? keys.indexOf(key) : usualKeys.indexOf(key)
  })
  const there = [...new Set(places.filter((place) => Number.isInteger(place) && place >= 0 && place < keys.length))]
  return many ? there : there.slice(0, 1)
}

function lacks(field: Field, bound: Readonly<Record<string, readonly number[]>>): boolean {
  return field.requiredUnless !== undefined && ![field.name, ...field.requiredUnless].some((name) => name in bound)
}

function missing(field: string, wanted: readonly (string | number)[], columns: readonly string[]): Problem {
  const near = wanted.map((one) => nearMiss(String(one), columns)).find((found) => found !== null)
  return problem('csv.column-missing', {
    field,
    wanted: list(wanted.map(String)),
    near: near === undefined ? '—' : `«${near}»`,
    columns: list(columns),
  })
}

function required(field: Field, columns: readonly string[]): Problem {
  return problem('csv.column-required', { field: field.name, usual: list(field.spellings.slice(0, 4)), columns: list(columns) })
}

const columnsNamed = 60

function list(names: readonly string[]): string {
  const shown = names.slice(0, columnsNamed).map((name) => `«${name}»`)
  return shown.join(', ') + (names.length > columnsNamed ? ' …' : '')
}
