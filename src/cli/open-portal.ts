import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { openPortalClient } from '../bitrix24/client/open-portal-client.ts'
import type { PortalClient, Timer } from '../bitrix24/client/portal-client.ts'
import { readWebhook } from '../bitrix24/client/read-webhook.ts'
import type { WebhookFound } from '../bitrix24/client/webhook.ts'
import { webhookId } from '../bitrix24/client/webhook-id.ts'
import { homeFolders } from '../exchange/folder/home.ts'
import { acquireLock, type Lock } from '../folder/lock.ts'
import { type Problem, problem } from '../problems/problem.ts'
import { locateFolder } from '../settings/locate-folder.ts'
import type { LoadedSettings } from './load-settings.ts'

/** What of the world around a command decides about the way to the portal. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Folder of the user: locks that hold for all exchange folders of one computer lie in it. */
  readonly userFolder: string
  /** The time of the machine, if nothing is said. */
  readonly timer?: Timer
}

export interface PortalOpened {
  readonly kind: 'open'
  readonly client: PortalClient
  /** What a person should know about the way there; grows while the client works. */
  readonly problems: readonly Problem[]
  close(): Promise<void>
}

export type PortalOpening = PortalOpened | { readonly kind: 'locked' | 'failed'; readonly problem: Problem }

/**
 * The client of the portal that the settings name. One process at a time works with a webhook, whatever folder it works in:
 * the portal counts requests by webhook, and two clients would each believe that they have all of the pace. A `look` is a
 * dozen reads, which fit in beside it, and needs no lock: an exchange that watches its folder must not forbid a check.
 */
export async function openPortal(
  loaded: Pick<LoadedSettings, 'settings' | 'root'>,
  purpose: { readonly command: string; readonly use: 'exchange' | 'poll' | 'look' },
  surroundings: Surroundings = usualSurroundings(),
): Promise<PortalOpening> {
  const { portal } = loaded.settings
  const webhook = await webhookOf(loaded, surroundings.environment)
  if (webhook.kind === 'bad') return { kind: 'failed', problem: webhook.problem }
  const authority = await readAuthority(portal.ca, loaded.root)
  if (authority.kind === 'bad') return { kind: 'failed', problem: authority.problem }
  const lock = purpose.use === 'look' ? null : await lockWebhook(webhookId(webhook), loaded, purpose.command, surroundings)
  if (lock?.kind === 'busy') return { kind: 'locked', problem: problem('portal.webhook-busy', lock.problem.args) }
  if (lock?.kind === 'failed') return lock
  const problems: Problem[] = []
  const client = openPortalClient(webhook, {
    rate: portal.rate,
    patienceMs: Math.min(portal.patience, mostPatience[purpose.use]),
    ...(surroundings.timer === undefined ? {} : { timer: surroundings.timer }),
    ca: authority.pem,
    environment: surroundings.environment,
    onNotice: (found) => problems.push(found),
  })
  return {
    kind: 'open',
    client,
    problems,
    async close() {
      await client.close()
      lock?.release()
    },
  }
}

// Somebody looks on: a name that is mistyped is not worth a quarter of an hour. A poll comes again in some minutes.
const mostPatience = { exchange: Number.POSITIVE_INFINITY, poll: 60_000, look: 10_000 } as const

export function usualSurroundings(): Surroundings {
  return { environment: process.env, userFolder: homedir() }
}

/** The webhook of the settings; a variable of the environment goes before the file. */
export async function webhookOf(
  { settings, root }: Pick<LoadedSettings, 'settings' | 'root'>,
  environment: Surroundings['environment'],
): Promise<WebhookFound> {
  const { file, env } = settings.portal.webhook
  return await readWebhook(env === '' ? { file: locateFolder(file, root) } : { env }, environment)
}

async function readAuthority(
  path: string,
  root: string,
): Promise<{ readonly kind: 'good'; readonly pem: string | undefined } | { readonly kind: 'bad'; readonly problem: Problem }> {
  if (path === '') return { kind: 'good', pem: undefined }
  const place = locateFolder(path, root)
  const text = await readFile(place, 'utf8').catch(() => null)
  if (text?.includes('-----BEGIN CERTIFICATE-----')) return { kind: 'good', pem: text }
  return { kind: 'bad', problem: problem('command.no-authority', { path: place }) }
}

// Where the folder of the user cannot be written (a service account without one), the lock holds for this exchange alone.
async function lockWebhook(
  id: string,
  { settings, root }: Pick<LoadedSettings, 'settings' | 'root'>,
  command: string,
  { userFolder }: Surroundings,
): Promise<Lock> {
  const lock = await acquireLock(join(userFolder, '.obmen24', 'portals', id), { command })
  return lock.kind === 'failed' ? acquireLock(join(homeFolders(settings, root).state, 'portals', id), { command }) : lock
}
