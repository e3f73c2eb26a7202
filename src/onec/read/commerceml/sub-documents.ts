import type { Settlement } from '../../../records/order.ts'
import { parseBoolean } from '../../../values/boolean.ts'
import { joinDateTime } from '../../../values/date.ts'
import type { XmlNode } from '../xml/node.ts'
import { isDeleted } from './deleted.ts'
import type { ExtraFields } from './extra.ts'
import type { Findings } from './findings.ts'
import { childOf, childrenOf, valueIn } from './node-access.ts'
import { operationKind } from './operation.ts'
import type { Settlements } from './order-state.ts'
import { requisite, requisitesOf } from './requisites.ts'

/** `ПодчиненныеДокументы` of УНФ (2.10): payments and shipments. What 1C deleted or did not post has not happened. */
export function settlementsOfSubDocuments(node: XmlNode, findings: Findings): Settlements {
  const payments: Settlement[] = []
  const shipments: Settlement[] = []
  for (const child of subDocuments(node)) {
    const kind = operationKind(valueIn(child, 'ХозОперация'))
    if (!hasHappened(child)) continue
    if (kind === 'payment') payments.push(toSettlement(child, findings))
    else if (kind === 'shipment') shipments.push(toSettlement(child, findings))
  }
  return { payments, shipments }
}

/** What the sub-documents say beside that, and those that are neither payments nor shipments. */
export function addSubDocumentRest(extra: ExtraFields, node: XmlNode): void {
  for (const child of subDocuments(node)) {
    const kind = operationKind(valueIn(child, 'ХозОперация'))
    if (hasHappened(child) && (kind === 'payment' || kind === 'shipment')) extra.addRest(child, known, child.name)
    else extra.addNode(child)
  }
}

function subDocuments(node: XmlNode): readonly XmlNode[] {
  return childrenOf(childOf(node, 'ПодчиненныеДокументы'), 'ПодчиненныйДокумент')
}

function hasHappened(node: XmlNode): boolean {
  const requisites = requisitesOf(childOf(node, 'ЗначенияРеквизитов'))
  const posted = requisite(requisites, 'Проведен', 'Проведён') || valueIn(node, 'Проведен')
  return !isDeleted(node, requisites) && parseBoolean(posted).value !== false
}

function toSettlement(node: XmlNode, findings: Findings): Settlement {
  const day = valueIn(node, 'Дата1С') || valueIn(node, 'Дата')
  const time = valueIn(node, 'Время')
  return {
    number: valueIn(node, 'Номер1С') || valueIn(node, 'Номер'),
    date: day === '' ? null : findings.take(joinDateTime(day, time), 'Дата', `${day} ${time}`.trim()),
    amount: findings.number(valueIn(node, 'Сумма'), 'Сумма'),
    operation: valueIn(node, 'ХозОперация'),
  }
}

const known = new Set(
  'Ид Номер Номер1С Дата Дата1С Время Сумма ХозОперация Товары ЗначенияРеквизитов ПометкаУдаления Проведен НомерВерсии'.split(
    ' ',
  ),
)
