import type { PortalState, Row } from '../../state.ts'
import type { EntityType } from './entity-type.ts'

/** Stages of a pipeline in their order; none for a type without stages (`bitrix24-rest.md §2.8`). */
export function stagesOf(state: PortalState, type: EntityType, categoryId: number): readonly Row[] {
  const directory = type.stageDirectory(categoryId)
  if (directory === null) return []
  return state.statuses
    .filter((row) => row['ENTITY_ID'] === directory)
    .sort((one, other) => Number(one['SORT']) - Number(other['SORT']))
}

/** The pipeline in which a record starts that names none. */
export function defaultCategory(state: PortalState, type: EntityType): number {
  const rows = state.categories.filter((row) => Number(row['entityTypeId']) === type.id)
  return Number((rows.find((row) => row['isDefault'] === 'Y') ?? rows[0])?.['id'] ?? 0)
}

export function hasCategory(state: PortalState, type: EntityType, id: number): boolean {
  const rows = state.categories.filter((row) => Number(row['entityTypeId']) === type.id)
  return rows.some((row) => Number(row['id']) === id) || (id === 0 && rows.length === 0)
}

/** `stageSemanticId`: P in progress, S success, F failure. */
export function semanticsOf(stage: Row): 'P' | 'S' | 'F' {
  const semantics = stage['SEMANTICS']
  return semantics === 'S' || semantics === 'F' ? semantics : 'P'
}
