import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { openPortal, type PortalOpening, type Surroundings } from '../../src/cli/open-portal.ts'
import { parseSettings } from '../../src/settings/parse-settings.ts'
import { tempFolder } from './obmen24.ts'

const address = 'https://romashka.example.ru/rest/1/k3y0ft3st/'

async function place(t: TestContext, text = '') {
  const root = await tempFolder(t)
  const { settings } = parseSettings(text)
  assert.ok(settings !== null)
  return { loaded: { settings, root }, surroundings: { environment: {}, userFolder: await tempFolder(t) } }
}

const work = { command: 'run', use: 'exchange' } as const

function opened(t: TestContext, opening: PortalOpening): void {
  assert.equal(opening.kind, 'open', opening.kind === 'open' ? '' : opening.problem.code)
  if (opening.kind === 'open') t.after(() => opening.close())
}

function codeOf(opening: PortalOpening): string {
  return opening.kind === 'open' ? 'open' : opening.problem.code
}

test('the webhook is read from its file beside the settings, and its secret is not in the client', async (t) => {
  const { loaded, surroundings } = await place(t)
  assert.equal(codeOf(await openPortal(loaded, work, surroundings)), 'portal.webhook-unreadable')
  await writeFile(join(loaded.root, 'webhook.txt'), `${address}\n`)
  const opening = await openPortal(loaded, work, surroundings)
  opened(t, opening)
  assert.equal(opening.kind === 'open' && opening.client.address, 'https://romashka.example.ru')
})

test('a variable of the environment goes before the file', async (t) => {
  const { loaded, surroundings } = await place(t, 'portal: {webhook: {env: OBMEN24_WEBHOOK}}')
  await writeFile(join(loaded.root, 'webhook.txt'), 'no address at all')
  assert.equal(codeOf(await openPortal(loaded, work, surroundings)), 'portal.webhook-missing')
  opened(t, await openPortal(loaded, work, { ...surroundings, environment: { OBMEN24_WEBHOOK: address } }))
})

test('one webhook has one exchange at a time, whatever folder it works in; a look is let in', async (t) => {
  const one = await place(t)
  const other = await place(t)
  const { surroundings } = one
  for (const { loaded } of [one, other]) await writeFile(join(loaded.root, 'webhook.txt'), address)
  const first = await openPortal(one.loaded, work, surroundings)
  assert.equal(first.kind, 'open')
  const second = await openPortal(other.loaded, work, surroundings)
  assert.deepEqual([second.kind, codeOf(second)], ['locked', 'portal.webhook-busy'])
  opened(t, await openPortal(other.loaded, { command: 'check', use: 'look' }, surroundings))
  if (first.kind === 'open') await first.close()
  opened(t, await openPortal(other.loaded, work, surroundings))
})

test('where the folder of the user takes no lock, the state folder does', async (t) => {
  const { loaded, surroundings } = await place(t)
  await writeFile(join(loaded.root, 'webhook.txt'), address)
  const file = join(surroundings.userFolder, 'a file')
  await writeFile(file, '')
  const without: Surroundings = { ...surroundings, userFolder: file }
  opened(t, await openPortal(loaded, work, without))
  assert.equal((await openPortal(loaded, work, without)).kind, 'locked')
})

test('an authority of the company that cannot be read is told before anything is sent', async (t) => {
  const { loaded, surroundings } = await place(t, 'portal: {ca: ca.pem}')
  await writeFile(join(loaded.root, 'webhook.txt'), address)
  assert.equal(codeOf(await openPortal(loaded, work, surroundings)), 'command.no-authority')
  await writeFile(join(loaded.root, 'ca.pem'), 'not a certificate')
  assert.equal(codeOf(await openPortal(loaded, work, surroundings)), 'command.no-authority')
})
