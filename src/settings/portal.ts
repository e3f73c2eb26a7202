import { block, choice, duration, filledText, notAnAddress, text, yesNo } from './kinds.ts'
import { option } from './option.ts'

/** How the portal is reached and what it is told about itself; needed with `target: portal` (`bitrix24-rest.md §1, §2.6`). */
export const portal = option(
  block({
    webhook: option(
      block({
        file: option(notAnAddress().prefault('webhook.txt'), {
          ru: {
            title: 'Файл с адресом',
            about: 'Текстовый файл, в котором одна строка — адрес вебхука. Путь считается от папки файла настроек.',
          },
          en: {
            title: 'File with the address',
            about: 'A text file whose one line is the webhook address. The path counts from the settings file.',
          },
          example: 'webhook.txt',
        }),
        env: option(notAnAddress().prefault(''), {
          ru: {
            title: 'Переменная среды',
            about:
              'Имя переменной среды с адресом вебхука (или с путём к файлу, если к имени добавлено _FILE). Задана — файл не читается.',
          },
          en: {
            title: 'Environment variable',
            about:
              'Name of the environment variable with the webhook address (or the path of a file, with _FILE added to the name). When given, the file is not read.',
          },
          example: 'OBMEN24_WEBHOOK',
        }),
      }).prefault({}),
      {
        ru: {
          title: 'Входящий вебхук',
          about:
            'Где лежит адрес вебхука: «Разработчикам → Другое → Входящий вебхук», права crm и user. Сам адрес — это ключ от портала, в файл настроек его не пишут.',
        },
        en: {
          title: 'Inbound webhook',
          about:
            'Where the address of the webhook is (Developers → Other → Inbound webhook, scopes crm and user). The address is a key to the portal and does not belong in the settings file.',
        },
      },
    ),
    rate: option(choice(['standard', 'enterprise', 'unlimited']).prefault('standard'), {
      ru: {
        title: 'Темп запросов',
        about:
          'standard — 2 запроса в секунду, предел обычных тарифов; enterprise — 5 в секунду; unlimited — не ограничивать, для коробочной версии.',
      },
      en: {
        title: 'Pace of requests',
        about:
          'standard: 2 requests a second, the limit of the usual plans; enterprise: 5 a second; unlimited: for a self-hosted portal.',
      },
    }),
    originator: option(filledText().prefault('1C'), {
      ru: {
        title: 'Метка базы 1С',
        about:
          'Пишется в карточки как ORIGINATOR_ID и говорит, из какой базы 1С карточка. Двум базам на одном портале нужны разные метки; потом её не меняют.',
      },
      en: {
        title: 'Mark of the 1C base',
        about:
          'Written into cards as ORIGINATOR_ID: which 1C base a card comes from. Two bases on one portal need different marks; do not change it later.',
      },
      example: '1C-UT',
    }),
    automation: option(yesNo().prefault(false), {
      ru: {
        title: 'Запускать роботов',
        about:
          'false — новые карточки создаются без роботов и бизнес-процессов (у вебхука должно быть право на импорт); true — как будто их заводит человек.',
      },
      en: {
        title: 'Start automation',
        about:
          'false: new cards are made without automation rules and workflows (the webhook needs the right to import); true: as if a person made them.',
      },
    }),
    unknownWait: option(duration().prefault('70s'), {
      ru: {
        title: 'Ждать после потерянного ответа',
        about:
          'Сколько портал может ещё выполнять запрос, ответ на который не пришёл. Только после этого срока программа смотрит, что получилось; меньше минуты не ставьте.',
      },
      en: {
        title: 'Wait after a lost answer',
        about:
          'How long the portal may still be working on a request whose answer did not come. Only then the program looks what became of it; do not set less than a minute.',
      },
    }),
    patience: option(duration().prefault('15m'), {
      ru: {
        title: 'Терпение',
        about:
          'Сколько пережидать пределы портала и перебои связи. Потом запуск заканчивается, а следующий продолжает с того же места.',
      },
      en: {
        title: 'Patience',
        about:
          'How long limits of the portal and faults of the line are waited out. Then the run ends, and the next one goes on.',
      },
    }),
    ca: option(text().prefault(''), {
      ru: {
        title: 'Свой центр сертификации',
        about: 'Файл PEM с сертификатом своего центра: нужен, если портал или прокси внутри компании подписан им.',
      },
      en: {
        title: 'Own certificate authority',
        about: 'A PEM file of the company’s own authority, where the portal or a proxy is signed by it.',
      },
      example: 'company-ca.pem',
    }),
  }).prefault({}),
  {
    ru: {
      title: 'Связь с порталом',
      about: 'Как обращаться к порталу Битрикс24 при target: portal.',
    },
    en: {
      title: 'Connection to the portal',
      about: 'How the Bitrix24 portal is reached with target: portal.',
    },
  },
)
