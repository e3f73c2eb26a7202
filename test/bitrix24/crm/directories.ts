import type { Directories, FieldMeta, Pipeline, Stage } from '../../../src/bitrix24/crm/directories.ts'

/** A field of a portal with what a test needs of it. */
export function field(name: string, type: string, more: Partial<FieldMeta> = {}): FieldMeta {
  const upperName = name.startsWith('UF_') ? name : name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
  const rest = { isMultiple: false, isReadOnly: false, isRequired: false, statusType: '', items: [], customId: null }
  return { name, upperName, title: name, type, ...rest, ...more }
}

const common: readonly FieldMeta[] = [
  field('id', 'integer', { isReadOnly: true, title: 'ID' }),
  field('comments', 'text', { title: 'Комментарий' }),
  field('assignedById', 'user', { title: 'Ответственный' }),
  field('opened', 'boolean', { title: 'Доступен для всех' }),
  field('originatorId', 'string', { title: 'Внешний источник' }),
  field('originId', 'string', { title: 'Внешний код' }),
  field('updatedTime', 'datetime', { isReadOnly: true, title: 'Дата изменения' }),
  field('fm', 'crm_multifield', { isMultiple: true, title: 'Контакты' }),
  field('UF_CRM_ID_1C', 'string', { title: 'Код 1С' }),
]

/** What a portal has registered: invented, and small enough to be read. */
export const directories: Directories = {
  fields: {
    company: [
      ...common,
      field('title', 'string', { title: 'Название компании' }),
      field('typeId', 'crm_status', { title: 'Тип компании', statusType: 'COMPANY_TYPE' }),
      field('industry', 'crm_status', { title: 'Сфера деятельности', statusType: 'INDUSTRY' }),
      field('revenue', 'double', { title: 'Годовой оборот' }),
      field('UF_CRM_PRICE_KIND', 'enumeration', {
        title: 'Вид цен',
        items: [
          { id: '41', value: 'Оптовая' },
          { id: '42', value: 'Розничная' },
        ],
        customId: 7,
      }),
      field('UF_CRM_BRANDS', 'enumeration', {
        title: 'Марки',
        isMultiple: true,
        items: [
          { id: '51', value: 'Лютик' },
          { id: '52', value: 'Клевер' },
        ],
      }),
      field('UF_CRM_LIMIT', 'money', { title: 'Лимит' }),
      field('UF_CRM_DEBT', 'double', { title: 'Долг' }),
      field('UF_CRM_DAYS', 'integer', { title: 'Отсрочка, дней' }),
      field('UF_CRM_VIP', 'boolean', { title: 'VIP' }),
      field('UF_CRM_SINCE', 'date', { title: 'Клиент с' }),
      field('UF_CRM_SEEN', 'datetime', { title: 'Последний заказ' }),
      field('UF_CRM_MANAGER', 'employee', { title: 'Менеджер 1С' }),
      field('UF_CRM_TAGS', 'string', { title: 'Метки', isMultiple: true }),
      field('UF_CRM_SCAN', 'file', { title: 'Скан договора' }),
      field('UF_CRM_NOTE_A', 'string', { title: 'Примечание' }),
      field('UF_CRM_NOTE_B', 'string', { title: 'Примечание' }),
    ],
    contact: [
      ...common,
      field('lastName', 'string', { title: 'Фамилия' }),
      field('name', 'string', { title: 'Имя' }),
      field('secondName', 'string', { title: 'Отчество' }),
      field('honorific', 'crm_status', { title: 'Обращение', statusType: 'HONOFIRIC' }),
      field('birthdate', 'date', { title: 'Дата рождения' }),
      field('post', 'string', { title: 'Должность' }),
      field('typeId', 'crm_status', { title: 'Тип контакта', statusType: 'CONTACT_TYPE' }),
      field('sourceId', 'crm_status', { title: 'Источник', statusType: 'SOURCE' }),
      field('companyId', 'crm_company', { title: 'Компания' }),
    ],
  },
  pipelines: {},
  currencies: ['RUB'],
  processes: [],
  myCompanies: [],
  statuses: {
    COMPANY_TYPE: [
      { id: 'CUSTOMER', name: 'Клиент' },
      { id: 'SUPPLIER', name: 'Поставщик' },
    ],
    CONTACT_TYPE: [{ id: 'CLIENT', name: 'Клиенты' }],
    INDUSTRY: [{ id: 'IT', name: 'Информационные технологии' }],
    HONORIFIC: [{ id: 'HNR_RU_1', name: 'Уважаемый' }],
    SOURCE: [{ id: 'WEB', name: 'Веб-сайт' }],
  },
  users: [
    { id: 3, email: 'larina@example.org', firstName: 'Мария', lastName: 'Ларина', secondName: 'Олеговна' },
    { id: 5, email: 'pet1@example.org', firstName: 'Пётр', lastName: 'Волков', secondName: '' },
    { id: 6, email: 'pet2@example.org', firstName: 'Петр', lastName: 'Волков', secondName: '' },
  ],
  presets: [
    { id: 11, name: 'Юрлицо (наше)', xmlId: '#CRM_REQUISITE_PRESET_DEF_RU_COMPANY#', countryId: 1 },
    { id: 13, name: 'ИП', xmlId: '#CRM_REQUISITE_PRESET_DEF_RU_INDIVIDUAL#', countryId: 1 },
    { id: 15, name: 'Физ. лицо', xmlId: '', countryId: 1 },
  ],
  baseCurrency: 'RUB',
  isAdmin: true,
  userId: 1,
  scopes: ['crm', 'user_basic'],
}

const documentFields: readonly FieldMeta[] = [
  ...common.filter(({ name }) => !['originatorId', 'originId', 'fm', 'comments', 'UF_CRM_ID_1C'].includes(name)),
  field('title', 'string', { title: 'Название' }),
  field('categoryId', 'crm_category', { title: 'Воронка' }),
  field('stageId', 'crm_status', { title: 'Стадия' }),
]

const clientFields: readonly FieldMeta[] = [
  field('companyId', 'crm_company', { title: 'Компания' }),
  field('contactId', 'crm_contact', { title: 'Контакт' }),
  field('contactIds', 'crm_contact', { title: 'Контакты', isMultiple: true }),
  field('mycompanyId', 'crm_company', { title: 'Ваша компания' }),
]

const amountFields: readonly FieldMeta[] = [
  field('opportunity', 'double', { title: 'Сумма' }),
  field('currencyId', 'crm_currency', { title: 'Валюта' }),
  field('isManualOpportunity', 'boolean', { title: 'Сумма вручную' }),
  field('begindate', 'date', { title: 'Дата начала' }),
  field('closedate', 'date', { title: 'Дата завершения' }),
  field('sourceId', 'crm_status', { title: 'Источник', statusType: 'SOURCE' }),
]

/** The same portal with its pipelines, as an exchange of documents has read it. */
export const documentDirectories: Directories = {
  ...directories,
  fields: {
    ...directories.fields,
    deal: [
      ...documentFields,
      ...clientFields,
      ...amountFields,
      field('comments', 'text', { title: 'Комментарий' }),
      field('typeId', 'crm_status', { title: 'Тип', statusType: 'DEAL_TYPE' }),
      field('probability', 'integer', { title: 'Вероятность' }),
      field('originatorId', 'string', { title: 'Внешний источник' }),
      field('originId', 'string', { title: 'Внешний код' }),
      field('UF_CRM_NUMBER', 'string', { title: 'Номер в 1С' }),
      field('UF_CRM_ID_1C', 'string', { title: 'Код 1С' }),
      field('UF_CRM_CAR', 'string', { title: 'Автомобиль' }),
    ],
    invoice: [
      ...documentFields,
      ...clientFields,
      ...amountFields,
      field('comments', 'text', { title: 'Комментарий' }),
      field('accountNumber', 'string', { title: 'Номер' }),
      field('xmlId', 'string', { title: 'Внешний код' }),
      field('parentId2', 'crm_deal', { title: 'Сделка' }),
    ],
    'process:1032': [...documentFields, ...clientFields, ...amountFields, field('xmlId', 'string', { title: 'Внешний код' })],
    'process:1036': [...documentFields, field('xmlId', 'string', { title: 'Внешний код' })],
  },
  pipelines: {
    deal: [
      pipeline(0, 'Общая', ['NEW:Новая', 'WON:Успешна:S', 'LOSE:Провалена:F']),
      pipeline(5, 'Сервис', ['C5:NEW:Приёмка', 'C5:WORK:В работе', 'C5:CHECK:в работе', 'C5:WON:Выдан:S']),
      pipeline(7, 'Опт', ['C7:NEW:Новая']),
      pipeline(8, 'опт', ['C8:NEW:Новая']),
    ],
    invoice: [pipeline(3, 'Счета', ['DT31_3:N:Новый', 'DT31_3:P:Оплачен:S'])],
    'process:1032': [pipeline(9, 'Договоры', ['DT1032_9:NEW:Черновик']), pipeline(11, 'Аренда', ['DT1032_11:NEW:Черновик'])],
    'process:1036': [pipeline(13, 'Заявки', [])],
  },
  currencies: ['RUB', 'USD'],
  processes: [
    { entityTypeId: 1032, title: 'Договоры', userFieldEntity: 'CRM_7' },
    { entityTypeId: 1036, title: 'Заявки', userFieldEntity: 'CRM_8' },
  ],
  myCompanies: [
    { id: 31, title: 'ООО «Клевер»' },
    { id: 32, title: 'ИП Горин О. И.' },
  ],
  statuses: {
    ...directories.statuses,
    DEAL_TYPE: [
      { id: 'SALE', name: 'Продажа' },
      { id: 'SERVICE', name: 'Сервис' },
    ],
  },
}

/** `CODE:name` or `CODE:name:semantics`; the code may have a colon of its own. */
function pipeline(id: number, name: string, told: readonly string[]): Pipeline {
  const stages = told.map((each) => {
    const [, code = '', title = '', semantics = ''] = /^((?:[A-Z0-9_]+:)?[A-Z]+):([^:]+)(?::([SF]))?$/.exec(each) ?? []
    return { id: code, name: title, semantics: semantics as Stage['semantics'] }
  })
  return { id, name, isDefault: id === 0 || id === 3 || id === 9 || id === 13, stages }
}
