import type { UnitRef } from '../../../records/catalogue.ts'
import type { OrderRow } from '../../../records/order.ts'
import type { XmlNode } from '../xml/node.ts'
import { discountsOf, taxesOf } from './discounts-taxes.ts'
import { ExtraFields } from './extra.ts'
import type { Findings } from './findings.ts'
import { goodsId } from './goods-id.ts'
import { childOf, valueIn } from './node-access.ts'
import { isService, variantOf } from './product.ts'
import { requisite, requisiteKey, requisitesOf } from './requisites.ts'
import { addTaxRest, vatOf } from './tax-rates.ts'
import { addUnitRest, toUnitRef } from './unit.ts'

/** `Товар` of a document. 3.1 calls the price `Цена` and the unit `Единица`. */
export function toOrderRow(node: XmlNode, findings: Findings): OrderRow {
  const requisites = requisitesOf(childOf(node, 'ЗначенияРеквизитов'))
  const baseUnit = childOf(node, 'БазоваяЕдиница')
  const unit = toUnitRef(baseUnit) ?? toUnitRef(childOf(node, 'Единица'))
  const taxes = taxesOf(node, findings)
  const extra = new ExtraFields()
  extra.addRest(node, known)
  addUnitRest(extra, baseUnit)
  addOtherUnit(extra, node, unit)
  addTaxRest(extra, node)
  extra.addRequisites(requisites.filter(({ name }) => requisiteKey(name) !== 'типноменклатуры'))
  const price = valueIn(node, 'ЦенаЗаЕдиницу')
  return {
    productId: goodsId(node),
    name: valueIn(node, 'Наименование'),
    article: valueIn(node, 'Артикул'),
    service: isService(requisite(requisites, 'ТипНоменклатуры')),
    unit,
    ratio: findings.number(valueIn(node, 'Коэффициент'), 'Коэффициент') ?? '1',
    price: findings.number(price || valueIn(node, 'Цена'), price === '' ? 'Цена' : 'ЦенаЗаЕдиницу'),
    quantity: findings.number(valueIn(node, 'Количество'), 'Количество'),
    amount: findings.number(valueIn(node, 'Сумма'), 'Сумма'),
    vat: vatOf(node, findings) ?? taxes.find((tax) => tax.rate !== null)?.rate ?? null,
    taxes,
    discounts: discountsOf(node, findings),
    variant: variantOf(node),
    extra: extra.done(),
  }
}

// The package that the row was sold in, where it is not the base unit.
function addOtherUnit(extra: ExtraFields, node: XmlNode, unit: UnitRef | null): void {
  const other = toUnitRef(childOf(node, 'Единица'))
  if (other === null || unit === null) return
  const isSame = (other.code !== '' && other.code === unit.code) || (other.name !== '' && other.name === unit.name)
  if (!isSame) extra.add('Единица', other.code || other.name || other.fullName)
}

const known = new Set(
  `Ид Наименование Артикул БазоваяЕдиница Единица Коэффициент ЦенаЗаЕдиницу Цена Количество Сумма СтавкиНалогов Налоги Скидки
  ХарактеристикиТовара ЗначенияРеквизитов НомерВерсии`.split(/\s+/),
)
