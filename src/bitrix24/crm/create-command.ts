import type { Command, Params } from '../client/command.ts'
import { apiFields } from './api-value.ts'
import type { Change, FieldValues } from './change.ts'
import type { Directories } from './directories.ts'
import { entityTypeId } from './entity.ts'
import { fieldNamed } from './find-field.ts'
import { originFields } from './origin.ts'
import type { WantedPoint } from './wanted-card.ts'

type Create = Extract<Change, { kind: 'create' }>

/**
 * The command that makes new cards of one entity: up to twenty by import, which starts no automation rules, or a single one
 * by `crm.item.add`, which does (`bitrix24-rest.md §2.2`).
 */
export function createCommand(
  creates: readonly Create[],
  { automation }: { readonly automation: boolean },
  directories: Directories,
): Command {
  const [first] = creates
  if (first === undefined || creates.length > (automation ? 1 : mostImported)) {
    throw new Error(`one command cannot make ${creates.length} cards`)
  }
  const typeId = entityTypeId(first.entity)
  if (automation) {
    const fields = { ...cardFields(first, directories), ...(first.points.length === 0 ? {} : { fm: first.points.map(asPoint) }) }
    return { method: 'crm.item.add', params: { entityTypeId: typeId, fields, useOriginalUfNames: 'Y' } }
  }
  const data = creates.map((create) => ({ ...cardFields(create, directories), ...importPoints(create.points) }))
  return {
    method: 'crm.item.batchImport',
    params: { entityTypeId: typeId, data, useOriginalUfNames: 'Y' },
    weight: creates.length,
  }
}

const mostImported = 20

function cardFields(create: Create, directories: Directories): Params {
  const { entity, fields, originatorId, originId, companyIds, contactIds = [] } = create
  return {
    ...apiFields(directories, entity, { ...saidToBeEmpty(entity, directories), ...withoutBlanks(fields) }),
    ...originFields(entity, { originatorId, originId }),
    ...(companyIds.length === 0 ? {} : { companyIds }),
    ...(contactIds.length === 0 ? {} : { contactIds }),
  }
}

// Of a directory that nothing is said of, the portal takes the first value: 1C would seem to have told the industry of every
// company, the source of every contact and the type of every deal (`bitrix24-rest.md §2.7, §13.8`). Dates are left to it: a deal
// needs a day on which it is expected to close.
function saidToBeEmpty(entity: Create['entity'], directories: Directories): FieldValues {
  const there = defaulted.filter((name) => fieldNamed(directories, entity, name) !== null)
  return Object.fromEntries(there.map((name) => [name, '']))
}

const defaulted = ['typeId', 'sourceId', 'industry', 'employees']

function withoutBlanks(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

function asPoint({ typeId, valueType, value }: WantedPoint): Params {
  return { typeId, valueType, value }
}

// Import takes multifields in the classic shape (`bitrix24-rest.md §2.2`).
function importPoints(points: readonly WantedPoint[]): Params {
  const byType = Map.groupBy(points, ({ typeId }) => typeId)
  return Object.fromEntries(
    [...byType].map(([typeId, some]) => [typeId, some.map(({ value, valueType }) => ({ VALUE: value, VALUE_TYPE: valueType }))]),
  )
}
