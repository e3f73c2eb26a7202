import type { Order, OrderRow, Tax } from '../../../records/order.ts'
import { parseBoolean } from '../../../values/boolean.ts'
import { joinDateTime, parseDate } from '../../../values/date.ts'
import { compareKey } from '../../../values/text.ts'
import type { XmlNode } from '../xml/node.ts'
import type { RecordContext } from './context.ts'
import { isDeleted } from './deleted.ts'
import { ExtraFields } from './extra.ts'
import { Findings } from './findings.ts'
import { attributeOf, childOf, childrenOf } from './node-access.ts'

/** Is this a document of 1.x: attributes, and rows that are not `Товары`? */
export function isOrder1(node: XmlNode): boolean {
  return attributeOf(node, 'Номер') !== '' && childOf(node, 'Товары') === undefined
}

/**
 * `Документ` of CommerceML 1.x (1C 7.7): everything in attributes, rows as `ТоварнаяПозиция`, the parties as references in
 * `ПредприятиеВДокументе` (`1c-side.md §2`). The parties' cards stand elsewhere in the file and are records of their own.
 */
export function toOrder1(node: XmlNode, context: RecordContext): Order {
  const findings = new Findings(node.line)
  findings.checkText(node)
  const number = attributeOf(node, 'Номер')
  const day = attributeOf(node, 'Дата')
  const time = attributeOf(node, 'Время')
  const dueDate = attributeOf(node, 'СрокПлатежа')
  const operation = attributeOf(node, 'ХозОперация')
  return {
    kind: 'order',
    id: attributeOf(node, 'Идентификатор') || attributeOf(node, 'Ид') || number,
    deleted: isDeleted(node),
    extra: extraOf(node),
    problems: findings.done(),
    origin: context.origin(node),
    container: null,
    number,
    date: findings.take(joinDateTime(day, time), 'Дата', `${day} ${time}`.trim()),
    operation: operations[operation] ?? operation,
    role: '',
    currency: findings.currency(attributeOf(node, 'Валюта')),
    rate: numberOf(findings, node, 'Курс'),
    amount: numberOf(findings, node, 'Сумма'),
    dueDate: dueDate === '' ? null : findings.take(parseDate(dueDate), 'СрокПлатежа', dueDate),
    comment: attributeOf(node, 'Комментарий'),
    number1c: number,
    date1c: null,
    counterparties: [],
    rows: childrenOf(node, 'ТоварнаяПозиция').map((child) => toRow(child, findings)),
    discounts: [],
    taxes: taxesOf(node, findings),
    warehouseIds: [],
    requisites: [],
    state: { posted: null, paid: null, shipped: null, cancelled: null, status: '' },
    payments: [],
    shipments: [],
  }
}

/** The parties of a document of 1.x: id of the `Контрагент` and his role in the words of 2.x. */
export function partiesOf(node: XmlNode): readonly { readonly id: string; readonly role: string }[] {
  return childrenOf(node, 'ПредприятиеВДокументе').flatMap((party) => {
    const role = attributeOf(party, 'Роль')
    const id = attributeOf(party, 'Контрагент')
    return id === '' ? [] : [{ id, role: roles[compareKey(role)] ?? role }]
  })
}

function toRow(node: XmlNode, findings: Findings): OrderRow {
  const unit = attributeOf(node, 'Единица')
  const taxes = taxesOf(node, findings)
  const extra = new ExtraFields()
  extra.addRest(node, knownInRow)
  return {
    productId: attributeOf(node, 'Товар'),
    name: attributeOf(node, 'Описание'),
    article: '',
    service: false,
    unit: unit === '' ? null : { code: '', name: unit, fullName: '' },
    ratio: '1',
    price: numberOf(findings, node, 'Цена'),
    quantity: numberOf(findings, node, 'Количество'),
    amount: numberOf(findings, node, 'Сумма'),
    vat: taxes.find(({ rate }) => rate !== null)?.rate ?? null,
    taxes,
    discounts: [],
    variant: [],
    extra: extra.done(),
  }
}

function taxesOf(node: XmlNode, findings: Findings): readonly Tax[] {
  return childrenOf(node, 'СуммаНалога').map((tax) => ({
    name: attributeOf(tax, 'Налог'),
    includedInAmount: parseBoolean(attributeOf(tax, 'ВключенВСумму')).value,
    amount: numberOf(findings, tax, 'Сумма'),
    rate: findings.vat(attributeOf(tax, 'Ставка')),
  }))
}

function extraOf(node: XmlNode) {
  const extra = new ExtraFields()
  extra.addRest(node, known)
  for (const party of childrenOf(node, 'ПредприятиеВДокументе')) {
    const role = attributeOf(party, 'Роль') || 'Контрагент'
    extra.add(role, attributeOf(party, 'Контрагент'))
    extra.addRest(party, knownInParty, role)
  }
  return extra.done()
}

function numberOf(findings: Findings, node: XmlNode, name: string) {
  return findings.number(attributeOf(node, name), name)
}

const operations: Readonly<Record<string, string>> = { Order: 'Заказ товара', Sale: 'Отпуск товара' }
const roles: Readonly<Record<string, string>> = { buyer: 'Покупатель', saler: 'Продавец', seller: 'Продавец' }

const known = new Set(
  `Ид Идентификатор Номер Дата Время СрокПлатежа ХозОперация Валюта Курс Сумма Комментарий ТоварнаяПозиция ПредприятиеВДокументе
  СуммаНалога ПометкаУдаления`.split(/\s+/),
)
const knownInRow = new Set('Товар Описание Единица Цена Количество Сумма СуммаНалога Каталог'.split(' '))
const knownInParty = new Set(['Роль', 'Контрагент'])
