import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRead } from '../../src/bitrix24/client/is-read.ts'
import { addOwnCompanies } from '../../src/bitrix24/sandbox/fixtures/own-companies.ts'
import { fixturePortal } from '../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox } from '../../src/bitrix24/sandbox/sandbox.ts'
import { assertDocuments, documentPortrait, readMessage } from './kill-documents-check.ts'
import { doOnPortal } from './kill-documents-deeds.ts'
import type { DocumentWorld } from './kill-documents-world.ts'
import { type LifeOptions, type Scene, untilDone } from './kill-portal-life.ts'
import { type QuickTime, quickClock } from './kill-portal-time.ts'

export interface DocumentLifeOptions extends Omit<LifeOptions, 'world'> {
  readonly world: DocumentWorld
}

/** Plays a world of documents in a folder of its own against a portal of its own; gives what the portal held after each round. */
export async function liveDocuments(options: DocumentLifeOptions): Promise<readonly (readonly string[])[]> {
  const { root, world, clients, faults, nextKill, ended } = options
  await mkdir(join(root, 'in'), { recursive: true })
  await writeFile(join(root, 'obmen24.yaml'), world.settings)
  const time: QuickTime = { since: Date.now(), speed: 200 }
  const clock = quickClock(time, 0.5)
  const state = fixturePortal('moscow')
  addOwnCompanies(state)
  const limits = { rate: 'off', operating: 'off', requestSeconds: 'off' } as const
  const sandbox = openSandbox({ clock, state, methods, limits, faults })
  const scene: Scene = { root, time, sandbox, clients }
  // What 1C may find in the message at any moment.
  const maySend = new Set<string>()
  const look: LifeOptions['ended'] = (stage, result, workMs) => {
    const { names } = readMessage(root, state)
    for (const name of names) assert.ok(maySend.has(name), `${name} is sent to 1C, and nobody has changed it`)
    ended(stage, result, workMs)
  }
  try {
    const { webhook } = await sandbox.listen()
    await writeFile(join(root, 'webhook.txt'), `${webhook}\n`)
    const left: (readonly string[])[] = []
    const written = new Map<string, string>()
    for (const [index, { deeds, files, confirms, expected }] of world.rounds.entries()) {
      await doOnPortal(state, clock, deeds)
      const { number } = readMessage(root, state)
      const confirmation: Record<string, string> = confirms ? { [`in/confirm-${number}.txt`]: `${number}\r\n` } : {}
      for (const [path, content] of Object.entries({ ...files, ...confirmation })) {
        written.set(path, content)
        await writeFile(join(root, path), content)
      }
      for (const name of expected.sent) maySend.add(name)
      await untilDone(scene, () => nextKill(index), look, expected.waits)
      // A request that the portal carries out late would come to light now.
      await sandbox.settle()
      const answers: Record<string, readonly (readonly [string, string])[]> = Object.assign(
        {},
        ...world.rounds.slice(0, index + 1).map((round) => round.expected.answers),
      )
      if (confirms) answers[`confirm-${number}.txt`] = [[String(number), '']]
      await assertDocuments(root, state, { ...expected, answers }, [...written.values()])
      left.push(documentPortrait(state))
    }
    // It may only ask what people have changed meanwhile.
    const asked = sandbox.log.length
    await untilDone(scene, () => null, look)
    const names = sandbox.log.slice(asked).flatMap(({ method, commands }) => (method === 'batch' ? commands : [method]))
    const writes = names.filter((name) => !isRead(name))
    assert.deepEqual(writes, [], 'a further start has nothing to write')
    assert.deepEqual(documentPortrait(state), left.at(-1))
    return left
  } finally {
    await sandbox.close()
  }
}
