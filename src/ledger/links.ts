/** The link of one 1C id to its card on the portal, and what the portal last confirmed of what 1C told (DESIGN.md §3.2). */
export interface Link {
  readonly entity: string
  readonly key: string
  readonly portalId: number
  /** JSON of what 1C told when it was last confirmed. */
  readonly told: string
  /** Hash of `told`, by which "unchanged" is known without a call. */
  readonly hash: string
  /** `ДатаФормирования` of the newest file that told it, '' where none had one. */
  readonly generated: string
  readonly message: number
  /** The run that confirmed it. */
  readonly run: number
  /** Local time with zone. */
  readonly at: string
}

export interface LinkTable {
  of(entity: string, keys: readonly string[]): Promise<ReadonlyMap<string, Link>>
  /** Whose cards these are: key by portal id. */
  owners(entity: string, portalIds: readonly number[]): Promise<ReadonlyMap<number, string>>
  /** Links of that 1C id, whatever they are of. */
  byKey(key: string): Promise<readonly Link[]>
  put(links: readonly Link[]): Promise<void>
  /** Notes that a file of that date told the same once more: what is older than it stays older. */
  toldAgain(entity: string, keys: readonly string[], generated: string): Promise<void>
  remove(entity: string, keys: readonly string[]): Promise<void>
  /** All of them in the order of entity and key, a batch at a time. */
  all(): AsyncIterable<readonly Link[]>
  /** The newest links, a few of them. */
  newest(limit: number): Promise<readonly Link[]>
  /** Address of the portal that they belong to, null while there was none. */
  portal(): Promise<string | null>
  setPortal(address: string): Promise<void>
  /** How many there are of each entity. */
  counts(): Promise<Readonly<Record<string, number>>>
}
