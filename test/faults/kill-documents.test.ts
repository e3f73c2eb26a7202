import { test } from 'node:test'
import { killDocumentRuns } from './kill-documents.ts'

test('killed at any moment while answers are lost, the exchange makes each document exactly once, and tells 1C what people changed', async (t) => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  t.diagnostic(`SEED=${seed}`)
  const report = await killDocumentRuns({ kills: 3, seed, worlds: [seed % 12], worst: 1.5, abreast: 1 })
  t.diagnostic(JSON.stringify(report))
})
