import type { Choice } from './pairs.ts'

/** Values of the options that decide how cards are applied and answered, to be mixed with one another. */
export const choices = {
  match: ['[origin]', '[inn, phone]', '[id-field, email]', '[inn-in-text]', '[title]'],
  mode: ['create+update', 'create', 'update'],
  conflict: ['1c', 'crm', 'review'],
  blanks: ['keep', 'clear'],
  missingValues: ['skip', 'create', 'refuse'],
  vanished: ['create', 'review'],
  deleted: ['skip', 'keep', 'mark', 'close'],
  soleProprietor: ['company', 'contact'],
  person: ['contact', 'company'],
  contactPersons: ['true', 'false'],
  responsible: ["''", 'Анна Белова', 'Никто'],
  idFields: ['{}', '{ company: UF_CRM_ID_1C, contact: UF_CRM_ID_1C }'],
  openToAll: ['true', 'false'],
  brake: ['{}', '{ records: 2 }', '{ share: 10%, from: 1 }'],
  files: ['[csv]', '[xml]', '[json]'],
  encoding: ['utf-8-bom', 'utf-8', 'windows-1251'],
  links: ['true', 'false'],
} as const

export type MixedSettings = Choice<typeof choices>

export function settingsText(mixed: MixedSettings): string {
  const { idFields, openToAll, brake, files, encoding, links, ...ofExchange } = mixed
  return `bitrix24: { idFields: ${idFields}, openToAll: ${openToAll} }
brake: ${brake}
answer: { files: ${files}, encoding: ${encoding}, links: ${links} }
exchanges:
  - name: Контрагенты
    preset: counterparties
    innFields: [ИНН]
    deletedMark: { field: UF_CRM_MANAGER_1C, value: удалён }
    fields: { industry: Отрасль }
${Object.entries(ofExchange)
  .map(([name, value]) => `    ${name}: ${value}`)
  .join('\n')}
`
}
