import { canonicalValue } from './canonical.ts'
import type { Directories, FieldMeta } from './directories.ts'
import { type CrmEntity, isDocument } from './entity.ts'
import { fieldsOf } from './fields-of.ts'
import type { HeldAddress, HeldBank, HeldCard, HeldPoint, HeldRequisite, HeldRow } from './held-card.ts'
import { originOf } from './origin.ts'
import { idOf, listOf, type RestRow, recordOf, textOf } from './rest-value.ts'
import { valueKind } from './value-kind.ts'

/** What stands beside the row of a card. */
export interface CardParts {
  readonly requisites: readonly HeldRequisite[]
  /** Of a document. */
  readonly rows: readonly HeldRow[] | null
}

/** A row of `crm.item.list` as a card. Fields that nobody can write are left out, files and links too. */
export function heldCard(entity: CrmEntity, row: RestRow, { requisites, rows }: CardParts, directories: Directories): HeldCard {
  const elsewhere = ownPlaces(entity)
  const kept = fieldsOf(directories, entity).filter(
    (field) => !field.isReadOnly && !elsewhere.has(field.name) && valueKind(field) !== 'none',
  )
  return {
    entity,
    id: idOf(row['id']),
    updatedTime: textOf(row['updatedTime']),
    ...originOf(entity, row),
    fields: Object.fromEntries(kept.map((field) => [field.name, heldValue(entity, field, row[field.name])])),
    points: pointsOf(row),
    companyIds: entity === 'contact' ? companyIds(row) : [],
    ...(isDocument(entity) ? { contactIds: contactIds(row), rows } : {}),
    requisites,
  }
}

/** Multifields of a row; they come only with `select: ["*"]` (`bitrix24-rest.md §2.3`). */
export function pointsOf(row: RestRow): readonly HeldPoint[] {
  return listOf(row['fm'])
    .map(recordOf)
    .map((point) => ({
      id: idOf(point['id']),
      typeId: textOf(point['typeId']),
      valueType: textOf(point['valueType']),
      value: textOf(point['value']),
    }))
}

export function heldRequisite(row: RestRow, addresses: readonly HeldAddress[], banks: readonly HeldBank[]): HeldRequisite {
  return {
    id: idOf(row['ID']),
    presetId: idOf(row['PRESET_ID']),
    xmlId: textOf(row['XML_ID']),
    fields: textFields(row),
    addresses,
    banks,
  }
}

export function heldAddress(row: RestRow): HeldAddress {
  return { typeId: idOf(row['TYPE_ID']), fields: textFields(row) }
}

export function heldBank(row: RestRow): HeldBank {
  return { id: idOf(row['ID']), xmlId: textOf(row['XML_ID']), fields: textFields(row) }
}

// They have places of their own in a card. The company of a document is a field like others, and its first contact one of all.
function ownPlaces(entity: CrmEntity): ReadonlySet<string> {
  return isDocument(entity) ? placesOfDocument : placesOfClient
}

const placesOfClient = new Set(['id', 'companyId', 'companyIds', 'contactIds', 'fm'])
const placesOfDocument = new Set(['id', 'contactId', 'contactIds', 'fm'])

// Pipeline 0 of deals is a pipeline, not "none".
function heldValue(entity: CrmEntity, field: FieldMeta, value: unknown): string {
  const isPipeline = isDocument(entity) && field.name === 'categoryId'
  return isPipeline ? String(idOf(value)) : canonicalValue(field, value)
}

/** What a card says: not whose it is, nor when it was written. */
function textFields(row: RestRow): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => !keyFields.test(name))
      .map(([name, value]) => [name, textOf(value)]),
  )
}

const keyFields =
  /^(?:ID|ENTITY_TYPE_ID|ENTITY_ID|TYPE_ID|ANCHOR_.*|PRESET_ID|XML_ID|ORIGINATOR_ID|DATE_.*|.*_BY_ID|LOC_ADDR_.*)$/

function companyIds(row: RestRow): readonly number[] {
  return idsOf(row['companyIds'], idOf(row['companyId']))
}

/** Contacts of a document, the primary one first. */
export function contactIds(row: RestRow): readonly number[] {
  return idsOf(row['contactIds'], idOf(row['contactId']))
}

// The first one of the list is the primary one (`bitrix24-rest.md §2.7`).
function idsOf(list: unknown, primary: number): readonly number[] {
  const all = listOf(list)
    .map(idOf)
    .filter((id) => id !== 0)
  return primary === 0 ? all : [primary, ...all.filter((id) => id !== primary)]
}
