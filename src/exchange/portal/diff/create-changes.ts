import type { Change } from '../../../bitrix24/crm/change.ts'
import { pointKey } from '../../../bitrix24/crm/point-key.ts'
import type { WantedCard } from '../../../bitrix24/crm/wanted-card.ts'
import { addRequisiteChanges } from './add-requisite.ts'
import type { Origin } from './diff-origin.ts'
import { distinctPoints } from './diff-points.ts'
import { withoutBlanks } from './without-blanks.ts'

/** All that makes a card of what 1C says, in the order in which it has to be done. */
export function createChanges(
  { entity, fields, points, requisite }: WantedCard,
  companyIds: readonly number[],
  { originatorId, originId }: Origin,
): readonly Change[] {
  const create: Change = {
    kind: 'create',
    entity,
    originatorId,
    originId,
    fields: withoutBlanks(fields),
    points: distinctPoints(points, { point: pointKey }),
    companyIds: [...new Set(companyIds)],
  }
  return [create, ...(requisite === null ? [] : addRequisiteChanges(requisite))]
}
