import type { MethodContext } from '../../method.ts'
import type { ItemRow, Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { isEmpty } from '../params.ts'
import { linkClient } from '../requisite/link-client.ts'
import { insertRow, nextId } from '../store/store.ts'
import { defaultsOf } from './defaults.ts'
import type { EntityType } from './entity-type.ts'
import { numberFiles } from './file-value.ts'
import { checkRequired } from './given.ts'
import { setContactsOfCompany } from './links.ts'
import { editPoints, type PointEdit } from './points.ts'
import { defaultCategory, hasCategory, semanticsOf, stagesOf } from './stage.ts'
import { noteStage } from './stage-history.ts'

export interface NewItem {
  readonly type: EntityType
  /** As `readGiven` has them. */
  readonly values: Row
  readonly points: readonly PointEdit[]
  /** An import starts no automation and makes up no names (`bitrix24-rest.md §2.2`). */
  readonly isImport: boolean
  /** Times and authors, which only an import may set. */
  readonly made?: Row
}

/** Checks first, then stores: a refused call leaves the state as it was. Nobody looks for duplicates. */
export function createItem(item: NewItem, context: MethodContext): ItemRow {
  const { type, isImport } = item
  const { state, userId } = context
  const { contactIds, ...given } = item.values
  const values: Row = { ...defaultsOf(type, context), ...given }
  if (isEmpty(values['assignedById'])) values['assignedById'] = userId
  if (isImport) checkNamed(type, values)
  checkRequired(type, values, context)
  placeInPipeline(type, values, context)

  const id = nextId(state, `item:${type.id}`)
  numberFiles(state, values)
  if (isNameless(type, values)) values[type.id === 3 ? 'name' : 'title'] = `${type.word} #${id}`
  const now = context.now()
  const fm = editPoints([], item.points, () => nextId(state, 'multifield'))
  const row: ItemRow = {
    id,
    ...values,
    createdBy: userId,
    updatedBy: userId,
    createdTime: now,
    updatedTime: now,
    lastActivityBy: userId,
    lastActivityTime: now,
    ...(type.fieldsByName.has('movedTime') && { movedBy: userId, movedTime: now }),
    ...(type.id !== 4 && contactIds !== undefined && { contactIds }),
    ...item.made,
    fm,
  }
  insertRow(state, `item:${type.id}`, row)
  if (type.id === 4 && Array.isArray(contactIds)) setContactsOfCompany(state, id, contactIds.map(Number))
  if (!isImport) state.automation.push({ at: now, entityTypeId: type.id, id, event: 'add' })
  noteStage(type, row, 1, context)
  linkClient(state, type, row)
  return row
}

function placeInPipeline(type: EntityType, values: Row, { state }: MethodContext): void {
  const categoryId = isEmpty(values['categoryId']) ? defaultCategory(state, type) : Number(values['categoryId'])
  if (!hasCategory(state, type, categoryId)) throw failures.notValid('categoryId')
  if (type.fieldsByName.has('categoryId')) values['categoryId'] = categoryId
  if (!type.fieldsByName.has('stageId')) return
  const stages = stagesOf(state, type, categoryId)
  const wanted = values['stageId']
  const stage = isEmpty(wanted) ? stages[0] : stages.find((row) => row['STATUS_ID'] === wanted)
  if (stage === undefined) throw failures.notValid('stageId')
  values['stageId'] = stage['STATUS_ID']
  if (type.fieldsByName.has('stageSemanticId')) values['stageSemanticId'] = semanticsOf(stage)
  if (type.fieldsByName.has('closed')) values['closed'] = semanticsOf(stage) === 'P' ? 'N' : 'Y'
}

function isNameless(type: EntityType, values: Row): boolean {
  return type.id === 3 ? isEmpty(values['name']) && isEmpty(values['lastName']) : isEmpty(values['title'])
}

function checkNamed(type: EntityType, values: Row): void {
  if (isNameless(type, values)) throw failures.required('Name')
}
