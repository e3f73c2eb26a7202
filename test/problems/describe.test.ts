import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describe, describePlace, entryOf } from '../../src/problems/describe.ts'
import type { ProblemEntry } from '../../src/problems/entry.ts'
import { at, problem } from '../../src/problems/problem.ts'
import { problemTable } from '../../src/problems/table.ts'

test('a problem in words has its arguments in their places, in both languages', () => {
  const found = problem('exchange.filtered', { field: 'Организация', value: 'ИП Заря' })
  assert.equal(describe(found, 'ru').message, 'Не проходит отбор: Организация = «ИП Заря»')
  assert.equal(describe(found, 'en').message, 'Filtered out: Организация = "ИП Заря"')
  assert.notEqual(describe(found, 'ru').cause, '')
  assert.notEqual(describe(found, 'ru').action, '')
})

test('an argument that looks like a place for another stays as it is, and one not given shows', () => {
  const odd = problem('exchange.filtered', { field: '{value}', value: '$& $1' })
  assert.equal(describe(odd, 'en').message, 'Filtered out: {value} = "$& $1"')
  assert.equal(describe(problem('exchange.filtered', { field: 'a', value: 0 }), 'en').message, 'Filtered out: a = "0"')
  assert.match(describe(problem('exchange.filtered'), 'en').message, /\{field\}/)
})

test('a place is told from the file inwards, and only what is known of it', () => {
  const place = { field: 'ИНН', column: 7, line: 3, row: 2, file: 'a.csv' }
  assert.equal(describePlace(place, 'ru'), 'a.csv, запись 2, строка 3, столбец 7, поле «ИНН»')
  assert.equal(describePlace({ line: 3 }, 'en'), 'line 3')
  assert.equal(describePlace({ line: 3, setting: 'logs.level' }, 'ru'), 'строка 3, настройка «logs.level»')
  assert.equal(describePlace({}, 'ru'), '')
})

test('what the caller knows of the place fills gaps and overwrites nothing', () => {
  const found = at(problem('exchange.no-id', {}, { line: 3 }), { line: 9, file: 'a.csv' })
  assert.deepEqual(found.place, { line: 3, file: 'a.csv' })
  assert.equal(found.code, 'exchange.no-id')
  assert.ok(Object.isFrozen(found))
})

test('every code of the table says what, why and what to do in both languages with the same arguments', () => {
  const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()
  for (const [code, entry] of Object.entries<ProblemEntry>(problemTable)) {
    for (const phrase of [entry.what, entry.cause, entry.action]) {
      assert.ok(phrase.ru.trim() !== '' && phrase.en.trim() !== '', code)
      assert.deepEqual(names(phrase.ru), names(phrase.en), code)
    }
    assert.equal(entryOf(problem(code as keyof typeof problemTable)), entry)
  }
})
