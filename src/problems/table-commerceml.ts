import type { ProblemEntry } from './entry.ts'

/** What can be wrong with a file that is well-formed XML. */
export const commercemlProblems = {
  'commerceml.other-root': {
    severity: 'error',
    what: {
      ru: 'Это не CommerceML: корневой элемент <{root}>, а нужен <КоммерческаяИнформация>',
      en: 'This is not CommerceML: the root element is <{root}>, <КоммерческаяИнформация> is needed',
    },
    cause: {
      ru: 'В папку попал файл другого обмена, схема или страница сайта',
      en: 'A file of another exchange, a schema or a web page got into the folder',
    },
    action: {
      ru: 'Уберите файл из папки обмена; если его пишет 1С, проверьте каталог выгрузки в настройке обмена',
      en: 'Take the file out of the exchange folder; if 1C writes it, check the export folder in its exchange settings',
    },
    retry: false,
  },
  'commerceml.fragment': {
    severity: 'warning',
    what: {
      ru: 'Файл начинается сразу с <{root}>, без <КоммерческаяИнформация>',
      en: 'The file starts with <{root}>, without <КоммерческаяИнформация>',
    },
    cause: {
      ru: 'Файл собран вручную или вырезан из большего; версия схемы и дата формирования неизвестны',
      en: 'The file was made by hand or cut out of a larger one; schema version and date are unknown',
    },
    action: {
      ru: 'Данные прочитаны; попросите 1С выгружать файл целиком',
      en: 'The data were read; have 1C export the whole file',
    },
    retry: false,
  },
  'commerceml.unknown-element': {
    severity: 'warning',
    what: { ru: 'Незнакомый раздел <{element}> пропущен', en: 'Unknown part <{element}> was passed over' },
    cause: { ru: 'Доработка конфигурации 1С или новая версия обмена', en: 'A customised 1C configuration or a newer exchange' },
    action: {
      ru: 'Остальное прочитано. Если раздел нужен, пришлите образец файла разработчикам',
      en: 'Everything else was read. If the part is needed, send a sample file to the developers',
    },
    retry: false,
  },
  'commerceml.group-twice': {
    severity: 'warning',
    what: {
      ru: 'Группа {id} стоит в файле дважды, у разных родителей',
      en: 'Group {id} stands in the file twice, under different parents',
    },
    cause: {
      ru: 'Один идентификатор у двух групп в 1С или склеенный файл',
      en: 'Two groups of 1C share an id, or files were glued together',
    },
    action: {
      ru: 'Взято последнее место; проверьте иерархию групп в 1С',
      en: 'The last place was taken; check the hierarchy of groups in 1C',
    },
    retry: false,
  },
  'commerceml.no-id': {
    severity: 'warning',
    what: { ru: 'У элемента <{element}> нет идентификатора', en: 'Element <{element}> has no id' },
    cause: { ru: '1С не заполнила Ид или он нулевой', en: '1C left Ид empty or zero' },
    action: {
      ru: 'Такую запись нельзя узнать при повторной выгрузке. Включите выгрузку Ид в настройке обмена 1С',
      en: 'Such a record cannot be recognised when it comes again. Have the 1C exchange write Ид',
    },
    retry: false,
  },
  'commerceml.old-offers': {
    severity: 'error',
    what: {
      ru: 'Пакет предложений записан в CommerceML 1.x (1С 7.7): <{element}> с ценами в атрибутах не читается',
      en: 'The package of offers is CommerceML 1.x (1C 7.7): <{element}> with prices in attributes is not read',
    },
    cause: {
      ru: 'Файл выгружен из 1С 7.7 или её обработкой. Из CommerceML 1.x читаются контрагенты, документы, товары и группы',
      en: '1C 7.7 wrote the file. Of CommerceML 1.x, counterparties, documents, goods and groups are read',
    },
    action: {
      ru: 'Выгрузите цены и остатки в CommerceML 2 или таблицей CSV, а остальное из этого файла отдельным файлом',
      en: 'Export prices and stock as CommerceML 2 or as a CSV table, and what else the file holds as a file of its own',
    },
    retry: false,
  },
  'commerceml.no-number': {
    severity: 'error',
    what: { ru: 'У документа нет номера', en: 'The document has no number' },
    cause: { ru: '1С выгрузила документ без элемента Номер', en: '1C exported the document without Номер' },
    action: {
      ru: 'Заполните номер документа в 1С и выгрузите его снова',
      en: 'Give the document a number in 1C and export it again',
    },
    retry: false,
  },
} as const satisfies Record<string, ProblemEntry>
