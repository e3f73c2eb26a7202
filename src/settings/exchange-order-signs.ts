import { block, text } from './kinds.ts'
import { option } from './option.ts'

const state = (usual: string, ru: string, en: string) =>
  option(text().prefault(usual), {
    ru: { title: ru, about: 'Стадия сделки. Пусто — не указывать.' },
    en: { title: en, about: 'Stage of the deal. Empty: not written.' },
  })

/** Stages of a new portal, by what 1C lets one know of an order (`1c-side.md §4`, `bitrix24-csv-import.md §6`). */
export const stagesBySign = option(
  block({
    notPosted: state('Новая', 'Не проведён', 'Not posted'),
    posted: state('Подготовка документов', 'Проведён, не оплачен и не отгружен', 'Posted, neither paid nor shipped'),
    paid: state('В работе', 'Оплачен, не отгружен', 'Paid, not shipped'),
    shipped: state('Финальный счёт', 'Отгружен, не оплачен', 'Shipped, not paid'),
    completed: state('Сделка успешна', 'Оплачен и отгружен', 'Paid and shipped'),
    cancelled: state('Сделка провалена', 'Отменён', 'Cancelled'),
    deleted: state('Сделка провалена', 'Помечен на удаление (если deleted: keep)', 'Marked for deletion (with deleted: keep)'),
  }).prefault({}),
  {
    ru: {
      title: 'Стадии по признакам заказа',
      about:
        'Типовая 1С не выгружает статус, а даёт признаки: проведён, оплачен, отгружен. Какой стадии соответствует каждый. Статус с названием ищется раньше, в stages.',
    },
    en: {
      title: 'Stages by signs of the order',
      about:
        'A typical 1C exports no status, but signs: posted, paid, shipped. Which stage each stands for. A status with a name is looked up first, in stages.',
    },
  },
)
