import type { ItemRow, Row } from '../../../src/bitrix24/sandbox/state.ts'
import type { PortalExchange } from './portal-folder.ts'

/** Smart process «Договоры» of the local portal. */
export const contracts = 1032

/** The settings of one exchange, `lines` its own keys, each on a line of its own. */
export function exchange(name: string, preset: string, ...lines: readonly string[]): string {
  return [`  - name: ${name}`, `    preset: ${preset}`, ...lines.map((line) => `    ${line}`)].join('\n')
}

/** Settings with these exchanges. */
export function withExchanges(...exchanges: readonly string[]): string {
  return ['exchanges:', ...exchanges].join('\n')
}

/** Work orders in the pipeline «Сервис», and their rows in a table of their own. */
export function workOrderExchanges(...lines: readonly string[]): string {
  return withExchanges(
    exchange(
      'Заказ-наряды',
      'work-orders',
      'files: [zn*.csv]',
      'pipeline: Сервис',
      stages,
      'numberField: UF_CRM_ID_1C',
      ...lines,
    ),
    exchange('Строки', 'document-rows', 'files: [rows*.csv]'),
  )
}

const stages = 'stages: { в работе: В работе, выполнен: Выполнен, закрыт: Закрыт, отказ: Отказ }'

export interface WorkOrder {
  readonly number: string
  readonly state?: string
  readonly amount?: string
  readonly client?: string
  readonly phone?: string
  readonly deleted?: string
  readonly more?: string
}

const columns = 'Номер заказ-наряда;Дата;Состояние;Сумма;Заказчик;Телефон;Пометка удаления;Пробег'

/** A table of work orders, as 1C writes it. */
export function workOrders(...orders: readonly WorkOrder[]): string {
  const line = ({ number, state = 'в работе', amount = '1500,00', client, phone, deleted = 'нет', more = '' }: WorkOrder) =>
    [number, '05.03.2026', state, amount, client ?? 'Рябова Анна Петровна', phone ?? '+7 916 123-45-67', deleted, more].join(';')
  return [columns, ...orders.map(line), ''].join('\r\n')
}

/** Rows of goods and works in a table of their own: `document;name;quantity;price;amount`. */
export function goods(...rows: readonly string[]): string {
  return ['Номер заказ-наряда;Номенклатура;Количество;Цена;Сумма', ...rows, ''].join('\r\n')
}

export function items(folder: PortalExchange, entityTypeId: number): readonly ItemRow[] {
  return Object.values(folder.state.items[entityTypeId] ?? {})
}

export const deals = (folder: PortalExchange) => items(folder, 2)
export const invoices = (folder: PortalExchange) => items(folder, 31)

/** Product rows of a card, `D:7`. */
export function rows(folder: PortalExchange, owner: string): readonly Row[] {
  return folder.state.productRows[owner] ?? []
}

/** A card that somebody made by hand. */
export async function addItem(folder: PortalExchange, entityTypeId: number, fields: Row): Promise<number> {
  const params = { entityTypeId, fields, useOriginalUfNames: 'Y' }
  return ((await folder.ask('crm.item.add', params)) as { item: { id: number } }).item.id
}

/** A person changes a card. */
export async function editItem(folder: PortalExchange, entityTypeId: number, id: number, fields: Row): Promise<void> {
  await folder.ask('crm.item.update', { entityTypeId, id, fields, useOriginalUfNames: 'Y' })
}

export async function removeItem(folder: PortalExchange, entityTypeId: number, id: number): Promise<void> {
  await folder.ask('crm.item.delete', { entityTypeId, id })
}

export async function setRows(
  folder: PortalExchange,
  ownerType: string,
  ownerId: number,
  productRows: readonly Row[],
): Promise<void> {
  await folder.ask('crm.item.productrow.set', { ownerType, ownerId, productRows })
}
