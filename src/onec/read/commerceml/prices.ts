import type { Price } from '../../../records/catalogue.ts'
import type { XmlNode } from '../xml/node.ts'
import type { ExtraFields } from './extra.ts'
import type { Findings } from './findings.ts'
import { childOf, childrenOf, valueIn } from './node-access.ts'

/** `Цены/Цена`; null where the element is absent, which means "prices are not told", not "no price". */
export function pricesOf(node: XmlNode, findings: Findings): readonly Price[] | null {
  const list = childOf(node, 'Цены')
  if (list === undefined) return null
  return childrenOf(list, 'Цена').map((item) => ({
    priceTypeId: valueIn(item, 'ИдТипаЦены'),
    value: findings.number(valueIn(item, 'ЦенаЗаЕдиницу'), 'ЦенаЗаЕдиницу'),
    currency: findings.currency(valueIn(item, 'Валюта')),
    unit: valueIn(item, 'Единица'),
    ratio: findings.number(valueIn(item, 'Коэффициент'), 'Коэффициент') ?? '1',
  }))
}

/** What a price says beside that, such as the quantity from which it holds. */
export function addPriceRest(extra: ExtraFields, node: XmlNode): void {
  for (const price of childrenOf(childOf(node, 'Цены'), 'Цена')) extra.addRest(price, known, 'Цены.Цена')
}

// `Представление` says the price once more, in words.
const known = new Set('Представление ИдТипаЦены ЦенаЗаЕдиницу Валюта Единица Коэффициент'.split(' '))
