import { test } from 'node:test'
import { goThrough } from './interleaved.ts'

// Many more, of another seed every time, are in interleaved.long.ts; SEED plays one of them again.
for (const conflict of ['1c', 'crm'] as const) {
  test(`5 rounds in which 1C reads and exports in any order: no stale export undoes what people did (conflict: ${conflict})`, async (t) => {
    const seed = Number(process.env['SEED'] ?? 880_000)
    t.diagnostic(`SEED=${seed}`)
    for (let round = 0; round < 5; round += 1) await goThrough(t, { seed: seed + round, conflict })
  })
}
