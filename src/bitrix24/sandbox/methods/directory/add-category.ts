import type { PortalState, Row } from '../../state.ts'
import { nextId } from '../store/store.ts'
import { directoryPrefix } from './directories.ts'

export interface NewCategory {
  readonly entityTypeId: number
  readonly name: string
  readonly sort: number
  readonly isDefault: boolean
  /** Where its stages stand; null: it has none. */
  stageDirectory(categoryId: number): string | null
}

/** A pipeline with the stages that a new one has. */
export function addCategory(state: PortalState, category: NewCategory): Row {
  const { entityTypeId, name, sort, isDefault } = category
  const id = nextId(state, 'category')
  if (isDefault) {
    for (const other of state.categories) if (other['entityTypeId'] === entityTypeId) other['isDefault'] = 'N'
  }
  const origin = entityTypeId === 2 ? { originId: '', originatorId: '' } : {}
  const row: Row = { id, name, sort, entityTypeId, isDefault: isDefault ? 'Y' : 'N', ...origin }
  state.categories.push(row)
  const directory = category.stageDirectory(id)
  if (directory !== null) addStages(state, directory, id)
  return row
}

const newStages = [
  ['NEW', 'Начало', null],
  ['PREPARATION', 'Подготовка', null],
  ['CLIENT', 'Согласование', null],
  ['SUCCESS', 'Успех', 'S'],
  ['FAIL', 'Провал', 'F'],
] as const

function addStages(state: PortalState, directory: string, categoryId: number): void {
  const prefix = directoryPrefix(directory)
  for (const [place, [code, name, semantics]] of newStages.entries()) {
    state.statuses.push({
      ID: String(nextId(state, 'status')),
      ENTITY_ID: directory,
      STATUS_ID: `${prefix}:${code}`,
      NAME: name,
      NAME_INIT: name,
      SORT: String((place + 1) * 10),
      SYSTEM: place === 0 || semantics !== null ? 'Y' : 'N',
      CATEGORY_ID: String(categoryId),
      COLOR: '',
      SEMANTICS: semantics,
    })
  }
}
