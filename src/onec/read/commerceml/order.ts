import type { Order } from '../../../records/order.ts'
import { joinDateTime, parseDate } from '../../../values/date.ts'
import { filledId } from '../../../values/reference.ts'
import type { XmlNode } from '../xml/node.ts'
import type { RecordContext } from './context.ts'
import { toCounterparty } from './counterparty.ts'
import { isDeleted } from './deleted.ts'
import { discountsOf, taxesOf } from './discounts-taxes.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { childOf, childrenOf, textOf, valueIn } from './node-access.ts'
import { toOrderRow } from './order-row.ts'
import { orderStateOf, settlementsOfRequisites, stateElements } from './order-state.ts'
import { requisite, requisitesOf } from './requisites.ts'
import { addSubDocumentRest, settlementsOfSubDocuments } from './sub-documents.ts'

/** `Документ` of 2.x or 3.1. The key is the number; the id may be missing (`1c-side.md §3.7`). */
export function toOrder(node: XmlNode, context: RecordContext): Order {
  const findings = new Findings(node.line)
  findings.checkText(node, 'Контрагенты')
  const requisites = requisitesOf(childOf(node, 'ЗначенияРеквизитов'))
  const number = valueIn(node, 'Номер')
  if (number === '') findings.add('commerceml.no-number', 'Номер')
  const counterparties = childrenOf(childOf(node, 'Контрагенты'), 'Контрагент').map((child) => toCounterparty(child, context))
  for (const { problems } of counterparties) findings.adopt(problems)
  const amount = findings.number(valueIn(node, 'Сумма'), 'Сумма')
  const settlements = settlementsOf(node, requisites, findings)
  return {
    kind: 'order',
    id: filledId(valueIn(node, 'Ид')) || number,
    deleted: isDeleted(node, requisites),
    extra: extraOf(node),
    problems: findings.done(),
    origin: context.origin(node),
    container: context.container,
    number,
    date: dayAndTime(findings, valueIn(node, 'Дата'), valueIn(node, 'Время')),
    operation: valueIn(node, 'ХозОперация'),
    role: valueIn(node, 'Роль'),
    currency: findings.currency(valueIn(node, 'Валюта')),
    rate: findings.number(valueIn(node, 'Курс'), 'Курс'),
    amount,
    dueDate: dateOf(findings, 'СрокПлатежа', valueIn(node, 'СрокПлатежа')),
    comment: valueIn(node, 'Комментарий'),
    number1c: valueIn(node, 'Номер1С') || requisite(requisites, 'Номер по 1С').trim(),
    date1c: dateOf(findings, 'Дата по 1С', valueIn(node, 'Дата1С') || requisite(requisites, 'Дата по 1С')),
    counterparties,
    rows: childrenOf(childOf(node, 'Товары'), 'Товар').map((child) => toOrderRow(child, findings)),
    discounts: discountsOf(node, findings),
    taxes: taxesOf(node, findings),
    warehouseIds: warehousesOf(node).flatMap((place) => filledId(valueIn(place, 'Ид')) || []),
    requisites,
    state: orderStateOf(node, requisites, settlements, amount),
    ...settlements,
  }
}

// Sub-documents say more than the requisites, which name one of them again.
function settlementsOf(node: XmlNode, requisites: Order['requisites'], findings: Findings) {
  const documents = settlementsOfSubDocuments(node, findings)
  const told = settlementsOfRequisites(requisites, findings)
  return {
    payments: documents.payments.length > 0 ? documents.payments : told.payments,
    shipments: documents.shipments.length > 0 ? documents.shipments : told.shipments,
  }
}

function dayAndTime(findings: Findings, day: string, time: string) {
  return findings.take(joinDateTime(day, time), 'Дата', `${day} ${time}`.trim())
}

function dateOf(findings: Findings, field: string, text: string) {
  return text === '' ? null : findings.take(parseDate(text), field, text)
}

function warehousesOf(node: XmlNode): readonly XmlNode[] {
  return childrenOf(childOf(node, 'Склады'), 'Склад')
}

function extraOf(node: XmlNode) {
  const extra = new ExtraFields()
  extra.addRest(node, known)
  for (const place of warehousesOf(node)) {
    extra.add('Склад', valueIn(place, 'Наименование') || textOf(place))
    extra.addRest(place, knownInPlace, 'Склады.Склад')
  }
  addSubDocumentRest(extra, node)
  return extra.done()
}

const known = new Set(
  `Ид Номер Номер1С Дата Дата1С Время ХозОперация Роль Валюта Курс Сумма СрокПлатежа Комментарий Контрагенты Товары Скидки Налоги
  Склады ЗначенияРеквизитов ПодчиненныеДокументы Статус ПометкаУдаления НомерВерсии`
    .split(/\s+/)
    .concat(stateElements),
)

const knownInPlace = new Set(['Ид', 'Наименование'])
