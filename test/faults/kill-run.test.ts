import { test } from 'node:test'
import { killRuns } from './kill-run.ts'

test('killed at any moment and started again, the exchange ends as if nothing had been', async (t) => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  t.diagnostic(`SEED=${seed}`)
  const report = await killRuns({ kills: 2, seed })
  t.diagnostic(JSON.stringify(report))
})
