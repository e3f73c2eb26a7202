import type { Counterparty, Item } from './base.ts'
import { emptyBase } from './base.ts'

/** Orders written by hand, with which the models are proven: right in every respect but the one that a test is about. */
export function ordersFile(documents: readonly string[], attributes = 'ВерсияСхемы="2.05"'): Uint8Array {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<КоммерческаяИнформация ${attributes}>
${documents.join('\n')}
</КоммерческаяИнформация>
`
  return Buffer.from(text, 'utf8')
}

export interface WrittenOrder {
  readonly number?: string
  readonly date?: string
  readonly operation?: string
  readonly currency?: string
  readonly party?: string
  readonly goods?: readonly string[]
  /** Elements between the clients and the goods. */
  readonly extra?: string
  readonly requisites?: Readonly<Record<string, string>>
}

export function order({
  number = 'B24-1045',
  date = '<Дата>2026-03-05</Дата>',
  operation = 'Заказ товара',
  currency = '<Валюта>RUB</Валюта>',
  party = romashka,
  goods = [row()],
  extra = '<Время>10:15:00</Время>',
  requisites = {},
}: WrittenOrder = {}): string {
  const values = Object.entries(requisites).map(
    ([name, value]) => `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`,
  )
  return `<Документ><Ид>1045</Ид><Номер>${number}</Номер>${date}<ХозОперация>${operation}</ХозОперация><Роль>Продавец</Роль>
${currency}<Курс>1</Курс><Сумма>120.00</Сумма><Контрагенты>${party}</Контрагенты>${extra}
<Товары>${goods.join('')}</Товары><ЗначенияРеквизитов>${values.join('')}</ЗначенияРеквизитов></Документ>`
}

export const romashka = party('Ромашка ООО', '<ИНН>7701000019</ИНН><КПП>770101001</КПП>')

export function party(name: string, more = '', form = 'ОфициальноеНаименование'): string {
  return `<Контрагент><Ид>c-1</Ид><Наименование>${name}</Наименование><${form}>${name}</${form}><Роль>Покупатель</Роль>${more}</Контрагент>`
}

export interface WrittenRow {
  readonly id?: string
  readonly name?: string
  readonly article?: string
  readonly quantity?: string
  readonly price?: string
  readonly amount?: string
  readonly more?: string
}

export function row({
  id = bolt.ref,
  name = 'Болт М10',
  article = '',
  quantity = '10',
  price = '12.00',
  amount = '120.00',
  more = '',
}: WrittenRow = {}): string {
  const known = id === '' ? '' : `<Ид>${id}</Ид>`
  const marked = article === '' ? '' : `<Артикул>${article}</Артикул>`
  return `<Товар>${known}${marked}<Наименование>${name}</Наименование><БазоваяЕдиница Код="796">шт</БазоваяЕдиница>
<ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Количество>${quantity}</Количество><Сумма>${amount}</Сумма>${more}</Товар>`
}

export const bolt: Item = {
  ref: '4f1a0001-0000-4000-8000-000000000001',
  name: 'Болт М10',
  article: 'БЛТ-10',
  isService: false,
  characteristics: [{ ref: '4f1a0001-0000-4000-8000-0000000000c1', name: 'оцинкованный' }],
}

export const known: Counterparty = {
  ref: '4f1a0002-0000-4000-8000-000000000001',
  name: 'Ромашка ООО',
  fullName: 'ООО "Ромашка"',
  isLegal: true,
  inn: '7701000019',
  kpp: '770101001',
  phone: '+7 495 000-00-01',
  email: 'info@romashka.example',
  address: '101000, Москва, ул. Примерная, д. 1',
  siteId: '',
}

/** A base that knows the client and the product of `order()`. */
export function smallBase() {
  return structuredClone(
    emptyBase({ counterparties: [known], goods: [bolt], organizations: ['ООО "Свет"'], warehouses: ['Основной склад'] }),
  )
}
