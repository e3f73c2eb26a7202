import type { Stock } from '../../../records/catalogue.ts'
import type { XmlNode } from '../xml/node.ts'
import type { Findings } from './findings.ts'
import { attributeOf, childrenOf, childText, textOf } from './node-access.ts'

/**
 * Stock of an offer, in any layout: `Склад` or `Склады` with attributes (2.x), a `Склады` around `Склад`,
 * `Остатки/Остаток/Склад` (3.1), `Остатки/Остаток/Количество` without a warehouse. Null: the file does not tell it.
 */
export function stockOf(node: XmlNode, findings: Findings): readonly Stock[] | null {
  const places = stockPlaces(node)
  if (places === null) return null
  return places.flatMap(({ warehouseId, text, field }) => {
    const quantity = findings.number(text, field)
    return quantity === null ? [] : [{ warehouseId, quantity }]
  })
}

interface StockPlace {
  readonly warehouseId: string
  readonly text: string
  readonly field: string
}

/** The places where a quantity of the offer stands, filled or not. */
function stockPlaces(node: XmlNode): readonly StockPlace[] | null {
  const places: StockPlace[] = []
  let told = false
  for (const child of node.children) {
    if (child.name === 'Склад') places.push(placeOf(child))
    else if (child.name === 'Склады') places.push(...placesOfList(child))
    else if (child.name === 'Остатки') for (const rest of childrenOf(child, 'Остаток')) places.push(...placesOfRest(rest))
    else continue
    told = true
  }
  return told ? places : null
}

// `ИзмененияПакетаПредложений` calls each single stock `Склады` (`1c-side.md §3.4`).
function placesOfList(list: XmlNode): readonly StockPlace[] {
  const inner = childrenOf(list, 'Склад')
  if (inner.length > 0) return inner.map(placeOf)
  return list.attributes === null && list.children.length === 0 ? [] : [placeOf(list)]
}

function placesOfRest(rest: XmlNode): readonly StockPlace[] {
  const text = childText(rest, 'Количество')
  const inner = childrenOf(rest, 'Склад').map(placeOf)
  const [only] = inner
  if (only === undefined) return [{ warehouseId: '', text, field: 'Количество' }]
  return inner.length === 1 && only.text === '' ? [{ ...only, text }] : inner
}

function placeOf(node: XmlNode): StockPlace {
  const warehouseId = attributeOf(node, 'ИдСклада') || childText(node, 'ИдСклада') || childText(node, 'Ид')
  for (const field of ['КоличествоНаСкладе', 'Количество']) {
    const text = attributeOf(node, field) || childText(node, field)
    if (text !== '') return { warehouseId, text, field }
  }
  return { warehouseId, text: textOf(node), field: node.name }
}
