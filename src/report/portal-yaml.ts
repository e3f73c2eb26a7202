import type { Directories, FieldMeta, Pipeline, PortalUser, Stage, Status } from '../bitrix24/crm/directories.ts'
import { type CrmEntity, type DocumentEntity, entityKind, entityTypeId, processEntity } from '../bitrix24/crm/entity.ts'
import { fieldsOf } from '../bitrix24/crm/fields-of.ts'
import { findPreset, type PresetKind } from '../bitrix24/crm/find-preset.ts'
import { userName } from '../bitrix24/crm/find-user.ts'
import type { Language } from '../problems/language.ts'
import { inline } from '../settings/inline.ts'
import type { Settings } from '../settings/settings.ts'
import { portalYamlWords } from './portal-yaml-words.ts'

// What the portal has registered, as lines of a settings file: what is live can be pasted as it stands, the rest is said in comments.

/** Pipelines of deals have a place in the settings; those of invoices and smart processes are named in their exchanges only. */
export function stagesYaml(
  directories: Pick<Directories, 'pipelines' | 'processes'>,
  entities: readonly DocumentEntity[],
  language: Language,
): readonly string[] {
  const words = portalYamlWords[language]
  return entities.flatMap((entity) => {
    const pipelines = directories.pipelines[entity] ?? []
    const lines = pipelineLines(pipelines, words)
    if (entity === 'deal') return ['bitrix24:', '  pipelines:', ...lines]
    const heading = `# ${words.stagesOf[entityKind(entity)]}${titleOf(entity, directories)}`
    return [heading, ...(pipelines.length === 0 ? [`# ${words.noPipelines}`] : lines.map((line) => `#${line.slice(1)}`))]
  })
}

/** Numbers of the smart processes, for `process` of an exchange, each with its stages. */
export function processesYaml(
  { processes, pipelines }: Pick<Directories, 'pipelines' | 'processes'>,
  language: Language,
): readonly string[] {
  const words = portalYamlWords[language]
  if (processes === null) return [`# ${words.processesHidden}`]
  if (processes.length === 0) return [`# ${words.noProcesses}`]
  return [
    `# ${words.processNumbers}`,
    ...processes.flatMap(({ entityTypeId: number, title }) => [
      `process: ${number}  # ${title}`,
      ...pipelineLines(pipelines[processEntity(number)] ?? [], words).map((line) => `#${line.slice(1)}`),
    ]),
  ]
}

/** Custom fields first: only they have to be named; the right side is a guess that a column of 1C is called so, too. */
export function fieldsYaml(
  directories: Pick<Directories, 'fields' | 'processes'>,
  entities: readonly CrmEntity[],
  language: Language,
): readonly string[] {
  const words = portalYamlWords[language]
  return entities.flatMap((entity) => {
    const writable = fieldsOf(directories, entity).filter(({ isReadOnly, type }) => !isReadOnly && !unwritable.has(type))
    const custom = writable.filter(({ name }) => name.startsWith('UF_'))
    const own = writable.filter(({ name }) => !name.startsWith('UF_') && !ofExchange.has(name) && !/^parentId\d+$/.test(name))
    return [
      `# ${words.fieldsOf[entityKind(entity)]}${titleOf(entity, directories)}: ${words.sides}`,
      ...(custom.length > 0 ? ['fields:'] : [`# ${words.noCustom}`]),
      ...custom.map((field) => `  ${field.name}: ${inline(field.title)}  # ${fieldNote(field, words)}`),
      ...own.map((field) => `  # ${field.name}: ${field.title}, ${fieldNote(field, words)}`),
    ]
  })
}

/** The owner of the webhook is live, the others are there to be chosen from. */
export function usersYaml({ users, userId }: Directories, language: Language): readonly string[] {
  if (users === null) return [`# ${portalYamlWords[language].usersHidden}`]
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
  const words = portalYamlWords[language]
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

export function listsYaml({ statuses, currencies }: Pick<Directories, 'statuses' | 'currencies'>): readonly string[] {
  const names = (list: readonly Status[] | undefined) => inline((list ?? []).map(({ name }) => name))
  return [
    'bitrix24:',
    '  lists:',
    `    companyTypes: ${names(statuses['COMPANY_TYPE'])}`,
    `    industries: ${names(statuses['INDUSTRY'])}`,
    `    contactTypes: ${names(statuses['CONTACT_TYPE'])}`,
    `    sources: ${names(statuses['SOURCE'])}`,
    `    dealTypes: ${names(statuses['DEAL_TYPE'])}`,
    `    currencies: ${inline(currencies)}`,
    ...['HONORIFIC', 'EMPLOYEES'].map((name) => `    # ${name}: ${names(statuses[name])}`),
  ]
}

type Words = (typeof portalYamlWords)[Language]

function pipelineLines(pipelines: readonly Pipeline[], words: Words): readonly string[] {
  return pipelines.flatMap(({ id, name, stages }) => [
    `    ${inline(name)}:  # ${words.pipeline} ${id}`,
    ...stages.map((stage) => `      - ${inline(stage.name)}  # ${stageNote(stage, words)}`),
  ])
}

/** A smart process is known by its title and its number. */
function titleOf(entity: CrmEntity, { processes }: Pick<Directories, 'processes'>): string {
  if (entityKind(entity) !== 'process') return ''
  const number = entityTypeId(entity)
  const title = processes?.find((process) => process.entityTypeId === number)?.title
  return title === undefined ? ` ${number}` : ` «${title}» (${number})`
}

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
  'contactId',
  'contactIds',
  'mycompanyId',
  'stageId',
  'opportunity',
  'isManualOpportunity',
  'currencyId',
  'accountNumber',
  'xmlId',
])

const mostItems = 20
const unwritable: ReadonlySet<string> = new Set(['file', 'disk_file', 'crm_multifield'])
