import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { goldenOf, readGolden, writeGolden } from '../golden.ts'
import { runPortalScenario, steady } from './run.ts'

// Answers carry local times: the scenarios live in Moscow, wherever they are run.
process.env['TZ'] = 'Europe/Moscow'

// The sample exchanges against both local portals: what the plan says, what 1C is answered, what people find in Bitrix24.
// `UPDATE=1 node --test test/scenarios/portal/*.test.ts` writes the expected files anew: read every one of them before it is committed.
const update = process.env['UPDATE'] === '1'
const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory())

for (const { name } of folders) {
  test(`portal scenario ${name} gives the plan, the answers and the cards that are expected of it`, async (t) => {
    const folder = join(import.meta.dirname, name)
    const { scenario, results } = await runPortalScenario(t, folder)
    assert.deepEqual(
      results.map((result) => `${result.name}: ${result.exit}`),
      scenario.steps.map((step) => `${step.name}: ${step.exit}`),
      'exit codes',
    )
    const made = goldenOf(steady(results))
    if (update) await writeGolden(folder, made)
    const expected = await readGolden(folder)
    assert.deepEqual([...made.keys()].sort(), [...expected.keys()].sort(), 'names of files')
    for (const [path, bytes] of expected) assert.equal(made.get(path)!.toString(), bytes.toString(), path)
  })
}
