import type { Change, FieldValues } from '../bitrix24/crm/change.ts'
import type { Directories, FieldMeta } from '../bitrix24/crm/directories.ts'
import { describeChange } from '../exchange/portal/diff/describe-change.ts'
import { requisiteWords } from '../exchange/portal/plan/requisite-words.ts'
import type { Language } from '../problems/language.ts'
import type { ChangeTexts } from './plan-report.ts'

/**
 * Puts changes into the words of this portal: titles of fields, values of directories, names of users. Without directories the
 * names of the API stand there.
 */
export function changeTexts(directories: Directories | null, language: Language): ChangeTexts {
  const words = requisiteWords[language]
  return (change) => {
    if (change.kind !== 'create' && change.kind !== 'update')
      return describeChange(change, language, (field) => words[field] ?? field)
    if (directories === null) return describeChange(change, language, (field) => field)
    const fields = new Map(directories.fields[change.entity].map((field) => [field.name, field]))
    return describeChange(inWords(change, fields, directories, language), language, (field) => fields.get(field)?.title || field)
  }
}

type CardChange = Extract<Change, { kind: 'create' | 'update' }>

function inWords(
  change: CardChange,
  fields: ReadonlyMap<string, FieldMeta>,
  directories: Directories,
  language: Language,
): CardChange {
  const say = (values: FieldValues) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, valueText(fields.get(name), value, directories, language)]),
    )
  return change.kind === 'create'
    ? { ...change, fields: say(change.fields) }
    : { ...change, fields: say(change.fields), before: say(change.before) }
}

const yesNo: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ru: { Y: 'да', N: 'нет' },
  en: { Y: 'yes', N: 'no' },
}

function valueText(field: FieldMeta | undefined, value: string, { statuses, users }: Directories, language: Language): string {
  if (field === undefined || value === '') return value
  if (field.statusType !== '') return statuses[field.statusType]?.find(({ id }) => id === value)?.name ?? value
  if (field.items.length > 0) return field.items.find(({ id }) => id === value)?.value ?? value
  if (field.type === 'boolean' || field.type === 'char') return yesNo[language][value] ?? value
  if (field.type !== 'user' && field.type !== 'employee') return value
  const user = users?.find(({ id }) => String(id) === value)
  return user === undefined ? value : [user.firstName, user.lastName].filter((part) => part !== '').join(' ')
}
