import { dictionary, template, text, texts, yesNo } from './kinds.ts'
import { option } from './option.ts'

/** Both last stages of the main pipeline of a new portal. */
export const usualFinalStages: readonly string[] = ['Сделка успешна', 'Сделка провалена']

/** Keys of exchanges that make deals out of documents. */
export const dealKeys = {
  pipeline: option(text().prefault(''), {
    ru: { title: 'Воронка', about: 'Название воронки сделок. Пусто — основная.' },
    en: { title: 'Pipeline', about: 'Name of the deal pipeline. Empty: the main one.' },
    example: 'Сервис',
  }),
  stages: option(dictionary().prefault({}), {
    ru: {
      title: 'Стадии по состояниям',
      about:
        'Состояние документа в 1С → стадия сделки (название или код). Разные состояния могут вести на одну стадию. Регистр букв не важен.',
    },
    en: {
      title: 'Stages by state',
      about:
        'State of the document in 1C → stage of the deal (name or code). Several states may lead to one stage. Case does not matter.',
    },
    example: { закрыт: 'Сделка успешна', отказ: 'Сделка провалена', заявка: 'В работе' },
  }),
  finalStages: option(texts().prefault([...usualFinalStages]), {
    ru: { title: 'Конечные стадии', about: 'На каких стадиях сделка считается закрытой.' },
    en: { title: 'Final stages', about: 'Stages at which a deal counts as closed.' },
  }),
  numberField: option(text().prefault(''), {
    ru: {
      title: 'Поле номера',
      about:
        'Своё строковое поле сделки (код UF_CRM_… или название) для номера документа: по нему сделку потом находят. Пусто — не писать.',
    },
    en: {
      title: 'Number field',
      about:
        'Custom text field of the deal (code UF_CRM_… or title) for the number of the document: the deal is found by it later. Empty: not written.',
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
      about: 'Готовить и карточки клиентов (компаний, контактов), названных в документе: без них сделка останется без клиента.',
    },
    en: {
      title: 'Clients of the document',
      about: 'Also make cards of the clients named in the document: without them a deal has no client.',
    },
  }),
}

/** The title of a deal, with what the preset usually puts there. */
export const dealTitle = (usual: string) =>
  option(template().prefault(usual), {
    ru: { title: 'Название сделки', about: 'Текст или шаблон Liquid в кавычках.' },
    en: { title: 'Deal title', about: 'A text or a quoted Liquid template.' },
    example: 'Заявка № {{ number }} ({{ client }})',
  })
