import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { addCompany, answers, counterpartyExchange, marked, plan, retry, runWith, table } from './hands.ts'
import { innOf } from './inns.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const columns = 'Код;Наименование;ИНН;Телефон;Юридический адрес;Контактное лицо'
const firm = (at: number, more = '') =>
  `${at};ООО Фирма ${at}${more};${innOf(at)};+7 495 000-00-${10 + at};г Тверь, ул Мира, ${at};Иванов Иван`
const firms = (count: number, more = '') => table(columns, ...Array.from({ length: count }, (_, at) => firm(at + 1, more)))

/** Every row of every table of the ledger. */
function ledgerText(folder: PortalExchange): string {
  const database = new DatabaseSync(join(folder.root, '.obmen24', 'ledger.sqlite'), { readOnly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as {
      name: string
    }[]
    return JSON.stringify(tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]))
  } finally {
    database.close()
  }
}

test('a plan takes no file, writes nothing to the portal or the ledger, and is what the run then does', async (t) => {
  const folder = await portalFolder(t, {
    yaml: counterpartyExchange('contactPersons: false\nmissingValues: create\nfields: { industry: "{{ \'Цветоводство\' }}" }'),
  })
  const twin = await addCompany(folder, 'Фирма два от руки', { inn: innOf(2) })
  for (const title of ['Тройка', 'Тройка 2']) await addCompany(folder, title, { inn: innOf(3) })
  await folder.put({ 'in/first.csv': table(columns, firm(9)) })
  await folder.run()
  await folder.put({ 'in/k.csv': firms(4), 'in/nine.csv': table(columns, firm(9, ' Плюс')) })
  const state = () => JSON.stringify({ ...folder.state, lastIds: null })
  const [before, known] = [state(), ledgerText(folder)]
  const first = await plan(folder)
  assert.equal(first.kind, 'planned')
  assert.deepEqual([state(), ledgerText(folder)], [before, known])
  assert.deepEqual(await folder.names('in'), ['k.csv', 'nine.csv'])
  assert.deepEqual(first.planned!.files, ['k.csv', 'nine.csv'])
  const { summary } = first.planned!
  assert.deepEqual([summary.create, summary.update, summary.review], [2, 2, 1])

  const again = await plan(folder)
  assert.deepEqual(again.plans, first.plans, 'asked twice, the same')
  const report = await folder.run()
  assert.equal(report.exit, 3)
  assert.deepEqual(
    (await answers(folder, 'k.csv')).map((line) => line.split(' ').slice(0, 2).join(' ')),
    ['1 создан', '2 обновлен', '3 на', '4 создан'],
  )
  assert.equal(marked(folder, 4)['2']!.id, twin)
  // What the run has sent is in its journal: the changes of the plan, once the missing value is there.
  const done: string[] = []
  await folder.withHome(async ({ ledger }) => {
    for await (const operations of ledger.operations.done(2))
      for (const { key, change } of operations) done.push(`${key} ${JSON.parse(change).kind}`)
  })
  const planned = first.plans.flatMap(({ key, changes, action }) =>
    action === 'review' ? [] : changes.map(({ kind }) => `${key} ${kind}`),
  )
  assert.deepEqual(done.sort(), planned.sort())
  assert.equal((await plan(folder)).planned!.summary.cards, 0)
})

test('the brake stops a run by the share of known cards that it would change, and holds still until a person decides', async (t) => {
  const folder = await portalFolder(t, {
    yaml: `${counterpartyExchange('contactPersons: false')}\nbrake: { share: 50%, from: 3 }`,
  })
  await folder.put({ 'in/a.csv': firms(6) })
  assert.equal((await folder.run()).exit, 0, 'a first load changes nothing that is known')
  await folder.put({ 'in/b.csv': firms(4, ' Плюс') })
  const before = JSON.stringify(folder.state.items)
  const shown = await plan(folder)
  assert.deepEqual([shown.kind === 'planned' && shown.stops, shown.planned!.summary.brake?.reasons], [true, ['share']])
  const stopped = await folder.run()
  assert.deepEqual([stopped.exit, stopped.codes, stopped.unfinished], [7, ['plan.stopped'], true])
  assert.deepEqual(stopped.problems[0]!.args, { changed: 4, updates: 4, known: 6 })
  const still = await folder.run()
  assert.equal(still.exit, 7)
  assert.equal(JSON.stringify(folder.state.items), before)
  assert.deepEqual(await folder.names('in'), [], 'the file is taken all the same')
  const allowed = await runWith(folder, { decision: 'allow' })
  assert.deepEqual([allowed.exit, allowed.unfinished], [0, false])
  assert.deepEqual(
    (await answers(folder, 'b.csv')).map((line) => line.split(' ')[1]),
    ['обновлен', 'обновлен', 'обновлен', 'обновлен'],
  )
  assert.equal(marked(folder, 4)['4']!['title'], 'ООО Фирма 4 Плюс')
})

test('the brake stops by the number of cards, new ones too; discarded, its rows wait until a retry', async (t) => {
  const folder = await portalFolder(t, { yaml: `${counterpartyExchange('contactPersons: false')}\nbrake: { records: 3 }` })
  await folder.put({ 'in/a.csv': firms(4) })
  assert.equal((await folder.run()).exit, 7)
  await folder.put({ 'in/b.csv': table(columns, firm(7)) })
  assert.equal((await folder.run()).exit, 7, 'a later file waits behind it')
  const discarded = await runWith(folder, { decision: 'discard' })
  assert.equal(discarded.unfinished, false)
  assert.deepEqual(
    await answers(folder, 'a.csv'),
    [1, 2, 3, 4].map((at) => `${at} ждет plan.discarded`),
  )
  assert.deepEqual(
    folder.companies().map(({ originId }) => originId),
    ['7'],
    'what came later is worked off',
  )
  await folder.run()
  assert.equal(folder.companies().length, 1, 'a discarded plan does not come back by itself')
  const again = await retry(folder)
  assert.equal(again.kind === 'run' && again.processed.plan?.brake !== null, true, 'the brake looks at a retry, too')
  assert.equal((await runWith(folder, { decision: 'allow' })).exit, 0)
  assert.deepEqual(
    await answers(folder, 'a.csv'),
    [1, 2, 3, 4].map((at) => `${at} создан`),
  )
  assert.equal(folder.companies().length, 5)
})

test('records: any and share: 100% check nothing', async (t) => {
  const folder = await portalFolder(t, { yaml: 'brake: { share: 100%, from: 1, records: any }' })
  await folder.put({ 'in/a.csv': firms(5) })
  await folder.run()
  await folder.put({ 'in/b.csv': firms(5, ' Плюс') })
  assert.equal((await folder.run()).exit, 0)
})
