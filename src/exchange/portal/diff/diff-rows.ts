import type { WantedRow } from '../../../bitrix24/crm/wanted-card.ts'
import { squeeze } from '../../../values/text.ts'
import type { Comparison } from './comparison.ts'
import { decide } from './decide.ts'
import { conflictProblem } from './diff-fields.ts'
import type { DiffRules } from './diff-rules.ts'
import type { Findings } from './findings.ts'

export interface RowsInput {
  /** Null: 1C says nothing of the rows. */
  readonly now: readonly WantedRow[] | null
  readonly base: readonly WantedRow[] | null
  readonly held: readonly WantedRow[]
  readonly rules: DiffRules
  readonly compare: Pick<Comparison, 'rows'>
}

export interface RowsDiff extends Findings {
  /** All rows as they are to be; null: they stay. */
  readonly rows: readonly WantedRow[] | null
}

/**
 * The rows of a document, one value of three sides: they are set in one call and have no ids of their own (`bitrix24-rest.md §7`), and
 * half of 1C's specification with half of a manager's would be one that nobody agreed to.
 */
export function diffRows({ now: told, base, held, rules, compare }: RowsInput): RowsDiff {
  if (told === null) return { rows: null, problems: [], conflicts: [] }
  const now = withLinks(told, held)
  const sides: Readonly<Record<string, readonly WantedRow[]>> = { '': [], now, base: withLinks(base ?? [], held), held }
  const nameOf = (name: string) => (sides[name]!.length === 0 ? '' : name)
  const decision = decide(
    { now: nameOf('now'), base: base === null ? undefined : nameOf('base'), held: nameOf('held'), isInitial: false },
    rules.blanks,
    (a, b) => compare.rows(sides[a]!, sides[b]!),
  )
  if (decision === 'leave') return { rows: null, problems: [], conflicts: [] }
  if (decision === 'set') return { rows: now, problems: [], conflicts: [] }
  const conflict = {
    of: 'card',
    field: 'rows',
    now: rowsInWords(now),
    base: base === null ? null : rowsInWords(base),
    held: rowsInWords(held),
  } as const
  const found = { problems: [conflictProblem(conflict, rules.conflict)], conflicts: [conflict] }
  return { rows: rules.conflict === '1c' ? now : null, ...found }
}

/** A row that 1C tells without a product of the catalogue keeps the one that its row on the portal has. */
function withLinks(rows: readonly WantedRow[], held: readonly WantedRow[]): readonly WantedRow[] {
  const linked = held.filter(({ productId }) => productId !== 0)
  return rows.map((row) => {
    const place = row.productId === 0 ? linked.findIndex((each) => squeeze(each.productName) === squeeze(row.productName)) : -1
    return place === -1 ? row : { ...row, productId: linked.splice(place, 1)[0]!.productId }
  })
}

/** `Масло × 2, Фильтр × 1`: enough to tell two specifications apart. */
function rowsInWords(rows: readonly WantedRow[]): string {
  const text = rows.map(({ productName, quantity, price }) => `${productName} ${quantity} × ${price}`).join(', ')
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

const longest = 160
