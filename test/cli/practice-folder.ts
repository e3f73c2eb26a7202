import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { fixturePortal } from '../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox, type Sandbox } from '../../src/bitrix24/sandbox/sandbox.ts'
import type { PortalState } from '../../src/bitrix24/sandbox/state.ts'
import { exchangeFolder } from './obmen24.ts'

export interface PracticeFolder {
  readonly folder: string
  readonly sandbox: Sandbox
  /** Address of the portal, without the secret. */
  readonly origin: string
}

/** An exchange folder that works with a portal of its own on this machine. `more` is added to the settings. */
export async function practiceFolder(
  t: TestContext,
  { more = '', name = 'moscow', change = () => undefined }: PracticeOptions = {},
): Promise<PracticeFolder> {
  const state = fixturePortal(name)
  const [owner] = state.users
  Object.assign(owner!, { ADMIN: true })
  change(state)
  const sandbox = openSandbox({ state, methods, limits: { rate: 'off', operating: 'off', requestSeconds: 'off' } })
  const { origin, webhook } = await sandbox.listen()
  t.after(() => sandbox.close())
  const folder = await exchangeFolder(t, `target: portal\n${more}`)
  await writeFile(join(folder, 'webhook.txt'), webhook)
  return { folder, sandbox, origin }
}

export interface PracticeOptions {
  readonly more?: string
  readonly name?: 'moscow' | 'vladivostok'
  readonly change?: (state: PortalState) => void
}
