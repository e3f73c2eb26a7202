import { test } from 'node:test'
import { killDocumentRuns } from './kill-documents.ts'

// npm run test:long; KILLS and SEED may be set.
test('killed three hundred times while answers are lost, the exchange makes each document exactly once', async (t) => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  const kills = Number(process.env['KILLS'] ?? 300)
  t.diagnostic(`SEED=${seed} KILLS=${kills}`)
  const worlds = Array.from({ length: 12 }, (_, number) => number)
  const report = await killDocumentRuns({ kills, seed, worlds, worst: 4.5, abreast: 3 })
  t.diagnostic(JSON.stringify(report))
})
