import type { Ledger } from '../../../ledger/ledger.ts'
import { contentHash } from '../../content-hash.ts'
import { isOlder } from '../../handle/compare-known.ts'
import type { ToldDocument, ToldFile } from '../told-document.ts'
import {
  cardOf,
  type First,
  type Heard,
  type KnownCard,
  later,
  newestOf,
  newStanding,
  openDesk,
  type StageDesk,
  type Standing,
  type Telling,
  type Told,
  twiceOf,
} from './desk.ts'

export type DocumentDesk = StageDesk<ToldDocument>

/** The desk for documents: who tells of one first in a run has the word, only what is carried from an earlier export yields to it. */
export function openDocumentDesk(ledger: Ledger, run: number): DocumentDesk {
  return openDesk<ToldDocument>(ledger, run, { hashOf: documentHash, again: againOfDocument, first: firstOfDocument })
}

/** The desk for files of documents. */
export function openFileDesk(ledger: Ledger, run: number): StageDesk<ToldFile> {
  return openDesk<ToldFile>(ledger, run, { hashOf: fileHash, again, first: compare })
}

/** Hash of what is told of a document. Its client and its parents are part of it: that it belongs to somebody else is a change. */
export function documentHash({ draft, initial, refs, portalId, phones, deleted, client }: ToldDocument): string {
  return contentHash({ draft, initial, refs, portalId, phones, deleted, client })
}

// The same bytes under another message are the same file, whatever documents have come since.
function fileHash({ file: { name, sha256 } }: ToldFile): string {
  return contentHash({ name, sha256 })
}

// Rows that come anew are no other word of the document: where it waits, its own row is told what becomes of it, too.
function firstOfDocument(telling: Telling<ToldDocument>, known: KnownCard): First<ToldDocument> {
  const first = compare(telling, known)
  if (first.kind !== 'new' || telling.told.carried !== true || known.left === undefined) return first
  return { ...first, standing: { ...first.standing, message: known.left.message } }
}

function againOfDocument(standing: Standing<ToldDocument>, telling: Telling<ToldDocument>, known: KnownCard): Heard {
  if (telling.told.carried === true) return cardOf(standing, telling.hash)
  if (standing.told.carried !== true) return again(standing, telling, known)
  const { told, hash, rules, source } = telling
  const newest = newestOf(known)
  if (newest !== undefined && isOlder(source, newest)) return olderThan(newest.generated, known)
  const generated = later(source.generated, newest?.generated)
  Object.assign(standing, { told, hash, rules, message: source.message, generated, isRetold: true })
  return cardOf(standing, hash)
}

function again<T extends Told>(standing: Standing<T>, { hash, source }: Telling<T>, known: KnownCard): Heard {
  if (hash === standing.hash) return cardOf(standing, hash)
  return isOlder(source, standing) ? olderThan(standing.generated, known) : twiceOf(standing, known)
}

function compare<T extends Told>(telling: Telling<T>, known: KnownCard): First<T> {
  const { hash, source } = telling
  const { link, left } = known
  const newest = newestOf(known)
  if (newest !== undefined && isOlder(source, newest)) return olderThan(newest.generated, known)
  if (link !== undefined && left === undefined && link.hash === hash) return { kind: 'unchanged', hash, link }
  return { kind: 'new', standing: newStanding(telling, known) }
}

function olderThan(generated: string, { link }: KnownCard) {
  return { kind: 'older', generated, portalId: link?.portalId ?? null } as const
}
