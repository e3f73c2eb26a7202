import type { Directories } from '../../bitrix24/crm/directories.ts'
import type { DocumentEntity } from '../../bitrix24/crm/entity.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { OutCard } from '../../ledger/outgoing.ts'
import type { ToldDocument } from '../portal/told-document.ts'
import { isAfter, type Word } from './reading.ts'
import { toldParts } from './told.ts'

/** Listens to what 1C tells of documents that are on their way to it. */
export interface Hearing {
  /** Is 1C waited for to tell of a document of that number? */
  awaits(number: string): boolean
  /** 1C has told of such a document; what becomes of that on the portal is another matter. */
  hear(told: Pick<ToldDocument, 'entity' | 'key' | 'draft' | 'initial' | 'refs'>, generated: string): Promise<void>
  /** 1C has exported documents. */
  exported(generated: string): Promise<void>
}

type HeardWord = Pick<ToldDocument, 'key' | 'draft' | 'initial' | 'refs'> & { readonly generated: string }

export async function openHearing({ outgoing }: Pick<Ledger, 'outgoing'>): Promise<Hearing> {
  const awaited = await outgoing.awaited()
  const newest = new Map<string, string>()
  return {
    awaits: (number) => awaited.has(number),
    async hear({ entity, key, draft, initial, refs }, generated) {
      if (!awaited.has(draft.number) || isAfter(newest.get(key) ?? '', generated)) return
      newest.set(key, generated)
      const word: HeardWord = { key, draft, initial, refs, generated }
      await outgoing.hear(entity, draft.number, JSON.stringify(word))
    },
    async exported(generated) {
      if (awaited.size > 0 && generated !== '') await outgoing.noteExport(generated)
    },
  }
}

/** What 1C has told of a card since the last poll, in the words of the portal; null: nothing. `key`: that of its link, null: it has none. */
export async function wordOf(
  ledger: Ledger,
  entity: DocumentEntity,
  { word }: Pick<OutCard, 'word'>,
  key: string | null,
  directories: Directories,
): Promise<Word | null> {
  if (word === null) return null
  const told = JSON.parse(word) as HeardWord
  // Numbers begin anew each year, and then it is another document.
  if (key !== null && told.key !== key) return null
  return { number: told.draft.number, parts: await toldParts(ledger, entity, told, directories), generated: told.generated }
}
