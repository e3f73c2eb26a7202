import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tempLedger } from './temp-ledger.ts'

test('a company is found by any of its names until it has others, and a name may be of several', async (t) => {
  const { companyNames } = (await tempLedger(t)).ledger
  await companyNames.put([
    { key: 'k2', names: ['елка'] },
    { key: 'k1', names: ['елка', 'ооо «елка»'] },
  ])
  assert.deepEqual(
    [...(await companyNames.named(['елка', 'ооо «елка»', 'сосна']))],
    [
      ['елка', ['k1', 'k2']],
      ['ооо «елка»', ['k1']],
    ],
  )
  await companyNames.put([{ key: 'k1', names: ['сосна'] }])
  assert.deepEqual(
    [...(await companyNames.named(['елка', 'сосна']))],
    [
      ['елка', ['k2']],
      ['сосна', ['k1']],
    ],
  )
  await companyNames.remove(['k2'])
  assert.deepEqual([...(await companyNames.known(['k1', 'k2']))], ['k1'])
})
