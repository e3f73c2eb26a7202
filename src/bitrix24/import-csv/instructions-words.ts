import type { ProblemEntry } from '../../problems/entry.ts'
import type { Language } from '../../problems/language.ts'
import type { ImportEntity } from './entity.ts'

/** The sentences of the operator's page. */
export interface InstructionsWords {
  readonly title: string
  readonly lead: string
  readonly files: string
  readonly fileColumns: readonly string[]
  readonly before: string
  readonly beforeSteps: readonly string[]
  readonly check: (sample: string) => string
  readonly entity: Readonly<Record<ImportEntity, string>>
  readonly open: Readonly<Record<ImportEntity, string>>
  readonly counts: (records: number, rows: number) => string
  readonly setting: string
  readonly choose: string
  readonly ticked: string
  readonly unticked: string
  readonly asInResponsible: string
  readonly format: string
  readonly requisites: string
  readonly mapping: string
  readonly mappingSteps: readonly string[]
  readonly mapPresetId: string
  readonly mapIds: string
  readonly after: string
  readonly rejected: Readonly<Record<ImportEntity, string>>
  readonly problems: string
  readonly noProblems: string
  readonly shown: (first: number, all: number) => string
  readonly times: string
  readonly severity: Readonly<Record<ProblemEntry['severity'], string>>
  readonly what: string
  readonly action: string
}

export const instructionsWords: Readonly<Record<Language, InstructionsWords>> = {
  ru: {
    title: 'Импорт в Битрикс24: что загрузить и что выбрать',
    lead: 'Файлы подготовил obmen24. Загружайте их по порядку: контакты ищут компании, а сделки — компании, контакты и товары по имени.',
    files: 'Файлы по порядку',
    fileColumns: ['№', 'Файл', 'Куда', 'Записей', 'Строк', 'Не записано'],
    before: 'Прежде чем начать',
    beforeSteps: [
      'Не открывайте и не пересохраняйте файлы в Excel: он портит ИНН, БИК, телефоны и даты. Загружайте их как есть.',
      'Загрузка не откатывается. Для пробы скопируйте в Блокноте в отдельный файл заголовок и первые строки и загрузите сначала их.',
      'Нужны права на импорт в этих разделах CRM.',
    ],
    check: (sample) => `Сравните заголовки со своим порталом: на первом шаге мастера скачайте «${sample}» и выполните`,
    entity: { company: 'Компании', contact: 'Контакты', deal: 'Сделки', product: 'Товары' },
    open: {
      company: 'CRM → Компании → шестерёнка → «Импорт компаний»',
      contact: 'CRM → Контакты → шестерёнка → «Импорт контактов»',
      deal: 'CRM → Сделки → шестерёнка → «Импорт сделок»',
      product: 'CRM → Товары → «Импорт товаров»',
    },
    counts: (records, rows) => `записей ${records}, строк ${rows}`,
    setting: 'Настройка мастера',
    choose: 'Что выбрать',
    ticked: '☑ включить',
    unticked: '☐ выключить',
    asInResponsible: 'как записаны имена в колонке «Ответственный»',
    format: 'Шаг 1 мастера. Формат файла',
    requisites: 'Шаг 1 мастера. Реквизиты',
    mapping: 'Шаг 2 мастера. Соответствие полей',
    mappingSteps: ['Колонки должны встать на свои места сами. Если у колонки поле не выбрано, выберите его вручную.'],
    mapPresetId:
      'Колонка «Реквизит: ID шаблона» пуста, но должна остаться сопоставленной: без неё портал запишет все реквизиты в шаблон по умолчанию, и у ИП пропадёт ОГРНИП.',
    mapIds: 'Заголовки записаны кодами полей. Прежний мастер узнаёт их на любом языке, новый — нет: там поля выбирают вручную.',
    after: 'После загрузки',
    rejected: {
      company:
        'Отклонённые строки мастер отдаст файлом «Файл с неимпортированными компаниями»: исправьте их и загрузите этот файл так же.',
      contact: 'Отклонённые строки мастер отдаст отдельным файлом: исправьте их и загрузите этот файл так же.',
      deal: 'Отклонённые строки прежний мастер только покажет на экране: перепишите их номера до закрытия страницы.',
      product: 'Отклонённые строки мастер только покажет на экране: перепишите их номера до закрытия страницы.',
    },
    problems: 'На что обратить внимание',
    noProblems: 'Замечаний нет: все записи попали в файлы целиком.',
    shown: (first, all) => (first < all ? `Показаны первые ${first} из ${all}.` : `Всего ${all}.`),
    times: 'Сколько',
    severity: { error: 'ошибка', warning: 'внимание', notice: 'исправлено' },
    what: 'Что случилось',
    action: 'Что делать',
  },
  en: {
    title: 'Import to Bitrix24: what to upload and what to choose',
    lead: 'The files were made by obmen24. Upload them in this order: contacts look for companies, and deals for companies, contacts and products, by name.',
    files: 'Files in order',
    fileColumns: ['No.', 'File', 'Section', 'Records', 'Rows', 'Left out'],
    before: 'Before you start',
    beforeSteps: [
      'Do not open or save the files in Excel: it spoils tax numbers, bank codes, phones and dates. Upload them as they are.',
      'An import cannot be undone. To try it, copy the header and the first rows in Notepad to a file of their own and upload that first.',
      'You need the import permission for these sections of the CRM.',
    ],
    check: (sample) => `Compare the headers with your portal: on the first step of the wizard download “${sample}” and run`,
    entity: { company: 'Companies', contact: 'Contacts', deal: 'Deals', product: 'Products' },
    open: {
      company: 'CRM → Companies → gear → “Import Companies”',
      contact: 'CRM → Contacts → gear → “Import Contacts”',
      deal: 'CRM → Deals → gear → “Import Deals”',
      product: 'CRM → Products → “Import products”',
    },
    counts: (records, rows) => `${records} records, ${rows} rows`,
    setting: 'Setting of the wizard',
    choose: 'What to choose',
    ticked: '☑ tick',
    unticked: '☐ untick',
    asInResponsible: 'as the names in the column “Responsible person” are written',
    format: 'Wizard, step 1. File format',
    requisites: 'Wizard, step 1. Requisites (details)',
    mapping: 'Wizard, step 2. Field mapping',
    mappingSteps: ['The columns should find their places by themselves. Where a column has no field chosen, choose it by hand.'],
    mapPresetId:
      'The column “Реквизит: ID шаблона” is empty and must stay mapped: without it the portal puts all requisites under the default template, and sole proprietors lose their ОГРНИП.',
    mapIds:
      'The headers are field codes. The old wizard knows them in any language, the new one does not: choose the fields by hand there.',
    after: 'After the upload',
    rejected: {
      company:
        'The wizard offers the rejected rows as a file (“Download companies that failed to import”): correct them and upload that file the same way.',
      contact: 'The wizard offers the rejected rows as a file: correct them and upload that file the same way.',
      deal: 'The old wizard only shows rejected rows on the screen: write down their numbers before you close the page.',
      product: 'The wizard only shows rejected rows on the screen: write down their numbers before you close the page.',
    },
    problems: 'What needs attention',
    noProblems: 'Nothing to report: every record went into the files as a whole.',
    shown: (first, all) => (first < all ? `The first ${first} of ${all}.` : `${all} in all.`),
    times: 'Times',
    severity: { error: 'error', warning: 'attention', notice: 'mended' },
    what: 'What happened',
    action: 'What to do',
  },
}
