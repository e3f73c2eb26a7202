import { fitsMask } from '../folder/masks.ts'
import type { NamedColumns } from '../onec/read/csv/bind-columns.ts'
import { guessKind } from '../onec/read/csv/guess-kind.ts'
import type { TableShape } from '../onec/read/csv/table.ts'
import type { ReadOptions } from '../onec/read/open-input.ts'
import type { Settings } from '../settings/settings.ts'
import { type Routes, type TableExchange, tableKinds } from './routes.ts'

/** How inputs are to be read, by the settings: tables by the exchange whose masks name them, else by their headers. */
export function readOptions(settings: Pick<Settings, 'reading' | 'limits' | 'outgoing'>, routes: Routes): ReadOptions {
  const { encoding, country } = settings.reading
  const { zipSize, zipRatio, zipFiles } = settings.limits
  return {
    encoding: encoding === 'auto' ? undefined : encoding,
    country,
    zip: { maxBytes: zipSize, maxRatio: zipRatio, maxEntries: zipFiles },
    shapeOf(name) {
      const exchange = routes.tableExchange(name)
      return exchange === null ? {} : shapeOf(exchange)
    },
    isConfirmation: (name) =>
      settings.outgoing.some((way) => way.enabled && way.confirmations.some((mask) => fitsMask(mask, name))),
    tableOf(name, columns) {
      const exchange = routes.tableExchange(name)
      if (exchange !== null) return { kind: tableKinds[exchange.preset], columns: columnsOf(exchange) }
      const kind = guessKind(columns) ?? 'row'
      const usual = routes.tableExchangeOf(kind)
      return { kind, columns: usual === null ? {} : columnsOf(usual) }
    },
  }
}

function shapeOf({ encoding, delimiter, header, joinLines }: TableExchange): TableShape {
  return {
    healLineBreaks: joinLines,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
    ...(header === undefined ? {} : { header }),
  }
}

function columnsOf({ columns }: TableExchange): NamedColumns {
  return Object.fromEntries(Object.entries(columns).flatMap(([field, where]) => (where === undefined ? [] : [[field, where]])))
}
