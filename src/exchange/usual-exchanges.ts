import { exchanges } from '../settings/exchange.ts'
import type { Exchange } from '../settings/settings.ts'

/** One exchange of every preset with its usual settings: what happens to a file where the settings name no exchange. */
export function usualExchanges(): readonly Exchange[] {
  return exchanges.parse([
    { name: 'Контрагенты', preset: 'counterparties' },
    { name: 'Контактные лица', preset: 'contacts' },
    { name: 'Каталог', preset: 'catalogue' },
    { name: 'Заказы', preset: 'orders' },
    { name: 'Заказ-наряды', preset: 'work-orders' },
    { name: 'Брони', preset: 'bookings' },
    { name: 'Договоры', preset: 'contracts' },
    { name: 'Счета', preset: 'invoices' },
    { name: 'Строки документов', preset: 'document-rows' },
  ])
}
