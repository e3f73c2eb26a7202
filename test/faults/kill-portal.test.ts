import { test } from 'node:test'
import { killPortalRuns } from './kill-portal.ts'

test('killed at any moment while answers are lost, the exchange makes each card exactly once', async (t) => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  t.diagnostic(`SEED=${seed}`)
  const report = await killPortalRuns({ kills: 5, seed, worlds: [seed % 12], worst: 1.5, abreast: 3 })
  t.diagnostic(JSON.stringify(report))
})
