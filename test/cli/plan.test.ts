import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { plan } from '../../src/cli/plan.ts'
import { retry } from '../../src/cli/retry.ts'
import { run } from '../../src/cli/run.ts'
import { undo } from '../../src/cli/undo.ts'
import { inProcess } from './command-context.ts'
import { counterpartiesCsv, exchangeFolder, objects } from './obmen24.ts'
import { practiceFolder } from './practice-folder.ts'

/** A folder with a file that is ready, and the portal it goes to. */
async function readyFolder(t: TestContext, more = '') {
  const practice = await practiceFolder(t, { more })
  // The lock of a webhook lies in the folder of the user, and that of a test must not.
  const home = process.env['HOME']
  process.env['HOME'] = practice.folder
  t.after(() => {
    if (home !== undefined) process.env['HOME'] = home
  })
  await writeFile(join(practice.folder, 'in', 'k.csv'), counterpartiesCsv())
  const companies = () => Object.values(practice.sandbox.state.items[4] ?? {}).map(({ title }) => title)
  return { ...practice, companies }
}

test('a plan tells field by field what a run would do, takes no file and changes nothing', async (t) => {
  const { folder, sandbox, companies } = await readyFolder(t)
  const before = companies().length
  const screen = inProcess(folder)
  assert.equal(await plan(screen.context, { dir: undefined }), 0)
  assert.match(screen.out(), /\+ компания ООО "Полярная сова" \[000000001\]\n {4}Название компании: ООО "Полярная сова"/)
  assert.match(screen.out(), /Доступен для всех: да/)
  assert.match(screen.out(), /создать +2\n/)
  assert.deepEqual([companies().length, await readdir(join(folder, 'in'))], [before, ['k.csv']])
  assert.ok(sandbox.log.every(({ method, commands }) => [method, ...commands].every((name) => !/add|import|update/i.test(name))))

  const json = inProcess(folder, { json: true })
  assert.equal(await plan(json.context, { dir: folder }), 0)
  const [summary, ...cards] = objects(json.out())
  assert.deepEqual([summary.plan.counts.create, summary.plan.files], [2, ['k.csv']])
  assert.deepEqual(
    cards.map(({ card }) => [card.id, card.action]),
    [
      ['000000001', 'create'],
      ['000000002', 'create'],
    ],
  )
})

test('a plan is also written as one page', async (t) => {
  const { folder } = await readyFolder(t)
  const page = join(folder, 'план.html')
  const screen = inProcess(folder)
  assert.equal(await plan(screen.context, { dir: undefined, html: page }), 0)
  const html = await readFile(page, 'utf8')
  assert.match(html, /Полярная сова/)
  assert.match(html, /<\/html>\n$/)
  assert.ok(screen.out().includes(page))
})

test('import files have no plan', async (t) => {
  const folder = await exchangeFolder(t, 'target: csv\n')
  const screen = inProcess(folder)
  assert.equal(await plan(screen.context, { dir: undefined }), 2)
  assert.match(screen.err(), /target: portal/)
})

test('the brake stops a run with exit code 7 until a person lets it go on; then it can be taken back', async (t) => {
  const { folder, companies } = await readyFolder(t, 'brake: {records: 1}\n')
  const before = companies()
  const screen = inProcess(folder)
  assert.equal(await run(screen.context, { dir: undefined }), 7)
  assert.match(screen.out(), /Остановлено тормозом/)
  assert.deepEqual(companies(), before)
  assert.equal(await plan(inProcess(folder).context, { dir: undefined }), 7)
  assert.equal(await run(inProcess(folder).context, { dir: undefined, allowMassChange: true }), 0)
  assert.equal(companies().length, before.length + 2)

  const undone = inProcess(folder)
  assert.equal(await undo(undone.context, { dir: undefined, number: 1 }), 0)
  assert.match(undone.out(), /Запуск 1 отменён: карточек возвращено 2, оставлено \(изменены после запуска\) 0/)
  assert.deepEqual(companies(), before)
  const again = inProcess(folder, { json: true })
  assert.equal(await undo(again.context, { dir: undefined, number: 1 }), 2)
  assert.equal(objects(again.out())[0].error.code, 'plan.nothing-to-undo')
})

test('a plan that was given up is not carried out, and waits until somebody wants it again', async (t) => {
  const { folder, companies } = await readyFolder(t, 'brake: {records: 1}\n')
  const before = companies().length
  assert.equal(await run(inProcess(folder).context, { dir: undefined }), 7)
  const discarded = inProcess(folder)
  await run(discarded.context, { dir: undefined, discardPlan: true })
  assert.match(discarded.out(), /ждёт: 2/)
  assert.equal(companies().length, before)
  const retried = inProcess(folder)
  assert.equal(await retry(retried.context, { dir: undefined }), 7, 'the brake holds it again')
  assert.equal(await run(inProcess(folder).context, { dir: undefined, allowMassChange: true }), 0)
  assert.equal(companies().length, before + 2)
  const nothing = inProcess(folder)
  assert.equal(await retry(nothing.context, { dir: undefined }), 0)
  assert.match(nothing.out(), /Повторять нечего/)
})

test('a run that there is not cannot be taken back', async (t) => {
  const { folder } = await readyFolder(t)
  const screen = inProcess(folder)
  assert.equal(await undo(screen.context, { dir: undefined, number: 77 }), 2)
  assert.match(screen.err(), /plan\.no-such-run/)
})
