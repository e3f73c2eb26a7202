import type { PortalClient } from '../client/portal-client.ts'
import type { RestError } from '../client/rest-error.ts'
import { ask, type Failed, filterIgnored, type Query, rowsOfPages } from './ask.ts'
import { chunks } from './chunks.ts'
import { idOf, type RestRow, textOf } from './rest-value.ts'

export type ProductIds =
  | { readonly kind: 'read'; readonly ids: ReadonlyMap<string, number> }
  /** The webhook may not read the catalogue (no scope `catalog`, no right to it), or the portal has none. */
  | { readonly kind: 'unavailable'; readonly error: RestError }

/**
 * Products of the portal's catalogue by their external codes. A variation counts before the product that it is one of. A code
 * that several products of one catalogue have means none of them: nothing keeps it unique (`bitrix24-rest.md §6.2`).
 */
export async function productIdsByXmlId(client: PortalClient, xmlIds: readonly string[]): Promise<ProductIds | Failed> {
  const wanted = new Set(xmlIds.filter((xmlId) => xmlId !== ''))
  const [listed] = await client.batch([{ method: 'catalog.catalog.list', params: { select: ['iblockId', 'productIblockId'] } }])
  if (listed === undefined || listed.kind !== 'done') {
    if (listed?.kind === 'refused' && listed.reach === 'command') return { kind: 'unavailable', error: listed.error }
    return { kind: 'failed', outcome: listed! }
  }
  const catalogues = rowsOfPages([listed.result]).map((row) => ({
    iblockId: idOf(row['iblockId']),
    isOfVariations: idOf(row['productIblockId']) !== 0,
  }))
  const queries = catalogues.map(({ iblockId, isOfVariations }) => productQueries(iblockId, isOfVariations, [...wanted]))
  const answer = await ask(client, queries.flat())
  if (answer.kind === 'failed') return answer
  const pages = answer.pages.map(rowsOfPages)
  if (!pages.flat().every((row) => wanted.has(textOf(row['xmlId'])))) return filterIgnored('catalog.product.list')
  const [products, variations]: [Map<string, number>, Map<string, number>] = [new Map(), new Map()]
  let taken = 0
  for (const [index, { isOfVariations }] of catalogues.entries()) {
    const count = queries[index]!.length
    for (const [xmlId, id] of single(pages.slice(taken, taken + count).flat()))
      (isOfVariations ? variations : products).set(xmlId, id)
    taken += count
  }
  return { kind: 'read', ids: new Map([...products, ...variations]) }
}

// IN is a plain array here (`bitrix24-rest.md §6.2`). Variations have a list of their own; some portals give them in that of
// products.
function productQueries(iblockId: number, isOfVariations: boolean, xmlIds: readonly string[]): readonly Query[] {
  const methods = isOfVariations ? ['catalog.product.list', 'catalog.product.offer.list'] : ['catalog.product.list']
  return methods.flatMap((method) =>
    chunks(xmlIds, 49).map((part) => ({
      method,
      params: { select: ['id', 'iblockId', 'xmlId'], filter: { iblockId, xmlId: part } },
      paging: 'offset' as const,
      optional: isOfVariations,
    })),
  )
}

function single(rows: readonly RestRow[]): ReadonlyMap<string, number> {
  const byXmlId = Map.groupBy(rows, (row) => textOf(row['xmlId']))
  const found = [...byXmlId].map(([xmlId, same]) => [xmlId, [...new Set(same.map((row) => idOf(row['id'])))]] as const)
  return new Map(found.flatMap(([xmlId, ids]) => (ids.length === 1 ? [[xmlId, ids[0]!] as const] : [])))
}
