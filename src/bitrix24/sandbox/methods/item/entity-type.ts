import { failures } from '../failures.ts'
import { integerOf } from '../params.ts'
import {
  clientFields,
  headFields,
  madeFields,
  moneyFields,
  movedFields,
  originFields,
  personFields,
  pointFields,
  sourceFields,
  utmFields,
  versionField,
} from './common-fields.ts'
import { field, type ItemField } from './field.ts'

export interface EntityType {
  readonly id: number
  /** `ownerType` of product rows and the like. */
  readonly code: string
  /** Entity of its custom fields. */
  readonly userFieldEntity: string
  /** What a title begins with that the portal makes up: `Company #51`. */
  readonly word: string
  readonly fields: readonly ItemField[]
  readonly fieldsByName: ReadonlyMap<string, ItemField>
  /** Directory of the stages of a pipeline, or null: it has none. */
  stageDirectory(categoryId: number): string | null
}

/** The types of `bitrix24-rest.md §2.1` that the sandbox has; smart processes it has none. */
export const entityTypes: readonly EntityType[] = [
  entityType(1, 'L', 'CRM_LEAD', 'Lead', () => 'STATUS', [
    field('title', 'string', 'Название лида'),
    ...personFields,
    field('companyTitle', 'string', 'Название компании'),
    field('comments', 'text', 'Комментарий'),
    field('stageId', 'crm_status', 'Стадия', { statusType: 'STAGES', classicName: 'STATUS_ID' }),
    field('stageSemanticId', 'string', 'Состояние стадии', { isReadOnly: true, classicName: 'STATUS_SEMANTIC_ID' }),
    field('statusDescription', 'text', 'Дополнительно о стадии'),
    ...sourceFields,
    ...clientFields,
    ...moneyFields,
    ...madeFields,
    ...movedFields,
    ...originFields,
    ...utmFields,
    ...pointFields,
  ]),
  entityType(2, 'D', 'CRM_DEAL', 'Deal', (category) => (category === 0 ? 'DEAL_STAGE' : `DEAL_STAGE_${category}`), [
    field('title', 'string', 'Название'),
    field('typeId', 'crm_status', 'Тип', { statusType: 'DEAL_TYPE' }),
    field('categoryId', 'crm_category', 'Воронка', { blank: 0 }),
    field('stageId', 'crm_status', 'Стадия сделки', { statusType: 'STAGES' }),
    field('stageSemanticId', 'string', 'Группа стадии', { isReadOnly: true }),
    field('isRecurring', 'boolean', 'Регулярная сделка'),
    field('closed', 'boolean', 'Закрыта', { isReadOnly: true }),
    field('probability', 'integer', 'Вероятность'),
    ...moneyFields,
    ...clientFields,
    field('quoteId', 'crm_quote', 'Предложение'),
    field('leadId', 'crm_lead', 'Лид'),
    field('begindate', 'date', 'Дата начала'),
    field('closedate', 'date', 'Предполагаемая дата закрытия'),
    field('comments', 'text', 'Комментарий'),
    field('additionalInfo', 'text', 'Дополнительная информация'),
    field('locationId', 'string', 'Местоположение'),
    ...sourceFields,
    ...madeFields,
    ...movedFields,
    ...originFields,
    ...utmFields,
  ]),
  entityType(3, 'C', 'CRM_CONTACT', 'Contact', () => null, [
    ...personFields,
    field('photo', 'file', 'Фотография'),
    field('typeId', 'crm_status', 'Тип контакта', { statusType: 'CONTACT_TYPE' }),
    ...sourceFields,
    field('comments', 'text', 'Комментарий'),
    field('export', 'boolean', 'Участвует в экспорте контактов'),
    field('companyId', 'crm_company', 'Компания', { blank: 0 }),
    field('companyIds', 'crm_company', 'Компании', { isMultiple: true }),
    field('leadId', 'crm_lead', 'Лид'),
    field('categoryId', 'crm_category', 'Воронка', { blank: 0 }),
    ...madeFields,
    ...originFields,
    versionField,
    ...utmFields,
    ...pointFields,
  ]),
  entityType(4, 'CO', 'CRM_COMPANY', 'Company', () => null, [
    field('title', 'string', 'Название компании'),
    field('typeId', 'crm_status', 'Тип компании', { statusType: 'COMPANY_TYPE', classicName: 'COMPANY_TYPE' }),
    field('logo', 'file', 'Логотип'),
    field('bankingDetails', 'text', 'Банковские реквизиты'),
    field('industry', 'crm_status', 'Сфера деятельности', { statusType: 'INDUSTRY' }),
    field('employees', 'crm_status', 'Кол-во сотрудников', { statusType: 'EMPLOYEES' }),
    field('currencyId', 'crm_currency', 'Валюта'),
    field('revenue', 'double', 'Годовой оборот', { blank: 0 }),
    field('comments', 'text', 'Комментарий'),
    field('isMyCompany', 'boolean', 'Моя компания'),
    field('contactIds', 'crm_contact', 'Контакты', { isMultiple: true, classicName: 'CONTACT_ID' }),
    field('leadId', 'crm_lead', 'Лид'),
    field('categoryId', 'crm_category', 'Воронка', { blank: 0 }),
    ...madeFields,
    ...originFields,
    versionField,
    ...utmFields,
    ...pointFields,
  ]),
  entityType(7, 'Q', 'CRM_QUOTE', 'Quote', () => 'QUOTE_STATUS', [
    field('title', 'string', 'Тема'),
    field('quoteNumber', 'string', 'Номер'),
    field('stageId', 'crm_status', 'Стадия', { statusType: 'STAGES', classicName: 'STATUS_ID' }),
    field('content', 'text', 'Содержание'),
    field('terms', 'text', 'Условия'),
    field('comments', 'text', 'Комментарий'),
    field('dealId', 'crm_deal', 'Сделка'),
    field('leadId', 'crm_lead', 'Лид'),
    ...clientFields,
    field('mycompanyId', 'crm_company', 'Реквизиты вашей компании'),
    field('begindate', 'date', 'Дата выставления'),
    field('closedate', 'date', 'Дата завершения'),
    field('actualDate', 'date', 'Действует до'),
    ...moneyFields,
    ...madeFields,
    ...utmFields,
  ]),
  entityType(31, 'SI', 'CRM_SMART_INVOICE', 'Invoice', (category) => `SMART_INVOICE_STAGE_${category}`, [
    field('title', 'string', 'Тема'),
    field('xmlId', 'string', 'Внешний код'),
    field('accountNumber', 'string', 'Номер'),
    field('categoryId', 'crm_category', 'Воронка', { isReadOnly: true }),
    field('stageId', 'crm_status', 'Стадия', { statusType: 'STAGES' }),
    field('begindate', 'date', 'Дата выставления'),
    field('closedate', 'date', 'Срок оплаты'),
    field('comments', 'text', 'Комментарий'),
    field('mycompanyId', 'crm_company', 'Реквизиты вашей компании'),
    ...clientFields,
    field('parentId2', 'crm_deal', 'Сделка'),
    field('parentId7', 'crm_quote', 'Предложение'),
    ...sourceFields,
    ...moneyFields,
    ...madeFields,
    ...movedFields,
  ]),
]

/** The type that a call names, or the refusal of `bitrix24-rest.md §2.2`. */
export function entityTypeOf(given: unknown): EntityType {
  const found = typeById(integerOf(given))
  if (found === undefined) throw failures.typeNotFound()
  return found
}

export function typeById(id: number): EntityType | undefined {
  return entityTypes.find((type) => type.id === id)
}

function entityType(
  id: number,
  code: string,
  userFieldEntity: string,
  word: string,
  stageDirectory: EntityType['stageDirectory'],
  own: readonly ItemField[],
): EntityType {
  const fields = [...headFields, ...own]
  const fieldsByName = new Map(fields.map((one) => [one.name, one]))
  return { id, code, userFieldEntity, word, fields, fieldsByName, stageDirectory }
}
