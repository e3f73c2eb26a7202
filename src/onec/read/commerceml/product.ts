import type { Product, VariantValue } from '../../../records/catalogue.ts'
import type { Requisite } from '../../../records/order.ts'
import { filledId } from '../../../values/reference.ts'
import { compareKey } from '../../../values/text.ts'
import type { XmlNode } from '../xml/node.ts'
import { barcodesOf } from './barcodes.ts'
import type { RecordContext } from './context.ts'
import { isDeleted } from './deleted.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { goodsId } from './goods-id.ts'
import { addImageRest, imagesOf, isImageRequisite } from './images.ts'
import { attributeOf, childOf, childrenOf, childText, textOf, valueIn } from './node-access.ts'
import { addPriceRest, pricesOf } from './prices.ts'
import { addPropertyRest, propertyValuesOf } from './property-values.ts'
import { requisite, requisiteKey, requisitesOf } from './requisites.ts'
import { addTaxRest, vatOf } from './tax-rates.ts'
import { addUnitRest, toUnitRef } from './unit.ts'

/** `Товар` of a catalogue (`1c-side.md §3.2`); 1.x keeps it in attributes. */
export function toProduct(node: XmlNode, context: RecordContext): Product {
  const findings = new Findings(node.line)
  findings.checkText(node)
  const requisites = requisitesOf(childOf(node, 'ЗначенияРеквизитов'))
  const id = goodsId(node)
  if (id === '') findings.add('commerceml.no-id', 'Ид', { element: node.name })
  return {
    kind: 'product',
    id,
    deleted: isDeleted(node, requisites),
    extra: extraOf(node, id, requisites),
    problems: findings.done(),
    origin: context.origin(node),
    service: isService(requisite(requisites, 'ТипНоменклатуры')),
    name: valueIn(node, 'Наименование'),
    fullName: requisite(requisites, 'Полное наименование', 'Повне найменування') || valueIn(node, 'ПолноеНаименование'),
    article: valueIn(node, 'Артикул'),
    code: valueIn(node, 'Код') || requisite(requisites, 'Код'),
    barcode: barcodesOf(node)[0] ?? '',
    description: childOf(node, 'Описание')?.text.trim() || attributeOf(node, 'Описание'),
    groupIds: groupIdsOf(node),
    groupNames: [],
    unit: toUnitRef(childOf(node, 'БазоваяЕдиница')) ?? unitOfAttribute(node),
    vat: vatOf(node, findings),
    manufacturer: manufacturerOf(node),
    images: imagesOf(node, requisites),
    properties: propertyValuesOf(node),
    variant: variantOf(node),
    prices: pricesOf(node, findings),
    quantity: findings.number(valueIn(node, 'Количество'), 'Количество'),
    catalogueId: context.catalogueId,
  }
}

/** Услуги and работы are told from goods by the requisite `ТипНоменклатуры`. */
export function isService(type: string): boolean {
  const key = compareKey(type)
  return key === 'услуга' || key === 'работа' || key === 'послуга'
}

/** `ХарактеристикиТовара`: what tells this variant from its sisters. The order of the file is not stable, so sorted by name. */
export function variantOf(node: XmlNode): readonly VariantValue[] {
  const values = childrenOf(childOf(node, 'ХарактеристикиТовара'), 'ХарактеристикаТовара').map((item) => ({
    id: childText(item, 'Ид'),
    name: childText(item, 'Наименование'),
    value: childText(item, 'Значение'),
  }))
  return values.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function groupIdsOf(node: XmlNode): readonly string[] {
  const ids = childrenOf(childOf(node, 'Группы'), 'Ид').map(textOf)
  return [...ids, attributeOf(node, 'Родитель')].map(filledId).filter((id) => id !== '')
}

function unitOfAttribute(node: XmlNode) {
  const name = attributeOf(node, 'Единица')
  return name === '' ? null : { code: '', name, fullName: '' }
}

function manufacturerOf(node: XmlNode): string {
  const maker = childOf(node, 'Изготовитель')
  return maker === undefined ? attributeOf(node, 'Изготовитель') : childText(maker, 'Наименование') || textOf(maker)
}

function extraOf(node: XmlNode, id: string, requisites: readonly Requisite[]) {
  const extra = new ExtraFields()
  extra.addRest(node, known)
  for (const barcode of barcodesOf(node).slice(1)) extra.add('Штрихкод (2)', barcode)
  const inCatalogue = attributeOf(node, 'ИдентификаторВКаталоге')
  if (inCatalogue !== id) extra.add('ИдентификаторВКаталоге', inCatalogue)
  for (const maker of childrenOf(node, 'Изготовитель')) extra.addRest(maker, knownInMaker, maker.name)
  addUnitRest(extra, childOf(node, 'БазоваяЕдиница'))
  addTaxRest(extra, node)
  addPriceRest(extra, node)
  addPropertyRest(extra, node)
  addImageRest(extra, requisites)
  extra.addRequisites(requisites.filter(({ name }) => !isImageRequisite(name) && !knownRequisites.has(requisiteKey(name))))
  return extra.done()
}

const known = new Set(
  `Ид Идентификатор ИдентификаторВКаталоге Наименование ПолноеНаименование Артикул Код Штрихкод ШтрихКод Описание Группы Родитель
  БазоваяЕдиница Единица Цены Количество СтавкиНалогов Изготовитель Картинка ЗначенияСвойств ЗначениеСвойства ЗначенияРеквизитов
  ХарактеристикиТовара Статус ПометкаУдаления НомерВерсии`.split(/\s+/),
)

const knownInMaker = new Set(['Наименование'])
const knownRequisites = new Set(['полноенаименование', 'повненайменування', 'код', 'пометкаудаления'])
