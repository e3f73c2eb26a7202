import { productIdsByXmlId } from '../../../bitrix24/crm/product-ids.ts'
import { problem } from '../../../problems/problem.ts'
import { type PortalSession, PortalStopped } from '../session.ts'
import type { OpenDocument } from './open-card.ts'
import type { DocumentGround } from './wanted-document.ts'

/** The products that the rows of these documents name by their 1C ids, where their exchange wants them linked. */
export async function productsOf(
  { client }: PortalSession,
  documents: readonly OpenDocument[],
): Promise<Pick<DocumentGround, 'productIds' | 'noProducts'>> {
  const linked = documents.filter(({ rules }) => rules.products !== 'text')
  const xmlIds = new Set(linked.flatMap(({ told }) => told.draft.rows.map(({ productId }) => productId)))
  xmlIds.delete('')
  if (xmlIds.size === 0) return { productIds: new Map(), noProducts: null }
  const found = await productIdsByXmlId(client, [...xmlIds])
  if (found.kind === 'failed') throw new PortalStopped(found.outcome)
  if (found.kind === 'read') return { productIds: found.ids, noProducts: null }
  const reason = found.error.description || found.error.code
  return { productIds: new Map(), noProducts: problem('plan.catalogue-closed', { reason }) }
}
