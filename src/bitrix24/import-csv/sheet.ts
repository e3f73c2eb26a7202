import { type Column, column } from './column.ts'
import { companyColumns, contactColumns, dealColumns, productColumns } from './columns-card.ts'
import { requisiteColumns } from './columns-requisite.ts'
import type { ImportEntity } from './entity.ts'
import type { ImportProfile, PortalField } from './profile.ts'

/** The columns of one import file in order, made once and used for every draft. */
export interface Sheet {
  readonly entity: ImportEntity
  readonly profile: ImportProfile
  readonly columns: readonly Column[]
  /** Place of a column in the row, by column id. */
  readonly index: ReadonlyMap<string, number>
  readonly headers: readonly string[]
}

export function createSheet(entity: ImportEntity, profile: ImportProfile): Sheet {
  const columns = [...chosen(cardColumns(entity, profile), entity, profile), ...addedColumns(entity, profile)]
  return Object.freeze({
    entity,
    profile,
    columns,
    index: new Map(columns.map(({ id }, place) => [id, place])),
    headers: columns.map((each) => headerOf(each, profile)),
  })
}

/** Header of a column: its id or its title, as the profile asks; the other one where a custom field has only that. */
export function headerOf(each: Column, profile: ImportProfile): string {
  if (profile.headers === 'ids') return each.id
  return profile.titles[each.id] ?? each.title
}

function cardColumns(entity: ImportEntity, profile: ImportProfile): readonly Column[] {
  switch (entity) {
    case 'company':
      return companyColumns
    case 'contact':
      return contactColumns
    case 'deal':
      return dealColumns
    case 'product':
      return productColumns(profile.sectionLevels)
  }
}

function chosen(columns: readonly Column[], entity: ImportEntity, profile: ImportProfile): readonly Column[] {
  const wanted = profile.columns[entity]
  return columns.filter(({ id, required }) => {
    if (id === 'OPENED' && profile.opened === null) return false
    if (id === 'SORT' && profile.productSort === '') return false
    return required || wanted === undefined || wanted.includes(id)
  })
}

function addedColumns(entity: ImportEntity, profile: ImportProfile): readonly Column[] {
  const fields: PortalField[] = [...(profile.customFields[entity] ?? [])]
  const idField = entity === 'product' ? undefined : profile.idFields[entity]
  if (idField) fields.unshift(idField)
  const added = fields.map(fieldColumn)
  const requisites = (entity === 'company' || entity === 'contact') && profile.requisites[entity]
  return requisites ? [...added, ...requisiteColumns(profile.country)] : added
}

/** Column of a field that the portal itself has defined. */
export function fieldColumn({ id, title }: PortalField) {
  return column('custom', id || title, title || id)
}
