import type { Unsent } from './unsent.ts'

/** What a round did on one way back to 1C. */
export interface WayReport {
  /** Name of the way in the settings. */
  readonly way: string
  /** Was the portal asked? `none`: its period had not passed. */
  readonly poll: 'none' | 'done' | 'failed'
  /** Documents that came into the message anew. */
  readonly documents: number
  /** Number of the message in the file. */
  readonly message: number
  /** Documents that wait for 1C to confirm them. */
  readonly open: number
  /** Documents whose present state cannot be told to 1C. */
  readonly stuck: number
  /** Which these are, and why: told with every poll as long as it is so. */
  readonly unsent: readonly Unsent[]
  /** Documents that were given up. */
  readonly forgotten: number
}
