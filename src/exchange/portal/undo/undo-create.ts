import type { HeldCard, HeldPoint } from '../../../bitrix24/crm/held-card.ts'
import { problem } from '../../../problems/problem.ts'
import type { Comparison } from '../diff/comparison.ts'
import { pointKey } from '../diff/diff-points.ts'
import { heldOfCard } from '../diff/held-value.ts'
import { extended, removedByPerson, requisiteTroubles } from './built-on.ts'
import type { NetEffect } from './net-effect.ts'
import { touchedValues } from './net-part.ts'
import { documentTroubles } from './undo-document.ts'
import type { UndoLeft, UndoPlan } from './undo-plan.ts'
import { expectedPoints, isSame } from './undo-points.ts'

export interface UndoRules {
  readonly compare: Comparison
  /** Is it a field that people write into, as against one in which the portal puts a default (`bitrix24-rest.md §2.7`)? */
  isWritten(field: string): boolean
  /** Of documents: stages at which the pipelines begin; what was made for this card since, in words. */
  readonly firstStages?: readonly string[]
  readonly children?: readonly string[]
}

/**
 * A card that the run made goes with all that hangs on it, or stays as a whole: as soon as people changed it or built on it, it is
 * theirs. Of the fields that the run did not write only those count in which the portal puts no default of its own.
 */
export function undoCreate(net: NetEffect, held: HeldCard, rules: UndoRules): Omit<UndoPlan, 'gone'> {
  const { compare, isWritten } = rules
  const left = [
    ...net.left,
    ...touchedValues(net.card, (field) => heldOfCard(held, field), compare),
    ...filledIn(net, held, isWritten),
    ...extras(net, held, compare),
    ...documentTroubles(net, held, rules),
  ]
  return { changes: left.length === 0 ? [{ kind: 'delete', entity: held.entity, id: held.id }] : [], left }
}

/** Fields that somebody filled in since. */
function filledIn(net: NetEffect, held: HeldCard, isWritten: UndoRules['isWritten']): readonly UndoLeft[] {
  const by = net.card.added
  if (by === null) return []
  const filled = Object.entries(held.fields).filter(
    ([field, value]) => value !== '' && isWritten(field) && !net.card.values.has(field),
  )
  return filled.map(([field, value]) => extended(by, field, value))
}

function extras(net: NetEffect, held: HeldCard, compare: Comparison): readonly UndoLeft[] {
  const by = net.card.added
  if (by === null) return []
  const wrote = net.companies?.wrote ?? []
  const goneRequisites = [...net.requisites].filter(([id]) => !held.requisites.some((each) => each.id === id))
  return [
    ...pointTroubles(net, held.points, compare),
    ...held.companyIds.filter((id) => !wrote.includes(id)).map((id) => extended(by, 'companyIds', `${id}`)),
    ...(wrote.every((id) => held.companyIds.includes(id))
      ? []
      : [
          {
            change: by,
            problem: problem('apply.undo-touched', {
              field: 'companyIds',
              wrote: wrote.join(', '),
              portal: held.companyIds.join(', '),
            }),
          },
        ]),
    ...held.requisites.flatMap((requisite) => {
      const part = net.requisites.get(requisite.id)
      if (part === undefined || part.added === null) {
        return [extended(by, 'RQ', requisite.fields['RQ_INN'] || requisite.fields['NAME'] || '')]
      }
      return requisiteTroubles(part, requisite, net, compare)
    }),
    ...goneRequisites.flatMap(([, part]) => removedByPerson(part)),
  ]
}

function pointTroubles(net: NetEffect, held: readonly HeldPoint[], compare: Comparison): readonly UndoLeft[] {
  const by = net.card.added
  if (by === null) return []
  const others = [...held]
  const take = (is: (point: HeldPoint) => boolean) => {
    const place = others.findIndex(is)
    return place === -1 ? undefined : others.splice(place, 1)[0]
  }
  const missing = expectedPoints(net.points).filter((point) => take((each) => isSame(each, point)) === undefined)
  const touched = missing.map((point): UndoLeft => {
    const now = take((each) => pointKey(each, compare) === pointKey(point, compare))
    const args = { field: point.typeId, wrote: point.value, portal: now?.value ?? '' }
    return { change: by, problem: problem('apply.undo-touched', args) }
  })
  return [...touched, ...others.map(({ typeId, value }) => extended(by, typeId, value))]
}
