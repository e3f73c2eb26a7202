import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createRoutes } from '../../src/exchange/routes.ts'
import { usualExchanges } from '../../src/exchange/usual-exchanges.ts'
import { settingsOf } from './workbench.ts'

function routesOf(yaml: string) {
  return createRoutes(settingsOf(`target: portal\nexchanges:\n${yaml}`).exchanges)
}

test('a mask takes its file before an exchange that takes any, and only for the records of its preset', () => {
  const routes = routesOf(`
  - { name: Все, preset: counterparties }
  - { name: Опт, preset: counterparties, files: ['opt*.xml'] }
  - { name: Заказы, preset: orders }`)
  assert.equal(routes.exchangeFor('counterparty', 'opt_1.xml')?.name, 'Опт')
  assert.equal(routes.exchangeFor('counterparty', 'webdata/OPT_1.XML')?.name, 'Опт', 'masks know no case')
  assert.equal(routes.exchangeFor('counterparty', 'other.xml')?.name, 'Все')
  assert.equal(routes.exchangeFor('order', 'opt_1.xml')?.name, 'Заказы', 'the mask is of another preset')
  assert.equal(routes.exchangeFor('product', 'opt_1.xml'), null)
})

test('of two masks that fit the first in the settings takes the file', () => {
  const routes = routesOf(`
  - { name: Первый, preset: work-orders, files: 'zn*.csv' }
  - { name: Второй, preset: work-orders, files: ['*.csv'] }`)
  assert.equal(routes.tableExchange('zn1.csv')?.name, 'Первый')
  assert.equal(routes.tableExchange('a.csv')?.name, 'Второй')
  assert.equal(routes.exchangeFor('workOrder', 'zn1.csv')?.name, 'Первый')
})

test('an exchange that is turned off takes nothing, by mask or without', () => {
  const routes = routesOf(`
  - { name: Выкл, preset: counterparties, files: ['k.csv'], enabled: false }
  - { name: Выкл 2, preset: counterparties, enabled: false }`)
  assert.equal(routes.exchangeFor('counterparty', 'k.csv'), null)
  assert.equal(routes.tableExchange('k.csv'), null)
  assert.equal(routes.tableExchangeOf('counterparty'), null)
})

test('contact persons go to the exchange made for them, wherever it stands, else to that of counterparties', () => {
  const both = routesOf(`
  - { name: Контрагенты, preset: counterparties }
  - { name: Люди, preset: contacts }`)
  assert.equal(both.exchangeFor('contactPerson', 'a.csv')?.name, 'Люди')
  assert.equal(both.tableExchangeOf('contactPerson')?.name, 'Люди')
  const one = routesOf('  - { name: Контрагенты, preset: counterparties }')
  assert.equal(one.exchangeFor('contactPerson', 'a.csv')?.name, 'Контрагенты')
})

test('a table is of the exchange whose mask names it, XML exchanges aside, and rows of nobody go nowhere', () => {
  const routes = routesOf(`
  - { name: Заказы, preset: orders, files: ['a.csv'] }
  - { name: Товары, preset: catalogue, files: ['a.csv'] }`)
  assert.equal(routes.tableExchange('a.csv')?.name, 'Товары')
  assert.equal(routes.tableExchange('b.csv'), null)
  assert.equal(routes.tableExchangeOf('product'), null, 'it has a mask')
  assert.equal(routes.exchangeFor('row', 'a.csv'), null)
})

test('C4: a file beside the data goes to the documents whose mask names it, the longer mask first', () => {
  const routes = routesOf(`
  - { name: Договоры, preset: contracts, files: 'd*.csv', attachments: { files: ['Договор*.pdf', '*.pdf'] } }
  - { name: Счета, preset: invoices, files: 's*.csv' }
  - { name: Брони, preset: bookings, attachments: { files: '*.pdf' }, enabled: false }`)
  assert.equal(routes.exchangeFor('attachment', 'Договор 5.pdf')?.name, 'Договоры')
  assert.equal(routes.exchangeFor('attachment', 'Счет 5.PDF')?.name, 'Счета', 'both name it, and files are usual with invoices')
  assert.equal(routes.exchangeFor('attachment', 'scan.jpg'), null)
  assert.equal(routesOf('  - { name: Брони, preset: bookings }').exchangeFor('attachment', '1.pdf'), null)
})

test('where the settings name no exchange, every kind has its usual one', () => {
  const routes = createRoutes(usualExchanges())
  const kinds = [
    'counterparty',
    'contactPerson',
    'group',
    'offer',
    'priceType',
    'product',
    'property',
    'unit',
    'warehouse',
    'order',
    'workOrder',
    'booking',
    'contract',
    'invoice',
    'documentRow',
  ] as const
  for (const kind of kinds) assert.notEqual(routes.exchangeFor(kind, 'any.xml'), null, kind)
  assert.equal(routes.exchangeFor('row', 'any.csv'), null)
  assert.equal(new Set(usualExchanges().map(({ preset }) => preset)).size, usualExchanges().length)
  for (const exchange of usualExchanges())
    assert.deepEqual([exchange.enabled, exchange.files, exchange.deleted], [true, [], 'skip'])
})
