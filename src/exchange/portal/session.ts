import type { NotDone } from '../../bitrix24/client/outcome.ts'
import type { PortalClient, Timer } from '../../bitrix24/client/portal-client.ts'
import type { CrmEntity } from '../../bitrix24/crm/entity.ts'
import { type Directories, loadDirectories } from '../../bitrix24/crm/load-directories.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Language } from '../../problems/language.ts'
import type { Problem } from '../../problems/problem.ts'
import type { Exchange, Settings } from '../../settings/settings.ts'

/** What planning and applying of one run share: the portal, what is registered on it, and the memory. */
export interface PortalSession {
  readonly client: PortalClient
  readonly timer: Timer
  readonly ledger: Ledger
  readonly settings: Settings
  readonly exchanges: readonly Exchange[]
  readonly language: Language
  /** Kinds of documents that the run has cards of: what the portal knows of them is read too. */
  readonly entities?: readonly CrmEntity[]
  /** Directories, users and fields of the portal, read when they are first needed. */
  directories(): Promise<Directories>
  /** After a value was added to one of them. */
  forgetDirectories(): void
}

/** Ends a run that cannot go on now: it stays open, and the next start goes on with it. Thrown only inside a run, and caught there. */
export class PortalStopped extends Error {
  readonly outcome: NotDone

  constructor(outcome: NotDone) {
    super(`the portal answers ${outcome.error.code}`)
    this.outcome = outcome
  }
}

/** The webhook leads to another portal than the links of this exchange. */
export class OtherPortal extends Error {
  readonly problem: Problem

  constructor(reason: Problem) {
    super(reason.code)
    this.problem = reason
  }
}

export type SessionParts = Omit<PortalSession, 'directories' | 'forgetDirectories'>

export function openSession(parts: SessionParts): PortalSession {
  let loaded: Directories | null = null
  return {
    ...parts,
    async directories() {
      if (loaded !== null) return loaded
      const result = await loadDirectories(parts.client, parts.entities)
      if (result.kind === 'failed') throw new PortalStopped(result.outcome)
      loaded = result.directories
      return loaded
    },
    forgetDirectories() {
      loaded = null
    },
  }
}
