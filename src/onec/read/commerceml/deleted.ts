import type { Requisite } from '../../../records/order.ts'
import { parseBoolean } from '../../../values/boolean.ts'
import { compareKey } from '../../../values/text.ts'
import type { XmlNode } from '../xml/node.ts'
import { attributeOf, childText, valueIn } from './node-access.ts'
import { requisite } from './requisites.ts'

/** Marked for deletion, in every shape: attribute or element `Статус`, element or requisite `ПометкаУдаления` (`1c-side.md §1.1, §4`). */
export function isDeleted(node: XmlNode, requisites: readonly Requisite[] = []): boolean {
  const status = compareKey(attributeOf(node, 'Статус') || childText(node, 'Статус'))
  if (status.startsWith('удал')) return true
  const mark = valueIn(node, 'ПометкаУдаления') || requisite(requisites, 'ПометкаУдаления')
  return parseBoolean(mark).value === true
}
