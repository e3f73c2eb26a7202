import type { Directories } from '../../../bitrix24/crm/directories.ts'
import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import { fieldsOf } from '../../../bitrix24/crm/fields-of.ts'
import type { Language } from '../../../problems/language.ts'
import type { Problem } from '../../../problems/problem.ts'
import { requisiteWords } from './requisite-words.ts'
import { valueText } from './value-text.ts'

/**
 * Problems whose `field` is called as people call it: by its title on the portal, a field of a requisite by its usual name; and whose
 * values are called so too.
 */
export function namedFields(
  problems: readonly Problem[],
  entity: CrmEntity,
  directories: Directories,
  language: Language,
): readonly Problem[] {
  return problems.map((found) => {
    const { field: name } = found.args
    if (typeof name !== 'string') return found
    const field = fieldsOf(directories, entity).find((each) => each.name === name)
    const said = Object.entries(found.args).map(([arg, value]) => {
      const isValue = values.includes(arg) && typeof value === 'string'
      return [arg, isValue ? valueText(entity, field, value, directories, language) : value]
    })
    const title = field?.title || requisiteWords[language][name] || placeWords[language][name] || name
    return { ...found, args: { ...Object.fromEntries(said), field: title } }
  })
}

/** Arguments in which a problem tells what 1C, the portal and the run have for the field. */
const values: readonly string[] = ['onec', 'portal', 'wrote']

/** What has no field of its own, and fields that a smart process lacks, so that the portal does not say what they are called. */
const placeWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: {
    rows: 'Товары',
    contactIds: 'Контакты',
    companyIds: 'Компании',
    children: 'Относится к карточке',
    opportunity: 'Сумма',
    sourceId: 'Источник',
    begindate: 'Дата начала',
    closedate: 'Дата завершения',
    comments: 'Комментарий',
  },
  en: {
    rows: 'Products',
    contactIds: 'Contacts',
    companyIds: 'Companies',
    children: 'Belongs to the card',
    opportunity: 'Amount',
    sourceId: 'Source',
    begindate: 'Start date',
    closedate: 'End date',
    comments: 'Comment',
  },
}
