import type { RecordKind } from '../../records/record.ts'
import { directoryHandler, offerHandler, productHandler, type TouchedGoods } from './catalogue.ts'
import { contactPersonHandler } from './contact-persons.ts'
import { counterpartyHandler } from './counterparties.ts'
import { documentHandler } from './documents.ts'
import type { Handler } from './handler.ts'
import { portalOnlyHandler } from './portal-only.ts'
import { unknownTableHandler } from './unknown-tables.ts'
import type { Workshop } from './workshop.ts'

/** Who works off which rows. */
export function handlersOf(shop: Workshop, touched: TouchedGoods): Readonly<Record<RecordKind, Handler>> {
  const toPortal = portalOnlyHandler(shop)
  return {
    attachment: toPortal,
    booking: documentHandler(shop, 'booking'),
    confirmation: toPortal,
    contactPerson: contactPersonHandler(shop),
    contract: toPortal,
    counterparty: counterpartyHandler(shop),
    documentRow: toPortal,
    group: directoryHandler(shop, 'group'),
    invoice: toPortal,
    offer: offerHandler(shop, touched),
    order: documentHandler(shop, 'order'),
    priceType: directoryHandler(shop, 'priceType'),
    product: productHandler(shop, touched),
    property: directoryHandler(shop, 'property'),
    row: unknownTableHandler(shop),
    unit: directoryHandler(shop, 'unit'),
    warehouse: directoryHandler(shop, 'warehouse'),
    workOrder: documentHandler(shop, 'workOrder'),
  }
}
