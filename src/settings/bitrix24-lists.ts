import { block, texts } from './kinds.ts'
import { option } from './option.ts'

const list = (usual: string[], ru: string, en: string) =>
  option(texts().prefault(usual), {
    ru: { title: ru, about: 'Названия из справочника портала.' },
    en: { title: en, about: 'Names from the portal’s list.' },
  })

/** Items as a new portal has them (`bitrix24-csv-import.md §4–§6`); every portal may have changed its own. */
export const bitrix24Lists = option(
  block({
    companyTypes: list(['Клиент', 'Поставщик', 'Конкурент', 'Партнер', 'Другое'], 'Типы компаний', 'Company types'),
    industries: list(
      [
        'Информационные технологии',
        'Телекоммуникации и связь',
        'Производство',
        'Банковские услуги',
        'Консалтинг',
        'Финансы',
        'Правительство',
        'Доставка',
        'Развлечения',
        'Не для получения прибыли',
        'Другое',
      ],
      'Сферы деятельности',
      'Industries',
    ),
    contactTypes: list(['Клиенты', 'Поставщики', 'Партнеры', 'Другое'], 'Типы контактов', 'Contact types'),
    sources: list(
      [
        'Звонок',
        'Электронная почта',
        'Веб-сайт',
        'Реклама',
        'Существующий клиент',
        'По рекомендации',
        'Выставка',
        'CRM-форма',
        'Обратный звонок',
        'Генератор продаж',
        'Интернет-магазин',
        'Другое',
      ],
      'Источники',
      'Sources',
    ),
    dealTypes: list(
      ['Продажа', 'Комплексная продажа', 'Продажа товара', 'Продажа услуги', 'Сервисное обслуживание'],
      'Типы сделок',
      'Deal types',
    ),
    measures: list(['м', 'л', 'г', 'кг', 'шт'], 'Единицы измерения', 'Units of measure'),
    currencies: list(['RUB', 'USD', 'EUR', 'BYN', 'KZT', 'UAH'], 'Валюты', 'Currencies'),
  }).prefault({}),
  {
    ru: {
      title: 'Справочники портала',
      about:
        'По ним проверяется то, что пишется в файлы: незнакомое значение мастер импорта теряет молча. Заданный список заменяет обычный; [] — не проверять.',
    },
    en: {
      title: 'Lists of the portal',
      about:
        'What goes into the files is checked against them: the wizard silently loses values it does not know. A list given replaces the usual one; [] turns the check off.',
    },
  },
)
