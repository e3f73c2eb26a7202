import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import type { Ledger } from '../../../src/ledger/ledger.ts'
import { counterparties } from '../folder/exchange-folder.ts'
import { readCsvAnswer } from '../folder/read-answer.ts'
import { type PortalExchange, portalFolder } from './portal-folder.ts'

const rows = ['000000001;ООО Лютик;+7 495 123-45-67;7707083893']

/** A start that ends before it takes up what waits, as a killed one would. */
async function runCutShort(folder: PortalExchange): Promise<void> {
  await folder.withHome(async (home) => {
    const ledger = new Proxy(home.ledger, {
      get(target, name) {
        const value = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        return (...args: Parameters<Ledger['beginRun']>) => {
          if (name === 'beginRun' && args[2] === 'retry') throw Object.assign(new Error('killed'), { code: 'EIO' })
          return Reflect.apply(value, target, args)
        }
      },
    })
    await assert.rejects(runExchange({ ...home, ledger }, { patient: true }), /killed/)
  })
}

test('a card whose outcome stayed unknown is taken up by the next start, though nothing new has come', async (t) => {
  const fault = { on: 'crm.item.batchImport', do: 'reset', times: 4 } as const
  const folder = await portalFolder(t, { faults: { seed: 1, plan: [fault] } })
  await folder.put({ 'in/k.csv': counterparties(rows) })
  await runCutShort(folder)
  assert.deepEqual([await folder.left(), folder.companies().length], [1, 0])
  await folder.run()
  assert.deepEqual([await folder.left(), folder.companies().length], [0, 1])
  const { lines } = readCsvAnswer(await folder.text('out/k.csv.result.csv'))
  assert.deepEqual([lines[0]!['ИдБ24'], lines[0]!['Действие']], [String(folder.companies()[0]!.id), 'создан'])
})

test('a run that gives a card up has looked up its last request first, and the next one makes no second card', async (t) => {
  const faults = [
    { on: 'crm.item.batchImport', do: 'reset', times: 3 },
    { on: 'crm.item.batchImport', at: 4, do: 'late', ms: 40_000 },
  ] as const
  const folder = await portalFolder(t, { faults: { seed: 1, plan: faults } })
  await folder.put({ 'in/k.csv': counterparties(rows) })
  const report = await folder.run()
  await folder.sandbox.settle()
  assert.deepEqual([report.exit, await folder.left(), folder.companies().length], [0, 0, 1])
  const open = await folder.withHome(({ ledger }) => ledger.operations.open(report.runs[0]!.run))
  assert.deepEqual(open, [], 'nothing of unknown outcome is left behind')
})
