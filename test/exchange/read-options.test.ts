import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOptions } from '../../src/exchange/read-options.ts'
import { createRoutes } from '../../src/exchange/routes.ts'
import { settingsOf } from './workbench.ts'

function optionsOf(yaml: string) {
  const settings = settingsOf(yaml)
  return readOptions(settings, createRoutes(settings.exchanges))
}

test('encoding, country and the limits of archives are those of the settings; "auto" is found out', () => {
  const usual = optionsOf('')
  assert.equal(usual.encoding, undefined)
  assert.equal(usual.country, 'RU')
  const own = optionsOf('reading: { encoding: cp866, country: KZ }\nlimits: { zipSize: 5MB, zipRatio: 20, zipFiles: 7 }')
  assert.equal(own.encoding, 'cp866')
  assert.equal(own.country, 'KZ')
  assert.deepEqual(own.zip, { maxBytes: 5 * 1024 * 1024, maxRatio: 20, maxEntries: 7 })
})

test('a table that a mask names is read as its exchange says, whatever its headers look like', () => {
  const options = optionsOf(`
exchanges:
  - name: Наряды
    preset: work-orders
    files: ['zn*.csv']
    encoding: windows-1251
    delimiter: tab
    header: false
    joinLines: false
    columns: { number: 1, client: 3 }`)
  const shape = { healLineBreaks: false, encoding: 'windows-1251', delimiter: '\t', header: false }
  assert.deepEqual(options.shapeOf('in/zn1.csv'), shape)
  assert.deepEqual(options.tableOf('zn1.csv', ['Наименование', 'ИНН']), { kind: 'workOrder', columns: { number: 1, client: 3 } })
  assert.deepEqual(options.shapeOf('other.csv'), {})
})

test('other delimiters are passed on, and what is not said is left to be found out', () => {
  const options = optionsOf(`exchanges: [{ name: К, preset: counterparties, files: ['*.csv'], delimiter: '|' }]`)
  assert.deepEqual(options.shapeOf('k.csv'), { healLineBreaks: true, delimiter: '|' })
})

test('a table without a mask is told by its headers and read with the columns of the exchange for such rows', () => {
  const options = optionsOf(`
exchanges:
  - { name: К, preset: counterparties, columns: { comment: [Примечание, Заметка] } }
  - { name: Т, preset: catalogue, files: ['t.csv'] }`)
  const headers = ['Наименование', 'ИНН', 'КПП', 'Примечание']
  assert.deepEqual(options.tableOf('k.csv', headers), { kind: 'counterparty', columns: { comment: ['Примечание', 'Заметка'] } })
  assert.deepEqual(options.tableOf('t.csv', headers), { kind: 'product', columns: {} })
})

test('a table that nobody knows is rows of a table', () => {
  assert.deepEqual(optionsOf('').tableOf('x.csv', ['a', 'b']), { kind: 'row', columns: {} })
  const off = optionsOf('exchanges: [{ name: З, preset: orders }]')
  assert.deepEqual(off.tableOf('k.csv', ['Наименование', 'ИНН', 'КПП']), { kind: 'counterparty', columns: {} })
})

test('files that the masks of an outgoing exchange name confirm a message, unless it is off', () => {
  const options = optionsOf(`
target: portal
outgoing:
  - { name: Заказы, confirmations: ['podtverzhdenie*.txt'] }
  - { name: Заявки, enabled: false, file: out/zayavki.xml, confirmations: ['zayavki*.txt'] }`)
  assert.ok(options.isConfirmation('in/Podtverzhdenie_12.txt'))
  assert.ok(!options.isConfirmation('zayavki.txt') && !options.isConfirmation('confirm.txt'))
  assert.ok(!optionsOf('').isConfirmation('confirm.txt'))
})
