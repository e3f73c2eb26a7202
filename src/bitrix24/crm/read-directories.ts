import type { FieldMeta, MyCompany, Pipeline, PortalUser, Preset, SmartProcess, Stage, Status } from './directories.ts'
import { idOf, listOf, type RestRow, recordOf, textOf } from './rest-value.ts'

/** Fields of an entity out of the answer of `crm.item.fields`. */
export function fieldList(result: unknown, customIds: ReadonlyMap<string, number>): readonly FieldMeta[] {
  const fields = recordOf(recordOf(result)['fields'])
  return Object.entries(fields).map(([name, told]) => fieldOf(name, recordOf(told), customIds))
}

/** Ids of custom list fields by their names; none where the webhook may not read them. */
export function customIds(rows: readonly RestRow[] | null): ReadonlyMap<string, number> {
  return new Map((rows ?? []).map((row) => [textOf(row['FIELD_NAME']), idOf(row['ID'])]))
}

export function statusOf(row: RestRow): Status {
  return { id: textOf(row['STATUS_ID']), name: textOf(row['NAME']) }
}

/** A row of `crm.category.list`; its stages are told elsewhere. */
export function pipelineOf(row: RestRow): Pipeline {
  return { id: idOf(row['id']), name: textOf(row['name']), isDefault: isYes(row['isDefault']), stages: [] }
}

// `SEMANTICS` is empty for stages in progress; the real value stands in EXTRA (`bitrix24-rest.md §2.8`).
export function stageOf(row: RestRow): Stage {
  const said = textOf(row['SEMANTICS']) || textOf(recordOf(row['EXTRA'])['SEMANTICS'])
  const semantics = /^s/i.test(said) ? 'S' : /^(?:f|apology)/i.test(said) ? 'F' : ''
  return { ...statusOf(row), semantics }
}

export function processOf(row: RestRow): SmartProcess {
  return { entityTypeId: idOf(row['entityTypeId']), title: textOf(row['title']), userFieldEntity: `CRM_${idOf(row['id'])}` }
}

export function myCompanyOf(row: RestRow): MyCompany {
  return { id: idOf(row['id']), title: textOf(row['title']) }
}

export function userOf(row: RestRow): PortalUser {
  return {
    id: idOf(row['ID']),
    email: textOf(row['EMAIL']),
    firstName: textOf(row['NAME']),
    lastName: textOf(row['LAST_NAME']),
    secondName: textOf(row['SECOND_NAME']),
  }
}

export function presetOf(row: RestRow): Preset {
  return {
    id: idOf(row['ID']),
    name: textOf(row['NAME']),
    xmlId: textOf(row['XML_ID']),
    countryId: idOf(row['COUNTRY_ID']),
  }
}

function fieldOf(name: string, told: RestRow, ids: ReadonlyMap<string, number>): FieldMeta {
  const settings = recordOf(told['settings'])
  const upperName = textOf(told['upperName']) || name
  return {
    name,
    upperName,
    title: textOf(told['title']) || name,
    type: textOf(told['type']),
    isMultiple: isYes(told['isMultiple']),
    isReadOnly: isYes(told['isReadOnly']),
    isRequired: isYes(told['isRequired']),
    statusType: textOf(told['statusType']) || textOf(settings['ENTITY_TYPE']),
    items: listOf(told['items']).map((item) => {
      const { ID, VALUE } = recordOf(item)
      return { id: textOf(ID), value: textOf(VALUE) }
    }),
    customId: ids.get(upperName) ?? null,
  }
}

function isYes(value: unknown): boolean {
  return value === true || value === 'Y'
}
