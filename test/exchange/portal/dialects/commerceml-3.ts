import type { Client } from './client.ts'
import { accountElement, addressElement, requisitesElement } from './commerceml-2.ts'
import type { Dialect } from './dialect.ts'
import { guidOf } from './ids.ts'
import { always, declaration, element, filled } from './xml.ts'

/**
 * `contragents_*` of the extension of 1C-Bitrix: a version and a deletion mark in every record, empty elements for what is not
 * filled in, people by id and name alone (`1c-side.md §3.5, §3.6`).
 */
export const commerceml31: Dialect = {
  name: 'CommerceML 3.1 (БУС)',
  encodings: ['utf-8-bom', 'utf-8', 'windows-1251', 'utf-16le', 'utf-16be'],
  idOf: guidOf,
  write(clients, { generated, declared, changesOnly }) {
    const list = element('Контрагенты', clients.map(clientElement), { СодержитТолькоИзменения: String(changesOnly) })
    const root = element('КоммерческаяИнформация', [list], {
      xmlns: 'urn:1C.ru:commerceml_3',
      'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      ВерсияСхемы: '3.1',
      ДатаФормирования: generated,
      Ид: 'Обмен локальный',
    })
    return { 'contragents_1_1_7c0e51aa.xml': `${declaration(declared)}${root}\n` }
  },
}

function clientElement(client: Client): string {
  const isLegal = client.form === 'company'
  return element('Контрагент', [
    always('Ид', guidOf(client.key)),
    always('НомерВерсии', 'AAAAAAAAAAE='),
    always('ПометкаУдаления', String(client.deleted)),
    always('Наименование', client.name),
    ...filled(isLegal ? 'ОфициальноеНаименование' : 'ПолноеНаименование', client.fullName),
    ...filled('Роль', client.role),
    always('ИНН', client.inn),
    always('КПП', client.kpp),
    always('КодПоОКПО', client.okpo),
    ...accountElement(client),
    ...addressElement('АдресРегистрации', client.legalAddress),
    ...addressElement('Адрес', client.actualAddress),
    contactsElement(client),
    ...peopleElement(client),
    ...filled('Комментарий', client.comment),
    ...requisitesElement(client.more),
  ])
}

function contactsElement({ workPhone, mobile, email }: Client): string {
  const contacts = [
    ['Электронная почта', email],
    ['ТелефонРабочий', workPhone],
    ['ТелефонМобильный', mobile],
  ].filter(([, value]) => value !== '')
  return element(
    'Контакты',
    contacts.map(([type = '', value = '']) => element('Контакт', [always('Тип', type), always('Значение', value)])),
  )
}

function peopleElement({ people }: Client): readonly string[] {
  if (people.length === 0) return []
  const elements = people.map(({ key, name }) =>
    element('Представитель', [always('Отношение', 'Контактное лицо'), always('Ид', guidOf(key)), always('Наименование', name)]),
  )
  return [element('Представители', elements)]
}
