import type { RecordBase } from './common.ts'

/** 1C says that it has taken what was sent to it up to that message (`1c-side.md §8`). `id` is the number as text. */
export interface Confirmation extends RecordBase {
  readonly kind: 'confirmation'
  readonly message: number
}
