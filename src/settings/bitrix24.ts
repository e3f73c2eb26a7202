import { bitrix24Lists } from './bitrix24-lists.ts'
import { bitrix24Words } from './bitrix24-words.ts'
import { block, choice, filledText, text, whole, yesNo } from './kinds.ts'
import { option } from './option.ts'

/** Facts about the portal that import files need (`bitrix24-csv-import.md §4–§6, §8, §12`). */
export const bitrix24 = option(
  block({
    headers: option(choice(['titles', 'ids']).prefault('titles'), {
      ru: {
        title: 'Заголовки столбцов',
        about:
          'titles — русские названия полей, подходят обоим мастерам импорта; ids — коды полей (TITLE, UF_CRM_…) для старого мастера на портале с другим языком.',
      },
      en: {
        title: 'Column headers',
        about:
          'titles: Russian field names, good for both import wizards; ids: field codes (TITLE, UF_CRM_…) for the old wizard on a portal in another language.',
      },
    }),
    responsible: option(text().prefault(''), {
      ru: {
        title: 'Ответственный',
        about:
          'Кого назначить ответственным: номер пользователя или «Имя Фамилия», как на портале. Пусто — выберет мастер импорта.',
      },
      en: {
        title: 'Responsible person',
        about: 'User id, or the name as the portal shows it. Empty: the import wizard decides.',
      },
      example: 'Мария Ларина',
    }),
    openToAll: option(yesNo().prefault(true), {
      ru: { title: 'Доступен для всех', about: 'Видят ли новые карточки все сотрудники.' },
      en: { title: 'Available to everyone', about: 'Whether every employee sees the new cards.' },
    }),
    companyType: option(text().prefault('Клиент'), {
      ru: { title: 'Тип компании', about: 'Тип новых компаний, если обмен не задаёт своего. Название из справочника портала.' },
      en: { title: 'Company type', about: 'Type of new companies where the exchange gives none. A name from the portal’s list.' },
    }),
    contactType: option(text().prefault('Клиенты'), {
      ru: { title: 'Тип контакта', about: 'Тип новых контактов, если обмен не задаёт своего.' },
      en: { title: 'Contact type', about: 'Type of new contacts where the exchange gives none.' },
    }),
    source: option(text().prefault(''), {
      ru: { title: 'Источник', about: 'Источник новых контактов и сделок. Пусто — не указывать.' },
      en: { title: 'Source', about: 'Source of new contacts and deals. Empty: not written.' },
      example: 'Существующий клиент',
    }),
    dealType: option(text().prefault(''), {
      ru: { title: 'Тип сделки', about: 'Тип новых сделок. Пусто — не указывать.' },
      en: { title: 'Deal type', about: 'Type of new deals. Empty: not written.' },
      example: 'Продажа услуги',
    }),
    sectionLevels: option(whole(1, 30).prefault(3), {
      ru: {
        title: 'Уровни разделов',
        about: 'Сколько уровней групп товаров писать; то же число указывают на первом шаге импорта товаров.',
      },
      en: {
        title: 'Section levels',
        about: 'How many levels of product groups to write; give the same number on step 1 of the product import.',
      },
    }),
    presets: option(
      block({
        organization: option(filledText().prefault('Организация'), {
          ru: { title: 'Для юридических лиц', about: 'Название шаблона реквизитов.' },
          en: { title: 'For companies', about: 'Name of the requisite template.' },
        }),
        soleProprietor: option(filledText().prefault('ИП'), {
          ru: { title: 'Для ИП', about: 'Название шаблона реквизитов.' },
          en: { title: 'For sole proprietors', about: 'Name of the requisite template.' },
        }),
        person: option(filledText().prefault('Физ. лицо'), {
          ru: { title: 'Для физических лиц', about: 'Название шаблона реквизитов.' },
          en: { title: 'For private persons', about: 'Name of the requisite template.' },
        }),
      }).prefault({}),
      {
        ru: {
          title: 'Шаблоны реквизитов',
          about: 'Как шаблоны называются на портале: CRM → Настройки → Реквизиты. Без совпадения имени реквизиты не загрузятся.',
        },
        en: {
          title: 'Requisite templates',
          about: 'What the templates are called on the portal. Without the exact name requisites are not imported.',
        },
      },
    ),
    idFields: option(
      block({
        company: option(text().prefault(''), {
          ru: { title: 'У компании', about: 'Код поля (UF_CRM_…) или его название.' },
          en: { title: 'Of a company', about: 'Code of the field (UF_CRM_…) or its title.' },
          example: 'UF_CRM_ID_1C',
        }),
        contact: option(text().prefault(''), {
          ru: { title: 'У контакта', about: 'Код поля (UF_CRM_…) или его название.' },
          en: { title: 'Of a contact', about: 'Code of the field (UF_CRM_…) or its title.' },
          example: 'UF_CRM_ID_1C',
        }),
        deal: option(text().prefault(''), {
          ru: { title: 'У сделки', about: 'Код поля (UF_CRM_…) или его название.' },
          en: { title: 'Of a deal', about: 'Code of the field (UF_CRM_…) or its title.' },
          example: 'UF_CRM_ID_1C',
        }),
      }).prefault({}),
      {
        ru: {
          title: 'Поля для идентификатора 1С',
          about:
            'Своё строковое поле портала, куда писать идентификатор 1С: по нему потом находят карточку. Пусто — не писать. У товара для этого есть «Внешний код».',
        },
        en: {
          title: 'Fields for the 1C id',
          about:
            'A custom text field of the portal that takes the 1C id: cards are found by it later. Empty: not written. Products have «Внешний код» for it.',
        },
      },
    ),
    ...bitrix24Words,
    lists: bitrix24Lists,
  }).prefault({}),
  {
    ru: {
      title: 'Портал Битрикс24',
      about:
        'Что нужно знать о портале, чтобы файлы импорта загрузились без потерь: незнакомые названия мастер импорта молча пропускает.',
    },
    en: {
      title: 'The Bitrix24 portal',
      about:
        'What has to be known of the portal so that import files load without loss: the wizard silently drops names it does not know.',
    },
  },
)
