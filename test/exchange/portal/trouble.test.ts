import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Fault } from '../../../src/bitrix24/sandbox/faults.ts'
import { describe } from '../../../src/problems/describe.ts'
import { answers, counterpartyExchange, lines, marked, plan, table } from './hands.ts'
import { type PortalFolderOptions, portalFolder } from './portal-folder.ts'

const columns = 'Код;Наименование;ИНН;Телефон'
const lutik = '000000001;ООО Лютик;7707083893;+7 495 123-45-67'
const file = { 'in/k.csv': table(columns, lutik, '000000002;ООО Клевер;7728168971;') }

/** What a person reads, and how the schedule is to go on: 2 waits for a person, 5 may be started again. */
const refusals: readonly [
  string,
  { readonly state?: PortalFolderOptions['state']; readonly fault?: Fault },
  string,
  number,
  RegExp,
][] = [
  [
    'a webhook that was deleted',
    { state: (state) => Object.assign(state.webhooks[0]!, { code: 'another' }) },
    'portal.webhook-rejected',
    2,
    /[Вв]ебхук/,
  ],
  ['a webhook that has run out', { fault: { on: 'any', do: 'expired', times: 1 } }, 'portal.webhook-expired', 2, /[Вв]ебхук/],
  [
    'a webhook without the scope crm',
    { state: (state) => Object.assign(state.webhooks[0]!, { scopes: ['user'] }) },
    'portal.scope',
    2,
    /«crm»/,
  ],
  ['a plan without REST', { fault: { on: 'any', do: 'not-commercial', times: 1 } }, 'portal.plan', 2, /[Тт]ариф/],
  ['a blocked portal', { fault: { on: 'any', do: 'overload', times: 1 } }, 'portal.blocked', 2, /заблокировал/],
]

for (const [what, { state, fault }, code, exit, words] of refusals) {
  test(`${what} is said in words, the files are taken, and the next start goes on`, async (t) => {
    const folder = await portalFolder(t)
    state?.(folder.state)
    if (fault !== undefined) folder.sandbox.plan(fault)
    await folder.put(file)
    const report = await folder.run()
    assert.deepEqual([report.exit, report.unfinished, report.codes], [exit, true, [code]])
    const said = describe(report.problems[0]!, 'ru')
    assert.match(`${said.message} ${said.cause} ${said.action}`, words)
    assert.doesNotMatch(`${said.message} ${said.cause} ${said.action}`, /\{|sandbox/, 'no holes in the text, and no secret')
    assert.deepEqual([await folder.names('in'), folder.companies().length], [[], 0])
    assert.match(await folder.text('out/status.txt'), /^failure/)
    folder.state.webhooks = [{ user: 1, code: 'sandbox', scopes: ['crm', 'user'] }]
    const next = await folder.run()
    assert.deepEqual([next.exit, next.unfinished, folder.companies().length], [0, false, 2])
    assert.deepEqual(await answers(folder, 'k.csv'), ['000000001 создан', '000000002 создан'])
  })
}

test('where the portal is away, every file of every start is taken, and all is worked off in order once it is back', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange() })
  const webhook = await folder.text('webhook.txt')
  await writeFile(join(folder.root, 'webhook.txt'), 'http://127.0.0.1:9/rest/1/sandbox/\n')
  await folder.put(file)
  const first = await folder.run()
  assert.deepEqual([first.exit, first.unfinished, first.codes], [5, true, ['portal.connection']])
  await folder.put({ 'in/k.csv': table(columns, lutik.replace('Лютик', 'Лютик Плюс')) })
  assert.equal((await folder.run()).exit, 5)
  await folder.put({ 'in/k.csv': table(columns, '000000003;ООО Мак;;+7 495 000-00-01') })
  assert.equal((await folder.run()).exit, 5)
  assert.deepEqual(await folder.names('in'), [])
  await writeFile(join(folder.root, 'webhook.txt'), webhook)
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual(
    Object.entries(marked(folder, 4)).map(([key, { title }]) => `${key} ${title}`),
    ['000000001 ООО Лютик Плюс', '000000002 ООО Клевер', '000000003 ООО Мак'],
  )
})

test('D10: the history keeps why a run stands still, until a start goes on with it', async (t) => {
  const folder = await portalFolder(t, { yaml: counterpartyExchange() })
  const webhook = await folder.text('webhook.txt')
  await writeFile(join(folder.root, 'webhook.txt'), 'http://127.0.0.1:9/rest/1/sandbox/\n')
  await folder.put(file)
  await folder.run()
  const lastRun = () => folder.withHome(async ({ ledger }) => (await ledger.runs(1))[0]!)
  assert.match((await lastRun()).failure ?? '', /^\S.* \[portal\.connection\]$/)
  await writeFile(join(folder.root, 'webhook.txt'), webhook)
  await folder.run()
  const { state, failure } = await lastRun()
  assert.deepEqual([state, failure], ['done', undefined])
})

test('a webhook address that is no address is said before anything is asked, and the file is taken', async (t) => {
  const folder = await portalFolder(t)
  await writeFile(join(folder.root, 'webhook.txt'), 'mayak.bitrix24.ru\n')
  await folder.put(file)
  const report = await folder.run()
  assert.deepEqual([report.exit, report.unfinished, report.codes], [2, true, ['portal.webhook-not-address']])
  assert.deepEqual(await folder.names('in'), [])
})

test('a portal that was renamed is followed, and the user is told', async (t) => {
  const folder = await portalFolder(t)
  await folder.put({ 'in/a.csv': table(columns, lutik) })
  await folder.run()
  folder.sandbox.plan({ on: 'any', do: 'renamed' })
  await folder.put({ 'in/b.csv': table(columns, lutik.replace('Лютик', 'Лютик Плюс'), '000000002;ООО Клевер;7728168971;') })
  const report = await folder.run()
  assert.deepEqual([report.exit, report.codes], [0, ['portal.renamed']])
  assert.equal(marked(folder, 4)['000000001']!['title'], 'ООО Лютик Плюс')
  assert.equal(folder.companies().length, 2)
})

test('a record that the portal refuses is answered with its reason, the others go on, and it comes with a later export', async (t) => {
  const folder = await portalFolder(t)
  folder.sandbox.plan({
    on: 'crm.requisite.add',
    do: 'refuse-command',
    status: 400,
    error: 0,
    description: 'Превышена длина поля «ИНН»',
  })
  await folder.put(file)
  const report = await folder.run()
  assert.equal(report.exit, 3)
  const [first, second] = await lines(folder, 'k.csv')
  assert.deepEqual([first!['Действие'], second!['Действие']], ['ошибка', 'создан'])
  assert.match(first!['Текст']!, /crm\.requisite\.add[\s\S]*Превышена длина поля/)
  assert.equal(first!['ИдБ24'], '1', 'the card is there, and 1C is told which')
  await folder.put({ 'in/b.csv': table(columns, lutik) })
  assert.equal((await folder.run()).exit, 0)
  assert.deepEqual([Object.keys(folder.state.requisites).length, folder.companies().length], [2, 2])
})

test('a plan says what is wrong with the portal, and takes nothing', async (t) => {
  const folder = await portalFolder(t)
  folder.state.webhooks = []
  await folder.put(file)
  const result = await plan(folder)
  assert.deepEqual(result.kind === 'failed' && result.problems.map(({ code }) => code), ['portal.webhook-rejected'])
  assert.deepEqual(await folder.names('in'), ['k.csv'])
})

test('rows that ask for nothing on the portal are answered though it is away', async (t) => {
  const folder = await portalFolder(t)
  await folder.put({ 'in/a.csv': table(columns, lutik) })
  await folder.run()
  await writeFile(join(folder.root, 'webhook.txt'), 'http://127.0.0.1:9/rest/1/sandbox/\n')
  await folder.put({ 'in/b.csv': table(columns, lutik) })
  const report = await folder.run()
  assert.deepEqual([report.exit, report.codes], [0, []])
  assert.deepEqual(await answers(folder, 'b.csv'), ['000000001 без изменений exchange.unchanged'])
})

test('the webhook of another portal is refused before a card of it is touched; a portal with a new name is known by its cards', async (t) => {
  const folder = await portalFolder(t)
  await folder.put({ 'in/a.csv': table(columns, lutik) })
  assert.equal((await folder.run()).exit, 0)
  const webhook = (await folder.text('webhook.txt')).trim()
  const other = await portalFolder(t, { portal: 'vladivostok' })
  await other.ask('crm.item.add', { entityTypeId: 4, fields: { title: 'Чужая' } })
  await writeFile(join(folder.root, 'webhook.txt'), await other.text('webhook.txt'))
  await folder.put({ 'in/b.csv': table(columns, lutik.replace('Лютик', 'Лютик Плюс')) })
  const refused = await folder.run()
  assert.deepEqual([refused.exit, refused.codes], [2, ['plan.other-portal']])
  assert.deepEqual(
    other.companies().map(({ title }) => title),
    ['Чужая'],
  )
  const renamed = webhook.replace('127.0.0.1', 'localhost')
  await writeFile(join(folder.root, 'webhook.txt'), renamed)
  assert.deepEqual([(await folder.run()).exit, folder.companies().at(-1)?.['title']], [0, 'ООО Лютик Плюс'])
})
