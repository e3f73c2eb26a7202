import { plainNumber } from './base.ts'
import type { XmlElement } from './xml.ts'

/** A document as УТ 10.3 has it after the reading, before anything is looked up. */
export interface CmlDocument {
  number: string
  date: string | null
  time: string
  currency: string
  comment: string
  includesVat: boolean
  discount: number
  isDiscountIncluded: boolean
  readonly party: CmlParty
  readonly goods: CmlRow[]
  readonly requisites: { name: string; value: string }[]
}

export interface CmlParty {
  name: string
  fullName: string
  isLegal: boolean
  inn: string
  kpp: string
  address: string | null
  readonly contacts: { type: string; value: string }[]
}

export interface CmlRow {
  id: string
  name: string
  kind: string
  vat: string
  price: number
  quantity: number
  amount: number
  readonly discounts: { amount: number; isIncluded: boolean }[]
  readonly requisites: { name: string; value: string }[]
}

/** Goes through the elements in their order and takes texts by the path of names that they stand at; null where it stops. */
export function readDocuments(root: XmlElement, currencies: readonly string[], messages: string[]): CmlDocument[] | null {
  const documents: CmlDocument[] = []
  const path = root.name === 'КоммерческаяИнформация' ? '' : root.name
  try {
    walk(root, path, documents, currencies)
    return documents
  } catch (fault) {
    if (!(fault instanceof Stop)) throw fault
    messages.push(fault.message)
    return null
  }
}

class Stop extends Error {}

function walk({ children }: XmlElement, path: string, documents: CmlDocument[], currencies: readonly string[]): void {
  for (const child of children) {
    const place = path === '' ? child.name : `${path}.${child.name}`
    begin(place, documents)
    const document = documents.at(-1)
    // CDATA is a node of another kind, and an empty element has no text at all.
    if (document !== undefined && child.plain !== '') take(place, child.plain, document, currencies)
    walk(child, place, documents, currencies)
  }
}

function begin(place: string, documents: CmlDocument[]): void {
  const document = documents.at(-1)
  switch (place) {
    case 'Документ':
      documents.push(newDocument())
      break
    case 'Документ.Контрагенты.Контрагент.Адрес':
      document!.party.address = ''
      break
    case 'Документ.Контрагенты.Контрагент.Контакты.Контакт':
      document!.party.contacts.push({ type: '', value: '' })
      break
    case 'Документ.Товары.Товар':
      document!.goods.push({
        ...{ id: '', name: '', kind: '', vat: '', price: 0, quantity: 0, amount: 0 },
        discounts: [],
        requisites: [],
      })
      break
    case 'Документ.Товары.Товар.Скидки.Скидка':
      document!.goods.at(-1)!.discounts.push({ amount: 0, isIncluded: false })
      break
    case 'Документ.Товары.Товар.ЗначенияРеквизитов.ЗначениеРеквизита':
      document!.goods.at(-1)!.requisites.push({ name: '', value: '' })
      break
    case 'Документ.ЗначенияРеквизитов.ЗначениеРеквизита':
      document!.requisites.push({ name: '', value: '' })
      break
  }
}

function newDocument(): CmlDocument {
  return {
    number: '',
    date: null,
    time: '',
    currency: '',
    comment: '',
    includesVat: false,
    discount: 0,
    isDiscountIncluded: false,
    party: { name: '', fullName: '', isLegal: false, inn: '', kpp: '', address: null, contacts: [] },
    goods: [],
    requisites: [],
  }
}

function take(place: string, text: string, document: CmlDocument, currencies: readonly string[]): void {
  const inParty = 'Документ.Контрагенты.Контрагент.'
  const inRow = 'Документ.Товары.Товар.'
  if (place.startsWith(inParty)) takeParty(place.slice(inParty.length), text, document.party)
  else if (place.startsWith(inRow)) takeRow(place.slice(inRow.length), text, document.goods.at(-1)!)
  else takeOwn(place.slice('Документ.'.length), text, document, currencies)
}

function takeOwn(place: string, text: string, document: CmlDocument, currencies: readonly string[]): void {
  switch (place) {
    case 'Номер':
      document.number = text
      // What was there before is gone.
      document.comment = `№ ${text}`
      break
    case 'Дата':
      document.date = text
      break
    case 'Время':
      if (document.date === null) throw new Stop('Преобразование значения к типу Дата не может быть выполнено')
      document.time = text
      break
    case 'ХозОперация':
      if (text !== 'Заказ товара') throw new Stop(`Ошибка в значении узла <Документ>.<ХозОперация> документа CML (${text}).`)
      break
    case 'Валюта': {
      // By the beginning of the name, as `НайтиПоНаименованию` looks.
      const currency = currencies.find((name) => name.toLowerCase().startsWith(text.toLowerCase()))
      if (currency === undefined) throw new Stop(`Ошибка в значении узла <Документ>.<Валюта> документа CML (${text}).`)
      document.currency = currency
      break
    }
    case 'Курс':
      number(text)
      break
    case 'Комментарий':
      document.comment = `${document.comment}: ${text}`
      break
    case 'Налоги.Налог.УчтеноВСумме':
      document.includesVat = text === 'true'
      break
    case 'Скидки.Скидка.Сумма':
      document.discount = number(text)
      break
    case 'Скидки.Скидка.УчтеноВСумме':
      document.isDiscountIncluded = text === 'true'
      break
    case 'ЗначенияРеквизитов.ЗначениеРеквизита.Наименование':
      document.requisites.at(-1)!.name = text
      break
    case 'ЗначенияРеквизитов.ЗначениеРеквизита.Значение':
      document.requisites.at(-1)!.value = text
      break
  }
}

function takeParty(place: string, text: string, party: CmlParty): void {
  if (place === 'Наименование') party.name = text
  if (place === 'ОфициальноеНаименование' || place === 'ПолноеНаименование') {
    party.fullName = text
    party.isLegal = place === 'ОфициальноеНаименование'
  }
  if (place === 'ИНН') party.inn = text
  if (place === 'КПП') party.kpp = text
  if (place === 'Адрес.Представление') party.address = text
  if (place === 'Контакты.Контакт.Тип') party.contacts.at(-1)!.type = text
  if (place === 'Контакты.Контакт.Значение') party.contacts.at(-1)!.value = text
}

function takeRow(place: string, text: string, row: CmlRow): void {
  if (place === 'Ид') row.id = text
  if (place === 'Наименование') row.name = text
  if (place === 'ЦенаЗаЕдиницу') row.price = number(text)
  if (place === 'Количество') row.quantity = number(text)
  if (place === 'Сумма') row.amount = number(text)
  if (place === 'СтавкиНалогов.СтавкаНалога.Ставка') row.vat = text
  if (place === 'Скидки.Скидка.Сумма') row.discounts.at(-1)!.amount = number(text)
  if (place === 'Скидки.Скидка.УчтеноВСумме') row.discounts.at(-1)!.isIncluded = text === 'true'
  if (place === 'ЗначенияРеквизитов.ЗначениеРеквизита.Наименование') row.requisites.at(-1)!.name = text
  if (place === 'ЗначенияРеквизитов.ЗначениеРеквизита.Значение') row.requisites.at(-1)!.value = text
}

/** `Число(…)` raises for what is none. */
function number(text: string): number {
  const value = plainNumber(text)
  if (value === null) throw new Stop(`Преобразование значения к типу Число не может быть выполнено: ${text}`)
  return value
}
