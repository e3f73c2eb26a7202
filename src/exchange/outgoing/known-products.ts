import type { PortalClient } from '../../bitrix24/client/portal-client.ts'
import { ask, rowsOfPages } from '../../bitrix24/crm/ask.ts'
import { chunks } from '../../bitrix24/crm/chunks.ts'
import { idOf, type RestRow, textOf } from '../../bitrix24/crm/rest-value.ts'
import { PortalStopped } from '../portal/session.ts'

/** A product of the portal's catalogue. */
export interface KnownProduct {
  /** Its 1C id; '' where it has none. */
  readonly code: string
  readonly service: boolean
}

/**
 * What the catalogue of the portal knows of some products. Their external codes are the 1C ids; the portal makes up the number of the
 * product where nobody gave a code (`bitrix24-rest.md §6.2`), which is none. A webhook that may not read the catalogue knows nothing.
 * Throws `PortalStopped`.
 */
export async function knownProducts(
  client: PortalClient,
  products: readonly number[],
): Promise<ReadonlyMap<number, KnownProduct>> {
  const wanted = [...new Set(products)].filter((id) => id > 0)
  if (wanted.length === 0) return new Map()
  const listed = await asked(client, [
    { method: 'catalog.catalog.list', params: { select: ['iblockId', 'productIblockId'] }, paging: 'none', optional: true },
  ])
  const catalogues = listed.map((row) => ({
    iblockId: idOf(row['iblockId']),
    isOfVariations: idOf(row['productIblockId']) !== 0,
  }))
  const rows = await asked(
    client,
    catalogues.flatMap(({ iblockId, isOfVariations }) =>
      (isOfVariations ? ['catalog.product.list', 'catalog.product.offer.list'] : ['catalog.product.list']).flatMap((method) =>
        chunks(wanted, 49).map((part) => ({
          method,
          params: { select: ['id', 'iblockId', 'xmlId', 'type'], filter: { iblockId, id: part } },
          paging: 'id' as const,
          optional: true,
        })),
      ),
    ),
  )
  const known = rows.map((row) => [idOf(row['id']), productOf(row)] as const)
  return new Map(known.filter(([id]) => wanted.includes(id)))
}

function productOf(row: RestRow): KnownProduct {
  const code = textOf(row['xmlId'])
  return { code: code === textOf(row['id']) ? '' : code, service: idOf(row['type']) === serviceType }
}

/** 1 a product, 3 and 4 one with variations and a variation, 7 a service (`bitrix24-rest.md §6`). */
const serviceType = 7

async function asked(client: PortalClient, queries: Parameters<typeof ask>[1]) {
  const answer = await ask(client, queries)
  if (answer.kind === 'failed') throw new PortalStopped(answer.outcome)
  return answer.pages.flatMap(rowsOfPages)
}
