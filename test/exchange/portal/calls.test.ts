import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { OperatingModel } from '../../../src/bitrix24/sandbox/operating-limit.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'
import { firms, type TableRow, tableOf } from './table-of.ts'

// A portal with the limits of the cloud that takes its time, as its own clock has it: what is counted are requests.

const isLong = process.env['OBMEN24_MANY'] !== undefined
const models: readonly OperatingModel[] = isLong ? ['docs', 'batch', 'ban'] : ['batch']

for (const model of models) {
  test(`1,000 new companies take 91 requests at most, the same again none (operating model "${model}")`, async (t) => {
    const folder = await limitedFolder(t, model)
    await exchange(folder, 'first', firms(1000))
    checkNew(folder, 1000)
    assert.ok(folder.requests() <= 91, `${folder.sandbox.log.length} requests`)
    await exchange(folder, 'again', firms(1000))
    assert.equal(folder.requests(), 0)
  })

  test(`no request of a portal twenty times as slow is cut off or refused (operating model "${model}")`, async (t) => {
    const folder = await limitedFolder(t, model, 20)
    await exchange(folder, 'first', firms(150))
    checkNew(folder, 150)
  })
}

// Ten thousand in the long form and in the bench.
const many = Number(process.env['OBMEN24_MANY'] ?? 2000)

test(`10 changed companies of ${many} take 5 requests at most, whatever of them has changed`, async (t) => {
  const folder = await limitedFolder(t, 'batch')
  await exchange(folder, 'first', firms(many))
  checkNew(folder, many)
  folder.requests()
  const renamed = firms(many).map((row) => (row.at % (many / 10) === 7 ? { ...row, name: `${row.name} Плюс` } : row))
  await exchange(folder, 'renamed', renamed)
  const forNames = folder.requests()
  assert.ok(forNames <= 5, `${forNames} requests for new names`)
  assert.equal(folder.companies().filter(({ title }) => String(title).endsWith(' Плюс')).length, 10)
  const moved = renamed.map((row) => (row.at % (many / 10) === 8 ? { ...row, name: `${row.name} Плюс`, house: 'б/н' } : row))
  await exchange(folder, 'moved', moved)
  const forAll = folder.requests()
  assert.ok(forAll <= 5, `${forAll} requests for new names and addresses`)
  assert.equal(folder.state.addresses.filter((row) => JSON.stringify(row).includes('б/н')).length, 10)
})

async function limitedFolder(t: TestContext, model: OperatingModel, slowness = 1): Promise<PortalExchange> {
  return portalFolder(t, { limits: { operating: { model } }, slowness, yaml: 'brake: { records: any }' })
}

async function exchange(folder: PortalExchange, name: string, rows: readonly TableRow[]): Promise<void> {
  await folder.put({ [`in/${name}.csv`]: tableOf(rows) })
  const report = await folder.run()
  assert.deepEqual([report.exit, report.codes], [0, []])
  // A request that was refused for a limit, or cut off at 60 s, did less than it was asked to.
  for (const { method, commands, status, committed } of folder.sandbox.log) {
    assert.deepEqual([status, committed], [200, Math.max(1, commands.length)], `${method} of ${commands.join(' ')}`)
  }
}

function checkNew(folder: PortalExchange, count: number): void {
  const { requisites, addresses } = folder.state
  const points = folder.companies().flatMap(({ fm }) => fm)
  assert.deepEqual(
    [folder.companies().length, Object.keys(requisites).length, addresses.length, points.length],
    [count, count, count, 2 * count],
  )
}
