import type { PortalState, Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { integerOf } from '../params.ts'
import type { ItemField } from './field.ts'
import { parentFields } from './parent-fields.ts'
import { processType } from './process-type.ts'
import { systemTypes } from './system-types.ts'

export interface EntityType {
  readonly id: number
  /** `ownerType` of product rows and the like. */
  readonly code: string
  /** Entity of its custom fields. */
  readonly userFieldEntity: string
  /** What a title begins with that the portal makes up: `Company #51`. */
  readonly word: string
  readonly isProcess: boolean
  readonly fields: readonly ItemField[]
  readonly fieldsByName: ReadonlyMap<string, ItemField>
  /** Fields that the settings of a smart process turn off: told as null, never written (`bitrix24-rest.md §2.7, §8`). */
  readonly disabledNames: readonly string[]
  /** Directory of the stages of a pipeline, or null: it has none. */
  stageDirectory(categoryId: number): string | null
}

/** The types of this portal (`bitrix24-rest.md §2.1`): those that every portal has, and its smart processes. */
export function entityTypes(state: PortalState): readonly EntityType[] {
  const known = cached.get(state)
  const rows = state.types ?? []
  if (known !== undefined && known.rows.length === rows.length && known.rows.every((row, place) => row === rows[place])) {
    return known.types
  }
  const types = [...systemTypes, ...rows.map(processType)].map((type) => withFields(type, parentFields(rows, type.id)))
  cached.set(state, { rows: [...rows], types })
  return types
}

/** The type that a call names, or the refusal of `bitrix24-rest.md §2.2`. */
export function entityTypeOf(state: PortalState, given: unknown): EntityType {
  const found = typeById(state, integerOf(given))
  if (found === undefined) throw failures.typeNotFound()
  return found
}

export function typeById(state: PortalState, id: number): EntityType | undefined {
  return entityTypes(state).find((type) => type.id === id)
}

/** One of those that every portal has. */
export function systemType(state: PortalState, id: 1 | 2 | 3 | 4 | 7 | 31): EntityType {
  return typeById(state, id)!
}

/** A changed process has a new row. */
const cached = new WeakMap<PortalState, { readonly rows: readonly Row[]; readonly types: readonly EntityType[] }>()

function withFields(type: EntityType, more: readonly ItemField[]): EntityType {
  const fields = [...type.fields, ...more.filter(({ name }) => !type.fieldsByName.has(name))]
  return { ...type, fields, fieldsByName: new Map(fields.map((field) => [field.name, field])) }
}
