import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../../src/bitrix24/sandbox/random.ts'
import { liveDocuments } from './kill-documents-life.ts'
import { documentWorldOf } from './kill-documents-world.ts'
import { type KillPortalOptions, type KillPortalReport, killOf, type Span, troubles } from './kill-portal.ts'
import { type Clients, openClients } from './kill-portal-clients.ts'

/**
 * Kills the exchange of documents with a portal at random moments, while answers are lost on the way, and starts it again until it ends
 * by itself; compares what is left with what 1C and people told, and with what an undisturbed exchange leaves. Ends after `kills` kills.
 */
export async function killDocumentRuns(options: KillPortalOptions): Promise<Omit<KillPortalReport, 'retries'>> {
  const { kills, seed, worlds, worst, abreast } = options
  const began = performance.now()
  const base = await mkdtemp(join(tmpdir(), 'obmen24 убитые документы '))
  const stages = new Map<string, number>()
  const count = { killed: 0, starts: 0, lives: 0 }
  let failed = false
  const clients = openClients()
  const undisturbed = new Map<number, Promise<Undisturbed>>()
  const calm = (number: number) => {
    const found = undisturbed.get(number) ?? liveCalmly(join(base, `calm ${number}`), number, clients)
    undisturbed.set(number, found)
    return found
  }
  const liveOn = async () => {
    while (count.killed < kills && !failed) {
      const life = count.lives++
      const lifeSeed = seed * 100_003 + life
      const number = worlds[life % worlds.length]!
      const random = seededRandom(lifeSeed)
      const root = join(base, String(life))
      try {
        const { left: expected, spans } = await calm(number)
        const left = await liveDocuments({
          root,
          world: documentWorldOf(number),
          clients,
          faults: { seed: lifeSeed, plan: troubles(0.5 + (worst - 0.5) * random() ** 2) },
          nextKill: (round) => (count.killed < kills ? killOf(random, spans[round]!, writes) : null),
          ended(stage) {
            count.starts += 1
            if (stage === null) return
            count.killed += 1
            stages.set(stage, (stages.get(stage) ?? 0) + 1)
          },
        })
        for (const [round, portal] of left.entries())
          assert.deepEqual(portal, expected[round], `what the portal holds, round ${round}`)
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
    const { killed, lives, starts } = count
    return { kills: killed, lives, starts, seconds, stages: Object.fromEntries([...stages].sort(([, a], [, b]) => b - a)) }
  } finally {
    await clients.close()
    if (process.env['KEEP'] === undefined) await rm(base, { recursive: true, force: true })
  }
}

interface Undisturbed {
  readonly left: readonly (readonly string[])[]
  readonly spans: readonly Span[]
}

async function liveCalmly(root: string, number: number, clients: Clients): Promise<Undisturbed> {
  const spans: Span[] = []
  const left = await liveDocuments({
    root,
    world: documentWorldOf(number),
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

const writes = [
  'any',
  'crm.item.batchImport',
  'crm.item.add',
  'crm.item.update',
  'crm.item.productrow.set',
  'crm.requisite.link.register',
  'crm.timeline.comment.add',
  'server.time',
]
