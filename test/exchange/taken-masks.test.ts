import assert from 'node:assert/strict'
import { test } from 'node:test'
import { homeFolders } from '../../src/exchange/folder/home.ts'
import { settingsOf } from './workbench.ts'

const taken = (yaml: string) => homeFolders(settingsOf(yaml), '/').inputs.map(({ files }) => files)
const usual = ['*.xml', '*.csv', '*.txt', '*.zip']

test('C4: attachments and confirmations are taken out of the input folders without being named there again', () => {
  assert.deepEqual(taken('exchanges: [{name: а, preset: orders}]'), [usual], 'import files have no use for them')
  assert.deepEqual(taken('target: portal\nexchanges: [{name: а, preset: invoices}]'), [[...usual, '*.pdf']])
  assert.deepEqual(taken('target: portal'), [[...usual, '*.pdf']], 'the usual exchanges have invoices')
  assert.deepEqual(
    taken(`target: portal
folders: {in: [{path: a, files: 'schet*.csv'}, {path: b, files: []}]}
exchanges: [{name: а, preset: invoices, attachments: {files: ['Счет*.pdf']}}, {name: б, preset: contracts, enabled: false, attachments: {files: x.pdf}}]
outgoing: [{name: в, confirmations: [ok.txt]}, {name: г, file: out/2.xml, enabled: false}]`),
    [['schet*.csv', 'Счет*.pdf', 'ok.txt'], []],
  )
})
