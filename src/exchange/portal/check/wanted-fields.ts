import type { CrmEntity } from '../../../bitrix24/crm/entity.ts'
import type { Exchange, Outgoing, Settings } from '../../../settings/settings.ts'
import { templateLanguage } from '../../../settings/template-language.ts'
import { isOwnField } from '../../map/custom-fields.ts'
import { entityInto, isOfDocuments } from '../entities-of.ts'
import { placeOf, placeOfWay } from './place.ts'

/** A custom field of the portal that the settings name. */
export interface WantedField {
  /** It has to stand on one of these kinds of cards at least. */
  readonly entities: readonly CrmEntity[]
  /** Its code or title; never ''. */
  readonly name: string
  /** Where the settings name it. */
  readonly place: string
  /** `text`: only a text field will do; `any`: one that can be written; `read`: any that there is. */
  readonly kind: 'text' | 'any' | 'read'
  /** What it is called when `check --create-fields` makes it; null: its kind is not for us to choose. */
  readonly label: string | null
}

/** Every field of the portal that the settings name, in their order. */
export function wantedFields(settings: Settings, exchanges: readonly Exchange[]): readonly WantedField[] {
  const { bitrix24, language } = settings
  const enabled = exchanges.filter((exchange) => exchange.enabled)
  const withDeals = enabled.some((exchange) => isOfDocuments(exchange) && entityInto(exchange) === 'deal')
  const ids = (['company', 'contact', ...(withDeals ? (['deal'] as const) : [])] as const).map((entity) => ({
    entities: [entity],
    name: bitrix24.idFields[entity],
    place: `bitrix24.idFields.${entity}`,
    kind: 'text' as const,
    label: labels[language].id,
  }))
  const wanted = [
    ...ids,
    ...enabled.flatMap((exchange) => ofExchange(exchange, placeOf(settings, exchange), labels[language].number)),
    ...settings.outgoing.flatMap((way) => (way.enabled ? ofOutgoing(way, placeOfWay(way)) : [])),
  ]
  return wanted.filter(({ name }) => name !== '')
}

function ofExchange(exchange: Exchange, place: string, numberLabel: string): readonly WantedField[] {
  const entities = cardsOf(exchange)
  if (entities.length === 0) return []
  const field = (name: string, key: string, kind: WantedField['kind'], label: string | null): WantedField => ({
    ...{ entities, name, place: `${place}.${key}`, kind, label },
  })
  return [
    ...(isOfDocuments(exchange) ? [field(exchange.numberField, 'numberField', 'text', numberLabel)] : []),
    ...Object.entries(exchange.fields)
      .filter(([name]) => !isOwnField(name))
      .map(([name, source]) => field(name, `fields.${name}`, 'any', columnName(source) ?? name)),
    ...('innFields' in exchange ? exchange.innFields.map((name) => field(name, 'innFields', 'text', null)) : []),
    ...('deletedMark' in exchange && exchange.deleted === 'mark'
      ? [field(exchange.deletedMark.field, 'deletedMark.field', 'any', null)]
      : []),
  ]
}

/** Fields that requisites of the order are filled from: by their codes, bare or in a template. */
function ofOutgoing(way: Outgoing, place: string): readonly WantedField[] {
  return Object.entries(way.requisites).flatMap(([requisite, source]) =>
    codesIn(source).map((name) => ({
      ...{ entities: [entityInto(way)], name, place: `${place}.requisites.${requisite}`, kind: 'read' as const, label: null },
    })),
  )
}

function codesIn(source: string): readonly string[] {
  if (isCode(source.trim())) return [source.trim()]
  if (columnName(source) !== null) return []
  // The number of the card is no field of it.
  return templateLanguage.globalVariablesSync(source).filter((name) => name !== 'id')
}

/** Cards that get the fields of an exchange. */
function cardsOf(exchange: Exchange): readonly CrmEntity[] {
  if (isOfDocuments(exchange)) return [entityInto(exchange)]
  if (exchange.preset === 'counterparties') return ['company', 'contact']
  return exchange.preset === 'contacts' ? ['contact'] : []
}

/** A source of a field that is the name of a column, and no template. */
function columnName(source: string): string | null {
  return /\{[{%]/.test(source) ? null : source.trim()
}

function isCode(name: string): boolean {
  return /^UF_\w+$/i.test(name)
}

const labels = {
  ru: { id: 'Идентификатор 1С', number: 'Номер в 1С' },
  en: { id: '1C id', number: 'Number in 1C' },
}
