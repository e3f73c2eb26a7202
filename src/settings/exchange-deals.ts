import { filledDictionary, template, text, texts, yesNo } from './kinds.ts'
import { option } from './option.ts'

/** Both last stages of the main pipeline of a new portal. */
export const usualFinalStages: readonly string[] = ['Сделка успешна', 'Сделка провалена']

/** Title of a deal made of an order, unless the settings say another. */
export const usualOrderTitle = 'Заказ {{ number }}'

/** Keys of exchanges that make cards with stages out of documents; `stages` are those that such documents usually have. */
export const dealKeys = (stages: Readonly<Record<string, string>> = {}) => ({
  pipeline: option(text().prefault(''), {
    ru: { title: 'Воронка', about: 'Название или номер воронки. Пусто — основная.' },
    en: { title: 'Pipeline', about: 'Name or number of the pipeline. Empty: the main one.' },
    example: 'Сервис',
  }),
  stages: option(filledDictionary(stages), {
    ru: {
      title: 'Стадии по состояниям',
      about:
        "Состояние документа в 1С → стадия карточки (название или код); '' — стадию не менять. Разные состояния могут вести на одну стадию; регистр букв не важен. Строка с состоянием, которого в таблице нет, не принимается; у счетов такое состояние стадию не меняет, у заказов тогда решают признаки из stagesBySign. Без таблицы стадии не меняются. Записанное дополняет и заменяет обычное. Стадии портала показывает obmen24 portal stages.",
    },
    en: {
      title: 'Stages by state',
      about:
        "State of the document in 1C → stage of the card (name or code); '' leaves the stage alone. Several states may lead to one stage; case does not matter. A row whose state the table lacks is refused; of invoices such a state leaves the stage alone, of orders the signs of stagesBySign decide then. Without a table stages are left alone. What you write adds to the usual and replaces it. obmen24 portal stages shows the stages of the portal.",
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
        'Своё строковое поле карточки (код UF_CRM_… или название) для номера документа: по нему её потом находят (number-field в match). Если такого поля на портале нет, документы не принимаются. Пусто — не писать. Поля с кодом создаёт obmen24 check --create-fields.',
    },
    en: {
      title: 'Number field',
      about:
        'Custom text field of the card (code UF_CRM_… or title) for the number of the document: the card is found by it later (number-field in match). Where the portal has no such field, the documents are refused. Empty: not written. obmen24 check --create-fields makes fields given by code.',
    },
    example: 'UF_CRM_ID_1C',
  }),
  source: option(text().optional(), {
    ru: {
      title: 'Источник',
      about:
        'Источник карточек этого обмена, новых и найденных; у заказов — только новых. Не задан — общий из bitrix24.source, только у новых.',
    },
    en: {
      title: 'Source',
      about:
        'Source of these cards, new ones and matched ones; of orders only of new ones. Not set: the one of bitrix24.source, only of new ones.',
    },
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
        'true — заводить и карточки клиентов, названных в документе. При target: portal клиента таблицы с идентификатором 1С заводит обмен контрагентов или контактов, если он есть, и документ его ждёт; о клиенте заказа говорит сам заказ. false — только ссылаться на тех, кого принесли другие обмены.',
    },
    en: {
      title: 'Clients of the document',
      about:
        'true: also make cards of the clients named in the document. With target: portal a client of a table who has a 1C id is made by the exchange of counterparties or contacts where there is one, and the document waits; an order tells of its client itself. false: only refer to those that other exchanges have brought.',
    },
  }),
})

/** The title of the card, with what the preset usually puts there. */
export const dealTitle = (usual: string) =>
  option(template().prefault(usual), {
    ru: {
      title: 'Название карточки',
      about:
        "Текст или шаблон Liquid в кавычках. Пусто, '' — обычное название получает только новая карточка, у найденной остаётся своё; заказы с их обычным названием поступают так же.",
    },
    en: {
      title: 'Title of the card',
      about:
        "A text or a quoted Liquid template. Empty, '': only a new card gets its usual title, one that is found keeps its own; orders with their usual title do the same.",
    },
    example: 'Заявка № {{ number }} ({{ client }})',
  })
