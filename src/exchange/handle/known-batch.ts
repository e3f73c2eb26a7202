import type { Known } from '../../ledger/known.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { RowSource } from './handler.ts'

/** What is known of the things of one batch of rows, with what the batch adds to it. Nothing is lasting before `save`. */
export interface KnownBatch {
  get(id: string): Known | undefined
  /** The source tells it anew. */
  put(id: string, hash: string, record: unknown): void
  /** The source has it just as it is known; `record` where something beside the content is to be noted with it. */
  same(id: string, record?: unknown): void
  save(): Promise<void>
}

export async function openKnownBatch(
  ledger: Ledger,
  kind: string,
  ids: readonly string[],
  source: RowSource,
): Promise<KnownBatch> {
  const { message, generated } = source
  const known = new Map(await ledger.known(kind, ids))
  const newest = (before: Known | undefined) =>
    before === undefined || generated > before.generated ? generated : before.generated
  const added = new Set<string>()
  const confirmed = new Set<string>()
  return {
    get: (id) => known.get(id),
    put(id, hash, record) {
      known.set(id, { kind, id, hash, generated: newest(known.get(id)), message, seen: message, record })
      added.add(id)
    },
    same(id, record) {
      const before = known.get(id)
      if (before === undefined) return
      known.set(id, { ...before, seen: message, generated: newest(before), record: record ?? before.record })
      if (record === undefined) confirmed.add(id)
      else added.add(id)
    },
    async save() {
      await ledger.remember([...added].map((id) => known.get(id)!))
      await ledger.seen(
        kind,
        [...confirmed].filter((id) => !added.has(id)),
        message,
        generated,
      )
    },
  }
}
