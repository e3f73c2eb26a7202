/** What 1C has told of one thing so far, and the hash of what was made of it. */
export interface Known {
  readonly kind: string
  readonly id: string
  /** Hash of the content, by which "unchanged" is told. */
  readonly hash: string
  /** `ДатаФормирования` of the file it came in, '' where the file had none: an older file never overwrites a newer one. */
  readonly generated: string
  /** The message that told it so. */
  readonly message: number
  /** The newest message that had it at all, changed or not. */
  readonly seen: number
  /** Whatever the exchange wants to find again. */
  readonly record: unknown
}

/** Something to remember; where `seen` is not given, its message is the newest one that had it. */
export type NewKnown = Omit<Known, 'seen'> & { readonly seen?: number }
