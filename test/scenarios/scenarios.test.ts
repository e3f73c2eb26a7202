import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { goldenOf, readGolden, writeGolden } from './golden.ts'
import { runScenario } from './run.ts'

// Whole exchanges, from the files that 1C drops to the files that a person imports. `UPDATE=1 node --test test/scenarios/*.test.ts`
// writes the expected files anew: read every one of them before it is committed.
const update = process.env['UPDATE'] === '1'
const entries = readdirSync(import.meta.dirname, { withFileTypes: true })
const folders = entries.filter(({ name }) => existsSync(join(import.meta.dirname, name, 'scenario.yaml')))

for (const { name } of folders) {
  test(`scenario ${name} gives the files that are expected of it`, async () => {
    const folder = join(import.meta.dirname, name)
    const { scenario, results } = await runScenario(folder)
    assert.deepEqual(
      results.map((result) => `${result.name}: ${result.exit}`),
      scenario.steps.map((step) => `${step.name}: ${step.exit}`),
      'exit codes',
    )
    const made = goldenOf(results)
    if (update) await writeGolden(folder, made)
    const expected = await readGolden(folder)
    assert.deepEqual([...made.keys()].sort(), [...expected.keys()].sort(), 'names of files')
    for (const [path, bytes] of expected) assert.equal(made.get(path)!.toString(), bytes.toString(), path)
  })
}

test('a scenario played twice gives the same bytes', async () => {
  const folder = join(import.meta.dirname, folders[0]!.name)
  const [first, second] = [await runScenario(folder), await runScenario(folder)]
  assert.deepEqual(goldenOf(first.results), goldenOf(second.results))
})
