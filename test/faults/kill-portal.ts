import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '../../src/bitrix24/sandbox/faults.ts'
import { seededRandom } from '../../src/bitrix24/sandbox/random.ts'
import { type Clients, openClients } from './kill-portal-clients.ts'
import { type Kill, type Left, live } from './kill-portal-life.ts'
import { worldOf } from './kill-portal-world.ts'

export interface KillPortalReport {
  readonly kills: number
  readonly lives: number
  readonly starts: number
  readonly seconds: number
  /** How many kills fell into each part of the work. */
  readonly stages: Readonly<Record<string, number>>
  /** Runs that took up what an earlier one had given up. */
  readonly retries: number
}

export interface KillPortalOptions {
  readonly kills: number
  readonly seed: number
  /** Which exchanges are played (`worldOf`), in turns. */
  readonly worlds: readonly number[]
  /** How bad the line may be: 1 loses about every fifth answer. */
  readonly worst: number
  /** How many lives go on at a time. */
  readonly abreast: number
}

/**
 * Kills the exchange with a portal at random moments, while answers are lost on the way, and starts it again until it ends by
 * itself; compares what is left with what 1C told, and with what an undisturbed exchange of the same files leaves. Ends after
 * `kills` kills.
 */
export async function killPortalRuns({ kills, seed, worlds, worst, abreast }: KillPortalOptions): Promise<KillPortalReport> {
  const began = performance.now()
  const base = await mkdtemp(join(tmpdir(), 'obmen24 убитый портал '))
  const stages = new Map<string, number>()
  let failed = false
  let retried = 0
  let killed = 0
  let starts = 0
  let lives = 0
  const clients = openClients()
  const undisturbed = new Map<number, Promise<Undisturbed>>()
  const calm = (number: number) => {
    const found = undisturbed.get(number) ?? liveCalmly(join(base, `calm ${number}`), number, clients)
    undisturbed.set(number, found)
    return found
  }
  const liveOn = async () => {
    while (killed < kills && !failed) {
      const life = lives++
      const lifeSeed = seed * 100_003 + life
      const number = worlds[life % worlds.length]!
      const random = seededRandom(lifeSeed)
      const { left: expected, spans } = await calm(number)
      const root = join(base, String(life))
      try {
        const left = await live({
          root,
          world: worldOf(number),
          clients,
          faults: { seed: lifeSeed, plan: troubles(0.5 + (worst - 0.5) * random() ** 2) },
          nextKill: (round) => (killed < kills ? killOf(random, spans[round]!) : null),
          ended(stage) {
            starts += 1
            if (stage === null) return
            killed += 1
            stages.set(stage, (stages.get(stage) ?? 0) + 1)
          },
        })
        assert.deepEqual(
          left.map(({ portal }) => portal),
          expected.map(({ portal }) => portal),
          'what the portal holds',
        )
        retried += left.at(-1)!.retries
        for (const [round, { actions, retries }] of left.entries()) assertActions(actions, expected[round]!.actions, retries)
      } catch (error) {
        failed = true
        throw new Error(`seed ${seed}, life ${life} (world ${number})`, { cause: error })
      }
      await rm(root, { recursive: true, force: true })
    }
  }
  try {
    const lines = await Promise.allSettled(Array.from({ length: abreast }, liveOn))
    for (const line of lines) if (line.status === 'rejected') throw line.reason
    const seconds = Math.round((performance.now() - began) / 1000)
    return {
      kills: killed,
      lives,
      starts,
      seconds,
      retries: retried,
      stages: Object.fromEntries([...stages].sort(([, a], [, b]) => b - a)),
    }
  } finally {
    await clients.close()
    if (process.env['KEEP'] === undefined) await rm(base, { recursive: true, force: true })
  }
}

// What a run has made and a retry finished, the retry tells as changed.
function assertActions(actions: Left['actions'], expected: Left['actions'], retries: number): void {
  if (retries === 0) assert.deepEqual(actions, expected, 'what the answers say')
  for (const lines of Object.values(actions)) for (const line of lines) assert.match(line, / (?:создан|обновлен|без изменений)$/)
}

/** What can go wrong between two programs, in fair weather and foul. Times are those of the quick clock; `unknownWait` is more by half a second of the real one. */
export function troubles(weather: number): readonly Fault[] {
  const faults: readonly Fault[] = [
    { on: 'any', do: 'lose-answer', chance: 0.04 },
    { on: 'any', do: 'fail-after', chance: 0.02 },
    { on: 'batch', do: 'cut', commands: 1, chance: 0.03 },
    { on: 'batch', do: 'cut', commands: 3, how: 'html', chance: 0.03 },
    { on: 'any', do: 'truncated', chance: 0.02 },
    { on: 'any', do: 'html', status: 502, chance: 0.01 },
    { on: 'any', do: 'empty', chance: 0.01 },
    { on: 'any', do: 'reset', chance: 0.02 },
    { on: 'any', do: 'late', ms: 4000, chance: 0.02 },
    { on: 'crm.item.batchImport', do: 'late', ms: 40_000, chance: 0.08 },
    { on: 'crm.requisite.*add', do: 'late', ms: 40_000, chance: 0.04 },
    { on: 'any', do: 'slow', ms: 3000, chance: 0.05 },
    { on: 'any', do: 'refuse-before', status: 500, chance: 0.01 },
  ]
  return faults.map((fault) => ({ ...fault, chance: (fault.chance ?? 0) * weather }))
}

/** What a round takes when nothing disturbs it. */
export interface Span {
  readonly workMs: number
  readonly ledger: number
  readonly requests: number
}

interface Undisturbed {
  readonly left: readonly Left[]
  readonly spans: readonly Span[]
}

async function liveCalmly(root: string, number: number, clients: Clients): Promise<Undisturbed> {
  const spans: Span[] = []
  const left = await live({
    root,
    world: worldOf(number),
    clients,
    faults: { seed: 1, plan: [] },
    nextKill: () => null,
    ended(_, result, workMs) {
      spans.push({ workMs, ...result!.steps })
    },
  })
  await rm(root, { recursive: true, force: true })
  return { left, spans }
}

// Few starts may end by themselves; most that do have less left to do than what was to kill them.
export function killOf(random: () => number, { workMs, ledger, requests }: Span, writes = writesOfClients): Kill | null {
  const upTo = (most: number) => 1 + Math.floor(random() * most)
  const pick = random()
  if (pick < 0.04) return null
  if (pick < 0.4) return { by: 'time', afterMs: random() * workMs }
  if (pick < 0.6) {
    const on = writes[upTo(writes.length) - 1]!
    return { by: 'arrival', on, request: upTo(2), afterMs: random() < 0.5 ? 0 : random() * 12 }
  }
  if (pick < 0.8) {
    return { by: 'itself', death: { at: 'ledger', step: upTo(ledger * 0.7), when: random() < 0.5 ? 'before' : 'after' } }
  }
  const when = (['unsent', 'answered', 'noted'] as const)[upTo(3) - 1]!
  return { by: 'itself', death: { at: 'request', step: upTo(Math.max(1, requests * 0.7)), when } }
}

const writesOfClients: readonly string[] = [
  'any',
  'crm.item.batchImport',
  'crm.item.update',
  'crm.requisite.*',
  'crm.address.*',
  'crm.requisite.bankdetail.*',
]
