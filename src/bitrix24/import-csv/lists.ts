/** One value of a list of the portal. `id` is what the API calls it (`CUSTOMER`), empty where only the text is known. */
export interface ListItem {
  readonly id: string
  readonly name: string
}

/** Null: the list of the portal is not known; values are written as they come. */
export type ListItems = readonly ListItem[] | null

export interface ImportLists {
  readonly companyType: ListItems
  readonly industry: ListItems
  readonly contactType: ListItems
  readonly salutation: ListItems
  readonly source: ListItems
  readonly dealType: ListItems
  readonly pipeline: ListItems
  /** By name of the pipeline, `''` for the main one; a pipeline that is not here is not checked. */
  readonly stages: Readonly<Record<string, readonly ListItem[]>>
  readonly currency: ListItems
  /** Names of VAT rates exactly as the portal has them. */
  readonly vat: ListItems
  /** Symbols of units exactly as the portal has them; `id` is the ОКЕИ code. */
  readonly measure: ListItems
}

/** What a new Russian portal starts with (`bitrix24-csv-import.md §4–6, 12`). Portals edit these lists: settings may replace each. */
export const defaultLists: ImportLists = {
  companyType: items({
    CUSTOMER: 'Клиент',
    SUPPLIER: 'Поставщик',
    COMPETITOR: 'Конкурент',
    PARTNER: 'Партнер',
    OTHER: 'Другое',
  }),
  industry: items({
    IT: 'Информационные технологии',
    TELECOM: 'Телекоммуникации и связь',
    MANUFACTURING: 'Производство',
    BANKING: 'Банковские услуги',
    CONSULTING: 'Консалтинг',
    FINANCE: 'Финансы',
    GOVERNMENT: 'Правительство',
    DELIVERY: 'Доставка',
    ENTERTAINMENT: 'Развлечения',
    NOTPROFIT: 'Не для получения прибыли',
    OTHER: 'Другое',
  }),
  contactType: items({ CLIENT: 'Клиенты', SUPPLIER: 'Поставщики', PARTNER: 'Партнеры', OTHER: 'Другое' }),
  salutation: null,
  source: items({
    CALL: 'Звонок',
    EMAIL: 'Электронная почта',
    WEB: 'Веб-сайт',
    ADVERTISING: 'Реклама',
    PARTNER: 'Существующий клиент',
    RECOMMENDATION: 'По рекомендации',
    TRADE_SHOW: 'Выставка',
    WEBFORM: 'CRM-форма',
    CALLBACK: 'Обратный звонок',
    RC_GENERATOR: 'Генератор продаж',
    STORE: 'Интернет-магазин',
    OTHER: 'Другое',
  }),
  dealType: items({
    SALE: 'Продажа',
    COMPLEX: 'Комплексная продажа',
    GOODS: 'Продажа товара',
    SERVICES: 'Продажа услуги',
    SERVICE: 'Сервисное обслуживание',
  }),
  pipeline: null,
  stages: {
    '': items({
      NEW: 'Новая',
      PREPARATION: 'Подготовка документов',
      // The first letter is a Latin C in the portal's own language file.
      PREPAYMENT_INVOICE: 'Cчёт на предоплату',
      EXECUTING: 'В работе',
      FINAL_INVOICE: 'Финальный счёт',
      WON: 'Сделка успешна',
      LOSE: 'Сделка провалена',
      APOLOGY: 'Анализ причины провала',
    }),
  },
  currency: items({ RUB: 'RUB', USD: 'USD', EUR: 'EUR' }),
  vat: items({ 'Без НДС': 'Без НДС', '20': 'НДС 20%' }),
  measure: items({ '796': 'шт', '166': 'кг' }),
}

function items(names: Readonly<Record<string, string>>): readonly ListItem[] {
  return Object.entries(names).map(([id, name]) => ({ id, name }))
}
