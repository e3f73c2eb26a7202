import { type Column, column, requiredColumn } from './column.ts'
import { pointColumns } from './columns-point.ts'

/**
 * Columns of the cards themselves that a draft can fill, in the order of the portal's samples (`bitrix24-csv-import.md §4–6, 12`).
 * Columns that nothing fills are left out on purpose: with duplicates set to «Заменять» the old wizard clears a mapped field by an
 * empty cell (`§10`).
 */
export const companyColumns: readonly Column[] = [
  requiredColumn('card', 'ID', 'ID'),
  requiredColumn('card', 'TITLE', 'Название компании', 'Название'),
  column('card', 'COMPANY_TYPE', 'Тип компании'),
  column('card', 'INDUSTRY', 'Сфера деятельности'),
  column('card', 'COMMENTS', 'Комментарий'),
  column('card', 'ASSIGNED_BY_ID', 'Ответственный'),
  ...pointColumns,
  opened(),
]

export const contactColumns: readonly Column[] = [
  requiredColumn('card', 'ID', 'ID'),
  column('card', 'HONORIFIC', 'Обращение'),
  requiredColumn('card', 'NAME', 'Имя'),
  requiredColumn('card', 'LAST_NAME', 'Фамилия'),
  column('card', 'SECOND_NAME', 'Отчество'),
  column('card', 'BIRTHDATE', 'Дата рождения'),
  column('card', 'COMPANY_TITLE', 'Компания'),
  column('card', 'ASSIGNED_BY_ID', 'Ответственный'),
  ...pointColumns,
  column('card', 'POST', 'Должность'),
  column('card', 'COMMENTS', 'Комментарий'),
  column('card', 'TYPE_ID', 'Тип контакта'),
  column('card', 'SOURCE_ID', 'Источник'),
  opened(),
]

/** `Товар` stands before `Цена` and `Количество`: the old wizard drops them where it has not seen a product yet (`§2.3`). */
export const dealColumns: readonly Column[] = [
  requiredColumn('card', 'ID', 'ID'),
  requiredColumn('card', 'TITLE', 'Название сделки', 'Название'),
  column('card', 'PROBABILITY', 'Вероятность'),
  column('card', 'COMPANY_ID', 'Компания'),
  column('card', 'CONTACT_ID', 'Контакт'),
  column('card', 'OPPORTUNITY', 'Сумма'),
  column('card', 'CURRENCY_ID', 'Валюта'),
  column('card', 'SOURCE_ID', 'Источник'),
  column('card', 'PRODUCT_ID', 'Товар'),
  column('card', 'PRODUCT_PRICE', 'Цена'),
  column('card', 'PRODUCT_QUANTITY', 'Количество'),
  column('card', 'CATEGORY_ID', 'Воронка', 'Направление'),
  column('card', 'STAGE_ID', 'Стадия сделки', 'Стадия'),
  column('card', 'CLOSED', 'Сделка закрыта'),
  opened(),
  column('card', 'TYPE_ID', 'Тип', 'Тип сделки'),
  column('card', 'COMMENTS', 'Комментарий'),
  column('card', 'BEGINDATE', 'Дата начала'),
  column('card', 'CLOSEDATE', 'Предполагаемая дата закрытия', 'Дата завершения'),
  column('card', 'ASSIGNED_BY_ID', 'Ответственный'),
]

export function productColumns(sectionLevels: number): readonly Column[] {
  return [
    requiredColumn('card', 'ID', 'ID'),
    requiredColumn('card', 'XML_ID', 'Внешний код'),
    requiredColumn('card', 'NAME', 'Название'),
    column('card', 'DESCRIPTION', 'Описание'),
    column('card', 'ACTIVE', 'Активен', 'Активность'),
    column('card', 'CURRENCY_ID', 'Валюта'),
    column('card', 'PRICE', 'Цена'),
    column('card', 'VAT_ID', 'Ставка НДС'),
    column('card', 'VAT_INCLUDED', 'НДС включён в цену', 'НДС включен в цену'),
    column('card', 'MEASURE', 'Единица измерения'),
    ...Array.from({ length: sectionLevels }, (_, level) => sectionColumn(level + 1)),
    column('card', 'SORT', 'Сорт.', 'Сортировка'),
    column('card', 'PREVIEW_PICTURE', 'Картинка для анонса'),
    column('card', 'DETAIL_PICTURE', 'Детальная картинка'),
  ]
}

function sectionColumn(level: number): Column {
  return column('card', `SECTION_ID_${level}`, `Раздел (уровень ${level})`)
}

function opened(): Column {
  return column('card', 'OPENED', 'Доступен для всех', 'Доступно для всех')
}
