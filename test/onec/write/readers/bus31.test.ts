import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from './base.ts'
import { readByBus31 } from './bus31.ts'
import { bolt, known, order, ordersFile, party, row, smallBase } from './written.ts'

function read(documents: readonly string[], base = smallBase()): Reading {
  return readByBus31(ordersFile(documents, 'ВерсияСхемы="3.1"'), base)
}

function container(...documents: readonly string[]): string {
  return `<Контейнер>${documents.join('')}</Контейнер>`
}

test('only what stands in a container is seen, and of that only the order', () => {
  const bare = read([order()])
  assert.deepEqual([bare.ok, bare.created, bare.messages], [true, [], ['Документы вне контейнера не видны: 1']])
  const paid = container(order(), order({ number: 'P-1', operation: 'Выплата безналичных денег' }))
  const { base, created } = read([paid, container(order({ number: 'B24-1046' }))])
  assert.deepEqual([created, base.counterparties, base.goods], [['B24-1045', 'B24-1046'], [known], [bolt]])
})

test('the organization and the warehouse are those of exactly these names', () => {
  const told = (requisites: Record<string, string>) => {
    const [made] = read([container(order({ requisites }))]).base.orders
    return [made?.organization, made?.warehouse]
  }
  assert.deepEqual(told({ Организация: 'ООО "Свет"', Склад: 'Основной склад' }), ['ООО "Свет"', 'Основной склад'])
  assert.deepEqual(told({ организация: 'ООО "Свет"', 'Склад отгрузки': 'Основной склад' }), ['', ''])
  assert.deepEqual(told({ Организация: 'ооо "Свет"', Склад: 'Основной' }), ['', ''])
})

test('a client that was made is known by the id that it came with', () => {
  const first = read([container(order({ party: party('Иванов') }))])
  const second = read([container(order({ number: '2', party: party('Иванов Иван') }))], first.base)
  assert.equal(second.base.counterparties.length, 2)
  assert.equal(second.base.orders[1]?.client, first.base.orders[0]?.client)
})

test('an unknown item is made', () => {
  assert.equal(read([container(order({ goods: [row({ id: '', name: 'Гайка' })] }))]).base.goods.length, 2)
})

test('an order without a currency or a client rolls the file back; one that is agreed upon is passed over', () => {
  const bad = [order({ currency: '<Валюта/>' }), order({ party: party('') })]
  for (const document of bad) {
    const { ok, base } = read([container(order({ number: '1' })), container(document)])
    assert.deepEqual([ok, base.orders], [false, []])
  }
  const first = read([container(order())])
  first.base.orders[0]!.status = 'К выполнению'
  assert.deepEqual(read([container(order())], first.base).skipped, ['B24-1045'])
})

test('a missing file and one that is cut off are not read', () => {
  assert.equal(readByBus31(null, smallBase()).ok, false)
  assert.equal(readByBus31(Buffer.from('<КоммерческаяИнформация>'), smallBase()).ok, false)
})
