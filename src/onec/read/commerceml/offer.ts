import type { Offer } from '../../../records/catalogue.ts'
import type { Requisite } from '../../../records/order.ts'
import { filledId, splitVariantId } from '../../../values/reference.ts'
import type { XmlNode } from '../xml/node.ts'
import { barcodesOf } from './barcodes.ts'
import type { RecordContext } from './context.ts'
import { isDeleted } from './deleted.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { goodsId } from './goods-id.ts'
import { childOf, valueIn } from './node-access.ts'
import { addPriceRest, pricesOf } from './prices.ts'
import { variantOf } from './product.ts'
import { addPropertyRest, propertyValuesOf } from './property-values.ts'
import { requisitesOf } from './requisites.ts'
import { stockOf } from './stock.ts'
import { addUnitRest, toUnitRef } from './unit.ts'

/** `Предложение` with prices and stock, in the layouts of 2.x, of `ИзмененияПакетаПредложений` and of 3.1 (`1c-side.md §3.3–3.5`). */
export function toOffer(node: XmlNode, context: RecordContext): Offer {
  const findings = new Findings(node.line)
  findings.checkText(node)
  const requisites = requisitesOf(childOf(node, 'ЗначенияРеквизитов'))
  const id = goodsId(node)
  if (id === '') findings.add('commerceml.no-id', 'Ид', { element: node.name })
  const parts = splitVariantId(id)
  const variantId = filledId(valueIn(node, 'ИдХарактеристики')) || parts.variantId
  return {
    kind: 'offer',
    id: id === '' || variantId === '' || parts.variantId !== '' ? id : `${parts.productId}#${variantId}`,
    deleted: isDeleted(node, requisites),
    extra: extraOf(node, requisites),
    problems: findings.done(),
    origin: context.origin(node),
    productId: parts.productId,
    variantId,
    name: valueIn(node, 'Наименование'),
    article: valueIn(node, 'Артикул'),
    barcode: barcodesOf(node)[0] ?? '',
    unit: toUnitRef(childOf(node, 'БазоваяЕдиница')),
    variant: variantOf(node),
    prices: pricesOf(node, findings),
    quantity: findings.number(valueIn(node, 'Количество'), 'Количество'),
    stock: stockOf(node, findings),
    catalogueId: context.catalogueId,
  }
}

function extraOf(node: XmlNode, requisites: readonly Requisite[]) {
  const extra = new ExtraFields()
  extra.addRest(node, known)
  for (const barcode of barcodesOf(node).slice(1)) extra.add('Штрихкод (2)', barcode)
  addPriceRest(extra, node)
  addUnitRest(extra, childOf(node, 'БазоваяЕдиница'))
  for (const { propertyId, value } of propertyValuesOf(node)) extra.add(`ЗначенияСвойств.${propertyId}`, value)
  addPropertyRest(extra, node)
  extra.addRequisites(requisites)
  return extra.done()
}

const known = new Set(
  `Ид Идентификатор ИдХарактеристики Наименование Артикул Штрихкод ШтрихКод БазоваяЕдиница ХарактеристикиТовара ЗначенияСвойств
  ЗначенияРеквизитов Цены Количество Склад Склады Остатки Статус ПометкаУдаления НомерВерсии`.split(/\s+/),
)
