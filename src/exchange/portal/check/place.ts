import type { Exchange, Settings } from '../../../settings/settings.ts'

/** Where an exchange stands in the settings, `exchanges[2]`; the usual ones, which no settings name, by their own names. */
export function placeOf({ exchanges }: Pick<Settings, 'exchanges'>, exchange: Exchange): string {
  const index = exchanges.indexOf(exchange)
  return index === -1 ? exchange.name : `exchanges[${index + 1}]`
}
