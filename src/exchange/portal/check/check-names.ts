import type { Directories } from '../../../bitrix24/crm/directories.ts'
import { findPreset } from '../../../bitrix24/crm/find-preset.ts'
import { shortList } from '../../../bitrix24/crm/fold.ts'
import type { Language } from '../../../problems/language.ts'
import { at, type Problem, problem } from '../../../problems/problem.ts'
import type { Exchange, Settings } from '../../../settings/settings.ts'
import { entitiesOf, isOfDocuments } from '../entities-of.ts'
import { documentProblems } from './check-documents.ts'
import { outgoingProblems } from './check-outgoing.ts'
import { fieldProblems } from './field-problems.ts'
import { statusProblems, userProblems } from './name-problems.ts'
import { placeOf, placeOfWay } from './place.ts'
import { wantedFields } from './wanted-fields.ts'

/** Names of the portal in the settings that the portal does not have, each with its place in the settings. */
export function checkNames(
  directories: Directories,
  settings: Settings,
  exchanges: readonly Exchange[],
  language: Language,
): readonly Problem[] {
  const { bitrix24, outgoing } = settings
  const enabled = exchanges.filter((exchange) => exchange.enabled)
  return [
    ...wantedFields(settings, exchanges).flatMap((wanted) => fieldProblems(directories, wanted, language)),
    ...presetProblems(directories, settings, enabled),
    ...userProblems(directories, bitrix24.responsible, 'bitrix24.responsible'),
    ...statusProblems(directories, 'COMPANY_TYPE', bitrix24.companyType, 'bitrix24.companyType'),
    ...statusProblems(directories, 'CONTACT_TYPE', bitrix24.contactType, 'bitrix24.contactType'),
    ...statusProblems(directories, 'SOURCE', bitrix24.source, 'bitrix24.source'),
    ...(entitiesOf(settings).includes('deal')
      ? statusProblems(directories, 'DEAL_TYPE', bitrix24.dealType, 'bitrix24.dealType')
      : []),
    ...enabled.flatMap((exchange) =>
      isOfDocuments(exchange)
        ? documentProblems(directories, settings, exchange)
        : userProblems(directories, exchange.responsible, `${placeOf(settings, exchange)}.responsible`),
    ),
    ...outgoing.flatMap((way) => (way.enabled ? outgoingProblems(directories, way, placeOfWay(way)) : [])),
  ]
}

/** Only templates that a card may need. */
function presetProblems(directories: Directories, { bitrix24 }: Settings, exchanges: readonly Exchange[]): readonly Problem[] {
  if (!exchanges.some(({ preset }) => preset === 'counterparties')) return []
  return (['organization', 'soleProprietor', 'person'] as const).flatMap((kind) => {
    const preset = bitrix24.presets[kind]
    if (findPreset(directories, kind, preset) !== null) return []
    const list = shortList(directories.presets.map(({ name }) => name)) || '—'
    return [at(problem('crm.preset-unknown', { preset, list }), { setting: `bitrix24.presets.${kind}` })]
  })
}
