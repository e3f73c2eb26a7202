import type { Command, Params, ParamValue } from '../client/command.ts'
import { apiFields } from './api-value.ts'
import type { Change, FieldValues, PointChange } from './change.ts'
import type { Directories } from './directories.ts'
import { bringsFile, deleteCommentCommand, fileCommand, linkCommand, rowsCommand } from './document-commands.ts'
import { type CrmEntity, entityTypeId } from './entity.ts'
import { markFields } from './origin.ts'
import { pipelineFields } from './pipeline-fields.ts'
import { requisiteTypeId } from './read-requisites.ts'
import type { StoredFile } from './wanted-card.ts'

export { createCommand } from './create-command.ts'

/** Ids that became known on the way: of the card, and of the requisite that it got. */
export interface ChangeIds {
  readonly entity: CrmEntity
  readonly cardId?: number
  readonly requisiteId?: number
  /** Bytes of a file in base64, read only when its command is made. */
  readonly files?: (file: StoredFile) => string
}

/**
 * The command that makes a change. Throws where an id is missing that the change hangs on: the caller sends it only when
 * that was made. A changed address has to hold all its parts: the portal may empty those that are not sent.
 */
export function changeCommand(change: Exclude<Change, { kind: 'create' }>, ids: ChangeIds, directories: Directories): Command {
  switch (change.kind) {
    case 'update':
      return updateCommand(change, directories)
    case 'addRequisite': {
      const owner = { ENTITY_TYPE_ID: entityTypeId(ids.entity), ENTITY_ID: known(ids.cardId, 'card') }
      const { presetId, xmlId } = change
      const fields = { ...owner, PRESET_ID: presetId, XML_ID: xmlId, ACTIVE: 'Y', ...filled(change.fields) }
      return { method: 'crm.requisite.add', params: { fields } }
    }
    case 'setRequisite':
      return { method: 'crm.requisite.update', params: { id: change.id, fields: change.fields } }
    case 'addAddress':
      return addressCommand('crm.address.add', change.requisiteId ?? ids.requisiteId, change.typeId, filled(change.fields))
    case 'setAddress':
      return addressCommand('crm.address.update', change.requisiteId, change.typeId, change.whole)
    case 'addBank': {
      const owner = { ENTITY_ID: known(change.requisiteId ?? ids.requisiteId, 'requisite'), XML_ID: change.xmlId }
      return { method: 'crm.requisite.bankdetail.add', params: { fields: { ...owner, ...filled(change.fields) } } }
    }
    case 'setBank':
      return { method: 'crm.requisite.bankdetail.update', params: { id: change.id, fields: change.fields } }
    case 'setRows':
      return rowsCommand(change, known(change.id ?? ids.cardId, 'card'))
    case 'linkRequisite':
      return linkCommand(change, known(change.id ?? ids.cardId, 'card'))
    case 'addFile':
      if (ids.files === undefined) throw new Error('the files of this change are not at hand')
      return fileCommand(change, ids.files)
    case 'deleteComment':
      return deleteCommentCommand(change)
    case 'delete':
      return { method: 'crm.item.delete', params: { entityTypeId: entityTypeId(change.entity), id: change.id } }
    case 'deleteRequisite':
      return { method: 'crm.requisite.delete', params: { id: change.id } }
    case 'deleteAddress':
      return addressCommand('crm.address.delete', change.requisiteId, change.typeId, {})
    case 'deleteBank':
      return { method: 'crm.requisite.bankdetail.delete', params: { id: change.id } }
  }
}

/** Must it go as a request of its own? An empty array cannot be said in a batch, and a file may not (`bitrix24-rest.md §1.5`). */
export function needsOwnRequest(command: Command): boolean {
  return bringsFile(command) || hasEmptyArray(command.params)
}

function updateCommand(change: Extract<Change, { kind: 'update' }>, directories: Directories): Command {
  const { entity, id, points, companyIds, contactIds = null } = change
  const { marks, others } = markFields(entity, change)
  const fields: Params = {
    ...apiFields(directories, entity, others),
    ...marks,
    ...pipelineFields(change, directories),
    ...(points.length === 0 ? {} : { fm: multifields(points) }),
    ...(companyIds === null ? {} : { companyIds }),
    ...(contactIds === null ? {} : { contactIds }),
  }
  return { method: 'crm.item.update', params: { entityTypeId: entityTypeId(entity), id, fields, useOriginalUfNames: 'Y' } }
}

// By ids: an array would only add. An element without a type is passed over without a word (`bitrix24-rest.md §2.5`).
function multifields(points: readonly PointChange[]): Params {
  return Object.fromEntries(
    points.map((change, index) => [change.kind === 'add' ? `n${index}` : change.before.id, multifield(change)]),
  )
}

function multifield(change: PointChange): Params {
  if (change.kind === 'remove') return { typeId: change.before.typeId, value: '' }
  const { typeId, valueType, value } = change.point
  return { typeId, valueType, value }
}

function addressCommand(method: string, requisiteId: number | undefined, typeId: number, parts: FieldValues): Command {
  const owner = { TYPE_ID: typeId, ENTITY_TYPE_ID: requisiteTypeId, ENTITY_ID: known(requisiteId, 'requisite') }
  return { method, params: { fields: { ...owner, ...parts } } }
}

function known(id: number | undefined, what: string): number {
  if (id === undefined) throw new Error(`the ${what} of this change is not made yet`)
  return id
}

function filled(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

function hasEmptyArray(value: ParamValue): boolean {
  if (Array.isArray(value)) return value.length === 0 || value.some(hasEmptyArray)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasEmptyArray)
}
