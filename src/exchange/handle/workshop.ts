import type { Ledger } from '../../ledger/ledger.ts'
import type { Language } from '../../problems/language.ts'
import type { Exchange } from '../../settings/settings.ts'
import type { ImportSet } from '../import-set.ts'
import type { MapContext } from '../map/map-context.ts'
import type { Routes } from '../routes.ts'

/** What the handlers of one run share. */
export interface Workshop {
  readonly language: Language
  readonly routes: Routes
  readonly ledger: Ledger
  readonly importSet: ImportSet
  /** Was that message taken into the run that is going on? Its cards are in the files being written, and cannot be changed any more. */
  isOfThisRun(message: number): boolean
  /** The lowest message number of the run, for what no single message is the source of. */
  readonly firstMessage: number
  /** The mapping of an exchange, made once. */
  contextOf<E extends Exchange>(exchange: E): MapContext & { readonly exchange: E }
}
