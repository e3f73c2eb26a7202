import type { PortalClient } from '../client/portal-client.ts'
import type { Failed } from './ask.ts'
import type { Stage, Status } from './directories.ts'
import { loadDirectories } from './load-directories.ts'

export type { Stage } from './directories.ts'

/** A pipeline of deals with its stages in their order, the default one first. */
export interface Pipeline {
  readonly id: string
  readonly name: string
  readonly stages: readonly Stage[]
}

export interface DealDirectories {
  readonly pipelines: readonly Pipeline[]
  readonly dealTypes: readonly Status[]
  /** ISO codes. */
  readonly currencies: readonly string[]
}

/** What deals need to know of the portal: pipelines and stages, deal types, currencies (`bitrix24-rest.md §2.8`). */
export async function loadDealDirectories(
  client: PortalClient,
): Promise<{ readonly kind: 'loaded'; readonly directories: DealDirectories } | Failed> {
  const loaded = await loadDirectories(client, ['deal'])
  if (loaded.kind === 'failed') return loaded
  const { pipelines, statuses, currencies } = loaded.directories
  return {
    kind: 'loaded',
    directories: {
      pipelines: (pipelines['deal'] ?? []).map(({ id, name, stages }) => ({ id: String(id), name, stages })),
      dealTypes: statuses['DEAL_TYPE'] ?? [],
      currencies,
    },
  }
}
