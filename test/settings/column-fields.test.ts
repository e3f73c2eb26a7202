import assert from 'node:assert/strict'
import test from 'node:test'
import { fields, type TableKind } from '../../src/onec/read/csv/fields.ts'
import {
  bookingFields,
  contactFields,
  contractFields,
  counterpartyFields,
  documentRowFields,
  invoiceFields,
  productFields,
  workOrderFields,
} from '../../src/settings/column-fields.ts'

const settings: Readonly<Record<Exclude<TableKind, 'row'>, object>> = {
  counterparty: counterpartyFields,
  contactPerson: contactFields,
  workOrder: workOrderFields,
  booking: bookingFields,
  contract: contractFields,
  invoice: invoiceFields,
  documentRow: documentRowFields,
  product: productFields,
}

for (const [kind, named] of Object.entries(settings)) {
  test(`the settings name the columns of a ${kind} as the table reader binds them`, () => {
    const bound = fields[kind as TableKind].map(({ name }) => name).sort()
    assert.deepEqual(Object.keys(named).sort(), bound)
  })
}
