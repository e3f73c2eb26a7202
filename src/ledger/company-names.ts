/** Companies that 1C has told of, by the names under which a table of contact persons may call them. */
export interface CompanyNames {
  /** Replaces the names of each key. Names are folded by the caller; a company may have several, and several companies one. */
  put(companies: readonly { readonly key: string; readonly names: readonly string[] }[]): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  /** Those of the keys that are companies. */
  known(keys: readonly string[]): Promise<ReadonlySet<string>>
  /** Keys by name, in the order of keys; names that no company has are absent. */
  named(names: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
}
