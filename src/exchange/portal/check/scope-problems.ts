import type { Directories } from '../../../bitrix24/crm/directories.ts'
import { at, type Problem, problem } from '../../../problems/problem.ts'
import type { Exchange, Settings } from '../../../settings/settings.ts'
import { isOfDocuments } from '../entities-of.ts'
import { placeOf, placeOfWay } from './place.ts'

/**
 * Sections of the API that the settings need and the webhook was not given. The catalogue is asked for products of rows: where they are to
 * be linked, and on the way back for the 1C ids of goods (`bitrix24-rest.md §6`).
 */
export function scopeProblems(
  { scopes, users }: Pick<Directories, 'scopes' | 'users'>,
  settings: Settings,
  exchanges: readonly Exchange[],
): readonly Problem[] {
  return [
    ...(scopes.includes('crm') ? [] : [problem('portal.scope', { scope: 'crm', method: 'crm.*' })]),
    ...(users === null ? [problem('check.users-unreadable')] : []),
    ...(scopes.includes('catalog') ? [] : withoutCatalogue(settings, exchanges)),
  ]
}

function withoutCatalogue(settings: Settings, exchanges: readonly Exchange[]): readonly Problem[] {
  const linking = exchanges.filter(isOfDocuments).filter(({ enabled, rows, products }) => enabled && rows && products !== 'text')
  const ways = settings.outgoing.filter(({ enabled }) => enabled)
  return [
    ...linking.map((exchange) =>
      at(problem('check.no-catalogue', { products: exchange.products }), { setting: `${placeOf(settings, exchange)}.products` }),
    ),
    ...ways.map((way) => at(problem('check.no-goods'), { setting: placeOfWay(way) })),
  ]
}
