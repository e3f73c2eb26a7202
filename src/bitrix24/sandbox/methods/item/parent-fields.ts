import type { Row } from '../../state.ts'
import { integerOf, listOf, recordOf } from '../params.ts'
import { type ItemField, parentField } from './field.ts'

/**
 * `parentId…` of a type by the relations of the portal's smart processes: a process names its parents, and what it is a parent
 * of (`bitrix24-rest.md §2.4`). Clients are no such fields: contacts and companies have their own.
 */
export function parentFields(processes: readonly Row[], entityTypeId: number): readonly ItemField[] {
  const own = processes.find((row) => integerOf(row['entityTypeId']) === entityTypeId)
  const parents = [
    ...related(own, 'parent'),
    ...processes.flatMap((row) => (related(row, 'child').includes(entityTypeId) ? [integerOf(row['entityTypeId'])] : [])),
  ]
  return [...new Set(parents)].map((id) => parentField(id, titleOf(processes, id)))
}

function related(process: Row | undefined, side: 'parent' | 'child'): readonly number[] {
  const relations = listOf(recordOf(process?.['relations'])?.[side]) ?? []
  const told = relations.map((relation) => recordOf(relation) ?? {}).filter((relation) => relation['isPredefined'] !== 'Y')
  return told.map((relation) => integerOf(relation['entityTypeId'])).filter((id) => id > 0)
}

function titleOf(processes: readonly Row[], id: number): string {
  const process = processes.find((row) => integerOf(row['entityTypeId']) === id)
  return process === undefined ? (systemTitles[id] ?? `№ ${id}`) : String(process['title'])
}

const systemTitles: Readonly<Record<number, string>> = {
  1: 'Лид',
  2: 'Сделка',
  3: 'Контакт',
  4: 'Компания',
  7: 'Предложение',
  31: 'Счёт',
}
