import { test } from 'node:test'
import { killRuns } from './kill-run.ts'

// npm run test:long; KILLS and SEED may be set.
test('killed hundreds of times at random moments, no exchange ends otherwise than undisturbed', async (t) => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  const kills = Number(process.env['KILLS'] ?? 500)
  t.diagnostic(`SEED=${seed} KILLS=${kills}`)
  const report = await killRuns({ kills, seed })
  t.diagnostic(JSON.stringify(report))
})
