import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fault } from '../../../src/bitrix24/sandbox/faults.ts'
import { addOwnCompanies } from '../../../src/bitrix24/sandbox/fixtures/own-companies.ts'
import { runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import { judgeSet, setFiles, setSettings, untilDone } from './document-set.ts'
import { Killed, mortalHome } from './model/mortal-home.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const troubles: readonly Fault[] = [
  { on: 'any', do: 'lose-answer', chance: 0.06 },
  { on: 'any', do: 'fail-after', chance: 0.04 },
  { on: 'batch', do: 'cut', commands: 1, chance: 0.06 },
  { on: 'batch', do: 'cut', commands: 2, how: 'html', chance: 0.04 },
  { on: 'any', do: 'truncated', chance: 0.04 },
  { on: 'any', do: 'reset', chance: 0.04 },
  { on: 'any', do: 'late', ms: 40_000, chance: 0.03 },
  { on: 'any', do: 'refuse-before', status: 500, chance: 0.04 },
]

for (const seed of [11]) {
  test(`one card for each document, its rows once, its file once, whatever is lost on the way (seed ${seed})`, async (t) => {
    const folder = await portalFolder(t, { yaml: setSettings, state: addOwnCompanies, faults: { seed, plan: troubles } })
    const count = 5
    await folder.put(setFiles(count, false))
    await untilDone(folder)
    await folder.sandbox.settle()
    await judgeSet(folder, count, false)
    await folder.put(setFiles(count, true))
    await untilDone(folder)
    await folder.sandbox.settle()
    await judgeSet(folder, count, true)
  })
}

// Each way of writing a document, each way of losing its answer.
for (const method of [
  'crm.item.batchImport',
  'crm.item.productrow.set',
  'crm.requisite.link.register',
  'crm.timeline.comment.add',
  'crm.item.update',
]) {
  for (const fault of [{ do: 'lose-answer' }, { do: 'late', ms: 40_000 }, { do: 'reset' }] as const) {
    test(`the answer to ${method} is lost (${fault.do}): everything is there once all the same`, async (t) => {
      const folder = await portalFolder(t, { yaml: setSettings, state: addOwnCompanies })
      const second = method === 'crm.item.update'
      await folder.put(setFiles(2, false))
      if (second) await untilDone(folder)
      folder.sandbox.plan({ on: method, at: 1, ...fault }, { on: method, at: 2, ...fault })
      if (second) await folder.put(setFiles(2, true))
      await untilDone(folder)
      await folder.sandbox.settle()
      await judgeSet(folder, 2, second)
    })
  }
}

/** A start that is killed at its n-th call to the ledger or the portal; tells whether it got so far. */
async function killedAt(folder: PortalExchange, at: number, after: boolean): Promise<boolean> {
  return folder.withHome(async (home) => {
    try {
      await runExchange(mortalHome(home, { at, after }, { called: () => undefined }), { patient: true })
      return false
    } catch (error) {
      if (error instanceof Killed) return true
      throw error
    }
  })
}

// Every moment from the first request to the last one, in strides, so that the portal is met in many states.
for (const [first, stride] of [
  [5, 7],
  [9, 13],
  [12, 11],
] as const) {
  test(`killed again and again in the middle of it (from call ${first}, every ${stride} more), each document has one card`, async (t) => {
    const folder = await portalFolder(t, { yaml: setSettings, state: addOwnCompanies })
    await folder.put(setFiles(3, false))
    let kills = 0
    for (let at = first; await killedAt(folder, at, kills % 2 === 0); at += stride) kills += 1
    assert.ok(kills > 10, 'the process was killed many times')
    await untilDone(folder)
    await judgeSet(folder, 3, false)
    await folder.put(setFiles(3, true))
    for (let at = first; await killedAt(folder, at, kills % 2 === 0); at += stride) kills += 1
    await untilDone(folder)
    await judgeSet(folder, 3, true)
  })
}
