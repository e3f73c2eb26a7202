import type { Directories } from '../../../bitrix24/crm/directories.ts'
import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import { findField } from '../../../bitrix24/crm/find-field.ts'
import { findPreset } from '../../../bitrix24/crm/find-preset.ts'
import { findStatus } from '../../../bitrix24/crm/find-status.ts'
import { findUser, userName } from '../../../bitrix24/crm/find-user.ts'
import { shortList } from '../../../bitrix24/crm/fold.ts'
import { valueKind } from '../../../bitrix24/crm/value-kind.ts'
import { at, type Problem, problem } from '../../../problems/problem.ts'
import type { Exchange, ExchangeOf, Settings } from '../../../settings/settings.ts'
import { nearest } from '../../../values/nearest.ts'
import { isOwnField } from '../../map/custom-fields.ts'

type CardExchange = ExchangeOf<'counterparties' | 'contacts'>

/** Names of the portal in the settings that the portal does not have, each with its place in the settings. */
export function checkNames(directories: Directories, settings: Settings, exchanges: readonly Exchange[]): readonly Problem[] {
  const { bitrix24 } = settings
  const cards = exchanges.filter(isOfCards)
  return [
    ...fieldProblems(directories, ['company'], bitrix24.idFields.company, 'bitrix24.idFields.company', 'text'),
    ...fieldProblems(directories, ['contact'], bitrix24.idFields.contact, 'bitrix24.idFields.contact', 'text'),
    ...presetProblems(directories, settings, cards),
    ...userProblems(directories, bitrix24.responsible, 'bitrix24.responsible'),
    ...statusProblems(directories, 'COMPANY_TYPE', bitrix24.companyType, 'bitrix24.companyType'),
    ...statusProblems(directories, 'CONTACT_TYPE', bitrix24.contactType, 'bitrix24.contactType'),
    ...statusProblems(directories, 'SOURCE', bitrix24.source, 'bitrix24.source'),
    ...cards.flatMap((exchange) => exchangeProblems(directories, exchange, placeOf(settings, exchange))),
  ]
}

function exchangeProblems(directories: Directories, exchange: CardExchange, place: string): readonly Problem[] {
  const entities = entitiesOf(exchange)
  const { fields, innFields, deleted, deletedMark, responsible } = exchange
  return [
    ...Object.keys(fields)
      .filter((name) => !isOwnField(name))
      .flatMap((name) => fieldProblems(directories, entities, name, `${place}.fields`, 'any')),
    ...innFields.flatMap((name) => fieldProblems(directories, entities, name, `${place}.innFields`, 'text')),
    ...(deleted === 'mark' ? fieldProblems(directories, entities, deletedMark.field, `${place}.deletedMark.field`, 'any') : []),
    ...userProblems(directories, responsible, `${place}.responsible`),
  ]
}

/** A field has to stand on one kind of cards at least; one that stands on none is told by the first. */
function fieldProblems(
  directories: Directories,
  entities: readonly CrmEntity[],
  name: string,
  place: string,
  kind: 'text' | 'any',
): readonly Problem[] {
  if (name === '') return []
  const found = entities.map((entity) => findField(directories, entity, name))
  const [first] = found
  const good = found.find((each) => each.kind === 'found')
  if (good?.kind === 'found') {
    const { field } = good
    const args = { field: field.title, name: field.name }
    if (field.isReadOnly || valueKind(field) === 'none') return [at(problem('crm.field-not-writable', args), { field: place })]
    return kind === 'text' && !['string', 'text'].includes(field.type)
      ? [at(problem('check.field-not-text', args), { field: place })]
      : []
  }
  if (first?.kind === 'several') {
    const list = shortList(first.fields.map((field) => field.name))
    return [at(problem('crm.field-ambiguous', { field: name, list }), { field: place })]
  }
  if (first?.kind !== 'none') return []
  return [
    at(problem('crm.field-unknown', { field: name, near: first.near ?? '—', list: shortList(first.known) }), { field: place }),
  ]
}

/** Only templates that a card may need. */
function presetProblems(
  directories: Directories,
  { bitrix24 }: Settings,
  exchanges: readonly CardExchange[],
): readonly Problem[] {
  if (!exchanges.some(({ preset }) => preset === 'counterparties')) return []
  return (['organization', 'soleProprietor', 'person'] as const).flatMap((kind) => {
    const preset = bitrix24.presets[kind]
    if (findPreset(directories, kind, preset) !== null) return []
    const list = shortList(directories.presets.map(({ name }) => name)) || '—'
    return [at(problem('crm.preset-unknown', { preset, list }), { field: `bitrix24.presets.${kind}` })]
  })
}

function userProblems(directories: Directories, user: string, place: string): readonly Problem[] {
  if (user === '') return []
  const found = findUser(directories, user)
  if (found.kind === 'found') return []
  if (found.kind === 'unreadable')
    return [at(problem('crm.users-unreadable', { field: 'responsible', value: user }), { field: place })]
  const known = (found.kind === 'several' ? found.users : (directories.users ?? [])).map(
    (each) => `${userName(each)} (${each.id})`,
  )
  const near = nearest(user, (directories.users ?? []).map(userName)) ?? '—'
  return [at(problem('check.user', { user, near, list: shortList(known) || '—' }), { field: place })]
}

function statusProblems(directories: Directories, directory: string, value: string, place: string): readonly Problem[] {
  if (value === '' || findStatus(directories, directory, value) !== null) return []
  const known = (directories.statuses[directory] ?? []).map(({ name }) => name)
  return [
    at(problem('check.value', { value, near: nearest(value, known) ?? '—', list: shortList(known) || '—' }), { field: place }),
  ]
}

function entitiesOf({ preset }: CardExchange): readonly CrmEntity[] {
  return preset === 'contacts' ? ['contact'] : ['company', 'contact']
}

function isOfCards(exchange: Exchange): exchange is CardExchange {
  return exchange.enabled && (exchange.preset === 'counterparties' || exchange.preset === 'contacts')
}

function placeOf({ exchanges }: Settings, exchange: Exchange): string {
  return `exchanges[${exchanges.indexOf(exchange) + 1}]`
}
