import type { Known } from '../../ledger/known.ts'
import type { RowSource } from './handler.ts'
import type { KnownBatch } from './known-batch.ts'
import { because, type Outcome } from './outcome.ts'
import type { Workshop } from './workshop.ts'

/**
 * Why a row need not be written, by what is known of the same 1C id: a newer export told it already, nothing changed, or
 * the same id stands in this set of files once more (the newest file goes first, so the first one counts). Null: write it.
 */
export function compareKnown(shop: Workshop, known: KnownBatch, id: string, hash: string, source: RowSource): Outcome | null {
  const before = known.get(id)
  if (before === undefined) return null
  if (isOlder(source, before)) return because('skipped', 'exchange.older', shop.language, { generated: before.generated })
  if (isSame(before, hash)) {
    known.same(id)
    return because('unchanged', 'exchange.unchanged', shop.language, { message: before.message }, hash)
  }
  const isFullCard = !before.hash.startsWith(fromDocument)
  return isFullCard && shop.isOfThisRun(before.seen)
    ? because('skipped', 'exchange.twice', shop.language, { message: before.seen })
    : null
}

/**
 * An older export never overwrites what a newer one told (`1c-side.md §11.4`). Files without a date count as new, and so
 * does whatever cannot be told for sure: a date without a time says nothing of the order within its day.
 */
export function isOlder(source: Pick<RowSource, 'generated'>, before: Pick<Known, 'generated'>): boolean {
  const one = whenOf(source.generated)
  const other = whenOf(before.generated)
  if (one === null || other === null) return false
  const sure = one.time !== '' && other.time !== '' && one.zone === other.zone
  return sure ? one.day + one.time < other.day + other.time : one.day < other.day
}

/** Is that content known, from the row of its own or from a document? */
export function isSame(before: Known | undefined, hash: string): boolean {
  return before !== undefined && (before.hash === hash || before.hash === `${fromDocument}${hash}`)
}

/** Mark of the hash of a card made from a document, which knows little: the first full card of that client replaces it. */
export const fromDocument = 'document:'

function whenOf(text: string): { readonly day: string; readonly time: string; readonly zone: string } | null {
  const [, day, time = '', zone = ''] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? []
  return day === undefined ? null : { day, time, zone }
}
