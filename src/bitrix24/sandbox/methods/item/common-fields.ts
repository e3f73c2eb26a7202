import { field } from './field.ts'

/** Fields that several entities have alike (`bitrix24-rest.md §2.7`). */
export const headFields = [field('id', 'integer', 'ID', { isReadOnly: true })]

export const madeFields = [
  field('assignedById', 'user', 'Ответственный'),
  field('createdBy', 'user', 'Кем создан', { isReadOnly: true, classicName: 'CREATED_BY_ID' }),
  field('updatedBy', 'user', 'Кем изменен', { isReadOnly: true, classicName: 'MODIFY_BY_ID' }),
  field('createdTime', 'datetime', 'Дата создания', { isReadOnly: true, classicName: 'DATE_CREATE' }),
  field('updatedTime', 'datetime', 'Дата изменения', { isReadOnly: true, classicName: 'DATE_MODIFY' }),
  field('lastActivityBy', 'user', 'Кто совершил последнюю активность', { isReadOnly: true }),
  field('lastActivityTime', 'datetime', 'Последняя активность', { isReadOnly: true }),
  field('opened', 'boolean', 'Доступен для всех'),
  field('webformId', 'integer', 'Создан CRM-формой'),
  field('observers', 'user', 'Наблюдатели', { isMultiple: true }),
]

export const movedFields = [
  field('movedBy', 'user', 'Кем изменена стадия', { isReadOnly: true, classicName: 'MOVED_BY_ID' }),
  field('movedTime', 'datetime', 'Дата изменения стадии', { isReadOnly: true }),
  field('previousStageId', 'crm_status', 'Предыдущая стадия', { isReadOnly: true, statusType: 'STAGES' }),
]

export const utmFields = ['Source', 'Medium', 'Campaign', 'Content', 'Term'].map((part) =>
  field(`utm${part}`, 'string', `UTM ${part}`),
)

export const originFields = [
  field('originatorId', 'string', 'Внешний источник'),
  field('originId', 'string', 'Идентификатор элемента во внешнем источнике'),
]

export const versionField = field('originVersion', 'string', 'Версия оригинала')

export const pointFields = [
  field('hasPhone', 'boolean', 'Задан телефон', { isReadOnly: true }),
  field('hasEmail', 'boolean', 'Задан e-mail', { isReadOnly: true }),
  field('hasImol', 'boolean', 'Задана открытая линия', { isReadOnly: true }),
  field('fm', 'crm_multifield', 'Мультиполя', { isMultiple: true }),
]

export const moneyFields = [
  field('currencyId', 'crm_currency', 'Валюта'),
  field('isManualOpportunity', 'boolean', 'Ручной режим суммы'),
  field('opportunity', 'double', 'Сумма', { blank: 0 }),
  field('taxValue', 'double', 'Сумма налога', { blank: 0 }),
]

export const clientFields = [
  field('companyId', 'crm_company', 'Компания', { blank: 0 }),
  field('contactId', 'crm_contact', 'Контакт', { blank: 0 }),
  field('contactIds', 'crm_contact', 'Контакты', { isMultiple: true }),
]

export const sourceFields = [
  field('sourceId', 'crm_status', 'Источник', { statusType: 'SOURCE' }),
  field('sourceDescription', 'text', 'Дополнительно об источнике'),
]

export const personFields = [
  field('honorific', 'crm_status', 'Обращение', { statusType: 'HONORIFIC' }),
  field('name', 'string', 'Имя'),
  field('secondName', 'string', 'Отчество'),
  field('lastName', 'string', 'Фамилия'),
  field('birthdate', 'date', 'Дата рождения'),
  field('post', 'string', 'Должность'),
]
