import type { CompanyDraft, ContactDraft, Draft } from '../bitrix24/drafts/draft.ts'
import { companyRows } from '../bitrix24/import-csv/company-rows.ts'
import { contactRows } from '../bitrix24/import-csv/contact-rows.ts'
import { dealRows } from '../bitrix24/import-csv/deal-rows.ts'
import type { ImportEntity } from '../bitrix24/import-csv/entity.ts'
import type { LinkBook } from '../bitrix24/import-csv/links.ts'
import { createProblemTally, type ProblemTally } from '../bitrix24/import-csv/problem-tally.ts'
import { productRows } from '../bitrix24/import-csv/product-rows.ts'
import type { ImportProfile } from '../bitrix24/import-csv/profile.ts'
import type { DraftRows } from '../bitrix24/import-csv/row.ts'
import { createSheet } from '../bitrix24/import-csv/sheet.ts'
import type { Problem } from '../problems/problem.ts'
import { type ImportFile, openImportFile } from './import-file.ts'

/** The import files of one run. A file that gets no card is not made. */
export interface ImportSet {
  /** Writes the card; its problems are told, and `written` is false where it cannot be imported at all. */
  add(draft: Draft, links?: LinkBook): Promise<{ readonly written: boolean; readonly problems: readonly Problem[] }>
  /**
   * Keeps the card of a client for the end, where it is written unless a card with its key came by `add` until then: a
   * document knows less of a client than the client's own card. Its problems are told at once.
   */
  postpone(draft: CompanyDraft | ContactDraft): Promise<{ readonly written: boolean; readonly problems: readonly Problem[] }>
  /** Does a card of this set name the company of that title? */
  isLinked(companyTitle: string): boolean
  /** Everything that was reported about the cards. */
  readonly tally: ProblemTally
  close(): Promise<readonly ImportFileFacts[]>
}

export interface ImportFileFacts {
  readonly entity: ImportEntity
  readonly name: string
  readonly cards: number
  readonly rows: number
  /** Cards that could not be written. */
  readonly leftOut: number
}

/** The names that an operator sees, in the order in which the files are imported. */
export const importFileNames: Readonly<Record<ImportEntity, string>> = {
  company: '1-companies.csv',
  contact: '2-contacts.csv',
  deal: '4-deals.csv',
  product: '3-products.csv',
}

export function openImportSet(folder: string, profile: ImportProfile): ImportSet {
  const files = new Map<ImportEntity, ImportFile>()
  const tally = createProblemTally()
  const leftOut = new Map<ImportEntity, number>()
  const fileOf = async (entity: ImportEntity) => {
    const open = files.get(entity) ?? (await openImportFile(folder, importFileNames[entity], createSheet(entity, profile)))
    files.set(entity, open)
    return open
  }
  const waiting = new Map<string, CompanyDraft | ContactDraft>()
  const linked = new Set<string>()
  const write = async (draft: Draft, links?: LinkBook) => {
    const file = await fileOf(draft.kind)
    const { rows, problems } = rowsOf(draft, file.cards + 1, file, links)
    tally.add(problems)
    if (rows.length > 0) await file.add(rows)
    else leftOut.set(draft.kind, (leftOut.get(draft.kind) ?? 0) + 1)
    return { written: rows.length > 0, problems }
  }
  return {
    tally,
    async add(draft, links) {
      if (draft.kind === 'company' || draft.kind === 'contact') waiting.delete(draft.key)
      if ('companyTitle' in draft && draft.companyTitle !== '') linked.add(draft.companyTitle)
      return write(draft, links)
    },
    async postpone(draft) {
      const { rows, problems } = rowsOf(draft, 1, await fileOf(draft.kind))
      if (rows.length === 0) return write(draft)
      waiting.set(draft.key, draft)
      return { written: true, problems }
    },
    isLinked: (companyTitle) => linked.has(companyTitle),
    async close() {
      for (const draft of waiting.values()) await write(draft)
      const facts: ImportFileFacts[] = []
      for (const [entity, file] of files) {
        await file.close()
        if (file.cards > 0)
          facts.push({
            entity,
            name: importFileNames[entity],
            cards: file.cards,
            rows: file.rows,
            leftOut: leftOut.get(entity) ?? 0,
          })
      }
      return facts.sort((a, b) => (a.name < b.name ? -1 : 1))
    },
  }
}

function rowsOf(draft: Draft, number: number, { sheet }: ImportFile, links?: LinkBook): DraftRows {
  switch (draft.kind) {
    case 'company':
      return companyRows(draft, number, sheet)
    case 'contact':
      return contactRows(draft, number, sheet, links ?? null)
    case 'deal':
      return dealRows(draft, number, sheet, links ?? null)
    case 'product':
      return productRows(draft, number, sheet)
  }
}
