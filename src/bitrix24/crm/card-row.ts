import { canonicalValue } from './canonical.ts'
import type { Directories } from './directories.ts'
import type { CrmEntity } from './entity.ts'
import type { HeldAddress, HeldBank, HeldCard, HeldPoint, HeldRequisite } from './held-card.ts'
import { idOf, listOf, type RestRow, recordOf, textOf } from './rest-value.ts'
import { valueKind } from './value-kind.ts'

/** A row of `crm.item.list` as a card. Fields that nobody can write are left out, files and links too. */
export function heldCard(
  entity: CrmEntity,
  row: RestRow,
  requisites: readonly HeldRequisite[],
  { fields }: Directories,
): HeldCard {
  const kept = fields[entity].filter((field) => !field.isReadOnly && !ownPlace.has(field.name) && valueKind(field) !== 'none')
  return {
    entity,
    id: idOf(row['id']),
    updatedTime: textOf(row['updatedTime']),
    originatorId: textOf(row['originatorId']),
    originId: textOf(row['originId']),
    fields: Object.fromEntries(kept.map((field) => [field.name, canonicalValue(field, row[field.name])])),
    points: pointsOf(row),
    companyIds: entity === 'contact' ? companyIds(row) : [],
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

// They have places of their own in a card.
const ownPlace = new Set(['id', 'companyId', 'companyIds', 'contactIds', 'fm'])

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

// The first one of the list is the primary one (`bitrix24-rest.md §2.7`).
function companyIds(row: RestRow): readonly number[] {
  const all = listOf(row['companyIds'])
    .map(idOf)
    .filter((id) => id !== 0)
  const primary = idOf(row['companyId'])
  return primary === 0 ? all : [primary, ...all.filter((id) => id !== primary)]
}
