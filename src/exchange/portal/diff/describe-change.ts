import type { Change, FieldValues, PointChange } from '../../../bitrix24/crm/change.ts'
import type { Language } from '../../../problems/language.ts'
import { changeWords } from './change-words.ts'

/** One line of a plan. `from: ''`: it is added; `to: ''`: it is taken away or emptied. */
export interface ChangeLine {
  readonly what: string
  readonly from: string
  readonly to: string
}

/** A change for people, a line for each value. `words` calls a field of the portal as its people do. */
export function describeChange(change: Change, language: Language, words: (field: string) => string): readonly ChangeLine[] {
  const texts = changeWords[language]
  const lines = (fields: FieldValues, before: FieldValues, part = ''): readonly ChangeLine[] =>
    Object.entries(fields).flatMap(([field, value]) => {
      if (field === 'originatorId') return []
      const name = field === 'originId' || field === 'XML_ID' ? texts.mark : words(field)
      return [{ what: part === '' ? name : `${part}: ${name}`, from: before[field] ?? '', to: value }]
    })

  switch (change.kind) {
    case 'create':
      return [
        ...lines(change.fields, {}),
        ...change.points.map(({ typeId, value }) => ({ what: texts.points[typeId], from: '', to: value })),
        ...companyLines(change.companyIds, [], texts.companies),
      ]
    case 'update':
      return [
        ...lines(change.fields, change.before),
        ...change.points.map((point) => pointLine(point, texts.points)),
        ...companyLines(change.companyIds ?? change.companyIdsBefore, change.companyIdsBefore, texts.companies),
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
      return [{ what: texts.cards[change.entity], from: `№ ${change.id}`, to: '' }]
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

function companyLines(ids: readonly number[], before: readonly number[], what: string): readonly ChangeLine[] {
  if (ids.join() === before.join()) return []
  return [{ what, from: numbers(before), to: numbers(ids) }]
}

function numbers(ids: readonly number[]): string {
  return ids.map((id) => `№ ${id}`).join(', ')
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
