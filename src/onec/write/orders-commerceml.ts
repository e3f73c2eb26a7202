import { XMLBuilder } from 'fast-xml-parser'
import type { OutDocument, OutMessage, OutRow } from '../../records/out-document.ts'
import { compare, type Decimal, divide, multiply, round, sum, toFixed } from '../../values/decimal.ts'
import { okei } from '../../values/okei.ts'
import { countedRows, isItemId } from './outgoing-goods.ts'
import { partyOf } from './outgoing-party.ts'
import { cutText, orderText } from './outgoing-text.ts'

/**
 * Orders as typical configurations read them (`1c-side.md §5`): UTF-8 without a namespace, because with one УТ 11 checks the file
 * against its schema; only «Заказ товара», because anything else stops it at the rest of the file; no `Склады`, which УТ 11 cannot
 * read without all their parts. `container`: each order inside `Контейнер`, as the 3.1 extension wants it.
 */
export async function* writeOrders(
  { at, documents }: OutMessage,
  { container }: { readonly container: boolean },
): AsyncGenerator<string> {
  const made = at.slice(0, 19)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`
  if (documents.length === 0) {
    yield `<КоммерческаяИнформация ВерсияСхемы="${container ? '3.1' : '2.05'}" ДатаФормирования="${made}"/>\n`
    return
  }
  yield `<КоммерческаяИнформация ВерсияСхемы="${container ? '3.1' : '2.05'}" ДатаФормирования="${made}">\n`
  for (const document of documents) {
    const order = orderOf(document, container)
    yield builder.build(container ? { Контейнер: { Документ: order } } : { Документ: order })
  }
  yield '</КоммерческаяИнформация>\n'
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
  indentBy: ' ',
})

type Element = Readonly<Record<string, unknown>>

// No element is ever empty: to 1C an empty one is an object and not a text, and УТ 11 takes an empty `Значение` for that of the requisite
// before. In the order of the schema, and `Номер`, `Дата`, `Время` as УТ 10.3 needs them: it reads from the top.
function orderOf(document: OutDocument, is31: boolean): Element {
  const { id, portalId, number, date, currency, amount, client } = document
  const rows = countedRows(document)
  const comment = cutText(document.comment, 3000)
  return {
    Ид: cutText(id, 40) || String(portalId),
    ...(is31 ? { ПометкаУдаления: 'false' } : {}),
    Номер: orderText(number),
    Дата: date.slice(0, 10),
    ХозОперация: 'Заказ товара',
    Роль: 'Продавец',
    Валюта: currency,
    // УТ 10.3 believes it; of another currency the rate is not known here.
    ...(is31 || /^(?:RUB|руб)$/i.test(currency) ? { Курс: '1' } : {}),
    Сумма: money(amount),
    ...(client === null ? {} : { Контрагенты: { Контрагент: partyOf(client) } }),
    Время: date.slice(11, 19) || '00:00:00',
    ...(comment === '' ? {} : { Комментарий: comment }),
    ...taxesOf(rows),
    Товары: { Товар: rows.map(rowOf) },
    ЗначенияРеквизитов: {
      ЗначениеРеквизита: requisitesOf(document).map(([Наименование, Значение]) => ({ Наименование, Значение })),
    },
  }
}

/** Each name once: what the settings give goes before what is written of itself. УТ 10.3 makes «Финальный статус» a category. */
function requisitesOf({ status, cancelled, completed, requisites }: OutDocument): readonly (readonly [string, string])[] {
  const own = [
    { name: 'Статус заказа', value: status },
    { name: 'Отменен', value: cancelled ? 'true' : 'false' },
    { name: 'Финальный статус', value: completed ? 'true' : 'false' },
  ]
  const values = [...own, ...requisites].map(({ name, value }) => [cutText(name, 250), cutText(value, 1000)] as const)
  return [...new Map(values.filter(([name, value]) => name !== '' && value !== ''))]
}

function rowOf(row: OutRow): Element {
  const { productId, service, unitCode, unitName, price, listPrice, quantity, amount, discount, vat } = row
  const article = cutText(row.article, 50)
  // УТ 11 takes what stands behind `#` for a characteristic, and without the id of one it fails over the whole file.
  const name = cutText(row.name.replaceAll('#', '№'), isItemId(productId) ? 250 : 100)
  return {
    ...(productId === '' ? {} : { Ид: cutText(productId, 80) }),
    ...(article === '' ? {} : { Артикул: article }),
    ...(name === '' ? {} : { Наименование: name }),
    БазоваяЕдиница: unitOf(unitCode, unitName),
    // In each row: УТ 11 gives one without a rate that of the row before.
    СтавкиНалогов: { СтавкаНалога: { Наименование: 'НДС', Ставка: vat ?? 'Без НДС' } },
    ЗначенияРеквизитов: {
      ЗначениеРеквизита: [{ Наименование: 'ТипНоменклатуры', Значение: service ? 'Услуга' : 'Товар' }],
    },
    ЦенаЗаЕдиницу: listPrice == null ? money(price) : listPriceText(listPrice),
    Количество: quantity,
    Сумма: money(amount),
    Коэффициент: '1',
    ...(vat === null ? {} : { Налоги: { Налог: { ...tax(vatOf(amount, vat)), Ставка: vat } } }),
    ...(money(discount) === '0.00'
      ? {}
      : { Скидки: { Скидка: { Наименование: 'Скидка', Сумма: money(discount), УчтеноВСумме: 'true' } } }),
  }
}

// Without them УТ 11 puts the tax on top of the amounts, and УНФ takes the order for one that is not taxed.
function taxesOf(rows: readonly OutRow[]): Element {
  const taxed = rows.flatMap(({ amount, vat }) => (vat === null ? [] : [vatOf(amount, vat)]))
  return taxed.length === 0 ? {} : { Налоги: { Налог: tax(sum(taxed)) } }
}

function tax(amount: Decimal): Element {
  return { Наименование: 'НДС', УчтеноВСумме: 'true', Сумма: money(amount) }
}

/** The tax inside an amount: 20 of 120. */
function vatOf(amount: Decimal, percent: Decimal): Decimal {
  return divide(multiply(amount, percent), sum(['100', percent]), 2)
}

// `Код` in three digits, as ОКЕИ has it and 1C keeps it.
function unitOf(code: string, name: string): Element {
  const number = /^\d+$/.test(code) ? code.padStart(3, '0') : orderText(code)
  const known = okei.find((unit) => unit.code === number)
  return {
    ...(number === '' ? {} : { '@Код': number, '@НаименованиеПолное': known?.name ?? orderText(name) }),
    ...(known === undefined || known.international === '' ? {} : { '@МеждународноеСокращение': known.international }),
    '#text': orderText(name) || (known?.symbol ?? 'шт'),
  }
}

// 1C may have prices of more places than the portal.
function listPriceText(price: Decimal): string {
  return compare(round(price, 2), price) === 0 ? money(price) : toFixed(price, 4)
}

function money(amount: Decimal): string {
  return toFixed(amount, 2)
}
