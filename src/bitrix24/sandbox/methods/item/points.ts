import type { MultifieldRow } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf, isEmpty, listOf, recordOf, textOf } from '../params.ts'

/** `id: null` adds; an empty `value` of a known id removes (`bitrix24-rest.md §2.5`). */
export interface PointEdit {
  readonly id: number | null
  readonly typeId: string
  readonly valueType: string
  readonly value: string
}

/**
 * `fm` of add and update. Elements without `typeId` are passed over in silence, and so is anything that is no list; the
 * positions of an array are no ids, so it only adds.
 */
export function readFm(given: unknown): readonly PointEdit[] {
  const record = recordOf(given)
  if (record === null) return []
  return Object.entries(record).flatMap(([key, element]) => {
    const point = recordOf(element)
    const typeId = textOf(point?.['typeId'])
    if (point === null || typeId === '') return []
    const id = !Array.isArray(given) && /^\d+$/.test(key) ? Number(key) : null
    return [checked({ id, typeId, valueType: textOf(point['valueType']), value: textOf(point['value']).trim() })]
  })
}

/** `PHONE`, `EMAIL` … of an import and of the older methods; a row without `ID` always adds (`bitrix24-rest.md §2.5`). */
export function readClassicPoints(fields: Readonly<Record<string, unknown>>): readonly PointEdit[] {
  return pointTypes.flatMap((typeId) =>
    (listOf(fields[typeId]) ?? Object.values(recordOf(fields[typeId]) ?? {})).flatMap((element) => {
      const point = recordOf(element)
      if (point === null) return []
      const isRemoved = textOf(point['DELETE']) === 'Y'
      const id = isEmpty(point['ID']) ? null : integerOf(point['ID'])
      const value = isRemoved ? '' : textOf(point['VALUE']).trim()
      return [checked({ id, typeId, valueType: textOf(point['VALUE_TYPE']), value })]
    }),
  )
}

/**
 * The points after the edits, as a new list: what is not mentioned stays, an unknown id makes a new entry. `nextId` is asked
 * for each new one.
 */
export function editPoints(held: readonly MultifieldRow[], edits: readonly PointEdit[], nextId: () => number): MultifieldRow[] {
  const points = held.map((point) => ({ ...point }))
  for (const { id, typeId, valueType, value } of edits) {
    const place = id === null ? -1 : points.findIndex((point) => point.id === id)
    const known = points[place]
    if (known === undefined) {
      if (value !== '') points.push({ id: nextId(), typeId, valueType: valueType || 'WORK', value })
    } else if (value === '') points.splice(place, 1)
    else Object.assign(known, { value, valueType: valueType || known.valueType })
  }
  return points
}

export const pointTypes = ['PHONE', 'EMAIL', 'WEB', 'IM', 'LINK'] as const

function checked(edit: PointEdit): PointEdit {
  if (edit.typeId === 'EMAIL' && edit.value !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(edit.value))
    throw failures.notValid('fm')
  return edit
}
