import * as z from 'zod'
import { choice, dictionary, filledText, template, text, texts, yesNo } from './kinds.ts'
import { type Declaration, expecting, option } from './option.ts'

export const presetText: Declaration = {
  ru: {
    title: 'Вид обмена',
    about: 'Что приносит файл. Вид приносит всё обычное, в обмене пишут только то, что отличается.',
    expected:
      'один из видов: counterparties, contacts, work-orders, bookings, orders, contracts, invoices, document-rows, catalogue',
  },
  en: {
    title: 'Preset',
    about: 'What the file brings. The preset brings everything usual; write only what differs.',
    expected: 'one of: counterparties, contacts, work-orders, bookings, orders, contracts, invoices, document-rows, catalogue',
  },
}

/** Keys that every exchange has. */
export const commonKeys = {
  name: option(filledText(), {
    ru: { title: 'Название', about: 'Как обмен называется в отчётах и ответах; у каждого своё.' },
    en: { title: 'Name', about: 'What the exchange is called in reports and answers; each has its own.' },
    example: 'Контрагенты',
  }),
  enabled: option(yesNo().prefault(true), {
    ru: { title: 'Включён', about: 'false выключает обмен, не стирая его настроек.' },
    en: { title: 'Enabled', about: 'false turns the exchange off and keeps its settings.' },
  }),
  files: option(texts().prefault([]), {
    ru: { title: 'Маски файлов', about: 'Какие файлы берёт этот обмен. Не заданы — любые, чьё содержимое подходит виду обмена.' },
    en: { title: 'File masks', about: 'Which files the exchange takes. Not given: any whose content suits the preset.' },
    example: ['contragents*.xml', 'kontragenty*.csv'],
  }),
  only: option(
    expecting(
      z.record(z.string(), texts()),
      'пары «поле: [значение, значение]»',
      'pairs of a field and its values: { organisation: [one, another] }',
    ).prefault({}),
    {
      ru: {
        title: 'Отбор',
        about:
          'Брать только записи, у которых поле или столбец имеет одно из значений. Остальные строки попадут в ответ как пропущенные.',
      },
      en: {
        title: 'Only',
        about: 'Take only records whose field or column has one of the values. Other rows are answered as skipped.',
      },
      example: { organisation: ['ИП Смирнов А.А.'] },
    },
  ),
  values: option(
    expecting(
      z.record(z.string(), dictionary()),
      'пары «поле: { слово 1С: слово портала }»',
      'pairs of a field and a table of words: { role: { buyer: Client } }',
    ).prefault({}),
    {
      ru: {
        title: 'Таблицы значений',
        about:
          'Поле из fields, или role (роль контрагента: по ней выбирается тип компании и контакта) → что вместо чего писать. Значения, которых в таблице нет, остаются как есть.',
      },
      en: {
        title: 'Value tables',
        about:
          'Field of fields, or role (of a counterparty: the type of the company or contact comes from it) → what to write instead of what. Values that are not in the table stay as they are.',
      },
      example: { role: { Покупатель: 'Клиент', Поставщик: 'Поставщик' } },
    },
  ),
  fields: option(
    expecting(
      z.record(z.string(), template()),
      'пары «поле портала: столбец или шаблон»',
      'pairs of a portal field and a column or a template',
    ).prefault({}),
    {
      ru: {
        title: 'Поля портала',
        about:
          "Поле портала (код UF_CRM_…, название своего поля, comments, source …) ← столбец, элемент 1С или шаблон Liquid в кавычках. Имя из нескольких слов в шаблоне: {{ ['Номер заказа'] }}.",
      },
      en: {
        title: 'Portal fields',
        about:
          "Portal field (code UF_CRM_…, title of a custom field, comments, source …) ← column, element of 1C, or a quoted Liquid template. A name of several words in a template: {{ ['Номер заказа'] }}.",
      },
      example: { UF_CRM_MANAGER: 'Менеджер', comments: '{{ comment }}{% if ВИП %} { VIP }{% endif %}' },
    },
  ),
  deleted: option(choice(['skip', 'keep']).prefault('skip'), {
    ru: { title: 'Помеченные на удаление', about: 'skip — не загружать, в ответе «пропущено»; keep — загружать как остальные.' },
    en: { title: 'Marked for deletion', about: 'skip: not imported, answered as skipped; keep: imported like the others.' },
  }),
  responsible: option(text().prefault(''), {
    ru: { title: 'Ответственный', about: 'Ответственный для этого обмена; пусто — общий из bitrix24.responsible.' },
    en: { title: 'Responsible person', about: 'For this exchange; empty: the one of bitrix24.responsible.' },
    example: 'Пётр Орлов',
  }),
}

/** How a table file is written; what is not set is found out from the file itself. */
export const tableKeys = {
  encoding: option(choice(['utf-8', 'windows-1251', 'cp866']).optional(), {
    ru: {
      title: 'Кодировка CSV',
      about: 'Не задана — определяется по файлу (см. reading.encoding). Действует, если у обмена заданы files.',
    },
    en: {
      title: 'Encoding of CSV',
      about: 'Not set: found out from the file (see reading.encoding). Works where the exchange has files.',
    },
  }),
  delimiter: option(choice([';', ',', 'tab', '|']).optional(), {
    ru: {
      title: 'Разделитель CSV',
      about: 'Не задан — определяется по файлу. Действует, если у обмена заданы files.',
      expected: "';' или ',' или '|' в кавычках, или слово tab",
    },
    en: {
      title: 'Delimiter of CSV',
      about: 'Not set: found out from the file. Works where the exchange has files.',
      expected: "';' or ',' or '|' in quotes, or the word tab",
    },
  }),
  header: option(yesNo().optional(), {
    ru: {
      title: 'Есть строка заголовков',
      about:
        'Не задано — определяется по файлу. Для false столбцы в columns задают номерами. Действует, если у обмена заданы files.',
    },
    en: {
      title: 'Has a header row',
      about: 'Not set: found out from the file. With false, give columns by number. Works where the exchange has files.',
    },
  }),
  joinLines: option(yesNo().prefault(true), {
    ru: {
      title: 'Склеивать строки',
      about:
        'Перенос строки внутри ячейки без кавычек рвёт запись на две; склеивать, пока столбцов меньше, чем в заголовке. false действует, если у обмена заданы files.',
    },
    en: {
      title: 'Join lines',
      about:
        'A line break in an unquoted cell tears a row in two; join them while there are fewer cells than headers. false works where the exchange has files.',
    },
  }),
}
