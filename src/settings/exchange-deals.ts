import { filledDictionary, template, text, texts, yesNo } from './kinds.ts'
import { option } from './option.ts'

/** Both last stages of the main pipeline of a new portal. */
export const usualFinalStages: readonly string[] = ['Сделка успешна', 'Сделка провалена']

/** Title of a deal made of an order, unless the settings say another. */
export const usualOrderTitle = 'Заказ {{ number }}'

/** Keys of exchanges that make cards with stages out of documents; `stages` are those that such documents usually have. */
export const dealKeys = (stages: Readonly<Record<string, string>> = {}) => ({
  pipeline: option(text().prefault(''), {
    ru: { title: 'Воронка', about: 'Название воронки. Пусто — основная.' },
    en: { title: 'Pipeline', about: 'Name of the pipeline. Empty: the main one.' },
    example: 'Сервис',
  }),
  stages: option(filledDictionary(stages), {
    ru: {
      title: 'Стадии по состояниям',
      about:
        'Состояние документа в 1С → стадия карточки (название или код). Разные состояния могут вести на одну стадию; регистр букв не важен. Состояние, которого нет в таблице, стадию не меняет. Записанное дополняет и заменяет обычное. Стадии портала показывает obmen24 portal stages.',
    },
    en: {
      title: 'Stages by state',
      about:
        'State of the document in 1C → stage of the card (name or code). Several states may lead to one stage; case does not matter. A state that the table lacks leaves the stage alone. What you write adds to the usual and replaces it. obmen24 portal stages shows the stages of the portal.',
    },
    example: { закрыт: 'Сделка успешна', отказ: 'Сделка провалена', заявка: 'В работе' },
  }),
  finalStages: option(texts().prefault([...usualFinalStages]), {
    ru: {
      title: 'Конечные стадии',
      about:
        'На каких стадиях сделка считается завершённой: в файле импорта она закрыта, на портале её не ищут по телефону. Успешные и провальные стадии портала конечные и без этого списка.',
    },
    en: {
      title: 'Final stages',
      about:
        'Stages at which a deal counts as finished: closed in the import file, and not looked for by phone on a portal. Won and lost stages of the portal are final without being listed.',
    },
    example: ['Сделка успешна', 'Сделка провалена', 'Архив'],
  }),
  numberField: option(text().prefault(''), {
    ru: {
      title: 'Поле номера',
      about:
        'Своё строковое поле карточки (код UF_CRM_… или название) для номера документа: по нему её потом находят. Пусто — не писать. Поля с кодом создаёт obmen24 check --create-fields.',
    },
    en: {
      title: 'Number field',
      about:
        'Custom text field of the card (code UF_CRM_… or title) for the number of the document: the card is found by it later. Empty: not written. obmen24 check --create-fields makes fields given by code.',
    },
    example: 'UF_CRM_ID_1C',
  }),
  source: option(text().optional(), {
    ru: { title: 'Источник', about: 'Источник сделок этого обмена; не задан — общий из bitrix24.source.' },
    en: { title: 'Source', about: 'Source of these deals; not set: the one of bitrix24.source.' },
    example: 'Интернет-магазин',
  }),
  dealType: option(text().optional(), {
    ru: { title: 'Тип сделки', about: 'Тип сделок этого обмена; не задан — общий из bitrix24.dealType.' },
    en: { title: 'Deal type', about: 'Type of these deals; not set: the one of bitrix24.dealType.' },
    example: 'Сервисное обслуживание',
  }),
  clients: option(yesNo().prefault(true), {
    ru: {
      title: 'Клиенты документа',
      about:
        'true — заводить и карточки клиентов, названных в документе; клиента с идентификатором 1С заводит обмен контрагентов или контактов, если он есть. false — только ссылаться на тех, кого принесли другие обмены.',
    },
    en: {
      title: 'Clients of the document',
      about:
        'true: also make cards of the clients named in the document; a client with a 1C id is made by the exchange of counterparties or contacts where there is one. false: only refer to those that other exchanges have brought.',
    },
  }),
})

/** The title of the card, with what the preset usually puts there. */
export const dealTitle = (usual: string) =>
  option(template().prefault(usual), {
    ru: {
      title: 'Название карточки',
      about:
        "Текст или шаблон Liquid в кавычках. Пусто, '' — обычное название получает только новая карточка, у найденной остаётся своё.",
    },
    en: {
      title: 'Title of the card',
      about:
        "A text or a quoted Liquid template. Empty, '': only a new card gets its usual title, one that is found keeps its own.",
    },
    example: 'Заявка № {{ number }} ({{ client }})',
  })
