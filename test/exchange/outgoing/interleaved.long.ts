import { test } from 'node:test'
import { goThrough } from './interleaved.ts'

for (const conflict of ['1c', 'crm'] as const) {
  test(`200 rounds in which 1C reads and exports in any order (conflict: ${conflict})`, async (t) => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
    t.diagnostic(`SEED=${seed}`)
    for (let round = 0; round < 200; round += 1) await goThrough(t, { seed: seed + round, conflict })
  })
}
