import { because } from '../../handle/outcome.ts'
import type { DocumentExchange } from '../../map/document-record.ts'
import { rowDraft, tableRows } from '../../map/document-rows.ts'
import type { DocumentKind, ToldDocument } from '../told-document.ts'
import { type DocumentDesk, openDocumentDesk } from './document-desk.ts'
import { entityOf, presetOf } from './document-entity.ts'
import { documentsNamed } from './document-numbers.ts'
import { rowsTold, rowsUnused } from './document-rows.ts'
import { sameNumber } from './number-text.ts'
import { rowOfHeard, type StagedRow, type StageShop, settled, type TouchedRows } from './shop.ts'
import { tellRows } from './tell-rows.ts'

/**
 * Documents whose rows came anew in a table of their own, and that did not come themselves: told again as they were told last, with the
 * rows that they have now. What a title or a comment says of rows stays as it was until the document itself comes.
 */
export async function stageRowsAgain(shop: StageShop): Promise<void> {
  for (const [id, touched] of shop.touchedRows) {
    const outcome = await tellAgain(shop, id, touched)
    if (outcome !== null) await tellRows(shop.ledger, { id, message: touched.source.message }, outcome)
  }
}

/** What became of the document of these rows; null: they wait for it. */
async function tellAgain(shop: StageShop, id: string, { source, refusal }: TouchedRows): Promise<StagedRow | null> {
  const { kind, document, rows } = await rowsTold(shop.ledger, id)
  const exchanges = exchangesOfKind(shop, kind)
  if (exchanges.length === 0) return settled(because('skipped', 'exchange.none', shop.language, { kind }))
  const desk = openDocumentDesk(shop.ledger, shop.run)
  const last = await lastTold(shop, desk, kind, document)
  const exchange = exchanges.find((each) => last === null || entityOf(each) === last.entity)
  if (exchange === undefined) return settled(because('skipped', 'exchange.none', shop.language, { kind }))
  if (!exchange.rows) return rowsUnused(shop)
  if (last === null) return refusal === undefined ? null : { ...refusal, document: id }
  const context = shop.contextOf(exchange)
  const drafts = tableRows(rows).map((row) => rowDraft(row, context))
  const told: ToldDocument = { ...last, draft: { ...last.draft, rows: drafts }, carried: true }
  const heard = desk.hear(told, shop.documentRulesOf(exchange), { ...source, generated: '' })
  await desk.save()
  return rowOfHeard(heard, { problems: [] }, shop.language)
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

function exchangesOfKind({ exchanges }: StageShop, kind: DocumentKind): readonly DocumentExchange[] {
  return exchanges.filter(({ enabled, preset }) => enabled && preset === presetOf[kind]) as readonly DocumentExchange[]
}
