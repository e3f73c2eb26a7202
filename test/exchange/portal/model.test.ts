import { test } from 'node:test'
import fc from 'fast-check'
import { play, sequences } from './model/sequence.ts'

const { OBMEN24_MODEL_SEED: seed = '20260305', OBMEN24_MODEL_RUNS: runs = '20', OBMEN24_MODEL_PATH: path } = process.env

test('whatever 1C tells, people do and faults break, there is one record for each 1C id, and it says what it should', async () => {
  await fc.assert(fc.asyncProperty(sequences, play), {
    seed: Number(seed),
    numRuns: Number(runs),
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  })
})
