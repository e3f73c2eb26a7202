import { severalOf } from '../../bitrix24/crm/canonical.ts'
import type { Directories, FieldMeta } from '../../bitrix24/crm/directories.ts'
import type { DocumentEntity } from '../../bitrix24/crm/entity.ts'
import { fieldsOf } from '../../bitrix24/crm/fields-of.ts'
import { findField } from '../../bitrix24/crm/find-field.ts'
import { userName } from '../../bitrix24/crm/find-user.ts'
import type { HeldCard } from '../../bitrix24/crm/held-card.ts'
import { valueKind } from '../../bitrix24/crm/value-kind.ts'
import { type Problem, problem } from '../../problems/problem.ts'
import type { Outgoing } from '../../settings/settings.ts'
import { templateLanguage } from '../../settings/template-language.ts'
import { templateText } from '../map/template.ts'

/** `requisites:` of a way back: requisites of the order out of fields of the card. */
export interface RequisiteSources {
  /** Fields of the portal that they are made of. */
  readonly fields: readonly string[]
  /** Codes that no field of the portal has. */
  readonly problems: readonly Problem[]
  valuesOf(card: Pick<HeldCard, 'id' | 'fields'>): readonly { readonly name: string; readonly value: string }[]
}

/** A code of a custom field, a text, or a Liquid template with codes of fields; whichever it is, its text says. */
export function requisiteSources(
  { requisites }: Pick<Outgoing, 'requisites'>,
  entity: DocumentEntity,
  directories: Directories,
): RequisiteSources {
  const sources = Object.entries(requisites).map(([name, source]) => sourceOf(name, source, entity, directories))
  const metas = fieldsOf(directories, entity)
  return {
    fields: [...new Set(sources.flatMap(({ fields }) => fields))],
    problems: sources.flatMap(({ problems }) => problems),
    valuesOf({ id, fields }) {
      const words = metas.flatMap((meta) => {
        const text = fields[meta.name]
        return text === undefined ? [] : [[meta.name, fieldText(meta, text, directories)] as const]
      })
      const scope = { id: String(id), ...Object.fromEntries(words) }
      return sources.map(({ name, render }) => ({ name, value: render(scope) }))
    },
  }
}

interface Source {
  readonly name: string
  readonly fields: readonly string[]
  readonly problems: readonly Problem[]
  render(scope: Readonly<Record<string, string>>): string
}

function sourceOf(name: string, source: string, entity: DocumentEntity, directories: Directories): Source {
  const isTemplate = /\{[{%]/.test(source)
  if (!isTemplate && !/^UF_\w+$/i.test(source.trim())) return { name, fields: [], problems: [], render: () => source }
  const codes = isTemplate ? templateLanguage.globalVariablesSync(source) : [source.trim()]
  const found = codes.map((code) => ({ code, field: findField(directories, entity, code) }))
  const fields = found.flatMap(({ field }) => (field.kind === 'found' ? [field.field.name] : []))
  const problems = found.flatMap(({ code, field }) =>
    field.kind === 'none' && code !== 'id'
      ? [problem('outgoing.field-unknown', { requisite: name, field: code, near: field.near ?? '—' })]
      : [],
  )
  if (!isTemplate) return { name, fields, problems, render: (scope) => scope[fields[0] ?? ''] ?? '' }
  const template = templateText(source)
  return { name, fields, problems, render: (scope) => template.render(scope) }
}

/** A value as people and 1C read it: names of list items and users, `true` and `false`, sums without their currency. */
function fieldText(meta: FieldMeta, text: string, directories: Directories): string {
  return (meta.isMultiple ? severalOf(text) : [text]).map((each) => valueText(meta, each, directories)).join(', ')
}

function valueText(meta: FieldMeta, text: string, { users, statuses }: Directories): string {
  switch (valueKind(meta)) {
    case 'item':
      return meta.items.find(({ id }) => id === text)?.value ?? text
    case 'status':
      return statuses[meta.statusType]?.find(({ id }) => id === text)?.name ?? text
    case 'user': {
      const user = users?.find(({ id }) => String(id) === text)
      return user === undefined ? text : userName(user)
    }
    case 'boolean':
      return text === 'Y' ? 'true' : 'false'
    case 'money':
      return text.split('|')[0] ?? ''
    case 'datetime':
      return text.slice(0, 19).replace('T', ' ')
    default:
      return text
  }
}
