import type { PointChange } from '../../../bitrix24/crm/change.ts'
import type { HeldPoint } from '../../../bitrix24/crm/held-card.ts'
import type { PointType, WantedPoint } from '../../../bitrix24/crm/wanted-card.ts'
import { problem } from '../../../problems/problem.ts'
import type { Comparison } from '../diff/comparison.ts'
import { pointKey } from '../diff/diff-points.ts'
import type { NetEffect } from './net-effect.ts'
import type { UndoLeft } from './undo-plan.ts'

interface PointsUndo {
  readonly changes: readonly PointChange[]
  readonly left: readonly UndoLeft[]
}

/** The way back, the newest first. A point is taken away or set back only as exactly the run wrote it. */
export function undoPoints(done: NetEffect['points'], held: readonly HeldPoint[], compare: Comparison): PointsUndo {
  const left: UndoLeft[] = []
  let points = held
  for (const { by, point: change } of [...done].reverse()) {
    const step = takeBack(change, points, held, compare)
    points = step.points
    if (step.touched === null) continue
    const { wrote, portal } = step.touched
    left.push({ change: by, problem: problem('apply.undo-touched', { field: wrote.typeId, wrote: wrote.value, portal }) })
  }
  return { changes: changesBetween(held, points), left }
}

interface Step {
  readonly points: readonly HeldPoint[]
  readonly touched: { readonly wrote: WantedPoint | HeldPoint; readonly portal: string } | null
}

function takeBack(change: PointChange, points: readonly HeldPoint[], held: readonly HeldPoint[], compare: Comparison): Step {
  const isOfNumber = (a: HeldPoint, b: HeldPoint | WantedPoint) => pointKey(a, compare) === pointKey(b, compare)
  switch (change.kind) {
    case 'add': {
      // Ours is the older one of two: the run adds no number that the card has.
      const ours = points.find((point) => isSame(point, change.point))
      if (ours !== undefined) return { points: points.filter((point) => point !== ours), touched: null }
      const edited = points.find((point) => isOfNumber(point, change.point))
      return { points, touched: edited === undefined ? null : { wrote: change.point, portal: edited.value } }
    }
    case 'set': {
      const now = points.find(({ id }) => id === change.before.id)
      if (now !== undefined && isSame(now, change.before)) return { points, touched: null }
      if (now === undefined || !isSame(now, change.point)) {
        return { points, touched: { wrote: change.point, portal: now?.value ?? '' } }
      }
      return { points: points.map((point) => (point === now ? change.before : point)), touched: null }
    }
    case 'remove': {
      // What is only to be added again does not count: two of one number may have been removed.
      const isThere = points.some((point) => held.includes(point) && isOfNumber(point, change.before))
      return { points: isThere ? points : [...points, change.before], touched: null }
    }
  }
}

// A point that is not held gets an id of its own when the portal has it again.
function changesBetween(held: readonly HeldPoint[], points: readonly HeldPoint[]): readonly PointChange[] {
  return [
    ...held
      .filter(({ id }) => !points.some((point) => point.id === id))
      .map((before): PointChange => ({ kind: 'remove', before })),
    ...points.flatMap((point): readonly PointChange[] => {
      const before = held.find(({ id }) => id === point.id)
      const wanted = asWanted(point)
      if (wanted === null || (before !== undefined && isSame(before, point))) return []
      return [before === undefined ? { kind: 'add', point: wanted } : { kind: 'set', before, point: wanted }]
    }),
  ]
}

/** The points that the run left on a card that it made. */
export function expectedPoints(done: NetEffect['points']): readonly WantedPoint[] {
  let points: readonly WantedPoint[] = []
  for (const { point: change } of done) {
    if (change.kind !== 'add') points = points.filter((point) => !isSame(change.before, point))
    if (change.kind !== 'remove') points = [...points, change.point]
  }
  return points
}

export function isSame(a: HeldPoint | WantedPoint, b: HeldPoint | WantedPoint): boolean {
  return a.typeId === b.typeId && a.valueType === b.valueType && a.value === b.value
}

// The exchange writes and removes no points of other kinds.
function asWanted({ typeId, valueType, value }: HeldPoint): WantedPoint | null {
  return isPointType(typeId) ? { typeId, valueType, value } : null
}

function isPointType(typeId: string): typeId is PointType {
  return typeId === 'PHONE' || typeId === 'EMAIL' || typeId === 'WEB'
}
