import type { ReadRow } from '../../../onec/read/reading.ts'
import type { Attachment } from '../../../records/attachment.ts'
import type { RowSource } from '../../handle/handler.ts'
import { because } from '../../handle/outcome.ts'
import { sift } from '../../handle/sift.ts'
import type { DocumentExchange } from '../../map/document-record.ts'
import type { DocumentKind, ToldFile } from '../told-document.ts'
import { openFileDesk } from './document-desk.ts'
import { kindOf } from './document-entity.ts'
import { documentsNamed } from './document-numbers.ts'
import { readNumberText } from './number-text.ts'
import { rowOfHeard, type StagedRow, type StageShop, settled } from './shop.ts'

/** Files that 1C drops beside its data (a PDF of an invoice) → cards that wait for the document whose number stands in the name. */
export async function stageAttachments(
  shop: StageShop,
  rows: readonly ReadRow[],
  source: RowSource,
): Promise<readonly StagedRow[]> {
  const { ledger, language } = shop
  const desk = openFileDesk(ledger, shop.run)
  const staged: (() => StagedRow)[] = []
  for (const row of rows) {
    const record = row.record as Attachment | null
    const exchange = record === null ? null : (shop.routes.exchangeFor('attachment', record.name) as DocumentExchange | null)
    const sifted = sift(row, exchange, null, language)
    if (sifted !== null || record === null || exchange === null) {
      staged.push(() => settled(sifted!))
      continue
    }
    const told = await toldFile(shop, record, exchange, source)
    if (told.number === '') {
      staged.push(() => settled(because('refused', 'exchange.attachment-no-number', language, { name: record.name })))
      continue
    }
    await desk.open({ file: [told.key] })
    const heard = desk.hear(told, shop.documentRulesOf(exchange), source)
    staged.push(() => rowOfHeard(heard, { problems: record.problems }, language))
  }
  await desk.save()
  return staged.map((row) => row())
}

/** Keys of the documents that the name of a file means, as far as they have come. */
export async function documentsOfFile(
  { ledger }: Pick<StageShop, 'ledger'>,
  name: string,
  of: DocumentKind,
): Promise<readonly string[]> {
  return (await documentsNamed(ledger, stem(name), [of])).map(({ key }) => key)
}

async function toldFile(
  shop: StageShop,
  { name, sha256, bytes }: Attachment,
  exchange: DocumentExchange,
  { message }: RowSource,
): Promise<ToldFile> {
  const of = kindOf(exchange.preset)!
  const [number = ''] = readNumberText(stem(name)).numbers
  return {
    entity: 'file',
    key: `file:${name}`,
    file: { name, message, sha256, bytes },
    of,
    documents: await documentsOfFile(shop, name, of),
    number,
    comment: shop.contextOf(exchange).fileComment?.render({ name, number, Имя: name, Номер: number }) || name,
    alsoParent: exchange.attachments.alsoParent,
  }
}

function stem(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
}
