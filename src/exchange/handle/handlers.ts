import type { RecordKind } from '../../records/record.ts'
import { directoryHandler, offerHandler, productHandler, type TouchedGoods } from './catalogue.ts'
import { contactPersonHandler } from './contact-persons.ts'
import { counterpartyHandler } from './counterparties.ts'
import type { Handler } from './handler.ts'
import { orderHandler } from './orders.ts'
import { unknownTableHandler } from './unknown-tables.ts'
import { workOrderHandler } from './work-orders.ts'
import type { Workshop } from './workshop.ts'

/** Who works off which rows. */
export function handlersOf(shop: Workshop, touched: TouchedGoods): Readonly<Record<RecordKind, Handler>> {
  return {
    contactPerson: contactPersonHandler(shop),
    counterparty: counterpartyHandler(shop),
    group: directoryHandler(shop, 'group'),
    offer: offerHandler(shop, touched),
    order: orderHandler(shop),
    priceType: directoryHandler(shop, 'priceType'),
    product: productHandler(shop, touched),
    property: directoryHandler(shop, 'property'),
    row: unknownTableHandler(shop),
    unit: directoryHandler(shop, 'unit'),
    warehouse: directoryHandler(shop, 'warehouse'),
    workOrder: workOrderHandler(shop),
  }
}
