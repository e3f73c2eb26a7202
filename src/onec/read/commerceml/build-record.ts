import type { OnecRecord } from '../../../records/record.ts'
import type { XmlNode } from '../xml/node.ts'
import type { RecordContext } from './context.ts'
import { toCounterparty } from './counterparty.ts'
import { toOffer } from './offer.ts'
import { toOrder } from './order.ts'
import { isOrder1, toOrder1 } from './order1.ts'
import { toPriceType } from './price-type.ts'
import { toProduct } from './product.ts'
import { toProperty } from './property.ts'
import type { RecordElement } from './structure.ts'
import { toUnit } from './unit.ts'
import { toWarehouse } from './warehouse.ts'

/** The record that an element is; a group brings those below it and is built elsewhere. */
export function buildRecord(record: Exclude<RecordElement, 'fact' | 'group'>, node: XmlNode, context: RecordContext): OnecRecord {
  switch (record) {
    case 'counterparty':
      return toCounterparty(node, context)
    case 'offer':
      return toOffer(node, context)
    case 'order':
      return isOrder1(node) ? toOrder1(node, context) : toOrder(node, context)
    case 'priceType':
      return toPriceType(node, context)
    case 'product':
      return toProduct(node, context)
    case 'property':
      return toProperty(node, context)
    case 'unit':
      return toUnit(node, context)
    case 'warehouse':
      return toWarehouse(node, context)
  }
}
