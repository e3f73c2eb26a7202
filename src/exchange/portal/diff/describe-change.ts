import type { Change, FieldValues, PointChange } from '../../../bitrix24/crm/change.ts'
import { type ClientEntity, type CrmEntity, entityKind } from '../../../bitrix24/crm/entity.ts'
import type { RequisiteLink } from '../../../bitrix24/crm/wanted-card.ts'
import type { Language } from '../../../problems/language.ts'
import { quoted } from '../entity-words.ts'
import type { ChangeLine } from './change-line.ts'
import { changeWords } from './change-words.ts'
import { describeRows } from './describe-rows.ts'

/** How what a change speaks of is called: `contact:12`, `requisite:8`, and a smart process as a whole, `process:1032`. */
export type Names = Readonly<Record<string, string>>

/**
 * A change for people, a line for each value. `words` calls a field of the portal as its people do; cards and requisites go by their
 * numbers where their names are not known.
 */
export function describeChange(
  change: Change,
  language: Language,
  words: (field: string) => string,
  names: Names = {},
): readonly ChangeLine[] {
  const texts = changeWords[language]
  const lines = (fields: FieldValues, before: FieldValues, part = ''): readonly ChangeLine[] =>
    Object.entries(fields).flatMap(([field, value]) => {
      if (field === 'originatorId' || value === before[field]) return []
      const name = field === 'originId' || field === 'XML_ID' ? texts.mark : words(field)
      return [{ what: part === '' ? name : `${part}: ${name}`, from: before[field] ?? '', to: value }]
    })

  const cardLines = (entity: ClientEntity, ids: readonly number[], before: readonly number[], what: string) =>
    ids.join() === before.join() ? [] : [{ what, from: inNames(entity, before), to: inNames(entity, ids) }]
  const inNames = (entity: ClientEntity, ids: readonly number[]) => ids.map((id) => nameIn(names, entity, id)).join(', ')
  const cardOf = (entity: CrmEntity) => {
    const process = names[entity]
    return process === undefined ? texts.cards[entityKind(entity)] : quoted(process, language)
  }

  switch (change.kind) {
    case 'create':
      return [
        ...lines(change.fields, {}),
        ...change.points.map(({ typeId, value }) => ({ what: texts.points[typeId], from: '', to: value })),
        ...cardLines('company', change.companyIds, [], texts.companies),
        ...cardLines('contact', change.contactIds ?? [], [], texts.contacts),
      ]
    case 'update':
      return [
        ...lines(change.fields, change.before),
        ...change.points.map((point) => pointLine(point, texts.points)),
        ...cardLines('company', change.companyIds ?? change.companyIdsBefore, change.companyIdsBefore, texts.companies),
        ...cardLines(
          'contact',
          change.contactIds ?? change.contactIdsBefore ?? [],
          change.contactIdsBefore ?? [],
          texts.contacts,
        ),
      ]
    case 'addRequisite':
      return [{ what: texts.requisite, from: '', to: texts.added(requisiteName(change.fields, texts.inn)) }]
    case 'setRequisite':
      return lines(change.fields, change.before, texts.requisite)
    case 'addAddress':
      return [{ what: addressName(change.typeId, texts), from: '', to: inOneLine(change.fields, addressOrder) }]
    case 'setAddress':
      return lines(change.fields, change.before, addressName(change.typeId, texts))
    case 'addBank':
      return [{ what: texts.bank, from: '', to: inOneLine(change.fields, ['RQ_BANK_NAME', 'RQ_ACC_NUM']) }]
    case 'setBank':
      return lines(change.fields, change.before, texts.bank)
    case 'delete':
      return [{ what: cardOf(change.entity), from: `№ ${change.id}`, to: '' }]
    case 'setRows':
      return describeRows(change.rows, change.before, language)
    case 'linkRequisite':
      return [{ what: texts.ofDocument, from: linkText(change.before, names), to: linkText(change.link, names) }]
    case 'addFile':
      return [{ what: texts.file, from: '', to: `${change.file.name} (${cardOf(change.entity)} № ${change.id})` }]
    case 'deleteComment':
      return [{ what: texts.file, from: `№ ${change.commentId}`, to: '' }]
    case 'deleteRequisite':
      return [{ what: texts.requisite, from: `№ ${change.id}`, to: '' }]
    case 'deleteAddress':
      return [{ what: addressName(change.typeId, texts), from: texts.ofRequisite(change.requisiteId), to: '' }]
    case 'deleteBank':
      return [{ what: texts.bank, from: `№ ${change.id}`, to: '' }]
  }
}

type Texts = (typeof changeWords)[Language]

function pointLine(change: PointChange, names: Texts['points']): ChangeLine {
  const before = change.kind === 'add' ? '' : change.before.value
  const point = change.kind === 'remove' ? null : change.point
  const typeId = point?.typeId ?? (change.kind === 'add' ? '' : change.before.typeId)
  return { what: nameOf(names, typeId), from: before, to: point?.value ?? '' }
}

function linkText(link: RequisiteLink | null, names: Names): string {
  const ids = link === null ? [] : [link.requisiteId, link.myRequisiteId].filter((id) => id !== 0)
  return ids.map((id) => nameIn(names, 'requisite', id)).join(', ')
}

function nameIn(names: Names, kind: ClientEntity | 'requisite', id: number): string {
  return names[`${kind}:${id}`] ?? `№ ${id}`
}

function requisiteName(fields: FieldValues, inn: string): string {
  const { RQ_INN = '', NAME = '' } = fields
  return RQ_INN === '' ? NAME : `${inn} ${RQ_INN}`
}

function addressName(typeId: number, { address, addressTypes }: Texts): string {
  const type = nameOf(addressTypes, `${typeId}`)
  return `${address} (${type})`
}

function inOneLine(fields: FieldValues, order: readonly string[]): string {
  const values = order.map((field) => fields[field] ?? '')
  return values.filter((value) => value !== '').join(', ')
}

const addressOrder = ['POSTAL_CODE', 'COUNTRY', 'REGION', 'PROVINCE', 'CITY', 'ADDRESS_1', 'ADDRESS_2']

function nameOf(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key
}
