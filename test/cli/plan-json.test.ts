import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { z } from 'zod'
import { plan } from '../../src/cli/plan.ts'
import { matchWays } from '../../src/exchange/portal/told-card.ts'
import { documentWays } from '../../src/exchange/portal/told-document.ts'
import { planOrder } from '../../src/report/plan-report.ts'
import { inProcess } from './command-context.ts'
import { counterpartiesCsv, objects } from './obmen24.ts'
import { practiceFolder } from './practice-folder.ts'

const path = join(import.meta.dirname, '../../schemas/plan.schema.json')
const text = JSON.parse(await readFile(path, 'utf8'))
const schema = z.fromJSONSchema(text)
const userFolder = process.env['HOME']

test('every line of a plan is as the schema says, that of the brake, of a doubt and of a portal that is away too', async (t) => {
  const lines = [
    ...(await planLines(t, { more: 'brake: {records: 1}\n' })),
    // Two cards of one name: nobody chooses between them.
    ...(await planLines(t, {
      more: 'exchanges: [{name: К, preset: counterparties, match: [title]}]\n',
      cards: ['ООО "Полярная сова"', 'ООО "Полярная сова"'],
    })),
    ...(await planLines(t, { more: 'exchanges: [{name: К, preset: counterparties, only: {role: [Поставщик]}}]\n' })),
    ...(await planLines(t, { webhook: 'http://127.0.0.1:9/rest/1/sandbox/', more: 'portal: {patience: 1ms}\n' })),
  ]
  for (const line of lines) {
    const checked = schema.safeParse(line)
    assert.ok(checked.success, `${JSON.stringify(line)}: ${checked.error?.message}`)
  }
  const kinds = new Set(lines.map((line) => Object.keys(line)[0]))
  assert.deepEqual([...kinds].sort(), ['card', 'errors', 'plan', 'row'])
  assert.ok(lines.some((line) => line.plan?.brake !== null && line.plan !== undefined))
  assert.ok(lines.some(({ card }) => card?.action === 'review' && card.problems.length > 0))
  const passed = lines.filter(({ row }) => row !== undefined)
  assert.deepEqual(
    passed.map(({ row }) => [row.row, row.action, row.kind]),
    [
      [1, 'skip', 'counterparty'],
      [2, 'skip', 'counterparty'],
    ],
  )
  assert.equal(lines.find(({ plan: told }) => told?.rows.skip > 0).plan.rows.skip, passed.length)
  assert.equal(schema.safeParse({ plan: { ...lines[0].plan, cards: '2' } }).success, false)
  assert.equal(schema.safeParse({ card: { ...lines[1].card, action: 'made' } }).success, false)
})

test('the schema names every action, every way of matching and every count', () => {
  const { plan: ofPlan, card } = text.$defs
  const cardFields = card.properties.card.properties
  assert.deepEqual(cardFields.action.enum.toSorted(), [...planOrder].sort())
  assert.deepEqual(cardFields.foundBy.enum, [...new Set([...matchWays, ...documentWays]), null])
  assert.deepEqual(ofPlan.properties.plan.properties.counts.required.toSorted(), [...planOrder].sort())
})

interface PlanOptions {
  readonly more: string
  readonly cards?: readonly string[]
  readonly webhook?: string
}

async function planLines(t: TestContext, { more, cards = [], webhook }: PlanOptions) {
  const { folder, sandbox } = await practiceFolder(t, { more })
  // The lock of a webhook lies in the folder of the user, and that of a test must not.
  process.env['HOME'] = folder
  t.after(() => {
    if (userFolder !== undefined) process.env['HOME'] = userFolder
  })
  if (webhook !== undefined) await writeFile(join(folder, 'webhook.txt'), webhook)
  await writeFile(join(folder, 'in', 'k.csv'), counterpartiesCsv())
  for (const title of cards) {
    await sandbox.handle({
      method: 'POST',
      url: '/rest/1/sandbox/crm.item.add',
      contentType: 'application/json',
      body: JSON.stringify({ entityTypeId: 4, fields: { title } }),
    })
  }
  const screen = inProcess(folder, { json: true })
  await plan(screen.context, { dir: undefined })
  return objects(screen.out())
}
