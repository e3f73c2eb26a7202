import type { Row } from '../../state.ts'
import { isEmpty, listOf, recordOf } from '../params.ts'
import { momentKey } from '../portal-time.ts'
import { type Column, keysOf } from '../store/column.ts'

export interface Filter {
  readonly logic: 'AND' | 'OR'
  readonly conditions: readonly Condition[]
  readonly groups: readonly Filter[]
}

export interface Condition {
  readonly column: Column
  readonly operator: Operator
  /** As `keysOf` has them; for LIKE the pattern as it was given. */
  readonly keys: readonly string[]
  test(keys: readonly string[]): boolean
}

type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like' | 'not like'

/** What a method says of a name or a value that it does not take; without it such a condition is left out (the older methods). */
export interface FilterRules {
  columnOf(name: string): Column | undefined
  readonly zone: number
  readonly unknownName?: (name: string) => Error
  readonly badValue: (name: string) => Error
}

/** A filter as the docs write it: prefixes before the name, AND, and nested groups with `logic` (`bitrix24-rest.md §2.3`). */
export function readFilter(given: unknown, rules: FilterRules): Filter {
  const entries = Object.entries(recordOf(given) ?? {})
  const conditions: Condition[] = []
  const groups: Filter[] = []
  let logic: Filter['logic'] = 'AND'
  for (const [key, value] of entries) {
    if (key.toLowerCase() === 'logic') logic = String(value).toUpperCase() === 'OR' ? 'OR' : 'AND'
    else if (/^\d+$/.test(key)) groups.push(readFilter(value, rules))
    else {
      const condition = readCondition(key, value, rules)
      if (condition !== null) conditions.push(condition)
    }
  }
  return { logic, conditions, groups }
}

export function matches(filter: Filter, row: Row, zone: number): boolean {
  const one = ({ column, test }: Condition) => test(keysOf(column, row, zone))
  const group = (inner: Filter) => matches(inner, row, zone)
  if (filter.logic === 'AND') return filter.conditions.every(one) && filter.groups.every(group)
  if (filter.conditions.length + filter.groups.length === 0) return true
  return filter.conditions.some(one) || filter.groups.some(group)
}

/** The longest prefixes first, so that `!=%` is not taken for `!`. */
const prefixes: readonly (readonly [string, Operator, 'one' | 'list' | 'pattern' | 'part'])[] = [
  ['!=%', 'not like', 'pattern'],
  ['!%=', 'not like', 'pattern'],
  ['!@', '!=', 'list'],
  ['!=', '!=', 'list'],
  ['!%', 'not like', 'part'],
  ['>=', '>=', 'one'],
  ['<=', '<=', 'one'],
  ['=%', 'like', 'pattern'],
  ['%=', 'like', 'pattern'],
  ['@', '=', 'list'],
  ['=', '=', 'list'],
  ['!', '!=', 'list'],
  ['>', '>', 'one'],
  ['<', '<', 'one'],
  ['%', 'like', 'part'],
]

function readCondition(key: string, value: unknown, rules: FilterRules): Condition | null {
  const [prefix, operator, shape] = prefixes.find(([text]) => key.startsWith(text)) ?? ['', '=', 'list']
  const name = key.slice(prefix.length)
  const column = rules.columnOf(name)
  if (column === undefined) {
    if (rules.unknownName !== undefined) throw rules.unknownName(name)
    return null
  }
  const values = shape === 'list' ? (listOf(value) ?? [value]) : [value]
  const isLike = operator.endsWith('like')
  const isFit = (one: unknown) => isPlain(one) && (isLike || isOfKind(column, one, rules.zone))
  if (!values.every(isFit)) throw rules.badValue(name)
  const keys = values.map((one) => (isLike ? String(one ?? '') : keyOfValue(column, one, rules.zone)))
  return { column, operator, keys, test: testOf(column, operator, keys, shape === 'part') }
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function isOfKind(column: Column, value: unknown, zone: number): boolean {
  if (isEmpty(value) || typeof value === 'boolean') return true
  if (column.kind === 'time') return momentKey(String(value), zone) !== ''
  return column.kind !== 'number' || !Number.isNaN(Number(value))
}

/** `Y` finds no custom boolean: only 1 and 0 do (`bitrix24-rest.md §2.3`). */
function keyOfValue(column: Column, value: unknown, zone: number): string {
  switch (column.kind) {
    case 'flag':
      return value === true || String(value) === '1'
        ? '1'
        : isEmpty(value) || value === false || String(value) === '0'
          ? '0'
          : 'none'
    case 'number':
      return isEmpty(value) || value === false ? '' : String(Number(value))
    case 'time':
      return isEmpty(value) || value === false ? '' : momentKey(String(value), zone)
    case 'text':
      return isEmpty(value) || value === false ? '' : value === true ? 'Y' : String(value)
  }
}

function testOf(column: Column, operator: Operator, wanted: readonly string[], isPart: boolean): Condition['test'] {
  const first = wanted[0] ?? ''
  switch (operator) {
    case '=': {
      const set = new Set(wanted)
      return (keys) => keys.some((key) => set.has(key))
    }
    case '!=': {
      const set = new Set(wanted)
      return (keys) => !keys.some((key) => set.has(key))
    }
    case 'like':
    case 'not like': {
      const pattern = likePattern(isPart ? `%${first.replace(/[%_]/g, '\\$&')}%` : first)
      const isWanted = operator === 'like'
      return (keys) => keys.some((key) => pattern.test(key)) === isWanted
    }
    default: {
      const holds = comparisons[operator]
      // Nothing is neither less nor more than anything, as NULL is in SQL.
      if (column.kind !== 'number')
        return (keys) => keys.some((key) => key !== '' && holds(key < first ? -1 : key > first ? 1 : 0))
      const number = Number(first)
      return (keys) => keys.some((key) => key !== '' && holds(Number(key) - number))
    }
  }
}

const comparisons = {
  '<': (sign: number) => sign < 0,
  '<=': (sign: number) => sign <= 0,
  '>': (sign: number) => sign > 0,
  '>=': (sign: number) => sign >= 0,
} as const

/** `%` is any text; upper and lower case are one, as in the portal's data base. */
function likePattern(like: string): RegExp {
  const source = like.replace(/\\([%_])|%|[.*+?^${}()|[\]\\]/g, (found, literal: string | undefined) =>
    literal !== undefined ? literal : found === '%' ? '[^]*' : `\\${found}`,
  )
  return new RegExp(`^${source}$`, 'iu')
}
