import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../../src/bitrix24/sandbox/faults.ts'
import { fixturePortal } from '../../src/bitrix24/sandbox/fixtures/portals.ts'
import { methods } from '../../src/bitrix24/sandbox/methods/index.ts'
import { openSandbox, type Sandbox } from '../../src/bitrix24/sandbox/sandbox.ts'
import type { PortalState } from '../../src/bitrix24/sandbox/state.ts'
import { actionsOf, assertRound, portrait, retriesOf } from './kill-portal-check.ts'
import type { Death, StartResult } from './kill-portal-child.ts'
import type { Clients } from './kill-portal-clients.ts'
import { stageAtDeath } from './kill-portal-stage.ts'
import { type QuickTime, quickClock } from './kill-portal-time.ts'
import type { HandMade, World } from './kill-portal-world.ts'

/** How one start is to end. */
export type Kill =
  | { readonly by: 'time'; readonly afterMs: number }
  /** So many milliseconds after the so-many-th request of the start has come to the portal, which carries it out. */
  | { readonly by: 'arrival'; readonly request: number; readonly on: string; readonly afterMs: number }
  | { readonly by: 'itself'; readonly death: Death }

export interface LifeOptions {
  readonly root: string
  readonly world: World
  readonly clients: Clients
  readonly faults: { readonly seed: number; readonly plan: readonly Fault[] }
  /** Asked before every start; null: it may end by itself. */
  nextKill(round: number): Kill | null
  /** After every start: where it was killed, or null. */
  ended(stage: string | null, result: StartResult | null, workMs: number): void
}

/** What a round leaves behind. */
export interface Left {
  readonly portal: readonly unknown[]
  readonly actions: Readonly<Record<string, readonly string[]>>
  /** Runs that took up what an earlier one had given up. */
  readonly retries: number
}

/** Plays a world in an exchange folder of its own against a portal of its own; what must hold after each round is checked here. */
export async function live({ root, world, clients, faults, nextKill, ended }: LifeOptions): Promise<readonly Left[]> {
  await mkdir(join(root, 'in'), { recursive: true })
  await writeFile(join(root, 'obmen24.yaml'), world.settings)
  const time: QuickTime = { since: Date.now(), speed: 200 }
  const sandbox = openSandbox({
    clock: quickClock(time, 0.5),
    state: fixturePortal('moscow'),
    methods,
    limits: { rate: 'off', operating: 'off', requestSeconds: 'off' },
    faults,
  })
  try {
    const { webhook } = await sandbox.listen()
    await writeFile(join(root, 'webhook.txt'), `${webhook}\n`)
    const left: Left[] = []
    for (const [index, { handMade, files }] of world.rounds.entries()) {
      for (const card of handMade) await makeByHand(sandbox.state, card)
      for (const [path, content] of Object.entries(files)) await writeFile(join(root, path), content)
      await untilDone({ root, time, sandbox, clients }, () => nextKill(index), ended)
      // A request that the portal carries out late would come to light now.
      await sandbox.settle()
      await assertRound(root, sandbox.state, world.rounds.slice(0, index + 1))
      const played = world.rounds.slice(0, index + 1)
      left.push({ portal: portrait(sandbox.state), actions: await actionsOf(root, played), retries: retriesOf(root) })
    }
    const asked = sandbox.log.length
    const result = await start({ root, time, sandbox, clients }, null)
    assert.deepEqual(
      [result.result?.exit, sandbox.log.length - asked],
      [0, 0],
      'a further start has nothing to do, and asks nothing',
    )
    assert.deepEqual(portrait(sandbox.state), left.at(-1)!.portal)
    return left
  } finally {
    await sandbox.close()
  }
}

export interface Scene {
  readonly root: string
  readonly time: QuickTime
  readonly sandbox: Sandbox
  readonly clients: Clients
}

/** What a scheduler does: start it again until it says that all is well; `waits`: how many cards may wait for what is yet to come. */
export async function untilDone(
  scene: Scene,
  nextKill: () => Kill | null,
  ended: LifeOptions['ended'],
  waits = 0,
): Promise<void> {
  let idle = 0
  for (let starts = 1; starts <= 150; starts += 1) {
    const { stage, result, workMs } = await start(scene, nextKill())
    ended(stage, result, workMs)
    if (result === null) continue
    assert.ok(
      !result.codes.some((code) => code === 'exchange.bug' || code === 'exchange.split'),
      `a bug: ${result.codes.join(', ')}`,
    )
    if (!result.unfinished && result.exit === 0 && result.left === waits) return
    idle = result.unfinished ? 0 : idle + 1
    assert.ok(
      idle < 3,
      `${result.left} cards are left, and no start takes them up again (exit ${result.exit}): ${result.codes.join(', ')}`,
    )
  }
  assert.fail('150 starts were not enough')
}

interface Started {
  /** Where it was killed; null: it ended by itself. */
  readonly stage: string | null
  readonly result: StartResult | null
  /** From the lock to the end. */
  readonly workMs: number
}

// Starts it once; it ends as the plan says, or by itself.
async function start({ root, time, sandbox, clients }: Scene, plan: Kill | null): Promise<Started> {
  const lock = join(root, '.obmen24', 'lock.json')
  await rm(lock, { force: true })
  const { end, kill } = clients.start({ root, time, death: plan?.by === 'itself' ? plan.death : null })
  const seen = sandbox.log.length
  let over = false
  let atStrike: { readonly requests: number; readonly isAnswered: boolean } | null = null
  const strike = () => {
    if (over || atStrike !== null) return
    atStrike = { requests: sandbox.log.length, isAnswered: isAnswered(sandbox) }
    kill()
  }
  const ended = end.then((found) => {
    over = true
    return found
  })
  if (plan?.by === 'arrival') {
    const change = () => void (plan.afterMs === 0 ? strike() : setTimeout(strike, plan.afterMs))
    sandbox.plan({ on: plan.on, at: plan.request, do: 'edit', change })
  }
  while (!over && !existsSync(lock)) await pause(1)
  const began = performance.now()
  if (plan?.by === 'time') {
    while (!over && performance.now() - began < plan.afterMs) await pause(1)
    strike()
  }
  const found = await ended
  over = true
  const workMs = performance.now() - began
  if (found.kind === 'said') return { stage: null, result: found.result, workMs }
  assert.equal(found.kind, 'killed', found.kind === 'failed' ? `the program ended with ${found.how}` : '')
  const struck = (atStrike as { requests: number; isAnswered: boolean } | null) ?? {
    requests: sandbox.log.length,
    isAnswered: isAnswered(sandbox),
  }
  const witness = { requests: sandbox.log.slice(seen, struck.requests), isAnswered: struck.isAnswered }
  return { stage: stageAtDeath(root, witness), result: null, workMs }
}

function isAnswered({ log }: Sandbox): boolean {
  const last = log.at(-1)
  return last !== undefined && (last.status !== null || last.faults.length > 0)
}

// Through a door of its own, which no fault stands at.
async function makeByHand(state: PortalState, { entity, title, inn, innIn, phones }: HandMade): Promise<void> {
  const { handle } = openSandbox({ state, methods })
  const ask = async (method: string, params: Record<string, unknown>) => {
    const body = JSON.stringify(params)
    const answer = await handle({ method: 'POST', url: `/rest/1/sandbox/${method}`, contentType: 'application/json', body })
    assert.ok(answer.kind === 'answer' && answer.status === 200, JSON.stringify(answer))
    return JSON.parse(answer.body).result
  }
  const entityTypeId = entity === 'company' ? 4 : 3
  const name = entity === 'company' ? { title } : { lastName: title }
  const fm = phones.map((value) => ({ typeId: 'PHONE', valueType: 'WORK', value }))
  const fields = { ...name, fm, ...(innIn === 'field' ? { UF_CRM_INN: `ИНН ${inn}` } : {}) }
  const { item } = await ask('crm.item.add', { entityTypeId, fields, useOriginalUfNames: 'Y' })
  if (innIn === 'field') return
  const requisite = {
    ENTITY_TYPE_ID: entityTypeId,
    ENTITY_ID: item.id,
    PRESET_ID: entity === 'company' ? 1 : 3,
    NAME: title,
    RQ_INN: inn,
  }
  await ask('crm.requisite.add', { fields: requisite })
}
