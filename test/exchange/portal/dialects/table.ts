import type { Client, ClientPerson } from './client.ts'
import type { Dialect } from './dialect.ts'
import { codeOf, guidOf } from './ids.ts'

/** Tables of hand-made code, each with its own separator and its own habits (`1c-side.md §7`); people stand in a second one. */
export const semicolonTable: Dialect = tableDialect({
  name: 'CSV с ;',
  separator: ';',
  idOf: codeOf,
  idColumn: 'Код',
  // Nothing is quoted, each row ends in a separator.
  cell: (text) => text,
  tail: ';',
  yesNo: ['Да', 'Нет'],
  company: (client) => ['Контрагент', client.name],
})

export const tabTable: Dialect = tableDialect({
  name: 'CSV с табуляцией',
  separator: '\t',
  idOf: guidOf,
  idColumn: 'Ид',
  // As Excel saves it.
  cell: (text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text),
  tail: '',
  yesNo: ['true', 'false'],
  company: (client) => ['ИдКонтрагента', guidOf(client.key)],
})

export const barTable: Dialect = tableDialect({
  name: 'CSV с |',
  separator: '|',
  idOf: codeOf,
  idColumn: 'Код',
  // Quoted without doubling what is inside.
  cell: (text) => `"${text}"`,
  tail: '',
  yesNo: ['1', '0'],
  company: (client) => ['Код контрагента', codeOf(client.key)],
})

interface Manner {
  readonly name: string
  readonly separator: string
  readonly idOf: (key: string) => string
  readonly idColumn: string
  readonly cell: (text: string) => string
  readonly tail: string
  readonly yesNo: readonly [string, string]
  /** By what column a person names its company. */
  readonly company: (client: Client) => readonly [string, string]
}

function tableDialect(manner: Manner): Dialect {
  return {
    name: manner.name,
    encodings: ['windows-1251', 'utf-8-bom', 'utf-8', 'cp866', 'utf-16le', 'utf-16be'],
    idOf: manner.idOf,
    write(clients) {
      const people = clients.flatMap((client) => client.people.map((each) => personColumns(each, client, manner)))
      return {
        'kontragenty.csv': tableText(
          clients.map((client) => clientColumns(client, manner)),
          manner,
        ),
        ...(people.length === 0 ? {} : { 'lica.csv': tableText(people, manner) }),
      }
    },
  }
}

type Columns = Readonly<Record<string, string>>

function tableText(rows: readonly Columns[], { separator, cell, tail }: Manner): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  return lines.map((cells) => `${cells.map(cell).join(separator)}${tail}\r\n`).join('')
}

function clientColumns(client: Client, { idOf, idColumn, yesNo: [yes, no] }: Manner): Columns {
  return {
    [idColumn]: idOf(client.key),
    Наименование: client.name,
    'Полное наименование': client.fullName,
    ВидКонтрагента: forms[client.form],
    ИНН: client.inn,
    КПП: client.kpp,
    ОГРН: client.ogrn,
    ОКПО: client.okpo,
    Роль: client.role,
    'Рабочий телефон': client.workPhone,
    'Мобильный телефон': client.mobile,
    'E-mail': client.email,
    'Юридический адрес': client.legalAddress?.text ?? '',
    'Фактический адрес': client.actualAddress?.text ?? '',
    'Р/с': client.account?.account ?? '',
    БИК: client.account?.bik ?? '',
    Банк: client.account?.bankName ?? '',
    'К/с': client.account?.correspondentAccount ?? '',
    Комментарий: client.comment,
    ...client.more,
    ПометкаУдаления: client.deleted ? yes : no,
  }
}

const forms = { company: 'Юридическое лицо', soleProprietor: 'ИП', person: 'Физическое лицо' } as const

function personColumns(person: ClientPerson, client: Client, manner: Manner): Columns {
  const [column, value] = manner.company(client)
  return {
    [manner.idColumn]: manner.idOf(person.key),
    ФИО: person.name,
    [column]: value,
    Должность: person.post,
    'Мобильный телефон': person.mobile,
    'E-mail': person.email,
  }
}
