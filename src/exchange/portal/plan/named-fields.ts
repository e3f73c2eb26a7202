import type { Directories } from '../../../bitrix24/crm/directories.ts'
import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import type { Language } from '../../../problems/language.ts'
import type { Problem } from '../../../problems/problem.ts'
import { requisiteWords } from './requisite-words.ts'

/** Problems whose `field` is called as people call it: by its title on the portal, a field of a requisite by its usual name. */
export function namedFields(
  problems: readonly Problem[],
  entity: CrmEntity,
  directories: Directories,
  language: Language,
): readonly Problem[] {
  return problems.map((found) => {
    const { field } = found.args
    if (typeof field !== 'string') return found
    const title = directories.fields[entity].find(({ name }) => name === field)?.title
    return { ...found, args: { ...found.args, field: title || requisiteWords[language][field] || field } }
  })
}
