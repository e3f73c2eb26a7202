import type { PriceType } from '../../../records/catalogue.ts'
import { parseBoolean } from '../../../values/boolean.ts'
import { filledId } from '../../../values/reference.ts'
import type { XmlNode } from '../xml/node.ts'
import type { RecordContext } from './context.ts'
import { isDeleted } from './deleted.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { childOf, valueIn } from './node-access.ts'

/** `ТипЦены`: its id is what a price refers to; names are for people. */
export function toPriceType(node: XmlNode, context: RecordContext): PriceType {
  const findings = new Findings(node.line)
  findings.checkText(node)
  const id = filledId(valueIn(node, 'Ид'))
  if (id === '') findings.add('commerceml.no-id', 'Ид', { element: node.name })
  const tax = childOf(node, 'Налог')
  const extra = new ExtraFields()
  extra.addRest(node, known)
  if (tax !== undefined) extra.addRest(tax, knownInTax, 'Налог')
  return {
    kind: 'priceType',
    id,
    deleted: isDeleted(node),
    extra: extra.done(),
    problems: findings.done(),
    origin: context.origin(node),
    name: valueIn(node, 'Наименование'),
    currency: findings.currency(valueIn(node, 'Валюта')),
    vatIncluded: tax === undefined ? null : parseBoolean(valueIn(tax, 'УчтеноВСумме')).value,
  }
}

const known = new Set('Ид Наименование Валюта Налог Статус ПометкаУдаления НомерВерсии'.split(' '))
const knownInTax = new Set(['УчтеноВСумме'])
