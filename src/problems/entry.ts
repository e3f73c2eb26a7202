/** One sentence in both languages. `{name}` stands for an argument of the problem. */
export interface Phrase {
  readonly ru: string
  readonly en: string
}

/**
 * What a code means. `error`: the row or the file was not used. `warning`: it was used, and something about it needs a
 * person. `notice`: it was put right, nothing to do.
 */
export interface ProblemEntry {
  readonly severity: 'error' | 'warning' | 'notice'
  readonly what: Phrase
  readonly cause: Phrase
  readonly action: Phrase
  /** Would the same input, tried again later, stand a chance? */
  readonly retry: boolean
}
