import type { Client, ClientAddress, ClientPerson } from './client.ts'
import type { Dialect } from './dialect.ts'
import { clockGuidOf, guidOf } from './ids.ts'
import { always, declaration, element, filled } from './xml.ts'

/**
 * `Контрагенты` as hand-made code of УТ 10.3, УТ 11 and УНФ writes them: `ОфициальноеНаименование` tells a legal person from a
 * natural one; what each of them does in its own manner follows its orders (`1c-side.md §2, §3.6`).
 */
export const commerceml205: Dialect = commerceml2({
  name: 'CommerceML 2.05 (УТ 10.3)',
  version: '2.05',
  namespace: '',
  idOf: clockGuidOf,
  email: 'Почта',
  lineEnd: '\r\n',
  // The requisite of its documents.
  deleted: { status: [], attribute: {}, requisite: { ПометкаУдаления: 'true' } },
  blanks: filled,
  legalAddress: 'АдресРегистрации',
})

export const commerceml207: Dialect = commerceml2({
  name: 'CommerceML 2.07 (УТ 11)',
  version: '2.07',
  namespace: 'urn:1C.ru:commerceml_2',
  idOf: guidOf,
  email: 'Почта',
  lineEnd: '\n',
  deleted: { status: [], attribute: { Статус: 'Удален' }, requisite: {} },
  blanks: filled,
  legalAddress: 'ЮридическийАдрес',
})

export const commerceml210: Dialect = commerceml2({
  name: 'CommerceML 2.10 (УНФ)',
  version: '2.10',
  namespace: 'urn:1C.ru:commerceml_210',
  idOf: guidOf,
  email: 'Электронная почта',
  lineEnd: '\n',
  deleted: { status: ['<Статус>Удален</Статус>'], attribute: {}, requisite: {} },
  blanks: (name, value) => [always(name, value)],
  legalAddress: 'АдресРегистрации',
})

interface Manner {
  readonly name: string
  readonly version: string
  readonly namespace: string
  readonly idOf: (key: string) => string
  readonly email: string
  readonly lineEnd: string
  readonly deleted: {
    readonly status: readonly string[]
    readonly attribute: Readonly<Record<string, string>>
    readonly requisite: Readonly<Record<string, string>>
  }
  /** How a value that is not filled in is written. */
  readonly blanks: (name: string, value: string) => readonly string[]
  readonly legalAddress: string
}

function commerceml2(manner: Manner): Dialect {
  const { name, version, namespace, idOf, lineEnd } = manner
  return {
    name,
    encodings: ['utf-8-bom', 'utf-8', 'windows-1251', 'utf-16le', 'utf-16be', 'utf-8, названа windows-1251'],
    idOf,
    write(clients, { generated, declared, changesOnly }) {
      const list = element(
        'Контрагенты',
        clients.map((client) => clientElement(client, manner)),
        { СодержитТолькоИзменения: String(changesOnly) },
      )
      const root = element('КоммерческаяИнформация', [list], {
        ...(namespace === '' ? {} : { xmlns: namespace }),
        ВерсияСхемы: version,
        ДатаФормирования: generated,
      })
      return { 'contragents.xml': `${declaration(declared)}${root}\n`.replaceAll('\n', lineEnd) }
    },
  }
}

function clientElement(client: Client, manner: Manner): string {
  const { idOf, blanks, deleted } = manner
  const isLegal = client.form === 'company'
  return element(
    'Контрагент',
    [
      always('Ид', idOf(client.key)),
      ...(client.deleted ? deleted.status : []),
      always('Наименование', client.name),
      ...filled(isLegal ? 'ОфициальноеНаименование' : 'ПолноеНаименование', client.fullName),
      ...blanks('ИНН', client.inn),
      ...blanks('КПП', client.kpp),
      ...filled('ОГРН', client.ogrn),
      ...blanks('КодПоОКПО', client.okpo),
      ...filled('Роль', client.role),
      ...addressElement(manner.legalAddress, client.legalAddress),
      ...addressElement('Адрес', client.actualAddress),
      ...contactsElement(client, manner),
      ...accountElement(client),
      ...peopleElement(client, manner),
      ...blanks('Комментарий', client.comment),
      ...requisitesElement({ ...client.more, ...(client.deleted ? deleted.requisite : {}) }),
    ],
    client.deleted ? deleted.attribute : {},
  )
}

export function addressElement(name: string, address: ClientAddress | null): readonly string[] {
  if (address === null) return []
  const parts = Object.entries(address.parts).map(([type, value]) =>
    element('АдресноеПоле', [always('Тип', type), always('Значение', value)]),
  )
  return [element(name, [always('Представление', address.text), ...parts])]
}

function contactsElement(
  { workPhone = '', mobile, email }: Pick<ClientPerson, 'mobile' | 'email'> & { readonly workPhone?: string },
  manner: Pick<Manner, 'email' | 'blanks'>,
): readonly string[] {
  const contacts = [
    ['Телефон рабочий', workPhone],
    ['Телефон мобильный', mobile],
    [manner.email, email],
  ].filter(([, value]) => value !== '')
  const elements = contacts.map(([type = '', value = '']) => element('Контакт', [always('Тип', type), always('Значение', value)]))
  return elements.length === 0 ? manner.blanks('Контакты', '') : [element('Контакты', elements)]
}

export function accountElement({ account }: Client): readonly string[] {
  if (account === null) return []
  const bank = element('Банк', [
    always('СчетКорреспондентский', account.correspondentAccount),
    always('Наименование', account.bankName),
    always('БИК', account.bik),
  ])
  return [element('РасчетныеСчета', [element('РасчетныйСчет', [always('НомерСчета', account.account), bank])])]
}

function peopleElement({ people }: Client, manner: Manner): readonly string[] {
  if (people.length === 0) return []
  const elements = people.map((each) =>
    element('Представитель', [
      always('Отношение', 'Контактное лицо'),
      always('Ид', manner.idOf(each.key)),
      always('Наименование', each.name),
      ...filled('Должность', each.post),
      ...contactsElement(each, { ...manner, blanks: filled }),
    ]),
  )
  return [element('Представители', elements)]
}

export function requisitesElement(values: Readonly<Record<string, string>>): readonly string[] {
  const elements = Object.entries(values).map(([name, value]) =>
    element('ЗначениеРеквизита', [always('Наименование', name), always('Значение', value)]),
  )
  return elements.length === 0 ? [] : [element('ЗначенияРеквизитов', elements)]
}
