import { block, choice, choices, keeping, yesNo } from './kinds.ts'
import { option } from './option.ts'

export const answer = option(
  block({
    files: option(choices(['csv', 'xml', 'json']).prefault(['csv']), {
      ru: {
        title: 'Виды файлов',
        about:
          'В каком виде писать результат для 1С: csv читается любой версией платформы, json — с 8.3.6, xml — через ЧтениеXML. Можно несколько; [] — не писать.',
      },
      en: {
        title: 'Kinds of files',
        about:
          'The form of the result for 1C: any platform reads csv, json needs 8.3.6, xml goes through ЧтениеXML. Several are allowed; [] writes none.',
      },
      example: ['csv', 'json'],
    }),
    encoding: option(choice(['utf-8-bom', 'utf-8', 'windows-1251']).prefault('utf-8-bom'), {
      ru: {
        title: 'Кодировка csv',
        about: 'По BOM 1С узнаёт UTF-8 сама; windows-1251 — для 7.7 и старых обработок. xml и json всегда в UTF-8.',
      },
      en: {
        title: 'Encoding of csv',
        about: 'A BOM lets 1C recognise UTF-8; windows-1251 is for 7.7 and old code. xml and json are always UTF-8.',
      },
    }),
    keep: option(keeping().prefault('30d'), {
      ru: { title: 'Хранить', about: 'Сколько хранить старые файлы ответа: 1С читает их при следующем своём запуске.' },
      en: { title: 'Keep', about: 'How long old answer files stay: 1C reads them on its next run.' },
      example: 'forever',
    }),
    status: option(yesNo().prefault(true), {
      ru: {
        title: 'Файл состояния',
        about: 'Писать в папку ответов файл состояния: когда был последний обмен, чем закончился, что ждёт человека.',
      },
      en: {
        title: 'Status file',
        about: 'Write a status file among the answers: when the last exchange was, how it ended, what waits for a person.',
      },
    }),
    links: option(yesNo().prefault(false), {
      ru: {
        title: 'Файл связей',
        about:
          'После каждого обмена с порталом писать среди ответов links.csv: какая карточка Битрикс24 у какого идентификатора 1С.',
      },
      en: {
        title: 'File of links',
        about:
          'After every exchange with the portal write links.csv among the answers: which Bitrix24 card belongs to which 1C id.',
      },
    }),
  }).prefault({}),
  {
    ru: { title: 'Ответ для 1С', about: 'Файлы результата: по строке на каждую строку, которая пришла из 1С.' },
    en: { title: 'Answer for 1C', about: 'Result files: one line for every row that came from 1C.' },
  },
)
