import assert from 'node:assert/strict'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { addOwnCompanies } from '../../../src/bitrix24/sandbox/fixtures/own-companies.ts'
import { obmen24 } from '../../cli/obmen24.ts'
import { practiceFolder } from '../../cli/practice-folder.ts'
import { checkout } from '../scenario.ts'

for (const name of ['car-service', 'hotel', 'trade', 'help-desk']) {
  test(`the check finds nothing wrong with the sample ${name} on the practice portal`, async (t) => {
    const { folder } = await practiceFolder(t, { change: addOwnCompanies })
    await cp(join(checkout, 'samples', name), folder, { recursive: true })
    const { exitCode, stdout, stderr } = await obmen24(['check', folder])
    assert.deepEqual([exitCode, stderr], [0, ''])
    assert.match(stdout, /поля, воронки и стадии, .* из настроек есть на портале[\s\S]*Всё в порядке/)
  })
}
