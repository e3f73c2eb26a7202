import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Home } from '../../../src/exchange/folder/home.ts'
import { runExchange } from '../../../src/exchange/folder/run-exchange.ts'
import { catalogue, exchangeFolder } from './exchange-folder.ts'

/** A ledger with a bug: it falls over a good of that name, every time. */
function withBug(home: Home, name: string): Home {
  const ledger = new Proxy(home.ledger, {
    get(target, property) {
      const value = Reflect.get(target, property)
      if (typeof value !== 'function') return value
      if (property !== 'remember') return value.bind(target)
      return (things: readonly { record: unknown }[]) => {
        if (JSON.stringify(things).includes(name)) throw new TypeError(`cannot read ${name}`)
        return value.call(target, things)
      }
    },
  })
  return { ...home, ledger }
}

test('a file that brings out a fault of the program every time is set aside, and the others go on', async (t) => {
  const folder = await exchangeFolder(t)
  await folder.put({
    'in/good.xml': catalogue(['Гайка']),
    'in/bad.xml': catalogue(['Ловушка']),
    'in/other.xml': catalogue(['Шайба']),
  })
  const codes: string[] = []
  for (let start = 1; start <= 12; start += 1) {
    try {
      const report = await folder.withHome((home) => runExchange(withBug(home, 'Ловушка'), { patient: true }))
      codes.push(...report.problems.map(({ code }) => code))
    } catch (error) {
      assert.match((error as Error).message, /Ловушка/)
      const open = await folder.withHome(({ ledger }) => ledger.openRun())
      assert.equal(open?.failure, 'Программа сбилась на этих данных: cannot read Ловушка [exchange.fault]')
      codes.push('fault')
    }
  }
  assert.deepEqual(
    codes.filter((code) => code === 'fault' || code.startsWith('exchange.')),
    ['fault', 'fault', 'fault', 'fault', 'exchange.bug'],
    'three starts for the set, and with its last one three for the file alone',
  )
  assert.deepEqual((await folder.names('out')).filter((name) => name.endsWith('.csv')).sort(), [
    'bad.xml.result.csv',
    'good.xml.result.csv',
    'other.xml.result.csv',
  ])
  assert.match(await folder.text('out/bad.xml.result.csv'), /exchange\.bug/)
  assert.deepEqual((await folder.names('failed')).map((name) => name.replace(/^\d+ /, '')).sort(), [
    'bad.xml',
    'bad.xml.reason.txt',
  ])
})

test('what the disk refuses is no fault of the program and is tried again for ever', async (t) => {
  const folder = await exchangeFolder(t)
  await folder.put({ 'in/good.xml': catalogue(['Гайка']) })
  for (let start = 1; start <= 5; start += 1) {
    const broken = folder.withHome((home) => {
      const ledger = new Proxy(home.ledger, {
        get(target, property) {
          const value = Reflect.get(target, property)
          if (property === 'finishRun')
            return async () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
      return runExchange({ ...home, ledger }, { patient: true })
    })
    await assert.rejects(broken, /no space/)
    const open = await folder.withHome(({ ledger }) => ledger.openRun())
    assert.equal(open?.failure, 'Временная помеха: no space [exchange.obstacle]')
  }
  const report = await folder.run()
  assert.deepEqual([report.exit, report.runs[0]?.answers[0]?.verdict], [0, 'done'])
})
