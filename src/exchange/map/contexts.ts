import type { Exchange, Settings } from '../../settings/settings.ts'
import { compareKey } from '../../values/text.ts'
import { contentHash } from '../content-hash.ts'
import type { MapContext } from './map-context.ts'
import { fieldSource, templateText } from './template.ts'
import { words } from './words.ts'

/** The mapping of each exchange, made when it is first asked for. */
export function contexts(portal: Settings['bitrix24']) {
  const made = new Map<Exchange, MapContext>()
  return {
    contextOf<E extends Exchange>(exchange: E): MapContext & { readonly exchange: E } {
      const context = made.get(exchange) ?? createContext(exchange, portal)
      made.set(exchange, context)
      return context as MapContext & { readonly exchange: E }
    },
    all: (): Iterable<MapContext> => made.values(),
  }
}

function createContext(exchange: Exchange, portal: Settings['bitrix24']): MapContext {
  const fields = new Map(
    Object.entries('fields' in exchange ? exchange.fields : {}).map(([field, source]) => [field, fieldSource(source)]),
  )
  const title = 'title' in exchange ? templateText(exchange.title) : null
  const dates = 'closeDates' in exchange ? Object.entries(exchange.closeDates) : []
  const closeDates = new Map(dates.map(([state, source]) => [compareKey(state), fieldSource(source)]))
  const fileComment = 'attachments' in exchange ? templateText(exchange.attachments.comment) : null
  const { name: _name, files: _files, enabled: _enabled, ...mapping } = exchange
  const hash = contentHash({ mapping, portal })
  return { exchange, portal, fields, title, closeDates, fileComment, hash, words: words(exchange.values) }
}
