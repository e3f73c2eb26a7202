import type { Change, FieldValues } from '../bitrix24/crm/change.ts'
import type { Directories, FieldMeta } from '../bitrix24/crm/directories.ts'
import { fieldsOf } from '../bitrix24/crm/fields-of.ts'
import { describeChange, type Names } from '../exchange/portal/diff/describe-change.ts'
import { requisiteWords } from '../exchange/portal/plan/requisite-words.ts'
import { valueText } from '../exchange/portal/plan/value-text.ts'
import type { Language } from '../problems/language.ts'
import type { ChangeTexts } from './plan-report.ts'

/**
 * Puts changes into the words of this portal: titles of fields, values of directories, names of stages, users and clients. Without
 * directories the names of the API stand there.
 */
export function changeTexts(directories: Directories | null, language: Language): ChangeTexts {
  const words = requisiteWords[language]
  return (change, names = {}) => {
    if (change.kind !== 'create' && change.kind !== 'update')
      return describeChange(change, language, (field) => words[field] ?? field, names)
    if (directories === null) return describeChange(change, language, (field) => field, names)
    const fields = new Map(fieldsOf(directories, change.entity).map((field) => [field.name, field]))
    const said = inWords(change, { fields, directories, language, names })
    return describeChange(said, language, (field) => fields.get(field)?.title || field, names)
  }
}

type CardChange = Extract<Change, { kind: 'create' | 'update' }>

interface Wording {
  readonly fields: ReadonlyMap<string, FieldMeta>
  readonly directories: Directories
  readonly language: Language
  readonly names: Names
}

function inWords(change: CardChange, { fields, directories, language, names }: Wording): CardChange {
  const text = (name: string, value: string) =>
    (name === 'companyId' ? names[`company:${value}`] : undefined) ??
    (name === 'mycompanyId' ? directories.myCompanies.find(({ id }) => String(id) === value)?.title : undefined) ??
    valueText(change.entity, fields.get(name), value, directories, language)
  const say = (values: FieldValues) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, text(name, value)]))
  return change.kind === 'create'
    ? { ...change, fields: say(change.fields) }
    : { ...change, fields: say(change.fields), before: say(change.before) }
}
