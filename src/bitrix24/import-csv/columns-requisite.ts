import { type Column, type ColumnGroup, column, requiredColumn } from './column.ts'

/** Country of the requisite columns as the portal numbers and names it. */
export interface RequisiteCountry {
  readonly id: string
  readonly name: string
}

/**
 * Requisites, addresses and bank accounts (`bitrix24-csv-import.md §8.2`), in the order of the portal's sample.
 *
 * `RQ_PRESET_ID` stays empty in every row and still must be there: the importer keeps the preset that it matched by name only
 * where that column is mapped, and otherwise stores every requisite under the default preset, dropping the fields that one
 * lacks, ОГРНИП for instance (source of the importer, `importhelper.php`, `parseRequisiteFields`).
 */
export function requisiteColumns({ id, name }: RequisiteCountry): readonly Column[] {
  const country = (group: ColumnGroup, field: string, title: string, ...old: string[]) => {
    const prefix = `${group === 'bank' ? 'Банковский реквизит' : 'Реквизит'} (${name}): `
    const code = `${group === 'bank' ? 'BD' : 'RQ'}_RQ_${field}|${id}`
    return column(group, code, prefix + title, ...old.map((part) => prefix + part))
  }
  return [
    column('requisite', 'RQ_ID', 'Реквизит: ID'),
    requiredColumn('requisite', 'RQ_PRESET_ID', 'Реквизит: ID шаблона'),
    requiredColumn('requisite', 'RQ_PRESET_NAME', 'Реквизит: Шаблон'),
    column('requisite', 'RQ_PRESET_COUNTRY_ID', 'Реквизит: ID страны'),
    requiredColumn('requisite', 'RQ_NAME', 'Реквизит: Название'),
    column('requisite', 'RQ_ACTIVE', 'Реквизит: Активен'),
    column('requisite', 'RQ_SORT', 'Реквизит: Порядок сортировки'),
    country('requisite', 'INN', 'ИНН'),
    country('requisite', 'COMPANY_NAME', 'Сокращенное наименование организации'),
    country('requisite', 'COMPANY_FULL_NAME', 'Полное наименование организации'),
    country('requisite', 'OGRN', 'ОГРН'),
    country('requisite', 'KPP', 'КПП'),
    country('requisite', 'OKPO', 'ОКПО'),
    country('requisite', 'DIRECTOR', 'Ген. директор'),
    country('requisite', 'ACCOUNTANT', 'Гл. бухгалтер'),
    country('address', 'ADDR_TYPE', 'Адрес - тип'),
    country('address', 'ADDR_ADDRESS_1', 'Адрес - улица, номер дома', 'Адрес - улица'),
    country('address', 'ADDR_ADDRESS_2', 'Адрес - квартира, офис, комната, этаж', 'Адрес - квартира'),
    country('address', 'ADDR_CITY', 'Адрес - населенный пункт', 'Адрес - город'),
    country('address', 'ADDR_POSTAL_CODE', 'Адрес - почтовый индекс', 'Адрес - индекс'),
    country('address', 'ADDR_REGION', 'Адрес - район'),
    country('address', 'ADDR_PROVINCE', 'Адрес - регион', 'Адрес - область'),
    country('address', 'ADDR_COUNTRY', 'Адрес - страна'),
    country('requisite', 'LAST_NAME', 'Фамилия'),
    country('requisite', 'FIRST_NAME', 'Имя'),
    country('requisite', 'SECOND_NAME', 'Отчество'),
    country('requisite', 'OGRNIP', 'ОГРНИП'),
    column('bank', 'BD_ID', 'Банковский реквизит: ID'),
    column('bank', 'BD_NAME', 'Банковский реквизит: Название'),
    column('bank', 'BD_ACTIVE', 'Банковский реквизит: Активен'),
    column('bank', 'BD_SORT', 'Банковский реквизит: Порядок сортировки'),
    column('bank', 'BD_COMMENTS', 'Банковский реквизит: Комментарий'),
    country('bank', 'BANK_NAME', 'Наименование банка'),
    country('bank', 'BIK', 'БИК'),
    country('bank', 'ACC_NUM', 'Расчетный счёт', 'Расчётный счёт', 'Расчетный счет'),
    country('bank', 'COR_ACC_NUM', 'Кор. счёт', 'Кор. счет'),
    country('bank', 'ACC_CURRENCY', 'Валюта счёта', 'Валюта счета'),
  ]
}

/** Is the column one of those that the sample has only with «Импортировать реквизиты» ticked? */
export function isRequisiteColumn({ group }: Column): boolean {
  return group === 'requisite' || group === 'address' || group === 'bank'
}
