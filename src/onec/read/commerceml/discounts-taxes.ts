import type { Discount, Tax } from '../../../records/order.ts'
import { parseBoolean } from '../../../values/boolean.ts'
import type { XmlNode } from '../xml/node.ts'
import type { Findings } from './findings.ts'
import { childOf, childrenOf, valueIn } from './node-access.ts'

/** `Налоги/Налог` of a document or of one of its rows. */
export function taxesOf(node: XmlNode, findings: Findings): readonly Tax[] {
  return childrenOf(childOf(node, 'Налоги'), 'Налог').map((item) => ({
    name: valueIn(item, 'Наименование'),
    includedInAmount: parseBoolean(valueIn(item, 'УчтеноВСумме')).value,
    amount: findings.number(valueIn(item, 'Сумма'), 'Сумма'),
    rate: findings.vat(valueIn(item, 'Ставка')),
  }))
}

/** `Скидки/Скидка`, likewise. */
export function discountsOf(node: XmlNode, findings: Findings): readonly Discount[] {
  return childrenOf(childOf(node, 'Скидки'), 'Скидка').map((item) => ({
    name: valueIn(item, 'Наименование'),
    amount: findings.number(valueIn(item, 'Сумма'), 'Сумма'),
    percent: findings.number(valueIn(item, 'Процент'), 'Процент'),
    includedInAmount: parseBoolean(valueIn(item, 'УчтеноВСумме')).value,
  }))
}
