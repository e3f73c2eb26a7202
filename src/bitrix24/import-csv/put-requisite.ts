import type { RequisiteDraft } from '../drafts/requisite.ts'
import { cellText } from './cell.ts'
import type { ImportProfile, RequisiteField } from './profile.ts'
import { cellOf, put, putText, putYesNo, type Row, report } from './row.ts'

/** Most characters of the name of a requisite or an account. */
export const longestName = 255

/**
 * The cells that open a requisite. Its number goes into the sort order as the portal's sample has it, 500, 510 …; `Активен` must be
 * written, as an empty cell of that column means no.
 */
export function putRequisite(row: Row, requisite: RequisiteDraft, name: string, number: number): void {
  const { country, presets, presetFields } = row.sheet.profile
  put(row, 'RQ_ID', { text: String(number), findings: [] })
  put(row, 'RQ_PRESET_NAME', { text: presets[requisite.preset], findings: [] })
  put(row, 'RQ_PRESET_COUNTRY_ID', { text: country.id, findings: [] })
  putText(row, 'RQ_NAME', name, longestName)
  putYesNo(row, 'RQ_ACTIVE', true)
  put(row, 'RQ_SORT', { text: String(490 + 10 * number), findings: [] })
  const fields = presetFields[requisite.preset]
  for (const [field, value] of Object.entries(valuesOf(requisite)) as [RequisiteField, string][]) {
    const id = `RQ_RQ_${field}|${country.id}`
    putText(row, id, value)
    if (cellOf(row, id) !== '' && !fields.includes(field)) {
      report(row, 'import.not-in-preset', id, { value: cellOf(row, id), preset: presets[requisite.preset] })
    }
  }
}

/** Every requisite must have a name; one without takes that of its company, else of its preset. */
export function requisiteName({ preset, name, companyName }: RequisiteDraft, profile: ImportProfile): string {
  return cellText(name) || cellText(companyName) || profile.presets[preset]
}

/** Would the portal take the two for one requisite? It compares the preset and these numbers, never КПП (`§8.4, §10`). */
export function sameRequisite(one: RequisiteDraft, other: RequisiteDraft): boolean {
  if (one.preset !== other.preset) return false
  return (['inn', 'ogrn', 'ogrnip'] as const).some((number) => one[number] !== '' && one[number] === other[number])
}

function valuesOf(requisite: RequisiteDraft): Record<RequisiteField, string> {
  return {
    INN: requisite.inn,
    COMPANY_NAME: requisite.companyName,
    COMPANY_FULL_NAME: requisite.companyFullName,
    OGRN: requisite.ogrn,
    KPP: requisite.kpp,
    OKPO: requisite.okpo,
    DIRECTOR: requisite.director,
    ACCOUNTANT: requisite.accountant,
    LAST_NAME: requisite.lastName,
    FIRST_NAME: requisite.firstName,
    SECOND_NAME: requisite.secondName,
    OGRNIP: requisite.ogrnip,
  }
}
