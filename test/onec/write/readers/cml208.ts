import { elements, type XmlElement } from './xml.ts'

/**
 * What 1C finds wrong in orders when the namespace names a package that it has: order of elements, lengths, enumerations (`1c-side.md §5`).
 * Null where there is no such namespace: then 1C checks nothing.
 */
export function schemaFaults(root: XmlElement, namespaces: readonly string[]): readonly string[] | null {
  if (!namespaces.includes(root.attributes['xmlns'] ?? '')) return null
  return elements(root, 'Документ').flatMap((document) => [
    ...orderFaults(document),
    ...valueFaults(document, documentValues),
    ...parties(document).flatMap((party) => valueFaults(party, partyValues)),
    ...parties(document)
      .flatMap((party) => elements(party, 'Контакты').flatMap((contacts) => elements(contacts, 'Контакт')))
      .flatMap((contact) => valueFaults(contact, { Тип: (value) => contactTypes.includes(value) })),
  ])
}

const sequence = [
  ...['Ид', 'Номер', 'Дата', 'ХозОперация', 'Роль', 'Валюта', 'Курс', 'Сумма', 'Контрагенты'],
  ...['Время', 'СрокПлатежа', 'Комментарий', 'Налоги', 'Скидки', 'ДопРасходы', 'Склады', 'Товары', 'ЗначенияРеквизитов'],
]
const required = sequence.slice(0, 9)

type Check = (value: string) => boolean

const documentValues: Readonly<Record<string, Check>> = {
  Ид: (value) => value.length <= 40,
  Дата: (value) => /^\d{4}-\d\d-\d\d$/.test(value),
  Время: (value) => /^\d\d:\d\d:\d\d$/.test(value),
  ХозОперация: (value) => ['Заказ товара', 'Отпуск товара', 'Возврат товара', 'Выплата безналичных денег'].includes(value),
  Валюта: (value) => value.length === 3,
  Сумма: (value) => /^-?\d+(?:\.\d{1,2})?$/.test(value),
  Комментарий: (value) => value.length <= 3000,
}

const partyValues: Readonly<Record<string, Check>> = {
  Ид: (value) => value.length <= 40,
  Наименование: (value) => value.length <= 255,
  ИНН: (value) => value.length >= 10 && value.length <= 12,
  КПП: (value) => value.length === 9,
}

const contactTypes = ['Телефон рабочий', 'Телефон мобильный', 'Телефон домашний', 'Телефон внутренний', 'Факс', 'Почта', 'Прочее']

function orderFaults({ children }: XmlElement): readonly string[] {
  const places = children.map(({ name }) => sequence.indexOf(name))
  const strange = children.filter((_child, index) => places[index] === -1).map(({ name }) => `${name}: нет в схеме`)
  const missing = required.filter((name) => !children.some((child) => child.name === name)).map((name) => `${name}: нет`)
  const inOrder = places.every((place, index) => index === 0 || place >= places[index - 1]!)
  return [...strange, ...missing, ...(inOrder ? [] : ['порядок элементов'])]
}

function valueFaults(owner: XmlElement, checks: Readonly<Record<string, Check>>): readonly string[] {
  return owner.children.flatMap(({ name, text }) => (checks[name]?.(text) === false ? [`${name}: ${text}`] : []))
}

function parties(document: XmlElement): readonly XmlElement[] {
  return elements(document, 'Контрагенты').flatMap((list) => elements(list, 'Контрагент'))
}
