import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entitiesOf } from '../../../src/exchange/portal/entities-of.ts'
import { settingsOf } from './check/checked.ts'

test('companies and contacts are always used, documents where an exchange or a way back names them', () => {
  assert.deepEqual(entitiesOf(settingsOf('exchanges: [{name: а, preset: contacts}]')), ['company', 'contact'])
  assert.deepEqual(entitiesOf(settingsOf('')), ['company', 'contact', 'deal', 'invoice'])
  assert.deepEqual(
    entitiesOf(
      settingsOf(`exchanges:
  - {name: а, preset: bookings}
  - {name: б, preset: work-orders}
  - {name: в, preset: contracts, into: process, process: 1032}
  - {name: г, preset: invoices, enabled: false}
outgoing: [{name: д, into: process, process: 1036}, {name: е, into: invoice, file: out/2.xml, enabled: false}]`),
    ),
    ['company', 'contact', 'deal', 'process:1032', 'process:1036'],
  )
})
