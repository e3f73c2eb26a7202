import type { MethodContext } from '../../method.ts'
import { reading } from '../../readings.ts'
import type { Row } from '../../state.ts'
import { failures } from '../failures.ts'
import { isEmpty } from '../params.ts'
import { linkClient } from '../requisite/link-client.ts'
import { changeRow, nextId } from '../store/store.ts'
import { idOf } from '../store/table.ts'
import { pointsOf } from './columns.ts'
import type { EntityType } from './entity-type.ts'
import { numberFiles } from './file-value.ts'
import { contactsOfCompany, setContactsOfCompany } from './links.ts'
import { editPoints, type PointEdit } from './points.ts'
import { rowsAmount } from './rows-amount.ts'
import { defaultCategory, hasCategory, semanticsOf, stagesOf } from './stage.ts'
import { noteStage } from './stage-history.ts'

/** Only what is given changes; where nothing differs, nothing is saved and `updatedTime` stays (`bitrix24-rest.md §2.2`). */
export function updateItem(type: EntityType, row: Row, given: Row, points: readonly PointEdit[], context: MethodContext): void {
  const { state, userId } = context
  const { contactIds, ...values } = keepUnclearable(type, row, given)
  moveStage(type, row, values, context)
  const changes = Object.fromEntries(Object.entries(values).filter(([name, value]) => isOther(row[name], value)))
  const isManual = (changes['isManualOpportunity'] ?? row['isManualOpportunity']) === 'Y'
  const amount = isManual ? null : rowsAmount(state, type, idOf(row))
  if (amount !== null && ('opportunity' in changes || 'isManualOpportunity' in changes)) {
    for (const [name, value] of Object.entries(amount)) {
      if (isOther(row[name], value)) changes[name] = value
      else delete changes[name]
    }
  }
  if (type.id !== 4 && contactIds !== undefined && isOther(row['contactIds'] ?? [], contactIds))
    changes['contactIds'] = contactIds

  const fm = points.length === 0 ? pointsOf(row) : editPoints(pointsOf(row), points, () => nextId(state, 'multifield'))
  if (isOther(pointsOf(row), fm)) changes['fm'] = fm
  const contacts = type.id === 4 && Array.isArray(contactIds) ? contactIds.map(Number) : null
  const isRebound =
    contacts !== null &&
    isOther(
      contactsOfCompany(state, idOf(row)),
      [...contacts].sort((a, b) => a - b),
    )
  if (Object.keys(changes).length === 0 && !isRebound) return

  numberFiles(state, changes)
  const now = context.now()
  const isMoved = 'stageId' in changes
  const moved = isMoved &&
    type.fieldsByName.has('movedTime') && { movedBy: userId, movedTime: now, previousStageId: row['stageId'] }
  changeRow(state, `item:${type.id}`, row, { ...changes, ...moved, updatedTime: now, updatedBy: userId })
  if (contacts !== null) setContactsOfCompany(state, idOf(row), contacts)
  linkClient(state, type, row)
  state.automation.push({ at: now, entityTypeId: type.id, id: idOf(row), event: 'update' })
  if (isMoved) noteStage(type, row, row['stageSemanticId'] === 'P' ? 2 : 3, context)
}

/** A title, the one in charge and both names of a contact cannot be cleared (`bitrix24-rest.md §2.7`). */
function keepUnclearable(type: EntityType, row: Row, given: Row): Row {
  const values = { ...given }
  for (const name of ['title', 'assignedById', 'stageId']) if (name in values && isEmpty(values[name])) delete values[name]
  const after = { ...row, ...values }
  const isCleared = 'name' in values || 'lastName' in values
  if (type.id === 3 && isCleared && isEmpty(after['name']) && isEmpty(after['lastName'])) throw failures.required('Name')
  return values
}

function moveStage(type: EntityType, row: Row, values: Row, { state }: MethodContext): void {
  if (isEmpty(values['categoryId'])) delete values['categoryId']
  // "If the identifier is not specified, the SPA will be moved to the main pipeline" (crm-item-update.md).
  if (type.isProcess && values['categoryId'] === undefined && reading(state, 'updateWithoutCategory') === 'moves') {
    values['categoryId'] = defaultCategory(state, type)
  }
  const categoryId = Number(values['categoryId'] ?? row['categoryId'] ?? 0)
  if (!hasCategory(state, type, categoryId)) throw failures.notValid('categoryId')
  if (!type.fieldsByName.has('stageId') || (values['stageId'] === undefined && values['categoryId'] === undefined)) return
  const stages = stagesOf(state, type, categoryId)
  const wanted = values['stageId'] ?? row['stageId']
  const isOtherPipeline = values['categoryId'] !== undefined && categoryId !== Number(row['categoryId'] ?? 0)
  const found = stages.find((stage) => stage['STATUS_ID'] === wanted)
  const stage = found ?? (isOtherPipeline && values['stageId'] === undefined ? stages[0] : undefined)
  if (stage === undefined) throw failures.notValid('stageId')
  values['stageId'] = stage['STATUS_ID']
  if (type.fieldsByName.has('stageSemanticId')) values['stageSemanticId'] = semanticsOf(stage)
  if (type.fieldsByName.has('closed')) values['closed'] = semanticsOf(stage) === 'P' ? 'N' : 'Y'
}

function isOther(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? null) !== JSON.stringify(after ?? null)
}
