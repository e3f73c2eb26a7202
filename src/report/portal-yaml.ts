import type { Directories, FieldMeta, PortalUser, Status } from '../bitrix24/crm/directories.ts'
import { findPreset, type PresetKind } from '../bitrix24/crm/find-preset.ts'
import { userName } from '../bitrix24/crm/find-user.ts'
import type { DealDirectories, Stage } from '../bitrix24/crm/load-deal-directories.ts'
import type { Language } from '../problems/language.ts'
import { inline } from '../settings/inline.ts'
import type { Settings } from '../settings/settings.ts'

// What the portal has registered, as lines of a settings file: what is live can be pasted as it stands, the rest is said in comments.

export function stagesYaml({ pipelines }: DealDirectories, language: Language): readonly string[] {
  const words = texts[language]
  return [
    'bitrix24:',
    '  pipelines:',
    ...pipelines.flatMap(({ id, name, stages }) => [
      `    ${inline(name)}:  # ${words.pipeline} ${id}`,
      ...stages.map((stage) => `      - ${inline(stage.name)}  # ${stageNote(stage, words)}`),
    ]),
  ]
}

/** Custom fields first: only they have to be named; the right side is a guess that a column of 1C is called so, too. */
export function fieldsYaml({ fields }: Directories, language: Language): readonly string[] {
  const words = texts[language]
  return (['company', 'contact'] as const).flatMap((entity) => {
    const writable = fields[entity].filter(({ isReadOnly, type }) => !isReadOnly && !unwritable.has(type))
    const custom = writable.filter(({ name }) => name.startsWith('UF_'))
    const own = writable.filter(({ name }) => !name.startsWith('UF_') && !ofExchange.has(name))
    return [
      `# ${words.fieldsOf[entity]}`,
      ...(custom.length > 0 ? ['fields:'] : [`# ${words.noCustom}`]),
      ...custom.map((field) => `  ${field.name}: ${inline(field.title)}  # ${fieldNote(field, words)}`),
      ...own.map((field) => `  # ${field.name}: ${field.title}, ${fieldNote(field, words)}`),
    ]
  })
}

/** The owner of the webhook is live, the others are there to be chosen from. */
export function usersYaml({ users, userId }: Directories, language: Language): readonly string[] {
  if (users === null) return [`# ${texts[language].usersHidden}`]
  const names = users.map(userName)
  const unique = (user: PortalUser) =>
    names.filter((name) => name === userName(user)).length === 1 ? userName(user) : String(user.id)
  const owner = users.find(({ id }) => id === userId) ?? users[0]
  const sorted = users.filter((user) => user !== owner)
  const note = (user: PortalUser) => [userName(user), `№ ${user.id}`, user.email].filter((part) => part !== '').join(', ')
  return [
    'bitrix24:',
    ...(owner === undefined ? [] : [`  responsible: ${inline(unique(owner))}  # ${note(owner)}`]),
    ...sorted.map((user) => `  # responsible: ${inline(unique(user))}  # ${note(user)}`),
  ]
}

export function presetsYaml(directories: Directories, { presets }: Pick<Settings['bitrix24'], 'presets'>, language: Language) {
  const words = texts[language]
  const found = (['organization', 'soleProprietor', 'person'] as const).map((kind) =>
    presetLine(directories, kind, presets[kind], words),
  )
  return [
    'bitrix24:',
    '  presets:',
    ...found,
    `  # ${words.allPresets}`,
    ...directories.presets.map(({ id, name, xmlId }) => `  #   ${name} (№ ${id}${xmlId === '' ? '' : `, ${xmlId}`})`),
  ]
}

export function listsYaml({ statuses }: Directories, { dealTypes, currencies }: DealDirectories): readonly string[] {
  const names = (list: readonly Status[] | undefined) => inline((list ?? []).map(({ name }) => name))
  return [
    'bitrix24:',
    '  lists:',
    `    companyTypes: ${names(statuses['COMPANY_TYPE'])}`,
    `    industries: ${names(statuses['INDUSTRY'])}`,
    `    contactTypes: ${names(statuses['CONTACT_TYPE'])}`,
    `    sources: ${names(statuses['SOURCE'])}`,
    `    dealTypes: ${names(dealTypes)}`,
    `    currencies: ${inline(currencies)}`,
    ...['HONORIFIC', 'EMPLOYEES'].map((name) => `    # ${name}: ${names(statuses[name])}`),
  ]
}

type Words = (typeof texts)[Language]

function stageNote({ id, semantics }: Stage, words: Words): string {
  return semantics === '' ? id : `${id}, ${words.semantics[semantics]}`
}

function fieldNote({ type, isMultiple, isRequired, items }: FieldMeta, words: Words): string {
  const about = [words.types[type] ?? type]
  if (isMultiple) about.push(words.multiple)
  if (isRequired) about.push(words.required)
  if (items.length > 0)
    about.push(
      items
        .slice(0, mostItems)
        .map(({ value }) => value)
        .join(' | ') + (items.length > mostItems ? ' | …' : ''),
    )
  return about.join(', ')
}

function presetLine(directories: Directories, kind: PresetKind, name: string, words: Words): string {
  const preset = findPreset(directories, kind, name)
  return preset === null ? `    # ${kind}: ${words.noPreset}` : `    ${kind}: ${inline(preset.name)}  # № ${preset.id}`
}

/** Marks and links that an exchange sets by itself. */
const ofExchange: ReadonlySet<string> = new Set([
  'originatorId',
  'originId',
  'originVersion',
  'categoryId',
  'webformId',
  'leadId',
  'companyId',
  'companyIds',
  'contactIds',
])

const mostItems = 20
const unwritable: ReadonlySet<string> = new Set(['file', 'disk_file', 'crm_multifield'])

const texts = {
  ru: {
    pipeline: 'воронка',
    semantics: { S: 'успех', F: 'провал' },
    fieldsOf: {
      company: 'Поля компании: слева поле портала, справа впишите столбец или элемент 1С',
      contact: 'Поля контакта: слева поле портала, справа впишите столбец или элемент 1С',
    },
    noCustom: 'своих полей нет',
    usersHidden: 'Вебхук не видит сотрудников: добавьте ему право user (Пользователи).',
    allPresets: 'Все шаблоны реквизитов портала:',
    noPreset: 'подходящего шаблона нет',
    multiple: 'несколько значений',
    required: 'обязательное',
    types: {
      string: 'строка',
      integer: 'целое число',
      double: 'число',
      money: 'деньги',
      boolean: 'да/нет',
      char: 'да/нет',
      date: 'дата',
      datetime: 'дата и время',
      enumeration: 'список',
      crm_status: 'справочник CRM',
      user: 'сотрудник',
      employee: 'сотрудник',
      url: 'ссылка',
      address: 'адрес',
      text: 'текст',
      crm_company: 'компания',
      crm_contact: 'контакт',
      crm_currency: 'валюта',
    } as Readonly<Record<string, string>>,
  },
  en: {
    pipeline: 'pipeline',
    semantics: { S: 'success', F: 'failure' },
    fieldsOf: {
      company: 'Fields of a company: left the field of the portal, right put the column or element of 1C',
      contact: 'Fields of a contact: left the field of the portal, right put the column or element of 1C',
    },
    noCustom: 'there are no custom fields',
    usersHidden: 'The webhook cannot see users: give it the scope user.',
    allPresets: 'All requisite templates of the portal:',
    noPreset: 'there is no template for it',
    multiple: 'several values',
    required: 'required',
    types: { boolean: 'yes/no', char: 'yes/no', enumeration: 'list', crm_status: 'CRM directory' } as Readonly<
      Record<string, string>
    >,
  },
}
