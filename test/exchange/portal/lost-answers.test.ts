import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fault } from '../../../src/bitrix24/sandbox/faults.ts'
import { counterparties } from '../folder/exchange-folder.ts'
import { readCsvAnswer } from '../folder/read-answer.ts'
import { innOf } from './inns.ts'
import { portalFolder } from './portal-folder.ts'

/** Everything that can go wrong between two programs, each often enough to meet the others. */
const troubles: readonly Fault[] = [
  { on: 'any', do: 'lose-answer', chance: 0.08 },
  { on: 'any', do: 'fail-after', chance: 0.05 },
  { on: 'batch', do: 'cut', commands: 1, chance: 0.08 },
  { on: 'batch', do: 'cut', commands: 2, how: 'html', chance: 0.05 },
  { on: 'any', do: 'truncated', chance: 0.05 },
  { on: 'any', do: 'html', status: 502, chance: 0.04 },
  { on: 'any', do: 'empty', chance: 0.03 },
  { on: 'any', do: 'reset', chance: 0.05 },
  { on: 'any', do: 'late', ms: 40_000, chance: 0.04 },
  { on: 'any', do: 'refuse-before', status: 500, chance: 0.05 },
]

for (const seed of [1, 2, 3]) {
  test(`one card for each 1C id, whatever is lost on the way (seed ${seed})`, async (t) => {
    const folder = await portalFolder(t, { faults: { seed, plan: troubles } })
    const before = folder.companies().length
    const rows = Array.from({ length: 45 }, (_, at) => row(at, ''))
    await folder.put({ 'in/a.csv': counterparties(rows) })
    await untilDone(folder)
    await folder.put({ 'in/b.csv': counterparties(rows.map((_, at) => row(at, at % 3 === 0 ? ' Плюс' : ''))) })
    await untilDone(folder)
    const made = folder.companies().slice(before)
    assert.deepEqual(
      made.map(({ originId, title }) => `${originId} ${title}`).sort(),
      rows.map((_, at) => `${codeOf(at)} Фирма ${at}${at % 3 === 0 ? ' Плюс' : ''}`),
    )
    for (const company of made) {
      const own = Object.values(folder.state.requisites).filter(({ ENTITY_ID }) => Number(ENTITY_ID) === company.id)
      assert.equal(own.length, 1, `${company['title']}: requisites`)
      assert.equal(company.fm.length, 1, `${company['title']}: phones`)
    }
    for (const name of ['a', 'b']) {
      const { lines } = readCsvAnswer(await folder.text(`out/${name}.csv.result.csv`))
      assert.equal(lines.length, rows.length)
      assert.ok(
        lines.every((line) => line['ИдБ24'] !== ''),
        `every row of ${name} has its card`,
      )
    }
  })
}

/** What a person or a scheduler does: start it again until it says that all is well. */
async function untilDone(folder: Awaited<ReturnType<typeof portalFolder>>): Promise<void> {
  for (let start = 1; start <= 60; start += 1) {
    const report = await folder.run()
    if (!report.unfinished && report.exit === 0 && (await folder.left()) === 0) return
  }
  assert.fail('sixty starts were not enough')
}

function codeOf(at: number): string {
  return String(at + 1).padStart(9, '0')
}

function row(at: number, more: string): string {
  return `${codeOf(at)};Фирма ${at}${more};+7 495 000-${String(10 + at).padStart(2, '0')}-${String(10 + at).padStart(2, '0')};${innOf(at)}`
}
