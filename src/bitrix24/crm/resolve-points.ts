import type { ContactPoint } from '../drafts/contact-points.ts'
import { pointKey } from './point-key.ts'
import type { PointType, WantedPoint } from './wanted-card.ts'

/** Phones, e-mails and sites as multifields; the same one twice is one. */
export function resolvePoints(draft: {
  readonly phones: readonly ContactPoint[]
  readonly emails: readonly ContactPoint[]
  readonly sites: readonly ContactPoint[]
}): readonly WantedPoint[] {
  const all = [...pointsOf('PHONE', draft.phones), ...pointsOf('EMAIL', draft.emails), ...pointsOf('WEB', draft.sites)]
  const seen = new Set<string>()
  return all.filter(({ typeId, value }) => {
    const key = `${typeId}:${pointKey(typeId, value)}`
    if (value === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function pointsOf(typeId: PointType, points: readonly ContactPoint[]): readonly WantedPoint[] {
  return points.map(({ type, value }) => ({
    typeId,
    valueType: valueTypes[typeId].includes(type) ? type : 'WORK',
    value: value.trim(),
  }))
}

// `bitrix24-rest.md §2.5`
const valueTypes: Readonly<Record<PointType, readonly string[]>> = {
  PHONE: ['WORK', 'MOBILE', 'FAX', 'HOME', 'PAGER', 'MAILING', 'OTHER'],
  EMAIL: ['WORK', 'HOME', 'MAILING', 'OTHER'],
  WEB: ['WORK', 'HOME', 'OTHER'],
}
