import assert from 'node:assert/strict'
import { test } from 'node:test'
import { show } from '../../../src/cli/show.ts'
import { knownProcesses } from '../../../src/exchange/portal/process-names.ts'
import { inProcess } from '../../cli/command-context.ts'
import { exchange, withExchanges, workOrders } from './document-hands.ts'
import { plan, table } from './hands.ts'
import { portalFolder } from './portal-folder.ts'

const contract = (date: string) =>
  table('Номер договора;Дата договора;Статус договора;Контрагент;ИНН', `17;${date};Действует;ООО Лютик;7707083893`)

test('the name of a smart process is noted with its documents, as it is called now, and shown without asking the portal', async (t) => {
  const folder = await portalFolder(t, {
    yaml: withExchanges(
      exchange('Договоры', 'contracts', 'files: [d*.csv]', 'into: process', 'process: 1032', 'stages: { Действует: Действует }'),
      exchange('Заказ-наряды', 'work-orders', 'files: [zn*.csv]', 'stages: { в работе: В работе }'),
    ),
  })
  const noted = () => folder.withHome(({ ledger }) => knownProcesses(ledger, ['process:1032', 'process:1032', 'deal', 'company']))
  await folder.put({ 'in/d.csv': contract('01.02.2026') })
  await plan(folder)
  assert.deepEqual(await noted(), {}, 'a plan leaves nothing behind')
  await folder.run()
  assert.deepEqual(await noted(), { 'process:1032': 'Договоры' })
  folder.state.types!.find(({ entityTypeId }) => entityTypeId === 1032)!['title'] = 'Контракты'
  await folder.put({ 'in/zn.csv': workOrders({ number: '5' }) })
  await folder.run()
  assert.deepEqual(await noted(), { 'process:1032': 'Договоры' }, 'a run of deals does not ask')
  await folder.put({ 'in/d.csv': contract('02.02.2026') })
  await folder.run()
  assert.deepEqual(await noted(), { 'process:1032': 'Контракты' })
  folder.requests()
  await folder.put({ 'obmen24.yaml': 'target: portal\n' })
  const screen = inProcess(folder.root)
  assert.equal(await show(screen.context, { id: '17', dir: folder.root }), 0)
  assert.match(screen.out(), /Битрикс24: «Контракты» № 1, подтверждено/)
  assert.equal(folder.requests(), 0)
})
