import type { Directories } from '../../bitrix24/crm/directories.ts'
import type { DocumentEntity } from '../../bitrix24/crm/entity.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Outgoing } from '../../settings/settings.ts'
import { entityInto } from '../portal/entities-of.ts'
import type { PortalSession } from '../portal/session.ts'
import { type RequisiteSources, requisiteSources } from './requisites.ts'
import { type Selection, selectionOf } from './select-card.ts'

/** One way back while it is polled. */
export interface OpenWay {
  readonly session: PortalSession
  readonly way: Outgoing
  readonly entity: DocumentEntity
  readonly directories: Directories
  readonly selection: Selection
  readonly requisites: RequisiteSources
  /** The newest run that is over: what links say is not newer than that. */
  readonly afterRun: number
  /** Number of the message in its file; 0 before the first one. */
  readonly message: number
  /** `ДатаФормирования` of the newest documents that 1C has exported; '' for none. */
  readonly exported: string
  /** Its settings have changed since the last poll. */
  readonly isAnew: boolean
  /** Local time with zone. */
  readonly at: string
  readonly problems: readonly Problem[]
}

export async function openWay(
  session: PortalSession,
  way: Outgoing,
  { isAnew, at }: Pick<OpenWay, 'isAnew' | 'at'>,
): Promise<OpenWay> {
  const entity = entityInto(way)
  const state = await session.ledger.outgoing.way(way.name)
  const directories = await session.directories()
  const selection = selectionOf(way, entity, directories)
  const requisites = requisiteSources(way, entity, directories)
  return {
    session,
    way,
    entity,
    directories,
    selection,
    requisites,
    afterRun: await lastRun(session),
    message: state?.message ?? 0,
    exported: state?.exported ?? '',
    isAnew,
    at,
    problems: [...selection.problems, ...requisites.problems],
  }
}

// A run that the brake holds may still confirm links; runs that came after it did not.
async function lastRun({ ledger }: PortalSession): Promise<number> {
  const open = await ledger.openRun()
  if (open !== null) return open.number - 1
  return (await ledger.runs(1))[0]?.number ?? 0
}
