import { columnKey } from './column-key.ts'
import type { Field } from './fields.ts'

/** What a kind of document calls the column of a field by itself: more trusted than the usual names, and less. */
type OwnNames = { readonly [K in keyof typeof usual]?: readonly [before: readonly string[], after?: readonly string[]] }

interface DocumentColumns {
  readonly own: OwnNames
  /** Fields beside those that say what kind of table it is anyway. */
  readonly telling?: readonly (keyof typeof usual)[]
  /** Fields that only this kind has. */
  readonly more?: readonly Field[]
}

/**
 * Columns of a table of documents of one kind. A name that the kind gives to one field is no usual name of another: `Договор` is
 * the number of a contract, and the contract of an invoice.
 */
export function documentFields({ own, telling = [], more = [] }: DocumentColumns): readonly Field[] {
  const names = [
    ...Object.values(own).flatMap(([before, after = []]) => [...before, ...after]),
    ...more.flatMap(({ spellings }) => spellings),
  ]
  const claimed = new Set(names.map(columnKey))
  const shared = Object.entries<Omit<Field, 'name'>>(usual).map(([name, field]) => {
    const [before = [], after = []] = own[name as keyof typeof usual] ?? []
    const free = field.spellings.filter((each) => !claimed.has(columnKey(each)))
    const said = { name, ...field, spellings: [...before, ...free, ...after] }
    return (telling as readonly string[]).includes(name) ? { ...said, telling: true, quiet: false } : said
  })
  return [...shared, ...more]
}

/** How columns with ids or codes of something are called: `Ид клиента`, `Клиент ИД`, `GUID клиента`, `Код клиента`. */
export function idNames(nominative: string, genitive: string): readonly string[] {
  const words = ['Ид', 'ID', 'GUID', 'ГУИД', 'УИД', 'Код']
  return [...words.map((word) => `${word} ${genitive}`), ...words.map((word) => `${nominative} ${word}`)]
}

/** Names of the number of a contract, in a table of contracts and in tables that refer to one. */
export const contractNumbers = ['Номер договора', '№ договора', 'Contract number']

const usual = {
  id: {
    spellings: [
      'Ид',
      'ID',
      'GUID',
      'ГУИД',
      'УИД',
      'УникальныйИдентификатор',
      ...idNames('Документ', 'документа'),
      'id_1C',
      'Ссылка',
    ],
    digits: true,
  },
  number: {
    spellings: ['Номер', '№', 'Номер документа', '№ документа', 'Number'],
    requiredUnless: ['id'],
    digits: true,
    telling: true,
  },
  date: { spellings: ['Дата', 'Дата документа', 'Date'] },
  state: { spellings: ['Состояние', 'Статус', 'State', 'Status'], telling: true },
  amount: {
    spellings: [
      'Сумма',
      'Сумма документа',
      'Итого',
      'Всего',
      'Сумма заказа',
      'Сумма всего',
      'Сумма с НДС',
      'Всего к оплате',
      'Итого к оплате',
      'К оплате',
      'Стоимость',
      'Amount',
      'Total',
    ],
    telling: true,
  },
  currency: { spellings: ['Валюта', 'Валюта документа', 'Currency'] },
  organisation: { spellings: ['Организация', 'Наша организация', 'Фирма', 'Organisation', 'Organization'] },
  clientId: {
    spellings: [
      ...idNames('Клиент', 'клиента'),
      ...idNames('Контрагент', 'контрагента'),
      ...idNames('Заказчик', 'заказчика'),
      ...idNames('Покупатель', 'покупателя'),
    ],
    digits: true,
    quiet: true,
  },
  client: {
    spellings: ['Заказчик', 'Клиент', 'Контрагент', 'Покупатель', 'ФИО клиента', 'ФИО', 'Client', 'Customer'],
    telling: true,
  },
  clientInn: { spellings: ['ИНН', 'ИНН клиента', 'ИНН заказчика', 'ИНН контрагента', 'ИНН покупателя'], digits: true },
  payerId: { spellings: idNames('Плательщик', 'плательщика'), digits: true, quiet: true },
  payer: { spellings: ['Плательщик', 'Payer'], quiet: true },
  phone: {
    spellings: [
      'Телефон',
      'Телефоны',
      'Тел.',
      'Телефон клиента',
      'Телефон заказчика',
      'Телефон контрагента',
      'Телефон покупателя',
      'Контактный телефон',
      'Номер телефона',
      'Phone',
      'Телефон 2',
    ],
    many: true,
    digits: true,
  },
  mobile: {
    spellings: ['Мобильный телефон', 'Мобильный', 'Телефон мобильный', 'Сотовый', 'Сотовый телефон', 'Mobile'],
    many: true,
    digits: true,
  },
  email: {
    spellings: ['E-mail', 'Email', 'Почта', 'Эл. почта', 'Электронная почта', 'E-mail клиента', 'Почта клиента'],
    many: true,
  },
  persons: {
    spellings: [...idNames('Контактное лицо', 'контактного лица'), ...idNames('Контактные лица', 'контактных лиц')],
    digits: true,
    quiet: true,
  },
  basis: {
    spellings: [
      ...idNames('Основание', 'основания'),
      'Документ-основание',
      'Основание',
      'Документ основания',
      'Номер основания',
      'Basis',
    ],
    digits: true,
    quiet: true,
  },
  contract: {
    spellings: [...idNames('Договор', 'договора'), ...contractNumbers, 'Договор', 'Договор контрагента', 'Contract'],
    digits: true,
    quiet: true,
  },
  beginDate: { spellings: ['Дата начала', 'Начало', 'Begin date', 'Start date'], quiet: true },
  endDate: { spellings: ['Дата окончания', 'Окончание', 'Дата завершения', 'End date'], quiet: true },
  portalId: {
    spellings: [
      'CRM_ID',
      'Ид CRM',
      'Ид Б24',
      'Б24 Ид',
      'Ид Битрикс24',
      'Битрикс24 Ид',
      'ID Битрикс24',
      'Битрикс24 ID',
      'Номер в Битрикс24',
      'B24_ID',
      'Bitrix24 ID',
    ],
    digits: true,
    quiet: true,
  },
  comment: { spellings: ['Комментарий', 'Комментарии', 'Примечание', 'Причина обращения', 'Описание', 'Comment'] },
  deleted: { spellings: ['ПометкаУдаления', 'Пометка на удаление', 'Помечен на удаление', 'Удален', 'Удалена', 'Deleted'] },
} satisfies Readonly<Record<string, Omit<Field, 'name'>>>
