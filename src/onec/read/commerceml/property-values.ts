import type { PropertyValue } from '../../../records/catalogue.ts'
import type { XmlNode } from '../xml/node.ts'
import type { ExtraFields } from './extra.ts'
import { filled } from './filled.ts'
import { attributeOf, childOf, childrenOf, childText, textOf } from './node-access.ts'

/**
 * Filled values of the properties of a good or an offer, sorted by property: the order of the file is not stable. Several
 * values of one come as several `Значение`, or (1C-Bitrix) as `ЗначениеСвойства/Значение`; 1.x has them in attributes.
 */
export function propertyValuesOf(node: XmlNode): readonly PropertyValue[] {
  const values: PropertyValue[] = []
  for (const item of itemsOf(node)) {
    const propertyId = childText(item, 'Ид')
    const nested = childrenOf(item, 'ЗначениеСвойства').flatMap((inner) => childrenOf(inner, 'Значение'))
    const texts = new Set([...childrenOf(item, 'Значение'), ...nested].map(textOf).map(filled))
    for (const value of texts) if (value !== '') values.push({ propertyId, value })
  }
  for (const item of childrenOf(node, 'ЗначениеСвойства')) {
    const value = attributeOf(item, 'Значение')
    if (value !== '') values.push({ propertyId: attributeOf(item, 'ИдентификаторСвойства'), value })
  }
  return values.sort((a, b) => (a.propertyId < b.propertyId ? -1 : a.propertyId > b.propertyId ? 1 : 0))
}

/** What is told of a value beside itself: a description, the property's name. */
export function addPropertyRest(extra: ExtraFields, node: XmlNode): void {
  for (const item of itemsOf(node)) {
    const path = `ЗначенияСвойств.${childText(item, 'Ид')}`
    extra.addRest(item, known, path)
    for (const inner of childrenOf(item, 'ЗначениеСвойства')) extra.addRest(inner, knownInside, path)
  }
}

function itemsOf(node: XmlNode): readonly XmlNode[] {
  return childrenOf(childOf(node, 'ЗначенияСвойств'), 'ЗначенияСвойства')
}

const known = new Set(['Ид', 'Значение', 'ЗначениеСвойства', 'Тип'])
const knownInside = new Set(['Значение', 'Сериализовано'])
