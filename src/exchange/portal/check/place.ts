import type { Exchange, Outgoing, Settings } from '../../../settings/settings.ts'

/** Where an exchange stands in the settings, by the name that it has there: `exchanges.zn`. The usual ones, which no settings name, by their own names. */
export function placeOf({ exchanges }: Pick<Settings, 'exchanges'>, exchange: Exchange): string {
  return exchanges.includes(exchange) ? inList('exchanges', exchange.name) : exchange.name
}

/** The same of a way back to 1C. */
export function placeOfWay({ name }: Outgoing): string {
  return inList('outgoing', name)
}

// A name of several words would not be seen to end.
function inList(list: string, name: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(name) ? `${list}.${name}` : `${list}["${name}"]`
}
