import assert from 'node:assert/strict'
import { test } from 'node:test'
import { batchCommands, commandParams, halts } from '../../../src/bitrix24/sandbox/batch-commands.ts'

function paramsOf(command: string, results: Record<string, unknown> = {}) {
  const [read] = batchCommands({ cmd: [command] })
  return commandParams(read!, new Map(Object.entries(results)))
}

test('commands come as an object or an array, in their order', () => {
  assert.deepEqual(batchCommands({ cmd: { b: 'crm.item.Add?a=1?2', a: 'profile' } }), [
    { key: 'b', method: 'crm.item.add', query: 'a=1?2' },
    { key: 'a', method: 'profile', query: '' },
  ])
  assert.deepEqual(
    batchCommands({ cmd: ['profile', 'scope'] }).map(({ key }) => key),
    ['0', '1'],
  )
})

test('what is no command is passed over', () => {
  assert.deepEqual(batchCommands({ cmd: { a: ['profile', {}], b: null } }), [])
  assert.deepEqual(batchCommands({}), [])
  assert.deepEqual(batchCommands({ cmd: 'profile' }), [])
})

test('1 and true halt, as JSON and as text', () => {
  assert.deepEqual(
    [1, true, '1', 'true', 'Y'].map((halt) => halts({ halt })),
    [true, true, true, true, true],
  )
  assert.deepEqual(
    [0, false, '0', 'false', '', null].map((halt) => halts({ halt })),
    [false, false, false, false, false, false],
  )
  assert.equal(halts({}), false)
})

test('a bare # or & spoils a command, an encoded one does not', () => {
  assert.deepEqual(paramsOf('m?title=№ 5 #1&comments=x'), { title: '№ 5 ' })
  assert.deepEqual(paramsOf('m?title=A&B'), { title: 'A', B: '' })
  assert.deepEqual(paramsOf(`m?title=${encodeURIComponent('A&B #1 + 50%')}`), { title: 'A&B #1 + 50%' })
})

test('a value that is a reference takes the result with its type', () => {
  const results = { imp: { items: [{ item: { id: 7, name: 'x' } }] }, ids: [1, 2], n: 5 }
  assert.deepEqual(paramsOf('m?id=$result[imp][items][0][item][id]&f[@id]=$result[ids]&n=$result[n]', results), {
    id: 7,
    f: { '@id': [1, 2] },
    n: 5,
  })
  assert.deepEqual(paramsOf(`m?id=${encodeURIComponent('$result[n]')}`, results), { id: 5 })
})

test('a reference within a text becomes text', () => {
  assert.deepEqual(paramsOf('m?t=CO_$result[n], $result[no]&l[]=$result[n]', { n: 5 }), { t: 'CO_5, $result[no]', l: [5] })
})

test('a reference that leads nowhere stays as it is written', () => {
  const results = { a: { items: [{ error: 'x' }], none: null }, n: 5 }
  for (const reference of [
    '$result[b]',
    '$result[a][items][0][item][id]',
    '$result[a][none]',
    '$result[n][length]',
    '$result[a][toString]',
  ]) {
    assert.deepEqual(paramsOf(`m?id=${reference}`, results), { id: reference })
  }
})
