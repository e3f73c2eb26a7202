import { fitsMask } from '../folder/masks.ts'
import type { RecordKind } from '../records/record.ts'
import type { Exchange, ExchangeOf, Preset, Settings } from '../settings/settings.ts'

/** Which exchange of the settings takes what. */
export interface Routes {
  /** The exchange for records of that kind out of that file, or null: the file is nobody's, or the exchange is off. */
  exchangeFor<K extends RecordKind>(kind: K, file: string): Exchange | null
  /** The exchange whose masks name the file and whose preset reads tables; null where no mask does. */
  tableExchange(file: string): TableExchange | null
  /** The table exchange without masks for rows of that kind. */
  tableExchangeOf(kind: RecordKind): TableExchange | null
}

export type TableExchange =
  | ExchangeOf<'counterparties'>
  | ExchangeOf<'contacts'>
  | ExchangeOf<'work-orders'>
  | ExchangeOf<'bookings'>
  | ExchangeOf<'contracts'>
  | ExchangeOf<'invoices'>
  | ExchangeOf<'document-rows'>
  | ExchangeOf<'catalogue'>

/** `exchanges` are those of the settings, or one usual exchange per preset where the settings name none. */
export function createRoutes(exchanges: Settings['exchanges']): Routes {
  const enabled = exchanges.filter((exchange) => exchange.enabled)
  const byMask = (file: string) => enabled.filter(({ files }) => files.length > 0 && files.some((mask) => fitsMask(mask, file)))
  const maskless = enabled.filter(({ files }) => files.length === 0)
  return {
    exchangeFor: (kind, file) =>
      kind === 'attachment' ? attachmentExchange(file, enabled) : (suited(kind, byMask(file)) ?? suited(kind, maskless)),
    tableExchange: (file) => byMask(file).find(isTableExchange) ?? null,
    tableExchangeOf: (kind) => suited(kind, maskless.filter(isTableExchange)),
  }
}

/** The first exchange of the preset that suits the kind best. */
function suited<E extends Exchange>(kind: RecordKind, exchanges: readonly E[]): E | null {
  for (const preset of presetsOf[kind]) {
    const found = exchanges.find((exchange) => exchange.preset === preset)
    if (found !== undefined) return found
  }
  return null
}

/**
 * The exchange of documents whose `attachments` name the file. `Договор*.pdf` says more than the `*.pdf` that comes with invoices:
 * the longest mask wins, of equal ones the preset that as a rule has files.
 */
function attachmentExchange(file: string, exchanges: readonly Exchange[]): Exchange | null {
  const fitting = presetsOf.attachment.flatMap((preset) =>
    exchanges
      .filter((exchange) => exchange.preset === preset)
      .flatMap((exchange) => attachmentMasks(exchange).map((mask) => ({ exchange, mask })))
      .filter(({ mask }) => fitsMask(mask, file)),
  )
  const longest = Math.max(...fitting.map(({ mask }) => mask.length))
  return fitting.find(({ mask }) => mask.length === longest)?.exchange ?? null
}

/** Files beside the data that belong to documents of the exchange. */
export function attachmentMasks(exchange: Exchange): readonly string[] {
  return 'attachments' in exchange ? exchange.attachments.files : []
}

/** Kind of the rows of a table that a preset reads. */
export const tableKinds: Readonly<Record<TableExchange['preset'], RecordKind>> = {
  counterparties: 'counterparty',
  contacts: 'contactPerson',
  'work-orders': 'workOrder',
  bookings: 'booking',
  contracts: 'contract',
  invoices: 'invoice',
  'document-rows': 'documentRow',
  catalogue: 'product',
}

/** The presets that take such records, the one made for them first. */
const presetsOf: Readonly<Record<RecordKind, readonly Preset[]>> = {
  counterparty: ['counterparties'],
  contactPerson: ['contacts', 'counterparties'],
  group: ['catalogue'],
  offer: ['catalogue'],
  priceType: ['catalogue'],
  product: ['catalogue'],
  property: ['catalogue'],
  unit: ['catalogue'],
  warehouse: ['catalogue'],
  order: ['orders'],
  workOrder: ['work-orders'],
  booking: ['bookings'],
  contract: ['contracts'],
  invoice: ['invoices'],
  documentRow: ['document-rows'],
  attachment: ['invoices', 'contracts', 'work-orders', 'bookings', 'orders'],
  confirmation: [],
  row: [],
}

function isTableExchange(exchange: Exchange): exchange is TableExchange {
  return exchange.preset in tableKinds
}
