import type { RequisiteDraft } from '../drafts/requisite.ts'
import type { Directories, Preset } from './directories.ts'
import { fold, onlyOne } from './fold.ts'

export type PresetKind = RequisiteDraft['preset']

/**
 * The template of requisites for such a counterparty. The name of the settings counts where just one template is called so; its
 * usual value is what a Russian portal starts with. Else the reserved code (`bitrix24-rest.md §4.2`), which no language and
 * no renaming changes, else a usual name. Ids differ from portal to portal.
 */
export function findPreset({ presets }: Directories, kind: PresetKind, nameInSettings: string): Preset | null {
  const called = (name: string) => presets.filter((preset) => fold(preset.name) === fold(name))
  const byName = onlyOne(called(nameInSettings))
  if (byName !== null && nameInSettings !== '') return byName
  const byCode = presets.find(({ xmlId }) => xmlId === `#CRM_REQUISITE_PRESET_DEF_RU_${codes[kind]}#`)
  return byCode ?? usualNames[kind].flatMap(called)[0] ?? null
}

const codes: Readonly<Record<PresetKind, string>> = { organization: 'COMPANY', soleProprietor: 'INDIVIDUAL', person: 'PERSON' }

const usualNames: Readonly<Record<PresetKind, readonly string[]>> = {
  organization: ['Организация', 'Юр. лицо', 'Юридическое лицо'],
  soleProprietor: ['ИП', 'Индивидуальный предприниматель'],
  person: ['Физ. лицо', 'Физическое лицо', 'Физлицо'],
}
