import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import type { Directories, FieldMeta } from '../../src/bitrix24/crm/directories.ts'
import { fieldsYaml, listsYaml, presetsYaml, processesYaml, stagesYaml, usersYaml } from '../../src/report/portal-yaml.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'

function field(name: string, given: Partial<FieldMeta> = {}): FieldMeta {
  const rest = { isMultiple: false, isReadOnly: false, isRequired: false, statusType: '', items: [], customId: null }
  return { name, upperName: name, title: name, type: 'string', ...rest, ...given }
}

const directories: Directories = {
  fields: {
    company: [
      field('title', { title: 'Название компании', isRequired: true }),
      field('id', { isReadOnly: true }),
      field('logo', { type: 'file' }),
      field('UF_CRM_MANAGER', { title: 'Менеджер: 1С' }),
      field('UF_CRM_SORT', {
        title: 'Сорт',
        type: 'enumeration',
        isMultiple: true,
        items: [
          { id: '1', value: 'А' },
          { id: '2', value: 'Б' },
        ],
      }),
    ],
    contact: [field('name', { title: 'Имя' }), field('originId')],
    deal: [
      field('comments', { title: 'Комментарий' }),
      field('stageId'),
      field('parentId1032'),
      field('UF_CRM_CAR', { title: 'Авто' }),
    ],
    'process:1032': [field('title', { title: 'Название' }), field('xmlId')],
  },
  pipelines: {
    deal: [
      { id: 0, name: 'Общая', isDefault: true, stages: [{ id: 'NEW', name: 'Новая', semantics: '' }] },
      {
        id: 5,
        name: 'Сервис: авто',
        isDefault: false,
        stages: [
          { id: 'C5:NEW', name: 'Приём', semantics: '' },
          { id: 'C5:WON', name: '# 1 успех', semantics: 'S' },
        ],
      },
    ],
    invoice: [{ id: 3, name: 'Счета', isDefault: true, stages: [{ id: 'DT31_3:P', name: 'Оплачен', semantics: 'S' }] }],
    'process:1032': [
      { id: 9, name: 'Договоры', isDefault: true, stages: [{ id: 'DT1032_9:NEW', name: 'Проект', semantics: '' }] },
    ],
  },
  currencies: ['RUB', 'USD'],
  processes: [{ entityTypeId: 1032, title: 'Договоры', userFieldEntity: 'CRM_7' }],
  myCompanies: [],
  statuses: {
    COMPANY_TYPE: [{ id: 'CUSTOMER', name: 'Клиент' }],
    CONTACT_TYPE: [{ id: 'CLIENT', name: 'Клиенты' }],
    INDUSTRY: [],
    SOURCE: [{ id: 'CALL', name: 'Звонок, входящий' }],
    DEAL_TYPE: [{ id: 'SALE', name: 'Продажа' }],
    HONORIFIC: [{ id: 'HNR_RU_1', name: 'г-н' }],
  },
  users: [
    { id: 6, email: 'p@example.ru', firstName: 'Пётр', lastName: 'Орлов', secondName: '' },
    { id: 1, email: 'm@example.ru', firstName: 'Мария', lastName: 'Ларина', secondName: '' },
    { id: 8, email: '', firstName: 'Пётр', lastName: 'Орлов', secondName: '' },
  ],
  presets: [{ id: 3, name: 'Наша организация', xmlId: '#CRM_REQUISITE_PRESET_DEF_RU_COMPANY#', countryId: 1 }],
  baseCurrency: 'RUB',
  isAdmin: true,
  userId: 1,
  scopes: ['crm'],
}

const settingsOf = (lines: readonly string[]) => {
  const { settings, problems } = parseSettings(lines.join('\n'))
  assert.deepEqual(problems, [])
  return settings!
}

test('stages can be pasted as the pipelines of the settings, each with its code beside it', () => {
  const lines = stagesYaml(directories, ['deal'], 'ru')
  assert.deepEqual(settingsOf(lines).bitrix24.pipelines, { Общая: ['Новая'], 'Сервис: авто': ['Приём', '# 1 успех'] })
  assert.ok(lines.some((line) => line.endsWith('# C5:WON, успех')))
})

test('stages of invoices and smart processes are shown as comments: they have no place among the pipelines of deals', () => {
  const lines = stagesYaml(directories, ['deal', 'invoice', 'process:1032', 'process:1034'], 'ru')
  assert.deepEqual(Object.keys(settingsOf(lines).bitrix24.pipelines), ['Общая', 'Сервис: авто'])
  const at = lines.indexOf('# Стадии счетов')
  assert.deepEqual(lines.slice(at), [
    '# Стадии счетов',
    '#   Счета:  # воронка 3',
    '#     - Оплачен  # DT31_3:P, успех',
    '# Стадии смарт-процесса «Договоры» (1032)',
    '#   Договоры:  # воронка 9',
    '#     - Проект  # DT1032_9:NEW',
    '# Стадии смарт-процесса 1034',
    '# воронок нет, или вебхук их не видит',
  ])
})

test('smart processes are told by the number that an exchange wants, with their stages', () => {
  assert.deepEqual(processesYaml(directories, 'ru'), [
    '# Номер смарт-процесса пишут в обмене вместе с into: process',
    'process: 1032  # Договоры',
    '#   Договоры:  # воронка 9',
    '#     - Проект  # DT1032_9:NEW',
  ])
  assert.match(processesYaml({ ...directories, processes: null }, 'ru').join(), /администратору CRM/)
  assert.match(processesYaml({ ...directories, processes: [] }, 'en').join(), /no smart processes/)
})

test('fields of documents leave out what the exchange itself sets', () => {
  assert.deepEqual(fieldsYaml(directories, ['deal', 'process:1032'], 'ru'), [
    '# Поля сделки: слева поле портала, справа впишите столбец или элемент 1С',
    'fields:',
    '  UF_CRM_CAR: Авто  # строка',
    '  # comments: Комментарий, строка',
    '# Поля смарт-процесса «Договоры» (1032): слева поле портала, справа впишите столбец или элемент 1С',
    '# своих полей нет',
    '  # title: Название, строка',
  ])
})

test('custom fields come as a mapping to be adjusted, the card’s own as comments', () => {
  const lines = fieldsYaml(directories, ['company', 'contact'], 'ru')
  assert.deepEqual(
    parse(
      lines
        .slice(
          0,
          lines.findIndex((line) => line.startsWith('# Поля контакта')),
        )
        .join('\n'),
    ),
    {
      fields: { UF_CRM_MANAGER: 'Менеджер: 1С', UF_CRM_SORT: 'Сорт' },
    },
  )
  assert.ok(lines.includes('  UF_CRM_SORT: Сорт  # список, несколько значений, А | Б'))
  assert.ok(lines.includes('  # title: Название компании, строка, обязательное'))
  assert.ok(lines.includes('# своих полей нет'))
  assert.doesNotMatch(lines.join('\n'), /logo|\bid\b|originId/)
})

test('users come with the owner of the webhook first, and namesakes by number', () => {
  const lines = usersYaml(directories, 'ru')
  assert.equal(settingsOf(lines).bitrix24.responsible, 'Мария Ларина')
  assert.ok(lines.includes("  # responsible: '6'  # Пётр Орлов, № 6, p@example.ru"))
  assert.match(usersYaml({ ...directories, users: null }, 'en').join(), /cannot see users/)
})

test('templates of requisites are found by their code, whatever they are called', () => {
  const lines = presetsYaml(directories, settingsOf([]).bitrix24, 'ru')
  assert.equal(settingsOf(lines).bitrix24.presets.organization, 'Наша организация')
  assert.match(lines.join('\n'), /# person: подходящего шаблона нет/)
})

test('directories can be pasted as the lists of the settings', () => {
  const { lists } = settingsOf([...listsYaml(directories), '  companyType: Клиент', '  contactType: Клиенты']).bitrix24
  assert.deepEqual(lists.sources, ['Звонок, входящий'])
  assert.deepEqual(lists.currencies, ['RUB', 'USD'])
  assert.deepEqual(lists.industries, [])
})
