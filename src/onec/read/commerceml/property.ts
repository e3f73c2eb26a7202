import type { Property } from '../../../records/catalogue.ts'
import { filledId } from '../../../values/reference.ts'
import type { XmlNode } from '../xml/node.ts'
import type { RecordContext } from './context.ts'
import { isDeleted } from './deleted.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { attributeOf, childrenOf, childText, textOf, valueIn } from './node-access.ts'

/** `Свойство` (or `СвойствоНоменклатуры` of 2.03) with the variants of its directory. */
export function toProperty(node: XmlNode, context: RecordContext): Property {
  const findings = new Findings(node.line)
  findings.checkText(node)
  const extra = new ExtraFields()
  extra.addRest(node, known)
  const id = filledId(childText(node, 'Ид') || attributeOf(node, 'Идентификатор'))
  if (id === '') findings.add('commerceml.no-id', 'Ид', { element: node.name })
  return {
    kind: 'property',
    id,
    deleted: isDeleted(node),
    extra: extra.done(),
    problems: findings.done(),
    origin: context.origin(node),
    name: valueIn(node, 'Наименование'),
    valueType: valueIn(node, 'ТипЗначений') || attributeOf(node, 'ТипДанных'),
    variants: variantsOf(node),
  }
}

// 2.04+ `Справочник/ИдЗначения`, Bitrix `Вариант/Ид`, 2.03 bare `Значение`, which is then its own id.
function variantsOf(node: XmlNode): Readonly<Record<string, string>> {
  const variants = new Map<string, string>()
  for (const list of childrenOf(node, 'ВариантыЗначений')) {
    for (const item of list.children) {
      const value = item.name === 'Значение' ? textOf(item) : childText(item, 'Значение')
      const id = childText(item, 'ИдЗначения') || childText(item, 'Ид') || value
      if (id !== '') variants.set(id, value)
    }
  }
  return Object.fromEntries(variants)
}

const known = new Set(
  'Ид Идентификатор Наименование ТипЗначений ТипДанных ВариантыЗначений Статус ПометкаУдаления НомерВерсии'.split(' '),
)
