import type { Directories, FieldMeta } from '../../../bitrix24/crm/directories.ts'
import { type CrmEntity, isDocument } from '../../../bitrix24/crm/entity.ts'
import type { Language } from '../../../problems/language.ts'

/** A value of a card as people read it: names of stages and pipelines, of directories and users; a card by its number. */
export function valueText(
  entity: CrmEntity,
  field: FieldMeta | undefined,
  value: string,
  { statuses, users, pipelines }: Directories,
  language: Language,
): string {
  if (field === undefined || value === '') return value
  const own = isDocument(entity) ? (pipelines[entity] ?? []) : []
  if (field.name === 'categoryId') return own.find(({ id }) => String(id) === value)?.name ?? value
  if (field.name === 'stageId') return own.flatMap(({ stages }) => stages).find(({ id }) => id === value)?.name ?? value
  if (field.statusType !== '') return statuses[field.statusType]?.find(({ id }) => id === value)?.name ?? value
  if (field.items.length > 0) return field.items.find(({ id }) => id === value)?.value ?? value
  if (field.type === 'boolean' || field.type === 'char') return yesNo[language][value] ?? value
  if (/^crm_(?:company|contact|deal|lead|quote|entity)$/.test(field.type)) return /^\d+$/.test(value) ? `№ ${value}` : value
  if (field.type !== 'user' && field.type !== 'employee') return value
  const user = users?.find(({ id }) => String(id) === value)
  return user === undefined ? value : [user.firstName, user.lastName].filter((part) => part !== '').join(' ')
}

const yesNo: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: { Y: 'да', N: 'нет' },
  en: { Y: 'yes', N: 'no' },
}
