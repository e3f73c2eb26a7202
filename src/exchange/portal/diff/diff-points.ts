import type { PointChange } from '../../../bitrix24/crm/change.ts'
import type { HeldPoint } from '../../../bitrix24/crm/held-card.ts'
import type { WantedPoint } from '../../../bitrix24/crm/wanted-card.ts'
import type { Comparison } from './comparison.ts'
import type { DiffRules } from './diff-rules.ts'

export interface PointsInput {
  readonly now: readonly WantedPoint[]
  readonly base: readonly WantedPoint[]
  readonly held: readonly HeldPoint[]
  readonly blanks: DiffRules['blanks']
  readonly compare: Comparison
}

/**
 * Phones, e-mails and sites that 1C told anew. What it told before too is left alone, removed by a manager or not; what it never
 * told belongs to the managers. One that is gone from 1C and one that came stand for each other in the order of their kind.
 */
export function diffPoints({ now, base, held, blanks, compare }: PointsInput): readonly PointChange[] {
  const keyOf = (point: WantedPoint | HeldPoint) => pointKey(point, compare)
  const toldNow = new Set(now.map(keyOf))
  const toldBefore = new Set(base.map(keyOf))
  const holds = new Map([...held].reverse().map((point) => [keyOf(point), point] as const))
  const fresh = distinctPoints(now, compare).filter((point) => !toldBefore.has(keyOf(point)))
  const gone = distinctPoints(base, compare).filter((point) => !toldNow.has(keyOf(point)))
  const replaced = new Set<HeldPoint>()

  const changes = fresh.flatMap((point): readonly PointChange[] => {
    if (holds.has(keyOf(point))) return []
    const old = partner(point, fresh, gone)
    const before = old === undefined ? undefined : holds.get(keyOf(old))
    if (old === undefined || before === undefined) return [{ kind: 'add', point }]
    replaced.add(before)
    // A manager may have said that the number is a mobile one: that stays.
    const valueType = before.valueType === old.valueType ? point.valueType : before.valueType
    return [{ kind: 'set', before, point: { ...point, valueType } }]
  })
  if (blanks === 'keep') return changes
  const goneKeys = new Set(gone.map(keyOf))
  const removals = held
    .filter((point) => goneKeys.has(keyOf(point)) && !replaced.has(point))
    .map((before): PointChange => ({ kind: 'remove', before }))
  return [...changes, ...removals]
}

/** The first of each number, whatever its spelling. */
export function distinctPoints(points: readonly WantedPoint[], compare: Keys): readonly WantedPoint[] {
  const byKey = new Map<string, WantedPoint>()
  for (const point of points) {
    const key = pointKey(point, compare)
    if (point.value !== '' && !byKey.has(key)) byKey.set(key, point)
  }
  return [...byKey.values()]
}

export function pointKey({ typeId, value }: WantedPoint | HeldPoint, compare: Keys): string {
  return `${typeId} ${compare.point(typeId, value)}`
}

type Keys = Pick<Comparison, 'point'>

function partner(point: WantedPoint, fresh: readonly WantedPoint[], gone: readonly WantedPoint[]): WantedPoint | undefined {
  const ofKind = ({ typeId }: WantedPoint) => typeId === point.typeId
  return gone.filter(ofKind)[fresh.filter(ofKind).indexOf(point)]
}
