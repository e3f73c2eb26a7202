import type { Command } from '../../../bitrix24/client/command.ts'
import type { PortalClient } from '../../../bitrix24/client/portal-client.ts'
import type { Directories } from '../../../bitrix24/crm/directories.ts'
import type { Language } from '../../../problems/language.ts'
import { type Problem, problem } from '../../../problems/problem.ts'
import type { Exchange, Settings } from '../../../settings/settings.ts'
import { entityWords } from '../entity-words.ts'
import { customFieldPrefix, hasOwnMethods, userFieldEntity } from './custom-field-code.ts'
import { type MissingField, missingField } from './field-problems.ts'
import { wantedFields } from './wanted-fields.ts'

/** Fields that the settings name by their codes and the portal does not have, each once. */
export function missingFields(
  directories: Directories,
  settings: Settings,
  exchanges: readonly Exchange[],
): readonly MissingField[] {
  const missing = wantedFields(settings, exchanges).flatMap((wanted) => missingField(directories, wanted) ?? [])
  return [...new Map(missing.map((field) => [`${field.entity} ${field.name}`, field])).values()]
}

/**
 * Makes text fields on the portal, for everybody who works there (`bitrix24-rest.md §5`). A field that is there already is refused by
 * the portal, so that nothing is made twice, whatever became of an earlier attempt; what there is in the end tells the next look.
 */
export async function createFields(
  client: PortalClient,
  directories: Directories,
  fields: readonly MissingField[],
  language: Language,
): Promise<readonly Problem[]> {
  const outcomes = await client.batch(fields.map((field) => createCommand(field, directories)))
  return outcomes.flatMap((outcome, index) => {
    if (outcome.kind === 'done') return []
    const { code, description, status } = outcome.error
    const { name: field, entity } = fields[index]!
    const what = entityWords(entity, directories, language)
    return [problem('check.field-not-created', { field, what, code: code || status, description: description || '—' })]
  })
}

function createCommand({ entity, name, label }: MissingField, directories: Directories): Command {
  if (hasOwnMethods(entity)) {
    // The server adds the prefix by itself.
    const own = name.slice((customFieldPrefix(entity, directories) ?? '').length)
    const fields = { FIELD_NAME: own, USER_TYPE_ID: 'string', LABEL: label, MULTIPLE: 'N', MANDATORY: 'N', SHOW_FILTER: 'Y' }
    return { method: `crm.${entity}.userfield.add`, params: { fields } }
  }
  const names = { ru: label, en: label }
  const field = {
    entityId: userFieldEntity(entity, directories) ?? '',
    fieldName: name,
    userTypeId: 'string',
    multiple: 'N',
    mandatory: 'N',
    showFilter: 'Y',
    editFormLabel: names,
    listColumnLabel: names,
    listFilterLabel: names,
  }
  return { method: 'userfieldconfig.add', params: { moduleId: 'crm', field } }
}
