import type { DocumentExchange } from '../../map/document-record.ts'
import { rowDraft, tableRows } from '../../map/document-rows.ts'
import type { DocumentKind, ToldDocument } from '../told-document.ts'
import { type DocumentDesk, openDocumentDesk } from './document-desk.ts'
import { entityOf, presetOf } from './document-entity.ts'
import { documentsNamed } from './document-numbers.ts'
import { rowsTold } from './document-rows.ts'
import { sameNumber } from './number-text.ts'
import type { StageShop } from './shop.ts'

/**
 * Documents whose rows came anew in a table of their own, and that did not come themselves: told again as they were told last, with the
 * rows that they have now. What a title or a comment says of rows stays as it was until the document itself comes.
 */
export async function stageRowsAgain(shop: StageShop): Promise<void> {
  for (const [id, source] of shop.touchedRows) {
    const { kind, document, rows } = await rowsTold(shop.ledger, id)
    const desk = openDocumentDesk(shop.ledger, shop.run)
    const last = await lastTold(shop, desk, kind, document)
    const exchange = last === null ? null : exchangeOf(shop, kind, last)
    if (last === null || exchange === null || !exchange.rows) continue
    const context = shop.contextOf(exchange)
    const drafts = tableRows(rows).map((row) => rowDraft(row, context))
    const told: ToldDocument = { ...last, draft: { ...last.draft, rows: drafts }, carried: true }
    desk.hear(told, shop.documentRulesOf(exchange), { ...source, generated: '' })
    await desk.save()
  }
}

/** The document as it was told last; of several under one number (they begin anew every year) the newest. Null: it has not come yet. */
async function lastTold(
  { ledger }: StageShop,
  desk: DocumentDesk,
  kind: DocumentKind,
  document: string,
): Promise<ToldDocument | null> {
  const numbered = (await documentsNamed(ledger, document, [kind])).filter(
    ({ number }) => sameNumber(number, document) === 'exact',
  )
  const newest = [...numbered].sort((a, b) => (a.day < b.day ? 1 : -1))
  for (const { entity, key } of newest) {
    await desk.open({ [entity]: [key] })
    const told = desk.lastOf(entity, key)
    if (told !== null) return told
  }
  return null
}

function exchangeOf({ exchanges }: StageShop, kind: DocumentKind, { entity }: ToldDocument): DocumentExchange | null {
  const ofKind = exchanges.filter(({ enabled, preset }) => enabled && preset === presetOf[kind]) as readonly DocumentExchange[]
  return ofKind.find((each) => entityOf(each) === entity) ?? null
}
