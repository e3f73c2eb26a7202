import type { Language } from '../../problems/language.ts'

/** What the import wizard calls its settings, to the letter (`bitrix24-csv-import.md §2, §8.1, §10`). */
export interface WizardWords {
  readonly encoding: string
  readonly separator: string
  readonly semicolon: string
  readonly firstRow: string
  readonly skipEmpty: string
  readonly sample: string
  readonly nameFormat: string
  readonly requisites: string
  readonly matchPresets: string
  readonly presetsById: string
  readonly defaultPreset: string
  readonly sectionLevels: string
  readonly duplicates: string
  readonly uniqueness: string
  readonly uniquenessRequisites: string
  readonly importAll: string
  readonly replace: string
  readonly merge: string
  readonly skip: string
  readonly name: string
  readonly fullName: string
  readonly phone: string
  readonly inn: string
  readonly ogrn: string
  readonly ogrnip: string
  readonly account: string
}

/** Numbers of requisites stay Russian on an English portal too: they come from the phrases of the country (`§8.2`). */
const russianNumbers = { inn: 'ИНН', ogrn: 'ОГРН', ogrnip: 'ОГРНИП', account: 'Расчетный счёт' }

export const wizardWords: Readonly<Record<Language, WizardWords>> = {
  ru: {
    ...russianNumbers,
    encoding: 'Кодировка файла данных',
    separator: 'Разделитель колонок',
    semicolon: 'Точка с запятой',
    firstRow: 'Первая строка содержит заголовки',
    skipEmpty: 'Пропускать пустые колонки',
    sample: 'Шаблон импортируемого файла',
    nameFormat: 'Формат имени',
    requisites: 'Импортировать реквизиты',
    matchPresets: 'Сопоставлять шаблоны из файла импорта',
    presetsById: 'Использовать идентификаторы шаблонов для сопоставления',
    defaultPreset: 'Использовать шаблон по умолчанию, если не удалось сопоставить указанный в файле импорта',
    sectionLevels: 'Количество уровней разделов',
    duplicates: 'Что делаем с найденными дубликатами',
    uniqueness: 'Контроль уникальности',
    uniquenessRequisites: 'Контроль уникальности по реквизитам (Россия)',
    importAll: 'Разрешить',
    replace: 'Заменять',
    merge: 'Объединять',
    skip: 'Пропустить',
    name: 'Название',
    fullName: 'ФИО',
    phone: 'Телефон',
  },
  en: {
    ...russianNumbers,
    encoding: 'Data file encoding',
    separator: 'Column separator',
    semicolon: 'Semicolon',
    firstRow: 'First row is a header',
    skipEmpty: 'Skip empty columns',
    sample: 'Import file example',
    nameFormat: 'Name format',
    requisites: 'Import details',
    matchPresets: 'Match import file templates',
    presetsById: "Match using template ID's",
    defaultPreset: 'Use default template if no template could be matched to the one in the import file',
    sectionLevels: 'Number of section levels',
    duplicates: 'Existing records and duplicates',
    uniqueness: 'Uniqueness control',
    uniquenessRequisites: 'Details uniqueness control (Россия)',
    importAll: 'Import all',
    replace: 'Replace existing',
    merge: 'Merge',
    skip: 'Skip',
    name: 'Name',
    fullName: 'Full name',
    phone: 'Phone',
  },
}
