import { nearest } from '../../values/nearest.ts'
import type { Directories, FieldMeta } from './directories.ts'
import type { CrmEntity } from './entity.ts'
import { fieldsOf } from './fields-of.ts'
import { fold, onlyOne } from './fold.ts'
import { remembered } from './remembered.ts'

export type FoundField =
  | { readonly kind: 'found'; readonly field: FieldMeta }
  /** `near`: what was most likely meant; `known`: titles of the fields that there are, custom ones first. */
  | { readonly kind: 'none'; readonly near: string | null; readonly known: readonly string[] }
  | { readonly kind: 'several'; readonly fields: readonly FieldMeta[] }

/** A field of a card by its name (`UF_CRM_…`, `sourceDescription`, `SOURCE_DESCRIPTION`) or by its title, case aside. */
export function findField(directories: Directories, entity: CrmEntity, name: string): FoundField {
  return lookUp(directories, `${entity} ${name}`)
}

/** The field of just this REST name. */
export function fieldNamed(directories: Directories, entity: CrmEntity, name: string): FieldMeta | null {
  return fieldsOf(directories, entity).find((field) => field.name === name) ?? null
}

const lookUp = remembered((directories, word) => {
  const [entity = ''] = word.split(' ', 1)
  return findAmong(fieldsOf(directories, entity as CrmEntity), word.slice(entity.length + 1))
})

function findAmong(fields: readonly FieldMeta[], name: string): FoundField {
  const exact = fields.find((field) => field.name === name)
  if (exact !== undefined) return { kind: 'found', field: exact }
  const upper = name.trim().toUpperCase()
  const byName = onlyOne(fields.filter((field) => field.name.toUpperCase() === upper || field.upperName === upper))
  if (byName !== null) return { kind: 'found', field: byName }
  const titled = fields.filter(({ title }) => fold(title) === fold(name))
  const byTitle = onlyOne(titled)
  if (byTitle !== null) return { kind: 'found', field: byTitle }
  if (titled.length > 0) return { kind: 'several', fields: titled }
  const writable = fields.filter(({ isReadOnly }) => !isReadOnly)
  const ordered = [...writable.filter(isCustom), ...writable.filter((field) => !isCustom(field))]
  const words = name.startsWith('UF_') ? ordered.map((field) => field.name) : ordered.map(({ title }) => title)
  return { kind: 'none', near: nearest(name, words), known: words }
}

function isCustom({ name }: FieldMeta): boolean {
  return name.startsWith('UF_')
}
