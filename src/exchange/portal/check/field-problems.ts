import type { Directories } from '../../../bitrix24/crm/directories.ts'
import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import { fieldsOf } from '../../../bitrix24/crm/fields-of.ts'
import { type FoundField, findField } from '../../../bitrix24/crm/find-field.ts'
import { shortList } from '../../../bitrix24/crm/fold.ts'
import { valueKind } from '../../../bitrix24/crm/value-kind.ts'
import type { Language } from '../../../problems/language.ts'
import { at, type Problem, problem } from '../../../problems/problem.ts'
import { entityWords } from '../entity-words.ts'
import { customFieldPrefix, isFieldCode } from './custom-field-code.ts'
import type { WantedField } from './wanted-fields.ts'

/** A field that has to be made on the portal before the exchange can write it. */
export interface MissingField {
  readonly entity: CrmEntity
  /** Its whole code. */
  readonly name: string
  readonly label: string
}

/** What is wrong with a field that the settings name. One that no kind of cards has is told of the first. */
export function fieldProblems(directories: Directories, wanted: WantedField, language: Language): readonly Problem[] {
  const told = problemOf(lookUp(directories, wanted), directories, wanted, language)
  return told === null ? [] : [at(told, { setting: wanted.place })]
}

/** The field as it would have to be made, where it is given by a code that the portal could have; else null. */
export function missingField(directories: Directories, wanted: WantedField): MissingField | null {
  const [entity] = wanted.entities
  const { name, label } = wanted
  if (entity === undefined || label === null || lookUp(directories, wanted).kind !== 'none') return null
  // A smart process that the portal does not have is told by itself.
  if (fieldsOf(directories, entity).length === 0) return null
  const prefix = customFieldPrefix(entity, directories)
  return prefix !== null && isFieldCode(name) && name.startsWith(prefix) && name !== prefix ? { entity, name, label } : null
}

function lookUp(directories: Directories, { entities, name }: WantedField): FoundField {
  const found = entities.map((entity) => findField(directories, entity, name))
  return found.find(({ kind }) => kind === 'found') ?? found[0] ?? { kind: 'none', near: null, known: [] }
}

function problemOf(found: FoundField, directories: Directories, wanted: WantedField, language: Language): Problem | null {
  const { name, kind, entities } = wanted
  if (found.kind === 'several') {
    const list = shortList(found.fields.map((field) => field.name))
    return problem('crm.field-ambiguous', { field: name, list })
  }
  if (found.kind === 'found') {
    const { field } = found
    const args = { field: field.title, name: field.name }
    if (kind === 'read') return null
    if (field.isReadOnly || valueKind(field) === 'none') return problem('crm.field-not-writable', args)
    return kind === 'text' && !['string', 'text'].includes(field.type) ? problem('check.field-not-text', args) : null
  }
  const [entity = 'company'] = entities
  if (fieldsOf(directories, entity).length === 0) return null
  const near = found.near ?? '—'
  const what = entityWords(entity, directories, language)
  if (missingField(directories, wanted) !== null) return problem('check.field-missing', { field: name, what, near })
  const prefix = customFieldPrefix(entity, directories)
  if (wanted.label !== null && prefix !== null && isFieldCode(name) && !name.startsWith(prefix)) {
    return problem('check.field-code', { field: name, what, prefix, wanted: name.replace(/^UF_(?:CRM_)?/, prefix) })
  }
  return problem('crm.field-unknown', { field: name, near, list: shortList(found.known) })
}
