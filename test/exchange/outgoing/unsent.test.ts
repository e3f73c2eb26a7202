import assert from 'node:assert/strict'
import { test } from 'node:test'
import { history } from '../../../src/cli/history.ts'
import { show } from '../../../src/cli/show.ts'
import { runLines } from '../../../src/report/run-report.ts'
import { inProcess } from '../../cli/command-context.ts'
import { screen } from '../../report/screen.ts'
import type { PortalExchange } from '../portal/portal-folder.ts'
import { addDeal, backFolder, change, confirm, runAfter } from './hands.ts'

/** Commands read their settings from the file. */
const settings = { 'obmen24.yaml': 'target: portal\noutgoing:\n  - { name: Заказы в 1С, format: csv, file: out/orders.csv }\n' }

async function shownOf(folder: PortalExchange, id: string): Promise<string> {
  const look = inProcess(folder.root)
  await show(look.context, { id, dir: folder.root })
  return look.out()
}

async function historyOf(folder: PortalExchange): Promise<string> {
  const look = inProcess(folder.root)
  await history(look.context, { number: undefined, dir: folder.root, limit: 20 })
  return look.out()
}

test('why a card is not sent is found as long as it is so: by run, show, history and status; the log has it once a day', async (t) => {
  const folder = await backFolder(t, 'format: commerceml\nfile: out/orders.xml')
  await folder.put(settings)
  await folder.run()
  const id = await addDeal(folder, { opportunity: 5 })
  const why = `Заказ B24-${id}: в карточке нет клиента`
  const told = async (minutes: number) => {
    const report = await runAfter(folder, minutes)
    const { terminal } = screen()
    const lines = runLines(report, terminal, { out: 'out', failed: 'failed' })
    assert.ok(lines.includes(`  ${why} [outgoing.no-client]`), lines.join('\n'))
    return report.codes
  }
  assert.deepEqual(await told(6), ['outgoing.no-client', 'outgoing.no-rows'])
  assert.deepEqual(await told(6), [])
  assert.deepEqual(await told(24 * 60), ['outgoing.no-client', 'outgoing.no-rows'], 'it is another day')
  assert.deepEqual(await told(6), [])
  for (const name of [`B24-${id}`, String(id), `https://mayak.example/crm/deal/details/${id}/`]) {
    const text = await shownOf(folder, name)
    assert.match(text, new RegExp(`На пути в 1С:\\n {2}Заказы в 1С, B24-${id} \\(сделка № ${id}\\)\\n`), name)
    assert.match(text, new RegExp(`не отправляется: ${why} \\[outgoing\\.no-client\\]\\n.*\\n {6}→ Укажите в карточке компанию`))
  }
  assert.match(
    await historyOf(folder),
    new RegExp(`Сейчас не отправляется в 1С \\(«Заказы в 1С»\\):\\n {2}${why}.*\\n {4}→ Укажите`),
  )
  assert.match(
    await folder.text('out/status.txt'),
    new RegExp(`не отправлено в 1С: 1 \\(B24-${id}\\), причины: obmen24 history\r\n`),
  )
  const asked = inProcess(folder.root, { json: true })
  await history(asked.context, { number: undefined, dir: folder.root, limit: 20 })
  assert.equal(JSON.parse(asked.out()).unsent[0].cards[0].problems[0].code, 'outgoing.no-client')
})

test('show tells how a card stands on its way: sent, confirmed, held beside what 1C has', async (t) => {
  const folder = await backFolder(t, 'forgetAfter: 2d')
  await folder.put(settings)
  await folder.run()
  const id = await addDeal(folder, { opportunity: 5 })
  await runAfter(folder)
  assert.match(await shownOf(folder, `B24-${id}`), /: сообщение № 1, отправлено 2026-03-05 \d\d:11:07, 1С ещё не подтвердила\n/)
  await confirm(folder, 1)
  await runAfter(folder)
  assert.match(await shownOf(folder, `B24-${id}`), /: 1С подтвердила 2026-03-05 \d\d:17:07\n/)
  await change(folder, id, { opportunity: 6 })
  await runAfter(folder)
  await runAfter(folder, 49 * 60)
  assert.match(await shownOf(folder, `B24-${id}`), /: сообщение № 2, 1С так и не подтвердила, больше не повторяется\n/)
  assert.match(await shownOf(folder, 'B24-777'), /Такого идентификатора обмен не знает/)
})
