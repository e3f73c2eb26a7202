import type { Warehouse } from '../../../records/catalogue.ts'
import { filledId } from '../../../values/reference.ts'
import type { XmlNode } from '../xml/node.ts'
import { toAddress } from './address.ts'
import type { RecordContext } from './context.ts'
import { isDeleted } from './deleted.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { attributeOf, childOf, childText, valueIn } from './node-access.ts'

/** `Склад` of a list of warehouses (not the stock of an offer, which has the same name). */
export function toWarehouse(node: XmlNode, context: RecordContext): Warehouse {
  const findings = new Findings(node.line)
  findings.checkText(node)
  const extra = new ExtraFields()
  extra.addRest(node, known)
  const id = filledId(childText(node, 'Ид') || attributeOf(node, 'Идентификатор'))
  if (id === '') findings.add('commerceml.no-id', 'Ид', { element: node.name })
  const address = childOf(node, 'Адрес')
  return {
    kind: 'warehouse',
    id,
    deleted: isDeleted(node),
    extra: extra.done(),
    problems: findings.done(),
    origin: context.origin(node),
    name: valueIn(node, 'Наименование'),
    address: (address === undefined ? undefined : toAddress(address, 'actual')?.text) ?? attributeOf(node, 'Адрес'),
  }
}

const known = new Set('Ид Идентификатор Наименование Адрес Статус ПометкаУдаления НомерВерсии'.split(' '))
