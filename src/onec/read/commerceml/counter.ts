import { filledId } from '../../../values/reference.ts'
import { compareKey } from '../../../values/text.ts'
import type { XmlNode } from '../xml/node.ts'
import { attributeOf, childOf, childrenOf, childText, valueIn } from './node-access.ts'
import type { RecordElement } from './structure.ts'

/** Counts what a file holds, from the elements alone: nothing is parsed for it. */
export class Counter {
  readonly #counts: Record<string, number> = {}
  // Ids of one file fit in memory; orders of a shop share one buyer anyway.
  readonly #counterparties = new Set<string>()

  count(record: RecordElement, node: XmlNode): void {
    if (record === 'group') this.#countGroup(node)
    else if (record === 'counterparty') this.#countCounterparty(node)
    else if (record === 'order') this.#countOrder(node)
    else this.#countSimple(record, node)
  }

  done(): Readonly<Record<string, number>> {
    const counts = { ...this.#counts }
    if (this.#counterparties.size > 0) counts['counterparty'] = this.#counterparties.size
    return Object.freeze(counts)
  }

  #countSimple(record: RecordElement, node: XmlNode): void {
    if (record === 'offer') this.#plus('stock', stockCount(node))
    if (record === 'offer' || record === 'product') this.#plus('price', priceCount(node))
    this.#plus(countName(record, node), 1)
  }

  // 1C-Bitrix lists the properties that a section shows inside the section itself.
  #countGroup(node: XmlNode): void {
    this.#plus(countName('group', node), 1)
    this.#plus('property', childrenOf(childOf(node, 'СвойстваЭлементов'), 'Свойство').length)
    for (const list of childrenOf(node, 'Группы')) for (const child of childrenOf(list, 'Группа')) this.#countGroup(child)
  }

  #countCounterparty(node: XmlNode): void {
    const id = filledId(childText(node, 'Ид') || attributeOf(node, 'Идентификатор') || attributeOf(node, 'Ид'))
    const key = () => `${valueIn(node, 'ИНН')}/${valueIn(node, 'КПП')}/${compareKey(valueIn(node, 'Наименование'))}`
    this.#counterparties.add(id || key())
    this.#plus('contactPerson', childrenOf(childOf(node, 'Представители'), 'Представитель').length)
  }

  // Rows of 3.1 call their price `Цена` too; a list of warehouses in a document is a list of warehouses.
  #countOrder(node: XmlNode): void {
    this.#plus('order', 1)
    const rows = childrenOf(childOf(node, 'Товары'), 'Товар')
    this.#plus('orderRow', rows.length + childrenOf(node, 'ТоварнаяПозиция').length)
    for (const row of rows) this.#plus('price', childrenOf(row, 'Цена').length)
    this.#plus('warehouse', childrenOf(childOf(node, 'Склады'), 'Склад').length)
    for (const child of childrenOf(childOf(node, 'Контрагенты'), 'Контрагент')) this.#countCounterparty(child)
  }

  #plus(name: string, count: number): void {
    if (count > 0) this.#counts[name] = (this.#counts[name] ?? 0) + count
  }
}

// `product`, `group` and `property` are those of 2.x and 3.x; the attribute style of 1.x and the goods' properties of 2.03 have
// names of their own, so that each number is a count of one element.
function countName(record: RecordElement, node: XmlNode): string {
  if (node.name === 'СвойствоНоменклатуры') return 'goodsProperty'
  const isFlat =
    node.attributes !== null && (node.attributes.has('Идентификатор') || node.attributes.has('ИдентификаторВКаталоге'))
  return isFlat && (record === 'product' || record === 'group') ? `${record}77` : record
}

function priceCount(node: XmlNode): number {
  return childrenOf(childOf(node, 'Цены'), 'Цена').length
}

function stockCount(node: XmlNode): number {
  let count = 0
  for (const child of node.children) {
    if (child.name === 'Склад') count += 1
    else if (child.name === 'Склады') count += Math.max(1, childrenOf(child, 'Склад').length)
    else if (child.name === 'Остатки') count += childrenOf(child, 'Остаток').length
  }
  return count
}
